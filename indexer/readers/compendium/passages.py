"""The passages of a compendium: text and the attribution under it, chapter by chapter.

Lines become a sequence of headings, texts and notes first, and that becomes passages. What a
passage is called in the index is not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from indexer.readers.compendium.chapters import Heading, heading_at
from indexer.readers.compendium.notes import Note, find_note
from indexer.readers.compendium.page_cuts import NoteBlock, PageStart, TextBlock, cut_texts
from indexer.readers.compendium.print_lines import PrintLine, Stanza, mend
from indexer.readers.sentences import ends_sentence

Part = Heading | Stanza | Note
"""A heading, a block of text, or the attribution of the text before it."""


_ALIKE = 0.6
"""From this ratio on two headings are one, but for slips of text recognition."""


@dataclass(frozen=True, slots=True)
class PassageText:
    """A paragraph of a passage.

    Attributes:
        text: its words, mended where the print cut them.
        lines: first and last physical line, from 1, both included.
    """

    text: str
    lines: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs under one attribution.

    Attributes:
        paragraphs: none where one attribution follows another.
        note: the attribution, or None where the chapter or the book ends without one.
    """

    chapter: Heading
    paragraphs: tuple[PassageText, ...]
    note: Note | None


def first_heading(lines: Sequence[PrintLine]) -> int | None:
    """Where the first chapter begins: the last heading numbered 1 before the first attribution.

    The contents have the same heading earlier.
    """
    found: int | None = None
    for place, line in enumerate(lines):
        heading = heading_at(lines, place, {}) if line.opens else None
        if heading is not None and heading[0].number == 1:
            found = place
        elif found is not None and find_note(lines, place) is not None:
            return found
    return None


def divide(lines: Sequence[PrintLine], contents: Mapping[int, str]) -> tuple[Part, ...]:
    """The parts of all chapters; `lines` begin with the heading of the first."""
    parts: list[Part] = []
    number = 0
    place = 0
    while place < len(lines):
        part, place = _part_at(lines, place, parts[-1] if parts else None, number, contents)
        parts.append(part)
        if isinstance(part, Heading):
            number = part.number
    return tuple(parts)


def _part_at(
    lines: Sequence[PrintLine],
    place: int,
    before: Part | None,
    number: int,
    contents: Mapping[int, str],
) -> tuple[Part, int]:
    """The part that begins with line `place` of chapter `number`, and the place after it."""
    begins = (
        lines[place].opens or not isinstance(before, Stanza) or ends_sentence(lines[place - 1].text)
    )
    if begins:
        heading = heading_at(lines, place, contents)
        if heading and heading[0].number == number + 1 and _counts(heading[0], before, contents):
            return heading
        note = find_note(lines, place)
        if note:
            return note, place + len(note.lines)
    after = _text_end(lines, place)
    return Stanza(tuple(lines[place:after])), after


def _counts(heading: Heading, before: Part | None, contents: Mapping[int, str]) -> bool:
    """Whether a heading with the right number is one, and not a line of a speech.

    Where a passage has ended it is, unless the contents announce quite another one; in the middle
    of a text it is only if the contents announce just that.
    """
    announced = contents.get(heading.number)
    if isinstance(before, Stanza):
        return announced == heading.text
    if announced is None:
        return True
    return SequenceMatcher(None, announced, heading.text, autojunk=False).ratio() >= _ALIKE


def passages(parts: Sequence[Part]) -> tuple[Passage, ...]:
    """The passages that `parts` make up; the first of `parts` is a heading."""
    cuts = cut_texts([_print_of(part) for part in parts])
    found: list[Passage] = []
    chapter = parts[0]
    assert isinstance(chapter, Heading)
    texts: list[PassageText] = []
    pieces: list[Stanza] = []
    for place, part in enumerate(parts):
        if isinstance(part, Stanza):
            pieces.append(part)
            if place not in cuts:
                texts.append(_paragraph(pieces))
                pieces = []
            continue
        note = part if isinstance(part, Note) else None
        if texts or note:
            found.append(Passage(chapter, tuple(texts), note))
            texts = []
        if isinstance(part, Heading):
            chapter = part
    if texts:
        found.append(Passage(chapter, tuple(texts), None))
    return tuple(found)


def _print_of(part: Part) -> TextBlock | NoteBlock | PageStart:
    if isinstance(part, Heading):
        return PageStart()
    if isinstance(part, Stanza):
        return TextBlock(part.text)
    return NoteBlock(
        tuple(mend(line.text) for line in part.lines),
        parted=any(line.opens for line in part.lines[1:]),
    )


def _paragraph(pieces: Sequence[Stanza]) -> PassageText:
    return PassageText(
        mend("\n".join(piece.text for piece in pieces)), (pieces[0].span[0], pieces[-1].span[1])
    )


def _text_end(lines: Sequence[PrintLine], start: int) -> int:
    """Where the block of text that begins with line `start` ends.

    That is the next empty line, or an attribution right under a line that ends a sentence.
    """
    stop = start + 1
    while stop < len(lines) and not lines[stop].opens:
        if ends_sentence(lines[stop - 1].text) and find_note(lines, stop):
            break
        stop += 1
    return stop
