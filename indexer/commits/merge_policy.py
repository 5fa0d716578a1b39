"""Which segments a commit merges, so that neither they nor what is deleted in them pile up.

A segment is merged when what is written is not much smaller, so that the sizes of those that stay
are a geometric series: there are few, and a paragraph is written again only a few times.

>>> choose([Size(300_000, 0), Size(9_000, 0), Size(40, 0)], added=20)
[2]
>>> choose([Size(300_000, 150_000), Size(9_000, 0)], added=20)
[0, 1]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_SMALL = 4096
"""Segments of no more paragraphs are always merged: that takes a few milliseconds."""

_RATIO = 2
"""A segment is merged when it has at most this many times the paragraphs that are written."""

_DELETED = 1 / 3
"""A segment of which a greater part is deleted is written again without it."""


@dataclass(frozen=True, slots=True)
class Size:
    """The number of paragraphs of a segment, and of those that are deleted."""

    paragraphs: int
    deleted: int

    @property
    def live(self) -> int:
        """The number of those that are not deleted."""
        return self.paragraphs - self.deleted


def choose(sizes: Sequence[Size], added: int) -> list[int]:
    """The places of the segments that are merged into one with `added` new paragraphs."""
    chosen = {at for at, size in enumerate(sizes) if size.deleted > _DELETED * size.paragraphs}
    total = added + sum(sizes[at].live for at in chosen)
    rest = sorted((size.live, at) for at, size in enumerate(sizes) if at not in chosen)
    for live, at in rest:
        if live > max(_RATIO * total, _SMALL):
            break
        chosen.add(at)
        total += live
    alone = not added and len(chosen) == 1
    return [] if alone and not any(sizes[at].deleted for at in chosen) else sorted(chosen)
