"""Where does a pattern stand in a paragraph? The one function that everything exact is built on.

Patterns are compared with folded text, and spans are given in characters of the original text.
Matches of one pattern are leftmost and do not overlap.

    >>> from indexer.folding import fold_with_origins
    >>> spans_of((Literal("核心技术"),), fold_with_origins("核心 技术是国之重器"))
    ((0, 5),)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from indexer.errors import QueryError
from indexer.folding import FoldedText, fold
from searcher.language import query
from searcher.language.query import Gap
from searcher.results import Span


@dataclass(frozen=True, slots=True)
class Literal:
    """A string, in folded form, not empty."""

    text: str

    @property
    def literals(self) -> tuple[str, ...]:
        """The strings that every match holds."""
        return (self.text,)

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match."""
        start = folded.find(self.text)
        while start >= 0:
            end = start + len(self.text)
            yield start, end
            start = folded.find(self.text, end)


@dataclass(frozen=True, slots=True)
class Gapped:
    """Folded strings and gaps in turn; it ends with a string.

    It is matched without trying one way through the gaps after another: first all places are
    marked from which the rest of the pattern can be matched, piece by piece from its end, then
    every match goes from one marked place to the next one. So the time grows with the length of
    the text times the number of pieces, and never with the number of ways.
    """

    pieces: tuple[str | Gap, ...]

    @property
    def literals(self) -> tuple[str, ...]:
        """The strings that every match holds."""
        return tuple(piece for piece in self.pieces if isinstance(piece, str))

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match: each begins leftmost and is the shortest from there."""
        starts, *onward = self._open_places(folded)
        start = starts.find(_OPEN)
        while start >= 0:
            end = start
            for piece, places in zip(self.pieces, onward, strict=True):
                if isinstance(piece, str):
                    end += len(piece)
                else:
                    end = places.find(_OPEN, end + piece.least)
            yield start, end
            start = starts.find(_OPEN, end)

    def _open_places(self, folded: str) -> list[bytearray]:
        """For each piece and for the end: the places from which that piece and the rest match."""
        places = [bytearray(_OPEN) * (len(folded) + 1)]
        for piece in reversed(self.pieces):
            if isinstance(piece, str):
                places.append(_before_string(piece, folded, places[-1]))
            else:
                places.append(_before_gap(piece, folded, places[-1]))
        return places[::-1]


_OPEN = b"\1"


def _before_string(string: str, folded: str, onward: bytearray) -> bytearray:
    """The places where `string` stands and leads to a place that is open `onward`."""
    places = bytearray(len(folded) + 1)
    at = folded.find(string)
    while at >= 0:
        places[at] = onward[at + len(string)]
        at = folded.find(string, at + 1)
    return places


def _before_gap(gap: Gap, folded: str, onward: bytearray) -> bytearray:
    """The places from which `gap` leads to a place that is open `onward`.

    No gap crosses the end of a sentence, but a `?` also stands for a question mark.
    """
    stops = "。!" if gap.least == gap.most else "。!?"
    places = bytearray(len(folded) + 1)
    nearest = stop = len(folded) + 1
    for at in range(len(folded), -1, -1):
        if at + gap.least <= len(folded) and onward[at + gap.least]:
            nearest = at + gap.least
        if at < len(folded) and folded[at] in stops:
            stop = at
        places[at] = nearest <= min(at + gap.most, stop, len(folded))
    return places


Pattern: TypeAlias = "Literal | Gapped"


def pattern_of(clause: query.Pattern) -> Pattern:
    """The pattern that a clause of a query stands for.

    Raises:
        QueryError: nothing of the clause is left to look for.
    """
    if isinstance(clause, query.Wildcard):
        pieces = (fold(piece) if isinstance(piece, str) else piece for piece in clause.pieces)
        return Gapped(tuple(piece for piece in pieces if piece != ""))
    folded = fold(clause.text)
    if not folded:
        raise QueryError(str(clause), 0, "the clause holds nothing but blanks; give it a text")
    return Literal(folded)


def spans_of(patterns: Sequence[Pattern], folded: FoldedText) -> tuple[Span, ...]:
    """Where any of the patterns matches, as spans of the original text, in order.

    A span covers every original character that contributed. Spans that overlap become one.
    """
    found = sorted(
        folded.original_span(*match)
        for pattern in patterns
        for match in pattern.matches(folded.text)
    )
    merged: list[Span] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
