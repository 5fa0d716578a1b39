"""What is said of reading a source file: what is wrong with it, and what became of its blocks."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "both": "{first}; {second}",
    "at_line": "line {line}: {reason}",
    "rest_indexed": "{reason} (the rest is indexed)",
    "memory": "it takes more memory than there is; divide it",
    "empty": "the file is empty; put text into it or remove it",
    "no_text": "there is no text in it (read as {kind}); add some or remove it",
    "date": "the date {date!r} is not understood; write 2018-04-20",
    "date_of_name": "no line of the text is its date; this one is from the name of the file",
    "date_of_dateline": (
        "no line of the text is its date; this one is from its dateline, "
        "the year from the file's name"
    ),
    "dates": (
        "several texts stand here, and what {date} dates is unclear, so nothing is dated; write "
        "the date below the title of each"
    ),
    "unmarked": (
        "{count:#, line|#, lines} may be the title of a work without a date (first: {title}), so "
        "nothing is dated below; write the date below a title, a number before a heading inside a "
        "work"
    ),
    "speech_stated": "the file says so",
    "speech_dated": "the title has the form of one, and the head gives its date: {title}",
    "speech_spoken": "the title has the form of one, and the head names the speaker: {title}",
    "speech_in_volume": "a part of a volume of the works of one person: {volume}",
    "yaml_open": "the front matter that begins here is never closed; add a line --- below it",
    "yaml": "the front matter is not YAML: {foreign}; mend it",
    "yaml_unparsed": "the front matter is not YAML: it cannot be parsed; mend it",
    "yaml_deep": "the front matter is not YAML: it is nested too deeply; mend it",
    "yaml_escape": "the front matter is not YAML: an escape stands for no character; mend it",
    "json_array": "not JSON: {foreign}; mend it, or write one record a line",
    "json_array_open": (
        "not JSON: the array of records is not closed, or goes on behind its end; mend it, "
        "or write one record a line"
    ),
    "json_array_value": (
        "not JSON: a value is too long or too deep; mend it, or write one record a line"
    ),
    "json_line": "not JSON: {foreign}, column {column}; mend this line",
    "no_record": 'not a record; write an object such as {{"text": "…"}}',
    "no_record_read": "no record can be read: {reason}",
    "record_text": "the record has no text; add the field text",
    "record_field": "the field {name} is neither a string nor a number; mend it",
    "titles": "the records of {name!r} have {count} titles; give each document a doc of its own",
    "titles_without_doc": (
        "records without a doc have {count} titles; give each document a doc of its own"
    ),
    "notes_unread": (
        "{count} lines look like notes and none of them was understood; look with: lunshu inspect"
    ),
    "page_foot": "the foot of the page and no text",
    "title_again": "the title again",
    "picture_name": "the name of a picture and no text",
    "rule": "a drawn rule and no text",
    "title_page": "title page, contents and the like, and no text",
    "menu": "a menu and no text",
    "pattern": "TITLE（2018年1月2日）[，SOURCE[，第1页]]",
    "heading_damaged": "the heading '{raw}' is damaged; correct it as '{heading}'",
    "heading_missing": (
        "the heading {heading} is missing, so its passages are in the chapter before it; add "
        "it as a line of its own where the chapter begins"
    ),
    "heading_fused": (
        "chapter {number} begins on a line with text, so its passages have no chapter; put its "
        "heading on a line of its own"
    ),
    "heading_missing_numbered": (
        "the heading with the number {number} is missing, so its passages are in the chapter "
        "before it; add it as a line of its own where the chapter begins"
    ),
    "no_book": (
        "it looks like a book of excerpts and was not read as one: {paragraphs} paragraphs have "
        "only {notes} notes; put a note under each passage"
    ),
    "note_unread": "it looks like a note and was not read",
    "no_book_reversed": (
        "it looks like a book of excerpts and was not read as one: its notes stand above the "
        "words; put each under its passage"
    ),
    "no_attribution": (
        "the text that ends here has no attribution; add a line {pattern} under it, or "
        "remove it if it is not part of the book"
    ),
    "attribution": "the attribution '{note}' {fault}; correct it as {pattern}",
    "attribution_without_text": (
        "the attribution '{note}' has no text above it; add the text, or remove it"
    ),
    "page_mark": "a page number and no text",
    "running_head": "a running head: it comes again beside page numbers",
    "link": "a link of the page and no text",
    "tools": "buttons of the page and no text",
    "of_text": "says only where or how much of the text is here, and is none of it",
    "of_another": "no word of the speaker, so nobody is named",
    "thanks": "thanks whoever put the text on the page, no text",
    "advert": "the name of a site, which comes again and again, and no text",
    "markup": "an instruction to a program and no text",
    "contents": "the contents page",
    "fault_brackets": "has a bracket without its partner",
    "fault_no_date": "has no date in brackets",
    "fault_no_title": "has no title",
    "fault_date": "has an impossible date",
    "fault_full_stop": "has a full stop inside",
    "fault_form": "is in no form that is known",
    "fault_end": "does not end like one",
}
