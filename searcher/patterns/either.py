"""One of several strings or wildcards: a bracketed OR beside NEAR.

>>> from searcher.patterns.literal import Literal
>>> list(Either((Literal("核心"), Literal("心技"))).matches("核心技术"))
[(0, 3)]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.text.span import Span
from searcher.patterns.alternatives import Alternatives, any_of
from searcher.patterns.gapped import Gapped
from searcher.patterns.literal import Literal
from searcher.patterns.spans import merged


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of `members`."""

    members: tuple[Literal | Gapped, ...]

    @property
    def alternatives(self) -> Alternatives:
        """What a text must hold to match."""
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
