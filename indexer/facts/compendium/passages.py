"""The passages of a compendium: text and the attribution under it, chapter by chapter.

Lines become a sequence of chapter beginnings, texts and notes first, and that becomes passages.
The ids of passages are not decided here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer.facts.compendium.chapter_starts import Chapter, chapter_at, split_fused
from indexer.facts.compendium.chapters import Heading
from indexer.facts.compendium.furniture import advert_end, repeats_heading
from indexer.facts.compendium.notes import Note, find_note
from indexer.facts.compendium.page_cuts import NoteBlock, PageStart, TextBlock, cut_texts
from indexer.facts.compendium.print_lines import PrintLine, PrintStanza, is_wrapped
from indexer.text.typography import ends_sentence, mend

BookPart = Chapter | PrintStanza | Note
"""The beginning of a chapter, a block of text, or the attribution of the text before it."""


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
class BookPassage:
    """Paragraphs under one attribution.

    Attributes:
        paragraphs: none where one attribution follows another.
        note: the attribution, or None where the chapter or the book ends without one.
    """

    chapter: Heading
    paragraphs: tuple[PassageText, ...]
    note: Note | None


def divide(lines: Sequence[PrintLine], contents: Mapping[int, str]) -> tuple[BookPart, ...]:
    """The parts of all chapters; `lines` begin with the heading of the first."""
    todo = list(lines)
    wrapped = is_wrapped(lines)
    first = chapter_at(todo, 0, None, contents, in_text=False)
    assert first is not None
    chapter, place = first
    parts: list[BookPart] = [chapter]
    while place < len(todo):
        if not isinstance(parts[-1], PrintStanza):
            todo[place : place + 1] = split_fused(todo[place], chapter, contents)
        skipped = _skipped(todo, place, parts[-1], chapter)
        if skipped is not None:
            place = skipped
            continue
        part, place = _part_at(todo, place, parts[-1], chapter, contents, wrapped=wrapped)
        parts.append(part)
        if isinstance(part, Chapter):
            chapter = part
    return tuple(parts)


def _skipped(
    lines: Sequence[PrintLine], place: int, before: BookPart, chapter: Chapter
) -> int | None:
    """The place after the running head or advert at line `place`, or None where there is none."""
    if repeats_heading(lines, place, chapter.heading):
        return place + 1
    ended = not isinstance(before, PrintStanza) or ends_sentence(lines[place - 1].text)
    return advert_end(lines, place) if ended else None


def _part_at(
    lines: Sequence[PrintLine],
    place: int,
    before: BookPart,
    chapter: Chapter,
    contents: Mapping[int, str],
    *,
    wrapped: bool,
) -> tuple[BookPart, int]:
    """The part that begins with line `place`, somewhere in `chapter`, and the place after it."""
    in_text = isinstance(before, PrintStanza)
    ended = not in_text or ends_sentence(lines[place - 1].text)
    if lines[place].opens or ended:
        start = chapter_at(lines, place, chapter, contents, in_text=in_text)
        if start:
            return start
        note = find_note(lines, place, in_text=not ended)
        if note:
            return note, place + len(note.lines)
    after = _text_end(lines, place, wrapped=wrapped)
    return PrintStanza(tuple(lines[place:after])), after


def _text_end(lines: Sequence[PrintLine], start: int, *, wrapped: bool) -> int:
    """Where the block of text that begins with line `start` ends.

    That is the next empty line, or an attribution right under a line that ends a sentence. Where
    lines are not those of the print, each is a block: it ends a paragraph, or a page.
    """
    stop = start + 1
    if not wrapped:
        return stop
    while stop < len(lines) and not lines[stop].opens:
        if ends_sentence(lines[stop - 1].text) and find_note(lines, stop):
            break
        stop += 1
    return stop


def passages(parts: Sequence[BookPart]) -> tuple[BookPassage, ...]:
    """The passages that `parts` make up; the first of `parts` begins a chapter."""
    cuts = cut_texts([_print_of(part) for part in parts])
    found: list[BookPassage] = []
    first = parts[0]
    assert isinstance(first, Chapter)
    chapter = first.heading
    texts: list[PassageText] = []
    pieces: list[PrintStanza] = []
    for place, part in enumerate(parts):
        if isinstance(part, PrintStanza):
            pieces.append(part)
            if place not in cuts:
                texts.append(_paragraph(pieces))
                pieces = []
            continue
        note = part if isinstance(part, Note) else None
        if texts or note:
            found.append(BookPassage(chapter, tuple(texts), note))
            texts = []
        if isinstance(part, Chapter):
            chapter = part.heading
    if texts:
        found.append(BookPassage(chapter, tuple(texts), None))
    return tuple(found)


def _print_of(part: BookPart) -> TextBlock | NoteBlock | PageStart:
    if isinstance(part, Chapter):
        return PageStart()
    if isinstance(part, PrintStanza):
        return TextBlock(part.text)
    return NoteBlock(
        tuple(mend(line.text) for line in part.lines),
        separated=any(line.opens for line in part.lines[1:]),
    )


def _paragraph(pieces: Sequence[PrintStanza]) -> PassageText:
    return PassageText(
        mend("\n".join(piece.text for piece in pieces)), (pieces[0].span[0], pieces[-1].span[1])
    )
