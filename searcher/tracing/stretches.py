"""The stretches of a region that stand in the collection, chosen so that none overlaps another.

What covers most comes first; of what overlaps it only the rest is looked at again.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indexer.segments.paged import Numbers
from indexer.text.span import Span
from searcher.textmatch.alignment import extent
from searcher.textmatch.edges import trimmed, without_scraps
from searcher.textmatch.paragraphs import Wording
from searcher.textmatch.runs import Chain
from searcher.textmatch.thresholds import DEFAULT, Thresholds
from searcher.tracing.paragraphs import Paragraphs


class Piece(NamedTuple):
    """A region, or a part of one.

    Attributes:
        text: the region's folded text; `places` is where its letters stand in it.
        chains: what it shares with paragraphs, in letters of the region.
        span: the part, in `text`.
    """

    text: str
    places: Numbers
    chains: Sequence[Chain]
    span: Span

    def within(self, span: Span) -> Piece:
        """A part of it, with what that shares by itself."""
        first, last = self.places.searchsorted(span).tolist()
        chains = (
            chain.within(first, last)
            for chain in self.chains
            if chain.start < last and chain.end > first
        )
        return Piece(self.text, self.places, [one for one in chains if one is not None], span)


class ChosenStretch(NamedTuple):
    """A part of a region, and what it was chosen by.

    Attributes:
        start: where it begins in the region's folded text; `end` is where it ends.
        chain: what shows that it stands in a paragraph.
    """

    start: int
    end: int
    chain: Chain


def choose_stretches(
    piece: Piece, paragraphs: Paragraphs, least: int, by: Thresholds = DEFAULT
) -> list[ChosenStretch]:
    """The best stretches of a piece, in its order.

    Args:
        least: how many letters a stretch must share with a paragraph.
    """
    text, places, chains, span = piece
    begin, finish = places.searchsorted(span).tolist()
    queue = [(-chain.covered, chain.start, at, chain) for at, chain in enumerate(chains)]
    heapq.heapify(queue)
    taken: list[Span] = []  # in letters
    chosen: list[ChosenStretch] = []
    while queue:
        _, _, at, chain = heapq.heappop(queue)
        free = list(_free(chain, taken))
        if free != [(chain.start, chain.end)]:
            for first, last in free:
                rest = chain.within(first, last)
                if rest is not None and rest.covered >= least:
                    heapq.heappush(queue, (-rest.covered, rest.start, at, rest))
            continue
        alike, cut = [chain], []
        while queue and queue[0][:2] == (-chain.covered, chain.start):
            other = heapq.heappop(queue)
            if list(_free(other[3], taken)) == [(other[3].start, other[3].end)]:
                alike.append(other[3])
            else:  # it goes on in what is taken
                cut.append(other)
        for other in cut:
            heapq.heappush(queue, other)
        low = max((last for _, last in taken if last <= chain.start), default=begin)
        high = min((first for first, _ in taken if first >= chain.end), default=finish)
        bounds = int(places[low]), int(places[high - 1]) + 1
        stretch = max(
            (_extended(text, places, chain, paragraphs, bounds=bounds, by=by) for chain in alike),
            key=lambda stretch: stretch.end - stretch.start,
        )
        chosen.append(stretch)
        first, last = places.searchsorted([stretch.start, stretch.end]).tolist()
        taken.append((first, last))
    return sorted(chosen)


def source_span(chain: Chain, source: Wording) -> Span:
    """Where a chain stands in the folded text of its paragraph."""
    first, last = chain.runs[0], chain.runs[-1]
    return source.span(first.source, last.source + last.length)


def _free(chain: Chain, taken: Sequence[Span]) -> Iterator[Span]:
    """What of a chain's letters is not taken."""
    at = chain.start
    for first, last in sorted(taken):
        if last <= at or first >= chain.end:
            continue
        if at < first:
            yield at, first
        at = max(at, last)
    if at < chain.end:
        yield at, chain.end


def _extended(
    text: str,
    places: Numbers,
    chain: Chain,
    paragraphs: Paragraphs,
    *,
    bounds: Span,
    by: Thresholds,
) -> ChosenStretch:
    """A chain with what beyond its n-grams agrees as well, within `bounds`."""
    source = paragraphs.wording(chain.doc)
    start, end = int(places[chain.start]), int(places[chain.end - 1]) + 1
    source_start, source_end = source_span(chain, source)
    before = text[max(bounds[0], start - by.flank) : start]
    behind = text[end : min(bounds[1], end + by.flank)]
    source_before = source.folded[max(0, source_start - by.flank) : source_start]
    start -= extent(before[::-1], source_before[::-1], by)
    end += extent(behind, source.folded[source_end : source_end + by.flank], by)
    return ChosenStretch(*without_scraps(text, *trimmed(text, start, end), by), chain)
