"""The runs of letters that two texts share.

Two texts share a run of `length` letters exactly when one so long stands in both; that is told by
the two alone, and either way round. Which runs are told of, where they overlap, is decided as in
greedy string tiling (Wise 1993): the longest first, and of what overlaps it only the rest. What
stands in a text several times counts once, at its first place, so that the work grows with the
length of the texts and not with its square.

    >>> shared_runs("没有网络安全就没有国家安全", "网络安全就没有", 4)
    (Run(input=2, source=0, length=7),)
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from indexer.text.span import Span


class Run(NamedTuple):
    """Where a run begins among the letters of either text, and how many letters it has."""

    input: int
    source: int
    length: int


def shared_runs(input: str, source: str, length: int) -> tuple[Run, ...]:
    """The runs of at least `length` letters, in the order of `input`; none overlaps another.

    `shared_runs(source, input, length)` gives the same ones, the other way round.
    """
    if source < input:
        turned = shared_runs(source, input, length)
        return tuple(sorted(Run(run.source, run.input, run.length) for run in turned))
    return tuple(sorted(_tiles(list(_longest(input, source, length)), length)))


def _longest(input: str, source: str, length: int) -> Iterator[Run]:
    """Every run that cannot be made longer and holds the first place of some letters in both."""
    places: dict[str, int] = {}
    for at in range(len(input) - length + 1):
        places.setdefault(input[at : at + length], at)
    reached: dict[int, int] = {}  # for each diagonal, how far in `source` a run on it goes
    for at in range(len(source) - length + 1):
        place = places.pop(source[at : at + length], None)
        if place is None or reached.get(place - at, 0) >= at + length:
            continue
        before, behind = 0, length
        while before < min(place, at) and input[place - before - 1] == source[at - before - 1]:
            before += 1
        most = min(len(input) - place, len(source) - at)
        while behind < most and input[place + behind] == source[at + behind]:
            behind += 1
        reached[place - at] = at + behind
        yield Run(place - before, at - before, before + behind)


def _tiles(runs: list[Run], length: int) -> Iterator[Run]:
    """The longest run, then the longest of what is left beside it, and so on."""
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
        at = bisect_left(self._starts, start)
        self._starts.insert(at, start)
        self._ends.insert(at, end)

    def free(self, start: int, end: int) -> Iterator[Span]:
        """What of a span is not taken."""
        for at in range(bisect_right(self._ends, start), bisect_left(self._starts, end)):
            if start < self._starts[at]:
                yield start, self._starts[at]
            start = self._ends[at]
        if start < end:
            yield start, end
