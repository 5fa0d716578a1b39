"""Compendia: passages of speeches, sorted into numbered chapters, each with its attribution.

A volume of the series (论述摘编) has a title page, a preface, contents, and chapters of passages. A
passage is one or more paragraphs, then `TITLE（DATE）[，SOURCE[，第P页]]`. Nothing here knows which
volume it reads: the parts are recognised by their form, in `preliminaries`, `chapters`,
`notes` and `page_cuts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.facts.compendium.chapter_starts import Chapter, chapter_problems, first_heading
from indexer.facts.compendium.furniture import without_furniture
from indexer.facts.compendium.passages import BookPassage, PassageText, divide, passages
from indexer.facts.compendium.preliminaries import Preliminaries, read_preliminaries
from indexer.facts.compendium.print_lines import print_lines
from indexer.facts.notes.persons import person_of_title
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Document, Paragraph, Problem
from indexer.text.numerals import DIGIT
from indexer.wording.said import said

_FEWEST_ATTRIBUTED = 3
_FEWEST_CHAPTERS = 2
_MOST_PARAGRAPHS = 2  # for each attribution; the book has 307 for 285
_MAY_ATTRIBUTE = re.compile(rf"[（(]\s*[{DIGIT}]{{4}}\s*年")


@dataclass(frozen=True, slots=True)
class Book:
    """What was read of a compendium, before it is a document."""

    preliminaries: Preliminaries
    chapters: tuple[Chapter, ...]
    passages: tuple[BookPassage, ...]


def read(content: Content) -> tuple[Document, ...] | None:
    """The compendium that a content is, None where it is none."""
    if content.format != "text":
        return None
    dated = sum(_MAY_ATTRIBUTE.search(block.text) is not None for block in content.blocks)
    if dated < _FEWEST_ATTRIBUTED:
        return None
    book = read_book(content.blocks)
    return (document_of(book, content.problems),) if is_compendium(book) else None


def is_compendium(book: Book) -> bool:
    """Whether a text has numbered chapters of attributed passages, and little else.

    An article may refer to dated speeches too, but most of its paragraphs have no attribution; a
    list of dated titles has no paragraphs.
    """
    found = book.passages
    attributed = [passage for passage in found if passage.note and passage.note.read]
    with_text = [passage for passage in attributed if passage.paragraphs]
    paragraphs = sum(len(passage.paragraphs) for passage in found)
    return (
        len(with_text) >= _FEWEST_ATTRIBUTED
        and len({passage.chapter for passage in with_text}) >= _FEWEST_CHAPTERS
        and 2 * len(with_text) > len(attributed)
        and paragraphs <= _MOST_PARAGRAPHS * len(with_text)
    )


def document_of(book: Book, problems: Sequence[Problem] = ()) -> Document:
    """A book as a document. Whose words it has is what its title says (习近平关于…论述摘编)."""
    speaker = person_of_title(book.preliminaries.title)
    return Document(
        kind="compendium",
        title=book.preliminaries.title,
        speaker=speaker,
        paragraphs=(*_preface(book.preliminaries), *_speeches(book.passages, speaker)),
        date=book.preliminaries.date,
        publisher=book.preliminaries.publisher,
        problems=tuple(sorted((*problems, *_problems(book)), key=lambda problem: problem.line)),
    )


def read_book(blocks: Sequence[Block]) -> Book:
    """The chapters and passages among the lines of a text."""
    lines = print_lines(blocks)
    start = first_heading(lines)
    preliminaries = read_preliminaries(lines[:start])
    if start is None:
        return Book(preliminaries, (), ())
    body = without_furniture(lines[start:], preliminaries.title)
    if body[:1] != lines[start : start + 1]:  # it looks repeated if the title ends like it
        body = (lines[start], *body)
    parts = divide(body, preliminaries.contents)
    chapters = tuple(part for part in parts if isinstance(part, Chapter))
    return Book(preliminaries, chapters, passages(parts))


def _preface(preliminaries: Preliminaries) -> Iterator[Paragraph]:
    """The paragraphs of the preface: passage 0, of the day of publication."""
    for number, paragraph in enumerate(preliminaries.preface, start=1):
        yield Paragraph(
            passage=0,
            number=number,
            text=paragraph.text,
            lines=paragraph.lines,
            section=paragraph.section,
            date=preliminaries.date,
            date_kind="publication" if preliminaries.date else None,
        )


def _speeches(found: Sequence[BookPassage], speaker: str | None) -> Iterator[Paragraph]:
    with_text = (passage for passage in found if passage.paragraphs)
    for running, passage in enumerate(with_text, start=1):
        for number, paragraph in enumerate(passage.paragraphs, start=1):
            place = running, number
            yield _speech(passage, place, paragraph, speaker)


def _speech(
    passage: BookPassage,
    place: tuple[int, int],
    paragraph: PassageText,
    speaker: str | None,
) -> Paragraph:
    """A paragraph of a passage, the words of whom its attribution names, else of the book's.

    Where the attribution is broken, nothing is read out of it: it is kept whole, as the source,
    for the reader to see. Without one the words are nobody's, and an afterword more likely than a
    speech.
    """
    note = passage.note
    read = note.read if note else None
    return Paragraph(
        passage=place[0],
        number=place[1],
        text=paragraph.text,
        lines=paragraph.lines,
        role="speech" if note else "article",
        chapter=passage.chapter.text,
        chapter_no=passage.chapter.number,
        speech=read.speech if read else None,
        date=read.date if read else None,
        date_kind="speech" if read and read.date else None,
        source=read.source if read else (note.raw if note else None),
        pages=read.pages if read else None,
        speaker=(read.speaker or speaker) if read else None,
    )


def _are_dated(book: Book) -> bool:
    """Whether notes give a date in this book, so that one without it has lost it."""
    read = [one.note.read for one in book.passages if one.note and one.note.read]
    return 10 * sum(one.date is not None for one in read) > 9 * len(read)


def _problems(book: Book) -> Iterator[Problem]:
    pattern = said("reading.pattern")
    dated = _are_dated(book)
    yield from chapter_problems(book.chapters, book.preliminaries.contents)
    for passage in book.passages:
        note = passage.note
        if note is None:
            reason = said("reading.no_attribution", pattern=pattern)
            yield Problem(reason, passage.paragraphs[-1].lines[1])
            continue
        line = note.lines[0].number
        fault = note.fault
        if note.read is not None and note.read.speech and note.read.date is None and dated:
            fault = said("reading.fault_no_date")
        if fault is not None:
            reason = said("reading.attribution", note=note.raw, fault=fault, pattern=pattern)
            yield Problem(reason, line)
        if not passage.paragraphs:
            yield Problem(said("reading.attribution_without_text", note=note.raw), line)
