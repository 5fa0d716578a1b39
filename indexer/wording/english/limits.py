"""What of a source file is too large to be read, and how much may be."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "exceeded": (
        "{what} {figure}, and the limit is {limit:,}; {remedy}, or raise the limit: {option}"
    ),
    "no_number": (
        "the limit {name} is {value!r}; give a whole number above 0 and no greater than {most:,}"
    ),
    "file_bytes": "--max-file-size MB",
    "paragraph_characters": "--max-paragraph CHARACTERS",
    "it_has": "it has",
    "there_are": "there are",
    "paragraph_has": "a paragraph has",
    "field_has": "the {name} has",
    "front_matter_has": "the front matter has",
    "lines": "{count:#, line|#, lines}",
    "tags": "{count:#, tag|#, tags}",
    "paragraphs": "{count:,} paragraphs or more",
    "bytes": "{count:#, byte|#, bytes}",
    "characters": "{count:#, character|#, characters}",
    "problems": "{count:,} more problems",
    "divide_it": "divide it",
    "divide_file": "divide the file",
    "divide_paragraph": "it is left out; divide it",
    "shorten_field": "it is left out; shorten it",
    "shorten_front_matter": "it is passed over; shorten it",
    "mend_others": "mend the others first",
}
