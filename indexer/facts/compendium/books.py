"""The book that the blocks of a file are: what precedes it, its chapters and its passages.

Its chapters are known by the headings that a format marks, by their numbers, or by where a line
without a number stands; or there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indexer.facts.compendium.bare_labels import without_bare_labels
from indexer.facts.compendium.chapter_starts import (
    Chapter,
    closed_heading,
    first_heading,
    heading_line,
)
from indexer.facts.compendium.dividing import divide
from indexer.facts.compendium.furniture import without_furniture
from indexer.facts.compendium.layout import BookForm, Layout, lay_out
from indexer.facts.compendium.notes import Note, find_note
from indexer.facts.compendium.parts import BookPart, BookPassage, passages
from indexer.facts.compendium.preliminaries import Preliminaries, read_preliminaries
from indexer.facts.compendium.print_lines import PrintLine, print_stanzas
from indexer.facts.compendium.standing import split_note
from indexer.facts.headlines import headline
from indexer.facts.notes.damaged import is_rest_of_note
from indexer.facts.notes.likeness import has_sign
from indexer.facts.notes.text import ends
from indexer.formats.blocks import Block, Content
from indexer.text.simplified import simplified

_FEWEST_CHAPTERS = 2
_FEWEST_NOTED = 3
_LONGEST_TITLE = 60
_LONGEST_LABEL = 30
_OF_BOOKS = ("摘编", "语录", "论述", "选编", "言论", "文选", "选集", "文集", "汇编")


@dataclass(frozen=True, slots=True)
class Book:
    """What was read of a compendium, before it is a document."""

    preliminaries: Preliminaries
    chapters: tuple[Chapter, ...]
    passages: tuple[BookPassage, ...]
    parts: tuple[BookPart, ...] = ()
    loose: bool = False


def read_book(content: Content) -> Book:
    """The chapters and passages among the blocks of a file."""
    title, place = headline(content) if content.marked else (None, None)
    if content.marked and place is None and (first := _title_above(content.blocks)) is not None:
        title, place = content.blocks[first].text, first
    blocks = [block for number, block in enumerate(content.blocks) if number != place]
    layout = lay_out(blocks, marked=content.marked)
    level = _chapter_level(layout.lines)
    if level:
        book = _read_marked(layout, level)
    else:
        book = _read_numbered(layout) or _read_loose(layout, titled=title is not None)
    if title is None:
        return book
    return replace(book, preliminaries=replace(book.preliminaries, title=title))


def _title_above(blocks: Sequence[Block]) -> int | None:
    """The place of the only heading of level 1, where it stands above all others."""
    headings = [place for place, block in enumerate(blocks) if block.level]
    highest = [place for place in headings if blocks[place].level == 1]
    return highest[0] if len(highest) == 1 < len(headings) and highest == headings[:1] else None


def _chapter_level(lines: Sequence[PrintLine]) -> int:
    """The level of the headings that begin a chapter: the highest that stands above notes; or 0."""
    return min((line.level for line in lines if line.level), default=0)


def _read_marked(layout: Layout, level: int) -> Book:
    """A book whose headings a format marks."""
    lines = layout.lines
    places = [place for place, line in enumerate(lines) if 0 < line.level <= level]
    numbered = [place for place in places if heading_line(lines[place].text).number]
    start = numbered[0] if len(numbered) >= _FEWEST_CHAPTERS else places[0]
    form = BookForm(contents={}, numbered=False, level=level, wrapped=layout.wrapped, apart=True)
    parts = _divided(lines[start:], form)
    if start == places[0] and _begins_before(lines[:start]):
        parts = (*_divided(lines[:start], form), *parts)
        start = 0
    preliminaries = read_preliminaries([replace(line, level=0) for line in lines[:start]])
    return _book(preliminaries, parts, form)


def _begins_before(lines: Sequence[PrintLine]) -> bool:
    """Whether there are notes before the first heading."""
    return any(find_note(lines, place, apart=True) for place in range(len(lines)))


def _read_numbered(layout: Layout) -> Book | None:
    """A book whose chapters are numbered, None where none is."""
    lines = layout.lines
    start = first_heading(lines, apart=layout.apart)
    if start is None:
        return None
    preliminaries = read_preliminaries(without_furniture(lines[:start], None))
    body = without_furniture(lines[start:], preliminaries.title)
    if body[:1] != lines[start : start + 1]:  # it looks repeated if the title ends like it
        body = (lines[start], *body)
    form = BookForm(contents=preliminaries.contents, wrapped=layout.wrapped, apart=layout.apart)
    return _book(preliminaries, _divided(body, form), form)


def _read_loose(layout: Layout, *, titled: bool) -> Book:
    """A book without numbers: its headings, if it has any, stand between a note and a text."""
    lines = layout.lines
    form = BookForm(contents={}, numbered=False, wrapped=layout.wrapped, apart=layout.apart)
    start = _first_passage(layout)
    if start is None:
        return Book(read_preliminaries(()), (), (), loose=True)
    parts = _divided(without_furniture(lines[start:], None), form)
    headed = any(isinstance(part, Chapter) for part in parts)
    before = list(print_stanzas(lines[:start]))
    alone = before and (closed_heading(before[-1].text) or heading_line(before[-1].text).number)
    if alone or (headed and before and _may_head(before[-1].text) and (titled or len(before) > 1)):
        last = before.pop()
        text = last.text
        heading = closed_heading(text) or heading_line(text)
        parts = (Chapter(heading, last.lines[0].number, text), *parts)
        lines = lines[: start - len(last.lines)]
    else:
        lines = lines[:start]
    return _book(read_preliminaries(lines), parts, form)


def _may_head(text: str) -> bool:
    return (
        len(text) <= _LONGEST_TITLE
        and not ends(text)
        and not has_sign(simplified(text))
        and not text.endswith(_OF_BOOKS)
        and not is_rest_of_note(text)
    )


def _is_label(text: str) -> bool:
    """Whether a line is rather a title than the text of a passage."""
    return len(text) <= _LONGEST_LABEL and not ends(text) and "，" not in text


def _first_passage(layout: Layout) -> int | None:
    """Where the text of the first passage begins: the last paragraph above the first note.

    Whether paragraphs before it belong to it or to a preface nobody can tell without a heading.
    """
    lines = layout.lines
    for place, line in enumerate(lines):
        if not line.opens and not (place and ends(lines[place - 1].text)):
            continue
        note = find_note(lines, place, apart=layout.apart)
        if note is not None and note.read is not None:
            if not place or _is_label(lines[place - 1].text):
                return place  # a note above the words
            start = place - 1
            while start and not lines[start].opens:
                start -= 1
            return start
        if layout.apart and (found := split_note(line.text)) and found.read and found.text:
            return place
    return None


def _divided(lines: Sequence[PrintLine], form: BookForm) -> tuple[BookPart, ...]:
    """The parts of a book; once more, suspiciously, where its passages have one paragraph each."""
    loose = not form.numbered and not form.level
    parts = without_bare_labels(divide(lines, form), loose=loose)
    found = passages(parts, apart=form.apart)
    noted = sum(bool(one.note and one.paragraphs) for one in found)
    paragraphs = sum(len(one.paragraphs) for one in found)
    if noted < _FEWEST_NOTED or 4 * paragraphs > 5 * noted:
        return parts
    behind = 2 * sum(isinstance(part, Note) and part.behind for part in parts) > noted
    suspicious = replace(form, single=True, behind=behind)
    return without_bare_labels(divide(lines, suspicious), loose=loose)


def _book(preliminaries: Preliminaries, parts: Sequence[BookPart], form: BookForm) -> Book:
    chapters = tuple(part for part in parts if isinstance(part, Chapter))
    found = passages(parts, apart=form.apart)
    return Book(preliminaries, chapters, found, tuple(parts), loose=not form.numbered)
