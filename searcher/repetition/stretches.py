"""What two paragraphs say alike: their shared runs joined and widened as far as the texts agree.

Runs that follow each other closely in both are one stretch. A stretch goes on beyond its runs as
far as the texts resemble each other, but not into another stretch. Its runs are known to agree, so
only what lies between and beside them has to be aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.text.span import Span
from searcher.repetition.thresholds import DEFAULT, Thresholds
from searcher.textmatch.alignment import align, extent
from searcher.textmatch.paragraphs import Wording
from searcher.textmatch.runs import Run


class Alike(NamedTuple):
    """A part that two folded texts have in common.

    Attributes:
        input: where it begins in the one text.
        source: where it begins in the other.
        length: the number of characters.
    """

    input: int
    source: int
    length: int


FoldedStretch = tuple[Alike, ...]
"""The parts of a stretch that are the same, in order; between them the texts differ. There is at
least a run."""


def folded_stretches(
    text: Wording, source: Wording, runs: Sequence[Run], by: Thresholds = DEFAULT
) -> tuple[FoldedStretch, ...]:
    """The stretches of two texts that share `runs`, in the order of `text`.

    Those of `source` and `text` are the same, turned round. They overlap in neither text.
    """
    if source[:2] < text[:2]:
        turned = sorted(Run(run.source, run.input, run.length) for run in runs)
        return tuple(sorted(map(_turned, folded_stretches(source, text, turned, by))))
    return tuple(_stretches(text, source, _chains(runs, by.gap), by))


def _turned(stretch: FoldedStretch) -> FoldedStretch:
    return tuple(Alike(part.source, part.input, part.length) for part in stretch)


def _chains(runs: Sequence[Run], widest: int) -> list[list[Run]]:
    """The runs, those together that follow each other closely in both texts, none between them."""
    there = sorted(runs, key=lambda run: run.source)
    following = dict(pairwise(there))
    chains: list[list[Run]] = []
    for run in sorted(runs):
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and following.get(last) == run
            and run.input - last.input - last.length <= widest
            and run.source - last.source - last.length <= widest
        ):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _stretches(
    text: Wording, source: Wording, chains: Sequence[Sequence[Run]], by: Thresholds
) -> Iterator[FoldedStretch]:
    cuts = [list(_cuts(text, source, chain, by.pinned)) for chain in chains]
    ours = _Row([(each[0][0], each[-1][0]) for each in cuts], len(text.folded))
    theirs = _Row([(each[0][1], each[-1][1]) for each in cuts], len(source.folded))
    for at, inner in enumerate(cuts):
        room, room_there = ours.room(at), theirs.room(at)
        before = _reach(
            _before(text.folded, inner[0][0], room[0], by.flank),
            _before(source.folded, inner[0][1], room_there[0], by.flank),
        )
        after = _reach(
            _after(text.folded, inner[-1][0], room[1], by.flank),
            _after(source.folded, inner[-1][1], room_there[1], by.flank),
        )
        first = inner[0][0] - before[0], inner[0][1] - before[1]
        last = inner[-1][0] + after[0], inner[-1][1] + after[1]
        ours.spans[at], theirs.spans[at] = (first[0], last[0]), (first[1], last[1])
        yield tuple(_alike(text.folded, source.folded, [first, *inner, last]))


class _Row:
    """Spans of a text of `size` characters that do not overlap, and the room between them."""

    def __init__(self, spans: Sequence[Span], size: int) -> None:
        self.spans = list(spans)
        self._order = sorted(range(len(spans)), key=spans.__getitem__)
        self._places = {at: place for place, at in enumerate(self._order)}
        self._size = size

    def room(self, at: int) -> Span:
        """How far a span may reach: up to its neighbours as they are now."""
        place = self._places[at]
        start = self.spans[self._order[place - 1]][1] if place else 0
        last = place == len(self._order) - 1
        return start, self._size if last else self.spans[self._order[place + 1]][0]


def _cuts(
    text: Wording, source: Wording, chain: Sequence[Run], pinned: int
) -> Iterator[tuple[int, int]]:
    """Places in both folded texts that correspond: letters of the runs, and the ends of these."""
    for run in chain:
        for at in range(0, run.length, pinned):
            yield int(text.places[run.input + at]), int(source.places[run.source + at])
        last = run.length - 1
        yield (
            int(text.places[run.input + last]) + 1,
            int(source.places[run.source + last]) + 1,
        )


def _before(text: str, at: int, bound: int, flank: int) -> str:
    """What is before a place, down to a bound, in the order in which one goes away from it."""
    return text[max(bound, at - flank) : at][::-1]


def _after(text: str, at: int, bound: int, flank: int) -> str:
    return text[at : min(bound, at + flank)]


def _reach(ours: str, theirs: str) -> tuple[int, int]:
    """The numbers of characters of two texts, which go on from a stretch, that belong to it."""
    length = extent(ours, theirs)
    if ours[:length] == theirs[:length]:
        return length, length  # mostly, and looking at it the other way takes as long again
    return length, extent(theirs, ours)


def _alike(text: str, source: str, cuts: Sequence[tuple[int, int]]) -> Iterator[Alike]:
    """What is the same between cuts, those parts as one that touch in both texts."""
    begun: Alike | None = None
    for part in _equal_parts(text, source, cuts):
        if begun is None:
            begun = part
        elif (begun.input + begun.length, begun.source + begun.length) == part[:2]:
            begun = begun._replace(length=begun.length + part.length)
        else:
            yield begun
            begun = part
    if begun is not None:
        yield begun


def _equal_parts(text: str, source: str, cuts: Sequence[tuple[int, int]]) -> Iterator[Alike]:
    for (first, theirs), (last, beyond) in pairwise(cuts):
        ours, other = text[first:last], source[theirs:beyond]
        if ours == other:
            yield Alike(first, theirs, len(ours))
            continue
        for edit in align(ours, other):
            if edit.op == "equal":
                length = edit.input[1] - edit.input[0]
                yield Alike(first + edit.input[0], theirs + edit.source[0], length)
