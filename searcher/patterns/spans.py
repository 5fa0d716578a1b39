"""Spans: half-open, in characters of a folded text, or of the original one.

>>> from indexer.text.folding import fold_with_origins
>>> from searcher.patterns.literal import Literal
>>> spans_of((Literal("核心技术"),), fold_with_origins("核心 技术是国之重器"))
((0, 5),)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from indexer.text.folding import FoldedText
from indexer.text.span import Span


class Matches(Protocol):
    """What stands in a text at certain places."""

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match."""


def spans_of(patterns: Sequence[Matches], folded: FoldedText) -> tuple[Span, ...]:
    """Where any of the patterns matches, as spans of the original text, in order.

    A span covers every original character that contributed. Spans that overlap become one.
    """
    return merged(
        folded.original_span(*match)
        for pattern in patterns
        for match in pattern.matches(folded.text)
    )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, with those that overlap made one. Those that only touch stay apart."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)
