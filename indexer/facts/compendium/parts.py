"""The parts of a compendium as values, and the passages that they make up.

The ids of passages are not decided here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.facts.compendium.chapter_starts import Chapter
from indexer.facts.compendium.chapters import Heading
from indexer.facts.compendium.notes import Note
from indexer.facts.compendium.page_cuts import NoteBlock, PageStart, TextBlock, cut_texts
from indexer.facts.compendium.print_lines import PrintLine, PrintStanza
from indexer.facts.notes.persons import is_book_title
from indexer.text.typography import mend


@dataclass(frozen=True, slots=True)
class Section:
    """A heading inside a chapter."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class BookFurniture:
    """Lines that are no text of the book."""

    lines: tuple[PrintLine, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a passage ends without a note: whose the words above it are is not known.

    Attributes:
        line: the line that it stands below.
    """

    line: int


BookPart = Chapter | Section | PrintStanza | Note | BookFurniture | Break
"""The beginning of a chapter or section, a block of text, the note of the text before it, what is
no text of the book, or the end of words of nobody."""


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
    """Paragraphs under one note.

    Attributes:
        chapter: its chapter, None where the book has none.
        section: the heading inside the chapter, or None.
        paragraphs: none where one note follows another.
        note: the note, or None where the chapter or the book ends without one.
        book: the title of the book, where another one began in the same file.
    """

    chapter: Heading | None
    paragraphs: tuple[PassageText, ...]
    note: Note | None
    section: str | None = None
    book: str | None = None


def passages(parts: Sequence[BookPart], *, apart: bool = False) -> tuple[BookPassage, ...]:
    """The passages that `parts` make up."""
    flow = [part for part in parts if not isinstance(part, BookFurniture)]
    cuts = frozenset() if apart else cut_texts([_print_of(part) for part in flow])
    found: list[BookPassage] = []
    chapter: Heading | None = None
    section: str | None = None
    book: str | None = None
    texts: list[PassageText] = []
    pieces: list[PrintStanza] = []
    for place, part in enumerate(flow):
        if isinstance(part, PrintStanza):
            pieces.append(part)
            if place not in cuts:
                texts.append(_paragraph(pieces))
                pieces = []
            continue
        note = part if isinstance(part, Note) else None
        if texts or note:
            found.append(BookPassage(chapter, tuple(texts), note, section, book))
            texts = []
        if isinstance(part, Chapter):
            chapter, section = part.heading, None
            book = part.raw if is_book_title(part.raw) else book
        elif isinstance(part, Section):
            section = part.text
    if texts:
        found.append(BookPassage(chapter, tuple(texts), None, section, book))
    return tuple(found)


def _print_of(part: BookPart) -> TextBlock | NoteBlock | PageStart:
    if isinstance(part, PrintStanza):
        return TextBlock(part.text)
    if isinstance(part, Note):
        return NoteBlock(
            tuple(mend(line.text) for line in part.lines),
            separated=any(line.opens for line in part.lines[1:]),
        )
    return PageStart()


def _paragraph(pieces: Sequence[PrintStanza]) -> PassageText:
    return PassageText(
        mend("\n".join(piece.text for piece in pieces)), (pieces[0].span[0], pieces[-1].span[1])
    )
