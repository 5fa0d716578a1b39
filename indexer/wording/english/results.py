"""Answers to a search, passages, and where a paragraph stands."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "paragraphs": "{count:#, paragraph|#, paragraphs}",
    "speeches": "{count:#, speech|#, speeches}",
    "related": "Related paragraphs (without the words asked for)",
    "more": "{count:#, more paragraph|#, more paragraphs} (--limit 0 lists all)",
    "nothing": "nothing found",
    "beyond": "--offset is too large: {exact:#, exact hit|#, exact hits}",
    "beyond_related": (
        "--offset is too large: {exact:#, exact hit|#, exact hits}, "
        "{related:#, related paragraph|#, related paragraphs}"
    ),
    "suggestion": (
        "{count:#, more paragraph has|#, more paragraphs have} “{value}” in the {field}; to list "
        "them: {command}"
    ),
    "as_text": "read as text, as nothing stands before or behind it: {words}",
    "dropped_marks": "searched without the marks of notes {marks}: nothing has the words with them",
    "heading": "heading",
    "headings": (
        "{count:#, heading has|#, headings have} “{value}”, first “{first}”; to list the "
        "{total:#, paragraph|#, paragraphs} below: {command}"
    ),
    "little": (
        "compared with {count:#, paragraph|#, paragraphs} of attributed words only, of {total:,}; "
        "--in all compares with everything but notes"
    ),
    "unattributed": (
        "The collection has no attributed words: everything in it but notes was compared"
    ),
    "stale": "source files have changed since the index was built ({path}); update it: {command}",
    "undated": "undated",
    "before": "before",
    "after": "after",
    "quotation": "quoted in “{title}”",
    "page": "p. {pages}",
    "pages": "pp. {pages}",
    "source_page": "{source}, {page}",
    "title_page": "{source}, {page}",
    "line": "line {line}",
    "lines": "lines {first}–{last}",
    "place_in_file": "{path}, {lines}",
}
