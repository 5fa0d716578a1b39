"""Runs of one paragraph and one region, joined where they belong to one stretch.

Between two runs of a stretch words may have been changed, added or dropped, as long as they are
few: both texts go on, and neither by more than the widest gap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from indexer.segments.postings import Numbers
from searcher.textmatch.seeding import Runs
from searcher.textmatch.thresholds import DEFAULT, Thresholds


class Run(NamedTuple):
    """Letters that an article and a paragraph share, `length` of them."""

    input: int
    source: int
    length: int


class Chain(NamedTuple):
    """Runs that belong together, in order.

    Attributes:
        doc: the number of the paragraph.
        runs: none overlaps another, on either side.
        covered: how many letters they have in all.
    """

    doc: int
    runs: tuple[Run, ...]

    @property
    def covered(self) -> int:
        return sum(run.length for run in self.runs)

    @property
    def start(self) -> int:
        """Where it begins among the letters of the article; `end` is where it ends."""
        return self.runs[0].input

    @property
    def end(self) -> int:
        return self.runs[-1].input + self.runs[-1].length

    def within(self, start: int, end: int) -> Chain | None:
        """What of it lies between two places among the letters of the article."""
        if start <= self.start and self.end <= end:
            return self
        kept = []
        for run in self.runs:
            first, last = max(run.input, start), min(run.input + run.length, end)
            if first < last:
                kept.append(Run(first, run.source + first - run.input, last - first))
        return Chain(self.doc, tuple(kept)) if kept else None

    def dense(self, by: Thresholds = DEFAULT) -> list[Chain]:
        """The parts of it between which more than a letter or two was changed."""
        parts: list[list[Run]] = []
        for run in self.runs:
            if parts and _gap(parts[-1][-1], run, by) <= by.slip:
                parts[-1].append(run)
            else:
                parts.append([run])
        return [Chain(self.doc, tuple(part)) for part in parts]

    def shifted(self, by: int) -> Chain:
        """The same runs where the letters of the article are counted from elsewhere."""
        return Chain(self.doc, tuple(run._replace(input=run.input + by) for run in self.runs))


def iter_chains(
    runs: Runs, regions: Numbers, least: Numbers, by: Thresholds = DEFAULT
) -> Iterator[tuple[int, Chain]]:
    """The chains of each region, in no certain order.

    Args:
        regions: where each region begins among the letters of the article; rising, from 0.
        least: how many letters a chain must cover, for each region.
    """
    of = regions.searchsorted(runs.inputs, "right") - 1
    order = np.lexsort((runs.sources, runs.inputs, runs.docs, of))
    docs, of = runs.docs[order], of[order]
    begins = np.ones(len(docs), bool)
    begins[1:] = (np.diff(docs) != 0) | (np.diff(of) != 0)
    firsts = np.flatnonzero(begins)
    if not len(firsts):
        return
    covered = np.add.reduceat(runs.lengths[order], firsts)
    kept = np.flatnonzero(covered >= least[of[firsts]])
    ends = np.append(firsts[1:], len(docs))
    inputs, sources, lengths = (
        column[order].tolist() for column in (runs.inputs, runs.sources, runs.lengths)
    )
    for group in kept.tolist():
        span = range(int(firsts[group]), int(ends[group]))
        region, doc = int(of[span.start]), int(docs[span.start])
        need = int(least[region])
        together = [Run(inputs[at], sources[at], lengths[at]) for at in span]
        for chain in _chains(doc, together, by):
            if chain.covered >= need:
                yield region, chain


def _chains(doc: int, runs: Iterable[Run], by: Thresholds) -> Iterator[Chain]:
    """The runs, which are ordered by their place in the article, as chains."""
    chains = _joined(([run] for run in runs), by)
    # What was too far from what came before it may be near enough to it with what came behind.
    return (Chain(doc, tuple(chain)) for chain in _joined(chains, by))


def _joined(parts: Iterable[list[Run]], by: Thresholds) -> list[list[Run]]:
    """Runs, each joined to those that are nearest before them, where they are near enough.

    Args:
        parts: ordered by where they begin in the article.
    """
    chains: list[list[Run]] = []
    near: list[list[Run]] = []
    for runs in parts:
        near = [chain for chain in near if runs[0].input - _end(chain[-1]) <= by.widest_gap]
        gaps = [_gap(chain[-1], runs[0], by) for chain in near]
        at = min(range(len(gaps)), key=gaps.__getitem__, default=None)
        if at is None or gaps[at] > _widest(near[at], runs, by):
            chains.append(list(runs))
            near.append(chains[-1])
            continue
        last, first = near[at][-1], runs[0]
        shared = max(_end(last) - first.input, last.source + last.length - first.source, 0)
        rest = Run(first.input + shared, first.source + shared, first.length - shared)
        near[at] += [rest, *runs[1:]]
    return chains


def _widest(one: list[Run], other: list[Run], by: Thresholds) -> float:
    covered = sum(run.length for run in (*one, *other))
    return min(by.widest_gap, covered * by.bridged)


def _gap(one: Run, other: Run, by: Thresholds) -> int:
    """How many letters stand between two runs, on the side where there are more; more than the
    widest gap where the second does not follow the first."""
    input = other.input - _end(one)
    source = other.source - one.source - one.length
    overlap = min(input, source, 0)
    if other.source <= one.source or other.input <= one.input or -overlap >= other.length:
        return by.widest_gap + 1
    return max(input - overlap, source - overlap)


def _end(run: Run) -> int:
    return run.input + run.length
