"""A string in a text: the simplest pattern; and what all patterns share, spans and alternatives.

Spans are half-open, in characters of a folded text, or of the original one. Alternatives are what a
text must contain to match: all the strings of at least one of several tuples.

>>> list(Literal("哈哈").matches("哈哈哈哈哈")), list(Literal("哈哈").from_starts("哈哈哈"))
([(0, 2), (2, 4)], [(0, 2), (1, 3)])
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    from indexer.text.folding import FoldedText
    from indexer.text.span import Span

Alternatives: TypeAlias = tuple[tuple[str, ...], ...]
"""All strings of at least one of the tuples must be in a text that matches."""

UNKNOWN: Final[Alternatives] = ((),)
"""Any text may match, as far as is known."""

_MOST_ALTERNATIVES: Final = 1_000


class Matches(Protocol):
    """What occurs in a text at certain places."""

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match."""


class Literal(NamedTuple):
    """A string, in folded form, not empty."""

    text: str

    @property
    def alternatives(self) -> Alternatives:
        """What a text must contain to match."""
        return ((self.text,),)

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match."""
        return self._found(folded, len(self.text))

    def from_starts(self, folded: str) -> Iterator[Span]:
        """Every occurrence, by its start, also those that overlap."""
        return self._found(folded, 1)

    def to_ends(self, folded: str) -> Iterator[Span]:
        """Every occurrence, by its end, also those that overlap."""
        return self._found(folded, 1)

    def _found(self, folded: str, step: int) -> Iterator[Span]:
        start = folded.find(self.text)
        while start >= 0:
            yield start, start + len(self.text)
            start = folded.find(self.text, start + step)


def spans_of(patterns: Sequence[Matches], folded: FoldedText) -> tuple[Span, ...]:
    """Where any of the patterns matches, as spans of the original text, in order.

    A span covers every original character that contributed. Spans that overlap become one.

    >>> from indexer.text.folding import fold_with_origins
    >>> spans_of((Literal("核心技术"),), fold_with_origins("核心 技术是国之重器"))
    ((0, 5),)
    """
    return merged(
        folded.original_span(*match)
        for pattern in patterns
        for match in pattern.matches(folded.text)
    )


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, with those that overlap made one. Those that only touch stay two."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def any_of(branches: Sequence[Alternatives]) -> Alternatives:
    """What a text must contain to match one of `branches`."""
    found = tuple(dict.fromkeys(strings for branch in branches for strings in branch))
    return UNKNOWN if () in found else found


def all_of(parts: Sequence[Alternatives]) -> Alternatives:
    """What a text must contain to match all `parts`; of too many ways, only the part with fewest.

    >>> all_of([(("甲",), ("乙",)), (("丙",),)])
    (('甲', '丙'), ('乙', '丙'))
    """
    if prod(map(len, parts)) > _MOST_ALTERNATIVES:
        return min(parts, key=len)
    return tuple(
        dict.fromkeys(
            tuple(dict.fromkeys(string for strings in choice for string in strings))
            for choice in product(*parts)
        )
    )
