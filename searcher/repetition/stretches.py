"""What two paragraphs say alike: their shared runs joined, widened, and compared letter by letter.

Runs that follow each other closely in both are one stretch. A stretch goes on beyond its runs as
far as the texts resemble each other, and then to the ends of the clauses. Its runs are known to
agree, so only what lies between and beside them has to be aligned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from indexer.folding import FoldedText
from searcher.repetition.pairing import Run
from searcher.repetition.results import SharedRun, Stretch
from searcher.repetition.wording import Wording
from searcher.results import Span
from searcher.tracing.alignment import align, extent
from searcher.tracing.letters import is_letter
from searcher.tracing.results import Edit, EditKind
from searcher.tracing.wording import CLAUSE_END

_GAP = 40
"""Runs with so many letters between them, in either text, are still one stretch."""

_FLANK = 60
"""So many characters before and behind the runs are looked at."""

_CLAUSE = 24
"""So many characters away, what ends a clause is still looked for."""

_ENDS = frozenset(CLAUSE_END + '"')

_PINNED = 200
"""In a run, so many letters are aligned at once."""


class FoldedStretch(NamedTuple):
    """A stretch in characters of the folded texts."""

    input: Span
    source: Span
    edits: tuple[Edit, ...]


def folded_stretches(
    input: Wording, source: Wording, runs: Sequence[Run]
) -> tuple[FoldedStretch, ...]:
    """The stretches of two wordings that share `runs`, in the order of `input`.

    The other way round they are the same, the other way round.
    """
    if source[:2] < input[:2]:
        turned = sorted(Run(run.source, run.input, run.length) for run in runs)
        return tuple(sorted(map(_turned, folded_stretches(source, input, turned))))
    return tuple(sorted(_stretch(input, source, chain) for chain in _chains(runs)))


def original_stretch(stretch: FoldedStretch, input: FoldedText, source: FoldedText) -> Stretch:
    """A stretch in characters of the texts that were folded."""
    edits = tuple(
        Edit(
            edit.op,
            _original(input, edit.input, stretch.input[1]),
            _original(source, edit.source, stretch.source[1]),
        )
        for edit in stretch.edits
    )
    return Stretch(
        input.original_span(*stretch.input), source.original_span(*stretch.source), edits
    )


def original_run(
    run: Run, input: tuple[Wording, FoldedText], source: tuple[Wording, FoldedText]
) -> SharedRun:
    """A run in characters of the texts that were folded."""
    return SharedRun(
        letters_span(*input, run.input, run.length),
        letters_span(*source, run.source, run.length),
        run.length,
    )


def letters_span(wording: Wording, folded: FoldedText, first: int, count: int) -> Span:
    """Where some letters of a wording, at least one, stand in the original text."""
    last = int(wording.places[first + count - 1])
    return folded.original_span(int(wording.places[first]), last + 1)


def _chains(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs, those together that follow each other closely in both texts."""
    chains: list[list[Run]] = []
    for run in sorted(runs):
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and run.input - last.input - last.length <= _GAP
            and 0 <= run.source - last.source - last.length <= _GAP
        ):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _stretch(input: Wording, source: Wording, chain: Sequence[Run]) -> FoldedStretch:
    cuts = list(_cuts(input, source, chain))
    cuts.insert(0, _widened(input.folded, source.folded, cuts[0], -1))
    cuts.append(_widened(input.folded, source.folded, cuts[-1], 1))
    edits: list[Edit] = []
    for (first, theirs), (last, beyond) in pairwise(cuts):
        ours, other = input.folded[first:last], source.folded[theirs:beyond]
        parts = (
            [Edit("equal", (0, len(ours)), (0, len(ours)))] if ours == other else align(ours, other)
        )
        for op, span, span_there in parts:
            _append(
                edits,
                Edit(op, _shifted(span, first), _shifted(span_there, theirs)),
            )
    return FoldedStretch((cuts[0][0], cuts[-1][0]), (cuts[0][1], cuts[-1][1]), tuple(edits))


def _append(edits: list[Edit], edit: Edit) -> None:
    """Put an edit behind the others, or make it part of the last where that is of its kind."""
    if edits and edits[-1].op == edit.op:
        last = edits.pop()
        edit = Edit(edit.op, (last.input[0], edit.input[1]), (last.source[0], edit.source[1]))
    if edit.input[0] < edit.input[1] or edit.source[0] < edit.source[1]:
        edits.append(edit)


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by


def _cuts(input: Wording, source: Wording, chain: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Places in both folded texts that correspond: letters of the runs, and the ends of these."""
    for run in chain:
        for at in range(0, run.length, _PINNED):
            yield int(input.places[run.input + at]), int(source.places[run.source + at])
        last = run.length - 1
        yield (
            int(input.places[run.input + last]) + 1,
            int(source.places[run.source + last]) + 1,
        )


def _widened(input: str, source: str, cut: tuple[int, int], step: int) -> tuple[int, int]:
    """A cut as far before the runs (`step` -1) or behind them (1) as the stretch goes."""
    ours, theirs = _beside(input, cut[0], step), _beside(source, cut[1], step)
    return (
        cut[0] + step * _clause_end(ours, extent(ours, theirs)),
        cut[1] + step * _clause_end(theirs, extent(theirs, ours)),
    )


def _beside(text: str, at: int, step: int) -> str:
    """What stands beside a place, in the order in which one goes away from it."""
    return text[at : at + _FLANK] if step > 0 else text[max(0, at - _FLANK) : at][::-1]


def _clause_end(beside: str, start: int) -> int:
    """Where the clause ends that the character before `start` is in; `start` where that is too far.

    A mark that both texts have at `start` is where they part, so it ends the clause before it.
    """
    while start and not is_letter(beside[start - 1]):
        start -= 1
    for at in range(start, min(start + _CLAUSE, len(beside))):
        if beside[at] in _ENDS:
            return at
    return len(beside) if len(beside) < min(start + _CLAUSE, _FLANK) else start


def _turned(stretch: FoldedStretch) -> FoldedStretch:
    edits = (Edit(_TURNED[edit.op], edit.source, edit.input) for edit in stretch.edits)
    return FoldedStretch(stretch.source, stretch.input, tuple(edits))


_TURNED: dict[EditKind, EditKind] = {
    "equal": "equal",
    "replace": "replace",
    "insert": "delete",
    "delete": "insert",
}


def _original(folded: FoldedText, span: Span, end: int) -> Span:
    """A span of the folded text that may be empty, in a stretch that goes to `end`."""
    start, stop = (folded.origins[at] if at < end else folded.origins[end - 1] + 1 for at in span)
    return start, stop
