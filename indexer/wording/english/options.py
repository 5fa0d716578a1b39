"""Values that a caller gives and that cannot be used."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "zone": (
        "timezone {zone!r} is not known; give an offset such as +08:00 or a name such as Asia"
        "/Shanghai"
    ),
    "terms_unreadable": "{path}: {reason}; make it readable or remove it",
    "terms_no_file": "{path}: it is no plain file; put a text file in its place or remove it",
    "terms_large": (
        "{path}: it has {size:,} bytes, and such a list has at most {most:,}; shorten it"
    ),
    "terms": "{path}: {reason}",
    "term_long": (
        "line {line}: the word has {length:,} characters, and the limit is {most}; write one "
        "word a line"
    ),
    "terms_many": "it has {count:,} words, and the limit is {most:,}; shorten it",
    "speaker_long": (
        "line {line}: the name has {length:,} characters, and the limit is {most}; write one "
        "name a line"
    ),
    "speaker_letters": (
        "line {line}: it is no name; write one name a line, of {least} letters or more and without "
        "marks"
    ),
    "speakers_many": "it has {count:,} names, and the limit is {most:,}; shorten it",
    "jieba_dictionary": (
        "invalid dictionary entry in {path} at Line {line}: {entry}; "
        "mend that line, or install jieba anew"
    ),
    "type": "{name} {value} is of another type; give {known}",
    "path": "{name} {path!r} has a character that no path can have; give another",
    "value": "{name} {value!r} is not known; give one of {known}",
    "sort": "sort {sort!r} is not known; give one of {sorts}",
    "within": "within {within!r} is not known; give one of {known}",
    "role_within": (
        "nothing within {within} has the role {role}; look within {all} (--in {all}), or leave the "
        "role out"
    ),
    "role_note": "notes are nobody's words and no source; leave the role note out",
    "empty_field": "{name} is empty; give a part of what it should contain",
    "since_until": "since {since} is after until {until}; swap them",
    "no_date": "{option} {value!r} is not a date; give one such as 2018-04-20 or 2018",
    "limit_offset": "limit {limit}, offset {offset}: neither can be negative; give 0 or more",
    "seconds": "regex_seconds {seconds}: it cannot be a time; give a number of seconds, 0 or more",
    "limit": "limit {limit}: it cannot be negative; give 0 or more",
    "short_runs": "runs of {length} letters tell nothing; give {least} or more",
    "short_quotations": (
        "quotations of {length} characters are too short to be traced; give {least} or more"
    ),
    "exclude": "exclude {exclude!r} is one string; give a list of ids of documents",
    "closed": "the searcher is closed; open the index again",
    "style": "style {style!r} is not one of {styles}",
    "accessed": "accessed {accessed!r} is not a day; give one such as 2021-09-25",
}
