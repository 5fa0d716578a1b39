"""Bare words and the gaps in them: 网络*安全, 习?平.

>>> str(read_word("习?平", "习?平", 0))
'习?平'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.query import STAR_REACH, Gap, Text, Wildcard

MOST_STARS: Final = 20
"""How many gaps of a clause may hold a `*`; the time that looking for it takes grows with them."""

_MARKS: Final = "?？*＊"
_STARS: Final = "*＊"
_TRAILING_PUNCTUATION: Final = '?？!！。.…"”』」)）》〉】]'


def has_wildcard(word: str) -> bool:
    """Whether `word` holds a mark that stands for other characters."""
    return _edge_star(word) is not None or next(_gaps(word), None) is not None


def read_word(query: str, word: str, position: int) -> Text | Wildcard:
    """The clause that `word`, which stands in `query` at `position`, means.

    A question mark that only closing punctuation follows ends a question; anywhere else it
    stands for one character, which may well be a question mark.
    """
    if (edge := _edge_star(word)) is not None:
        star = word[edge]
        raise QueryError(
            query,
            position + edge,
            say("query.edge_star", star=star),
        )
    pieces: list[str | Gap] = []
    start = stars = 0
    for gap in _gaps(word):
        if gap.start() > start:
            pieces.append(word[start : gap.start()])
        pieces.append(_gap(gap.group()))
        start = gap.end()
        stars += any(star in gap.group() for star in _STARS)
        if stars > MOST_STARS:
            raise QueryError(
                query,
                position + gap.start(),
                say("query.many_stars", most=MOST_STARS),
            )
    if not pieces:
        return Text(word)
    pieces.append(word[start:])
    return Wildcard(tuple(pieces))


def _edge_star(word: str) -> int | None:
    """Where a `*` stands with no string before it, or none behind it."""
    head = len(word) - len(word.lstrip(_MARKS))
    tail = len(word.rstrip(_MARKS))
    edges = (*range(head), *range(tail, len(word)))
    return next((at for at in edges if word[at] in _STARS), None)


def _gaps(word: str) -> Iterator[re.Match[str]]:
    """The runs of marks in `word` that its closing punctuation does not belong to."""
    if not any(mark in word for mark in _MARKS):
        return iter(())  # as in most words: for most queries the pattern need not be compiled
    return re.compile(rf"[{_MARKS}]+").finditer(word, 0, len(word.rstrip(_TRAILING_PUNCTUATION)))


def _gap(marks: str) -> Gap:
    stars = marks.count("*") + marks.count("＊")
    least = len(marks) - stars
    return Gap(least, least + STAR_REACH * stars)
