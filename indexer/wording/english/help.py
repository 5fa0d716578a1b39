"""The help texts of commands and options. In a paragraph after `\\b` lines stay as they are."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "cite_short": "Cite passages.",
    "cite": """\
Print a reference to each passage ID, in the order given, each once.

ID is what `lunshu search` prints; that of a paragraph names its passage. Only what the index knows
is told: a place of publication, for one, has to be added by hand.

GB/T 7714-2015 asks for 出版地不详 where it is not known.

\b
Example:
  lunshu cite '002#174' --style bibtex""",
    "dupes_short": "Find what is repeated.",
    "dupes": """\
Find the stretches that stand in several passages, most repeated first: each with the
passages that hold it by date, and how these differ from the first.

Punctuation marks and blanks are no letters. A formula is a group of its own and does not join what
stands beside it.

\b
Example:
  lunshu dupes --min-length 20

Exit code: 0 when anything is repeated, 1 when nothing is, 2 after an error.""",
    "explain_short": "Explain what a query finds and how.",
    "explain": """\
Explain QUERY: how it was understood, how many paragraphs each of its clauses finds by
itself and how they were found, how it was cut into words. If it finds nothing, why, what comes
nearest to it, and what to ask instead.

The query and the filters are those of `lunshu search`.

\b
Example:
  lunshu explain '讲话：贺信 人工智能 -大数据'

Exit code: 0 when paragraphs satisfy the query, 1 when none does, related ones aside; 2 after an
error.""",
    "first_short": "Find the earliest passage that says it.",
    "first": """\
Find the earliest dated passage that satisfies QUERY, and those that follow, by date.

A date of publication (发表) comes after what was said on that day; what has no date is left out.
The query and the filters are those of `lunshu search`; nothing related is shown.

\b
Example:
  lunshu first '网络强国 NEAR/20 核心技术' --role speech

Exit code: 0 when a dated passage was found, 1 when none was, 2 after an error.""",
    "index_short": "Build or update the index.",
    "index": """\
Build the index of FOLDER, or bring it up to date.

Without FOLDER that is the folder that the index was made from, and options that are not given are
those that it was made with; where there is no index yet, it is ./seeds. With FOLDER, options that
are not given have their defaults, whatever the index was made with.

Only files that have changed are read; where nothing has changed, nothing is written. The
documents of another folder take the place of those indexed before. A file that cannot be read is
reported and the others are indexed; the exit code is then 2. Hidden files are passed over.

The last line says what was understood: documents with a date and with a speaker, speeches and
passages, lines that look like notes and were not read. Look into a file with `lunshu inspect`.

\b
Example:
  lunshu index seeds --index index""",
    "inspect_short": "Show what is understood of a file.",
    "inspect": """\
Show block by block what would be understood of FILE: its format, title, speaker and date, and the
lines they stand in; which lines became text, headings, notes, and what facts they gave; which were
left out, and why; which look like the note of a source and were not understood (marked with !).

FILE is read as `lunshu index` reads it, and no index is needed. Where it lies below the folder that
the index was made from, options that are not given are those that the index was made with.

\b
Example:
  lunshu inspect seeds/003_732e0148b5870cd4.txt

Exit code: 0 when it can be read, 2 after an error.""",
    "list_short": "List documents, chapters or speeches.",
    "list": """\
List the documents, the chapters, the speeches or the speakers that the index holds.

Speeches are told apart by title, speaker and date.

\b
Example:
  lunshu list chapters""",
    "search_short": "Find paragraphs.",
    "search": """\
Find every paragraph that satisfies QUERY, best first, then related ones, so marked.

\b
  核心技术                     that string
  '核心技术 突破'              both; also A OR B, NOT A, brackets
  '"没有网络安全"'             exactly that and nothing related
  '网络*安全' '习?平'          up to 20 characters, one character
  '核心技术 NEAR/20 突破'      at most 20 characters apart; BEFORE: in order
  '/没有.{{2,8}}就没有/'         a regular expression
  '讲话：座谈会 日期：2016'    fields: 讲话 章 文 来源 类 题 节 日期

The query is one argument: put quotes around one that holds a blank or a mark.

\b
Example:
  lunshu search '核心技术 突破' --chapter 七 --since 2016-04""",
    "show_short": "Show a passage in full.",
    "show": """\
Show the passage ID in full: its speech, date, place and every paragraph.

ID is what `lunshu search` prints, or as much of the document's name as fits no other, then # and
the number of the passage. A paragraph that ID names, as 002#24.2 does, is marked.

\b
Example:
  lunshu show '002#12'""",
    "similar_short": "Find variants of a passage.",
    "similar": """\
Find the passages that share long runs of letters with the passage ID: variants of one
sentence, said at different dates. For each what differs, and which of all came first.

ID is what `lunshu search` prints. Punctuation marks and blanks are no letters. If one passage is
similar to another, so is that one to it.

\b
Example:
  lunshu similar '002#174'

Exit code: 0 when anything is similar, 1 when nothing is, 2 after an error.""",
    "status_short": "Show the state of the index.",
    "status": """\
