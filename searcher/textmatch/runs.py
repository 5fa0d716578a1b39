"""The runs of letters that two texts share, and the chains of those that belong to one stretch.

Two texts share a run of `length` letters exactly when both contain one of that length; that depends
on the two alone, and is the same either way round. Which runs are returned, where they overlap, is
decided as in greedy string tiling (Wise 1993): the longest first, and of what overlaps it only the
rest. What occurs in a text several times counts once, at its first place, so that the work grows
with the length of the texts and not with its square.

    >>> tiled_runs("没有网络安全就没有国家安全", "网络安全就没有", 4)
    (Run(input=2, source=0, length=7),)

The runs that a region of an article shares with a paragraph are chained. Between two runs of a
chain words may have been changed, added or left out, as long as they are few: both texts go on, and
neither by more than the widest gap.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.span import Span
from searcher.textmatch.paragraphs import Wording
from searcher.textmatch.seeding import SharedRuns
from searcher.textmatch.thresholds import DEFAULT, Thresholds


class Run(NamedTuple):
    """Letters that two texts share.

    Attributes:
        input: where they begin among the letters of the one text.
        source: where they begin among those of the other.
        length: the number of letters.
    """

    input: int
    source: int
    length: int


class Chain(NamedTuple):
    """Runs that belong together, in order.

    Attributes:
        doc: the number of the paragraph.
        runs: none overlaps another, on either side.
    """

    doc: int
    runs: tuple[Run, ...]

    @property
    def covered(self) -> int:
        """The number of letters of all runs."""
        return sum(run.length for run in self.runs)

    @property
    def start(self) -> int:
        """Where it begins among the letters of the article."""
        return self.runs[0].input

    @property
    def end(self) -> int:
        """Where it ends among the letters of the article."""
        return self.runs[-1].input + self.runs[-1].length

    def within(self, start: int, end: int) -> Chain | None:
        """The part of it between two places among the letters of the article, None without one."""
        if start <= self.start and self.end <= end:
            return self
        kept = []
        for run in self.runs:
            first, last = max(run.input, start), min(run.input + run.length, end)
            if first < last:
                kept.append(Run(first, run.source + first - run.input, last - first))
        return Chain(self.doc, tuple(kept)) if kept else None

    def dense(self, by: Thresholds = DEFAULT) -> list[Chain]:
        """The parts of it between which more than a slip was changed."""
        parts: list[list[Run]] = []
        for run in self.runs:
            if parts and _gap(parts[-1][-1], run, by) <= by.slip:
                parts[-1].append(run)
            else:
                parts.append([run])
        return [Chain(self.doc, tuple(part)) for part in parts]

    def source_span(self, source: Wording) -> Span:
        """Where it is in the folded text of its paragraph."""
        first, last = self.runs[0], self.runs[-1]
        return source.span(first.source, last.source + last.length)

    def shifted(self, by: int) -> Chain:
        """The same runs where the letters of the article are counted from elsewhere."""
        return Chain(self.doc, tuple(run._replace(input=run.input + by) for run in self.runs))


def tiled_runs(text: str, source: str, length: int) -> tuple[Run, ...]:
    """The runs of at least `length` letters, in the order of `text`; none overlaps another.

    `tiled_runs(source, text, length)` returns the same ones, the other way round.
    """
    if source < text:
        turned = tiled_runs(source, text, length)
        return tuple(sorted(Run(run.source, run.input, run.length) for run in turned))
    return tuple(sorted(_tiles(list(_longest(text, source, length)), length)))


def iter_chains(
    runs: SharedRuns, regions: Numbers, least: Numbers, by: Thresholds = DEFAULT
) -> Iterator[tuple[int, Chain]]:
    """The chains of each region, with the number of the region, in no certain order.

    Args:
        runs: the runs of an article.
        regions: where each region begins among the letters of the article; sorted, from 0.
        least: for each region, the least number of letters that a chain covers.
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


def _longest(text: str, source: str, length: int) -> Iterator[Run]:
    """Every run that cannot be made longer and contains the first place of some letters in both."""
    places: dict[str, int] = {}
    for at in range(len(text) - length + 1):
        places.setdefault(text[at : at + length], at)
    reached: dict[int, int] = {}  # for each diagonal, how far in `source` a run on it goes
    for at in range(len(source) - length + 1):
        place = places.pop(source[at : at + length], None)
        if place is None or reached.get(place - at, 0) >= at + length:
            continue
        before, after = 0, length
        while before < min(place, at) and text[place - before - 1] == source[at - before - 1]:
            before += 1
        most = min(len(text) - place, len(source) - at)
        while after < most and text[place + after] == source[at + after]:
            after += 1
        reached[place - at] = at + after
        yield Run(place - before, at - before, before + after)


def _tiles(runs: list[Run], length: int) -> Iterator[Run]:
    """The longest run, then the longest of the rest beside it, and so on."""
    queue = [(-run.length, run) for run in runs]
    heapq.heapify(queue)
    inputs, sources = _Taken(), _Taken()
    while queue:
        _, run = heapq.heappop(queue)
        pieces = list(_free(run, inputs, sources))
        if pieces == [run]:
            inputs.take(run.input, run.input + run.length)
            sources.take(run.source, run.source + run.length)
            yield run
            continue
        for piece in pieces:
            if piece.length >= length:
                heapq.heappush(queue, (-piece.length, piece))


def _free(run: Run, inputs: _Taken, sources: _Taken) -> Iterator[Run]:
    """The parts of a run that are taken in neither text."""
    for start, end in inputs.free(run.input, run.input + run.length):
        shift = run.source - run.input
        for first, last in sources.free(start + shift, end + shift):
            yield Run(first - shift, first, last - first)


class _Taken:
    """Spans of a text that do not overlap."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> None:
        """Take a span of which nothing is taken yet."""
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def free(self, start: int, end: int) -> Iterator[Span]:
        """The parts of a span that are not taken."""
        for at in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            if start < self._starts[at]:
                yield start, self._starts[at]
            start = self._ends[at]
        if start < end:
            yield start, end


def _chains(doc: int, runs: Iterable[Run], by: Thresholds) -> Iterator[Chain]:
    """The runs, which are ordered by their place in the article, as chains."""
    chains = _chained(([run] for run in runs), by)
    # What was too far from what came before it may be near enough to it with what came after.
    return (Chain(doc, tuple(chain)) for chain in _chained(chains, by))


def _chained(parts: Iterable[list[Run]], by: Thresholds) -> list[list[Run]]:
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
    """The widest gap, in letters, that may be between two parts of a chain."""
    covered = sum(run.length for run in (*one, *other))
    return min(by.widest_gap, covered * by.bridged)


def _gap(one: Run, other: Run, by: Thresholds) -> int:
    """The number of letters between two runs, on the side where there are more; more than the
    widest gap where the second does not follow the first."""
    ours = other.input - _end(one)
    theirs = other.source - one.source - one.length
    overlap = min(ours, theirs, 0)
    if other.source <= one.source or other.input <= one.input or -overlap >= other.length:
        return by.widest_gap + 1
    return max(ours - overlap, theirs - overlap)


def _end(run: Run) -> int:
    return run.input + run.length
