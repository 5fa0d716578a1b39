"""Which blocks are notes, and which text each group of them belongs to.

Under a heading (注释) every labelled block is a note, and what goes on from one. Without a heading
a block is one only if a mark of its number stands in the text before it: list items are numbered
with the same characters, but nothing refers to them from inside a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from indexer.facts.apparatus.labels import (
    Label,
    is_about,
    is_heading,
    is_written_about,
    names_print,
    names_volume,
    read_label,
    read_number,
)
from indexer.formats.blocks import Block
from indexer.text.note_marks import Family, NoteMark
from indexer.text.typography import ends_sentence

NOTES_HEADING = 2
"""The level of a heading above notes that the format does not know for one."""

_BEGINS_WITHIN = 2  # blocks after the heading
_MOST_BETWEEN = 6  # blocks that go on from a note, before the next one
_MOST_AFTER = 2  # blocks that go on from the last note
_LONGEST_TITLE = 40  # characters
_FEWEST_ABOVE = 4  # blocks of a text, with its title, above the line that names its volume
_HEAD = 6  # blocks in which a title and what is written about the text stand


@dataclass(slots=True)
class NoteGroup:
    """Notes that stand together, and the text that they belong to.

    Attributes:
        text: the places of the blocks from the group before it up to this one.
        heading: the place of the heading above the notes.
        notes: the places of the notes and of what goes on from them.
        firsts: the places at which a note begins.
        numbers: how many notes have each number.
        families: how many labels are written in each way.
    """

    text: range
    heading: int | None = None
    notes: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    numbers: Counter[int] = field(default_factory=Counter)
    families: Counter[Family | None] = field(default_factory=Counter)

    def add(self, place: int, label: Label) -> None:
        """Add a note that begins at `place`."""
        self.notes.append(place)
        self.firsts.append(place)
        self.families[label.family] += 1
        if label.number is not None:
            self.numbers[label.number] += 1


def find_notes(blocks: Sequence[Block], marks: Mapping[int, Sequence[NoteMark]]) -> list[NoteGroup]:
    """The groups of notes among `blocks`, in their order.

    Args:
        blocks: the text.
        marks: what can be a mark in it, by the place of the block.
    """
    finder = _Finder(blocks, marks)
    place = 0
    while place < len(blocks):
        place = finder.take(place)
    return finder.groups


def _refers_to_next(marks: Sequence[NoteMark], group: NoteGroup) -> bool:
    """Whether one of the marks has the number that the next note of a group would have."""
    if not marks:
        return False
    expected = max(group.numbers, default=0) + 1
    return any(mark.number == expected and mark.chinese and not mark.at_item for mark in marks)


class _Finder:
    """Walks through the blocks and keeps what stood before."""

    def __init__(self, blocks: Sequence[Block], marks: Mapping[int, Sequence[NoteMark]]) -> None:
        self.groups: list[NoteGroup] = []
        self._blocks = blocks
        self._found = marks
        self._start = 0  # of the text that the next group belongs to
        self._marks: dict[int, list[NoteMark]] = {}  # by number, since then
        self._stars = False
        self._unnumbered = False
        self._attributed = 0  # the place after the last line that names a volume

    def take(self, place: int) -> int:
        """Read what begins at `place`; returns the place after it."""
        block = self._blocks[place]
        if block.form == "code":
            return place + 1
        if is_heading(block.text) and (after := self._section(place)):
            return after
        if label := self._alone(place):
            return self._note(place, label)
        self._remember(place)
        return place + 1

    def _alone(self, place: int) -> Label | None:
        """The label of a note without a heading, None where a block is none."""
        block = self._blocks[place]
        label = read_label(block.text)
        if block.form == "note":
            return label or Label("named", None)
        if block.level:
            return None
        if label is not None and self._is_note(place, label):
            return label
        apparatus = (
            names_print(block.text)
            or self._tells_what_it_is(place)
            or (names_volume(block.text) and self._ends_text(place))
        )
        return Label("star", None) if apparatus else None

    def _remember(self, place: int) -> None:
        """Keep what can be a mark in a block of text."""
        for mark in self._found.get(place, ()):
            if mark.family == "star":
                self._stars = self._stars or (mark.chinese and mark.tight)
            elif mark.number is None:
                self._unnumbered = True
            else:
                self._marks.setdefault(mark.number, []).append(mark)

    def _section(self, heading: int) -> int | None:
        """The notes under a heading; None where it is the heading of something else."""
        blocks = self._blocks
        first = next(
            (
                place
                for place in range(heading + 1, min(heading + 1 + _BEGINS_WITHIN, len(blocks)))
                if self._label(place, numbered=True) and not blocks[place].level
            ),
            None,
        )
        if first is None:
            return None
        label = self._label(first, numbered=True)
        numbered = label is not None and label.family is None
        group = NoteGroup(range(self._start, heading), heading)
        last = heading
        for place in range(first, self._end(heading)):
            label = self._label(place, numbered=numbered)
            if label is None:
                if self._goes_on(place, last):
                    group.notes.extend(range(last + 1, place + 1))
                    last = place
                elif _refers_to_next(self._found.get(place, ()), group):
                    break  # it is text again, with notes of its own
            elif self._is_next(group, place, last, label):
                group.notes.extend(range(last + 1, place))
                group.add(place, label)
                last = place
            else:
                break
        after = last + 1
        while after < len(blocks) and not blocks[after].level and not self._is_title(after):
            after += 1
        if after - last - 1 <= _MOST_AFTER:  # they go on from the last note
            group.notes.extend(range(last + 1, after))
            last = after - 1
        return self._close(group, last + 1)

    def _end(self, heading: int) -> int:
        """The place of the next heading, or after all blocks."""
        blocks = self._blocks
        return next(
            (
                place
                for place in range(heading + 1, len(blocks))
                if blocks[place].level or is_heading(blocks[place].text)
            ),
            len(blocks),
        )

    def _is_next(self, group: NoteGroup, place: int, last: int, label: Label) -> bool:
        """Whether a note under a heading is the next one, and not that of another text."""
        if not group.firsts or place - last <= _MOST_BETWEEN:
            return label.number != 1 or 1 not in group.numbers or place == last + 1
        return label.number is not None and label.number - 1 in group.numbers

    def _note(self, place: int, label: Label) -> int:
        """A note without a heading, and the lines that it goes on in."""
        same = self.groups and self.groups[-1].notes and self.groups[-1].notes[-1] == place - 1
        group = self.groups.pop() if same else NoteGroup(range(self._start, place))
        group.add(place, label)
        last = place
        while last + 1 < len(self._blocks) and self._goes_on(last + 1, last):
            last += 1
            group.notes.append(last)
        return self._close(group, last + 1, keep=True)

    def _close(self, group: NoteGroup, after: int, *, keep: bool = False) -> int:
        self.groups.append(group)
        self._start = after
        if not keep:
            self._marks = {}
            self._stars = self._unnumbered = False
        elif self._blocks[after : after + 1] and not read_label(self._blocks[after].text):
            self._forget(group)
        return after

    def _forget(self, group: NoteGroup) -> None:
        """Leave out the marks that the notes of a group have answered."""
        for number in group.numbers:
            self._marks.pop(number, None)

    def _label(self, place: int, *, numbered: bool) -> Label | None:
        block = self._blocks[place]
        label = read_label(block.text) or (read_number(block.text) if numbered else None)
        return label or (Label("named", None) if block.form == "note" else None)

    def _is_note(self, place: int, label: Label) -> bool:
        """Whether a block with a label is a note although no heading stands above it."""
        block = self._blocks[place]
        if label.family == "named":
            return label.number is not None or self._unnumbered
        if label.family == "star":
            if is_about(block.text) and ends_sentence(block.text):
                return True
            return self._stars and not self._is_in_list(place)
        if label.number is None:
            return False
        marks = self._marks.get(label.number, ())
        if label.family in ("bracket", "han bracket"):
            return bool(marks) or self._follows(place, label)
        return any(self._refers(mark, label) for mark in marks)

    def _is_in_list(self, place: int) -> bool:
        """Whether a line with a star stands beside another one, or ends with a star, too."""
        if self._blocks[place].text.rstrip().endswith(("*", "＊", "※")):
            return True
        beside = (*self._blocks[max(place - 1, 0) : place], *self._blocks[place + 1 : place + 2])
        labels = (read_label(block.text) for block in beside)
        return any(label is not None and label.family == "star" for label in labels)

    def _refers(self, mark: NoteMark, label: Label) -> bool:
        """Whether a mark is one of the note: written alike, and where no item of a list begins."""
        return mark.family == label.family and mark.chinese and not mark.at_item and mark.tight

    def _follows(self, place: int, label: Label) -> bool:
        """Whether the note with the number before stands right above."""
        if label.number is None or not self.groups:
            return False
        group = self.groups[-1]
        return (
            bool(group.notes)
            and group.notes[-1] == place - 1
            and (label.number - 1 in group.numbers)
        )

    def _ends_text(self, place: int) -> bool:
        """Whether a text of several paragraphs ends with a block, so that it is said of them all.

        Below each passage of a book the same line attributes the passage.
        """
        after = self._blocks[place + 1 : place + 2]
        ends = not after or after[0].level > 0 or is_heading(after[0].text)
        above = place - max(self._start, self._attributed)
        self._attributed = place + 1
        return above >= _FEWEST_ABOVE and (ends or self._is_title(place + 1))

    def _tells_what_it_is(self, place: int) -> bool:
        """Whether a quotation in the head of a text tells what the text is."""
        block = self._blocks[place]
        return (
            block.form == "quote" and place - self._start < _HEAD and is_written_about(block.text)
        )

    def _goes_on(self, place: int, last: int) -> bool:
        """Whether a line goes on with the sentence of the note above it."""
        block, before = self._blocks[place], self._blocks[last]
        return (
            block.form == "line"
            and not block.opens
            and not block.level
            and not ends_sentence(before.text)
            and read_label(block.text) is None
            and not self._is_title(place)
        )

    def _is_title(self, place: int) -> bool:
        """Whether a line looks like the title of the next text and not like the end of a note."""
        text = self._blocks[place].text.strip()
        before = self._blocks[place - 1].text
        if len(text) > _LONGEST_TITLE or ends_sentence(text):
            return False
        return ends_sentence(before) or names_print(before) or text.isdecimal()
