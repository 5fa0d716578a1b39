"""From the regions of an article to what they turn out to be, a bounded number of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from searcher.textmatch.letters import SEPARATOR, letters_of
from searcher.textmatch.runs import Chain, iter_chains
from searcher.textmatch.thresholds import DEFAULT
from searcher.tracing.candidates import Candidates
from searcher.tracing.regions import Region
from searcher.tracing.running_text import judge_text, least_letters
from searcher.tracing.shown import judge_quotation
from searcher.tracing.stretches import Piece
from searcher.tracing.verdicts import Found, Missing

_AT_ONCE = 1 << 16
"""So many characters are traced at once, or one region that is longer: memory does not grow with
the article."""


_SEPARATOR = np.array([SEPARATOR], np.uint32)


class Shortest(NamedTuple):
    """The fewest folded characters of a quotation that is not shown as one, and of one that is."""

    in_text: int = DEFAULT.shortest_in_text
    in_marks: int = DEFAULT.shortest_in_marks


class Judged(NamedTuple):
    """A region, and what it turned out to be."""

    region: Region
    parts: Sequence[Found | Missing]


def judge_regions(
    regions: Sequence[Region], candidates: Candidates, shortest: Shortest
) -> Iterator[Judged]:
    """What each of the regions turns out to be, in order."""
    for batch in _batches(regions):
        pieces = _pieces(batch, candidates, shortest)
        for region, piece in candidates.texts.releasing(zip(batch, pieces, strict=True), every=1):
            parts = (
                judge_quotation(piece, candidates)
                if region.quoted
                else judge_text(piece, candidates, shortest.in_text)
            )
            yield Judged(region, tuple(parts))


def _batches(regions: Sequence[Region]) -> Iterator[Sequence[Region]]:
    first = size = 0
    for at, region in enumerate(regions):
        if size and size + len(region.text) > _AT_ONCE:
            yield regions[first:at]
            first, size = at, 0
        size += len(region.text)
    if first < len(regions):
        yield regions[first:]


def _pieces(
    regions: Sequence[Region], candidates: Candidates, shortest: Shortest
) -> Iterator[Piece]:
    """Each of the regions with what it shares with the collection."""
    by = candidates.by
    # What is quoted again and again is looked for once, and does not become common by that.
    texts = list(dict.fromkeys((region.text, region.quoted) for region in regions))
    letters = [letters_of(text) for text, _ in texts]
    joined = np.concatenate([codes for one in letters for codes in (one.codes, _SEPARATOR)])[:-1]
    sizes = np.array([len(one.codes) + 1 for one in letters])
    starts = np.cumsum(sizes) - sizes
    least = np.array(
        [
            least_letters(shortest.in_marks if quoted else shortest.in_text, by)
            for _, quoted in texts
        ]
    )
    chains: list[list[Chain]] = [[] for _ in texts]
    for at, chain in iter_chains(candidates.texts.sharing(joined, by), starts, least, by):
        chains[at].append(chain.shifted(-int(starts[at])))
    places = {text: at for at, text in enumerate(texts)}
    for region in regions:
        at = places[region.text, region.quoted]
        span = (0, len(region.text))
        yield Piece(region.text, letters[at].places, chains[at], span)
