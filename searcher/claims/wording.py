"""A paragraph as its author's own words: what he quotes or names is hidden.

    >>> from searcher.claims.marks import pair_marks
    >>> text = "他说：“要。好。”这对《要求》一书……"
    >>> words = own_words(text, pair_marks(text))
    >>> words
    '他说：□□□□□。这对□□□□一书……'
    >>> list(sentences(words))
    [(0, 9), (9, 19)]

So a verb or a name inside a quotation or a title is never taken for the author's, and neither is a
full stop inside one, unless the quotation ends with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.text.marks import (
    CLOSING_QUOTES,
    COLONS,
    DASHES,
    PAUSES,
    ROUND_CLOSING,
    SENTENCE_ENDS,
    without,
)
from indexer.text.span import Span
from searcher.claims.marks import Marks

__all__ = [
    "ENDS_WITH_COLON",
    "HIDDEN",
    "LIST_ITEM",
    "own_words",
    "sentences",
]

HIDDEN = "□"
"""What stands for each character of a quotation or a title."""

LIST_ITEM = re.compile(rf"\s*[{DASHES}]")
"""How a paragraph begins that is an item of a list."""

ENDS_WITH_COLON = re.compile(rf"[{COLONS}]\s*\Z")
"""How the last characters of a paragraph look that introduces the next one."""

_TITLE = re.compile("《[^《》]*》")
_SENTENCE = re.compile(
    f"[^{SENTENCE_ENDS}]*[{SENTENCE_ENDS}]*[{CLOSING_QUOTES}{ROUND_CLOSING}\\s]*"
)
_GOES_ON = frozenset(without(PAUSES, SENTENCE_ENDS) + "的是")


def own_words(text: str, marks: Marks) -> str:
    """A paragraph, as long as `text`, with `HIDDEN` for what stands in marks and in titles."""
    pieces = []
    at = 0
    for start, end in marks.pairs:
        ends_sentence = end - start > 2 and text[end - 2] in SENTENCE_ENDS
        if ends_sentence and text[end : end + 1] not in _GOES_ON:
            pieces += [text[at:start], HIDDEN * (end - start - 1), "。"]
        else:
            pieces += [text[at:start], HIDDEN * (end - start)]
        at = end
    pieces.append(text[at:])
    return _TITLE.sub(lambda title: HIDDEN * len(title[0]), "".join(pieces))


def sentences(words: str) -> Iterator[Span]:
    """The sentences of `own_words`, each with the marks that end it."""
    for found in _SENTENCE.finditer(words):
        if found.end() > found.start():
            yield found.span()