Show what was understood, what the index holds, what built it and when, which source files
could not be read, and which have changed since.

Source files are compared by size and time of modification; with --check by content, and so is
everything else that the index depends on. With --deep the index itself is read from end to end
and compared with its checksums and with what its content must be.

\b
Example:
  lunshu status --check --deep

Exit code: 0; with --check 1 when an update with the same options has something to do; 2 after an
error, and when the index is damaged.""",
    "trace_short": "Trace quotations to their source.",
    "trace": """\
Find the source of every quotation in FILE, and every departure from it.

What stands in the collection is reported with speech, date, chapter and page, whether it is in
quotation marks or not; what is shown as a quotation and stands nowhere is reported with what is
nearest. FILE is text, Markdown, HTML or JSON Lines; - stands for standard input. A file that is
itself in the collection is not its own source.

The report in HTML is one page that needs nothing else: lunshu trace FILE --format html > a.html

\b
Example:
  lunshu trace --text '他说“没有网络安全，就没有国家安全”'

Exit code: 0 when anything was traced, 1 when nothing was, 2 after an error. With --check 0 when
every quotation is there, punctuation and numerals aside, and no attribution disagrees, else 1.""",
    "option_limit_hits": "At most so many hits; 0 for every exact one and nothing related.",
    "option_offset": "Leave out so many hits.",
    "option_exact": "Nothing related.",
    "option_plain": "Take the whole query as text, whatever marks and operators it contains.",
    "option_stdin": "Take the queries from standard input, one a line.",
    "option_sort": "The order of the hits.",
    "option_style": "GB/T 7714-2015, BibTeX, an array of CSL-JSON, or a footnote in plain Chinese.",
    "option_accessed": "The day on which you looked at web pages, for references to them.",
    "option_timezone": (
        "Where timestamps become dates: +08:00 (the default) or a name such as Asia/Shanghai."
    ),
    "option_full": "Read and build everything anew, changed or not.",
    "option_dry_run": "Say what would be done, and do nothing.",
    "option_wait": "How long to wait while another process writes the index (default: 30).",
    "option_follow_links": "Follow symbolic links below FOLDER, wherever they lead.",
    "option_max_file_size": "Leave out and report files of more megabytes (default: 1024).",
    "option_max_paragraph": "Leave out and report longer paragraphs (default: 1000000).",
    "option_text": "Trace TEXT, such as one sentence, and no file.",
    "option_within": (
        "Look in attributed words, or in everything but notes (default: in attributed words where "
        "there are any)."
    ),
    "option_min_quotation": "Shortest quotation (default: 12; 6 in quotation marks).",
    "option_check_quotations": "Exit with 1 unless every quotation and attribution is right.",
    "option_min_run": "Shortest run that counts, at least 6 (default: 13).",
    "option_limit_passages": "At most so many passages; 0 for all.",
    "option_limit_groups": "At most so many groups; 0 for all.",
    "option_limit_first": "At most so many passages, the first included; 0 for all.",
    "option_check_status": "Compare by content; exit with 1 if anything differs.",
    "option_deep": "Read all of the index; it includes --check.",
    "option_index_folder": "The folder of the index.",
    "option_format": "How results are written.",
    "option_force": "Replace FILE if it is there already.",
    "option_output": "Write results to FILE; its suffix says the format.",
    "option_color": "Colour on a terminal unless NO_COLOR is set, always, or never.",
    "option_since": "Only words of DATE or later.",
    "option_until": "Only words of DATE or earlier.",
    "option_quiet": "Nothing on stderr but errors.",
    "option_help": "Show this message and exit.",
    "option_version": "Show the version and exit.",
    "option_role": "Only attributed words, quotations in articles, notes, or the rest.",
    "option_chapter": "Only in this chapter.",
    "option_speech": "Only speeches whose title contains TEXT.",
    "option_speaker": "Only words of a speaker whose name contains TEXT.",
    "option_source": "Only words from a publication whose name contains TEXT.",
    "option_doc": "Only documents whose id contains TEXT.",
    "metavar_characters": "CHARACTERS",
    "metavar_date": "DATE",
    "metavar_folder": "DIR",
    "metavar_file": "FILE",
    "metavar_id": "ID",
    "metavar_number": "NUMBER",
    "metavar_query": "QUERY",
    "metavar_seconds": "SECONDS",
    "metavar_text": "TEXT",
    "metavar_what": "WHAT",
    "metavar_zone": "ZONE",
    "lunshu": """\
Search collections of Chinese speeches and documents (论述).

Every passage that says something, an exact count, and for each the speech, date, chapter
and page.

\b
Example:
  lunshu search '"没有网络安全"'

Exit code: 0 when anything was found, 1 when nothing was, 2 after an error.""",
    "usage": "Usage: ",
    "options": "Options:",
    "commands": "Commands:",
    "options_metavar": "[OPTIONS]",
    "command_metavar": "COMMAND [ARGS]...",
    "env_var": "env var: ",
    "default": "default: ",
    "semicolon": "; ",
}
