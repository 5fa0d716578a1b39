"""Two strings or wildcards within a distance of each other.

Whether a pair exists depends only on where matches of the one end and where matches of the other
start. Both are found for every place and not only for the leftmost matches: of 的的的, all three
count, and 甲*乙 may end at every 乙 within its reach.

    >>> from searcher.patterns.literal import Literal
    >>> near = NearPattern(Literal("甲"), Literal("乙"), distance=2, ordered=False)
    >>> list(near.matches("甲一乙。甲很远很远乙"))
    [(0, 1), (2, 3), (4, 5)]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from indexer.text.span import Span
from searcher.patterns.gapped import Gapped
from searcher.patterns.literal import Alternatives, Literal, all_of, any_of, merged


@dataclass(frozen=True, slots=True)
class Either:
    """One of several strings or wildcards: a bracketed OR beside NEAR.

    >>> list(Either((Literal("核心"), Literal("心技"))).matches("核心技术"))
    [(0, 3)]
    """

    members: tuple[Literal | Gapped, ...]

    @property
    def alternatives(self) -> Alternatives:
        """What a text must contain to match."""
        return any_of([member.alternatives for member in self.members])

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match any member; those that overlap are one."""
        yield from merged(span for member in self.members for span in member.matches(folded))

    def from_starts(self, folded: str) -> Iterator[Span]:
        """From every place where a match of a member begins, a match of each such member."""
        for member in self.members:
            yield from member.from_starts(folded)

    def to_ends(self, folded: str) -> Iterator[Span]:
        """To every place where a match of a member ends, a match of each such member."""
        for member in self.members:
            yield from member.to_ends(folded)


NearOperand: TypeAlias = "Literal | Gapped | Either"


@dataclass(frozen=True, slots=True)
class NearPattern:
    """`left` and `right` without overlap, at most `distance` folded characters between them.

    `ordered` means that `left` comes first.
    """

    left: NearOperand
    right: NearOperand
    distance: int
    ordered: bool

    @property
    def alternatives(self) -> Alternatives:
        """What a text must contain to match."""
        return all_of([self.left.alternatives, self.right.alternatives])

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of the operands that take part in a pair; those that overlap are one.

        Of a wildcard it is the shortest match that ends, or starts, at the pair's inner side.
        """
        spans = self._pairs(self.left, self.right, folded)
        if not self.ordered and self.left != self.right:
            spans |= self._pairs(self.right, self.left, folded)
        yield from merged(spans)

    def _pairs(self, first: NearOperand, second: NearOperand, folded: str) -> set[Span]:
        """The matches of `first` that a match of `second` follows, and those of `second`."""
        before = list(first.to_ends(folded))
        after = list(second.from_starts(folded)) if before else []
        ends = sorted(end for _, end in before)
        starts = sorted(start for start, _ in after)
        return {
            *(span for span in before if _any_within(starts, span[1], span[1] + self.distance)),
            *(span for span in after if _any_within(ends, span[0] - self.distance, span[0])),
        }


def _any_within(places: list[int], least: int, most: int) -> bool:
    """Whether any of the sorted `places` lies from `least` to `most`, both included."""
    return bisect_left(places, least) < bisect_right(places, most)
