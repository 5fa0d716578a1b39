"""A string in a text.

>>> list(Literal("哈哈").matches("哈哈哈哈哈")), list(Literal("哈哈").from_starts("哈哈哈"))
([(0, 2), (2, 4)], [(0, 2), (1, 3)])
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from indexer.text.span import Span
    from searcher.patterns.alternatives import Alternatives


class Literal(NamedTuple):
    """A string, in folded form, not empty."""

    text: str

    @property
    def alternatives(self) -> Alternatives:
        """What a text must hold to match."""
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
