"""Which marks in a text are marks of its notes, and the text without them.

In a text with notes: those that are written as most of them are and have the number of a note. In
one without: those that can be nothing else. Never the numbers of a list, whether its items are
lines or stand in one sentence (①…；②…).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.facts.apparatus.notes import NoteGroup
from indexer.formats.blocks import Block
from indexer.text.note_marks import Family, NoteMark, note_marks, taken_out

_Marks = dict[int, list[NoteMark]]
"""What can be a mark, by the place of the block."""

_ALIKE = 2  # the labels' way of writing marks must cover half as many notes as the best one
_ITEMS = ("ring", "round ring", "square", "superscript")


def possible_marks(blocks: Sequence[Block]) -> dict[int, list[NoteMark]]:
    """What can be a mark in each of `blocks`, by its place, and is not what the block begins with.

    The blocks without any are left out.
    """
    found: _Marks = {}
    for place, block in enumerate(blocks):
        if block.form in ("code", "note"):
            continue
        begins = len(block.text) - len(block.text.lstrip())
        if marks := [mark for mark in note_marks(block.text) if mark.start > begins]:
            found[place] = marks
    return found


def without_marks(
    blocks: Sequence[Block], marks: Mapping[int, list[NoteMark]], groups: Sequence[NoteGroup]
) -> list[Block]:
    """`blocks` with the marks of notes lifted out of those that are no notes."""
    done = list(blocks)
    found_in = _Places(marks, sorted(marks))
    start = 0
    habits: set[Family] = set()
    for group in groups:
        found = found_in.within(group.text)
        if family := _family(found, group):
            habits.add(family)
        if group.numbers:
            _lift(done, _of_notes(found, group, family))
        else:  # a star, or what the text was printed from
            _lift(done, _beside_stars(found, group, _alone(found, habits)))
        start = max((group.text.stop, *group.notes)) + 1
    _lift(done, _alone(found_in.within(range(start, len(blocks))), habits))
    return done


@dataclass(frozen=True, slots=True)
class _Places:
    """What can be a mark, in the order of the blocks."""

    marks: Mapping[int, list[NoteMark]]
    places: Sequence[int]

    def within(self, stretch: range) -> _Marks:
        """Those of a stretch of blocks."""
        first = bisect_left(self.places, stretch.start)
        last = bisect_left(self.places, stretch.stop)
        return {place: self.marks[place] for place in self.places[first:last]}


def _lift(blocks: list[Block], chosen: _Marks) -> None:
    for place, marks in chosen.items():
        if marks:
            blocks[place] = _lifted(blocks[place], marks)


def _lifted(block: Block, marks: Sequence[NoteMark]) -> Block:
    """A block, and the lines that it was joined from, without marks."""
    lifted = taken_out(block.text, marks)
    written = {mark for _, mark in lifted.marks}
    parts = tuple(
        _lifted(part, found)
        if (
            found := [
                one for one in note_marks(part.text) if part.text[one.start : one.end] in written
            ]
        )
        else part
        for part in block.parts
    )
    return replace(block, text=lifted.text, marks=lifted.marks, parts=parts)


def _of_notes(found: _Marks, group: NoteGroup, family: Family | None) -> _Marks:
    """The marks of the notes of a group."""
    last = max(group.numbers, default=0)
    listed = {place: _listed(marks) for place, marks in found.items()}
    chosen: _Marks = {}
    for place, marks in found.items():
        chosen[place] = [
            mark
            for mark in marks
            if mark not in listed[place] and _is_of_notes(mark, group, family, last)
        ]
    return _without_repeated(chosen, group)


def _is_of_notes(mark: NoteMark, group: NoteGroup, family: Family | None, last: int) -> bool:
    if mark.family == "star":
        return _is_of_star(mark, group)
    if not mark.chinese and not mark.tight:
        return False
    if mark.family in ("bracket", "named"):
        return True
    if mark.family != family or mark.number is None:
        return False
    return mark.number in group.numbers or (not mark.at_item and mark.number <= last)


def _is_of_star(mark: NoteMark, group: NoteGroup) -> bool:
    if mark.family != "star" or not group.families["star"]:
        return False
    return mark.chinese and (mark.tight or not mark.at_item)


def _beside_stars(found: _Marks, group: NoteGroup, others: _Marks) -> _Marks:
    """The stars that are marks of the notes of a group, and what else was chosen."""
    chosen = {place: set(marks) for place, marks in others.items()}
    return {
        place: [mark for mark in marks if mark in chosen[place] or _is_of_star(mark, group)]
        for place, marks in found.items()
    }


def _family(found: _Marks, group: NoteGroup) -> Family | None:
    """How the marks of the notes are written: as the labels, or as most of them that fit."""
    fitting: defaultdict[Family, set[int]] = defaultdict(set)
    for marks in found.values():
        for mark in marks:
            if mark.number is not None and mark.number in group.numbers and mark.chinese:
                fitting[mark.family].add(mark.number)
    if not fitting:
        return None
    best = max(fitting, key=lambda family: len(fitting[family]))
    labels = [family for family, _ in group.families.most_common() if family in fitting]
    for family in labels:
        if family is not None and _ALIKE * len(fitting[family]) >= len(fitting[best]):
            return family
    return best


def _listed(marks: Sequence[NoteMark]) -> set[NoteMark]:
    """Those of one block that number the items of a list in it: 1 and 2, where items can begin."""
    listed: set[NoteMark] = set()
    for family in _ITEMS:
        row = [mark for mark in marks if mark.family == family and mark.at_item]
        for one, other in pairwise(row):
            if one.number is not None and other.number == one.number + 1:
                listed |= {one, other}
    return listed


def _without_repeated(chosen: _Marks, group: NoteGroup) -> _Marks:
    """`chosen` without lists inside sentences whose numbers are those of notes, too.

    More marks of a number than notes: then those are left that stand where only marks stand.
    """
    counts = Counter(mark.number for marks in chosen.values() for mark in marks)
    done: _Marks = {}
    for place, marks in chosen.items():
        row = [mark.number for mark in marks if mark.family in ("ring", "round ring")]
        numbers = [number for number in row if number is not None]
        is_list = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
        done[place] = [
            mark
            for mark in marks
            if not (
                is_list
                and mark.number is not None
                and counts[mark.number] > group.numbers[mark.number]
                and not mark.tight
            )
        ]
    return done


def _alone(found: _Marks, habits: Set[Family]) -> _Marks:
    """The marks in a text without notes: those that can be nothing else.

    `habits` is how the marks of the texts before it are written.
    """
    squares = _in_order(found, "square")
    superscripts = _in_order(found, "superscript", first=1)
    listed = {place: _listed(marks) for place, marks in found.items()}
    return {
        place: [
            mark
            for mark in marks
            if mark.chinese
            and mark not in listed[place]
            and (
                mark.family in ("bracket", "named")
                or (mark.family in habits and not mark.at_item)
                or (squares and mark.family == "square" and not mark.at_item)
                or (superscripts and mark.family == "superscript" and not mark.at_item)
            )
        ]
        for place, marks in found.items()
    }


def _in_order(found: _Marks, family: Family, first: int | None = None) -> bool:
    """Whether all of one way of writing follow Chinese and their numbers never go back."""
    row = [mark for marks in found.values() for mark in marks if mark.family == family]
    numbers = [mark.number for mark in row if mark.number is not None]
    return (
        bool(numbers)
        and all(mark.chinese for mark in row)
        and numbers == sorted(numbers)
        and first in (None, numbers[0])
    )
