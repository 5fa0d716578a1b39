"""Compendia: passages of speeches, sorted into chapters or not, each with its note.

A volume of the series (论述摘编) has a title page, a preface, contents, and numbered chapters of
passages; a passage is one or more paragraphs, then `TITLE（DATE）[，SOURCE[，第P页]]`. Others have
other headings or none, notes in other forms, and come in any format. Nothing here knows which
volume it reads: the parts are recognised by their form, in `layout`, `preliminaries`, `chapters`,
`notes`, `standing` and `page_cuts`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from indexer.facts.compendium.books import Book, read_book
from indexer.facts.compendium.chapter_starts import Chapter, chapter_problems
from indexer.facts.compendium.chapters import is_after_book
from indexer.facts.compendium.notes import Note
from indexer.facts.compendium.parts import BookFurniture, BookPassage, Section
from indexer.facts.compendium.preliminaries import Preliminaries
from indexer.facts.compendium.recognising import is_compendium, may_be_compendium, why_not
from indexer.facts.compendium.speakers import speaker_of
from indexer.facts.notes.facts import facts_of_source
from indexer.facts.notes.persons import person_of_title
from indexer.formats.blocks import Content
from indexer.model.documents import AttributionLine, Document, Paragraph, Problem, Understood
from indexer.wording.said import said


def read(content: Content) -> tuple[Document, ...] | None:
    """The compendium that a content is, None where it is none."""
    if not may_be_compendium(content):
        return None
    book = _book_of(content)
    return (document_of(book, content.problems),) if is_compendium(book) else None


def doubt_of(content: Content) -> str | None:
    """Why a content that `read` refused looks like a compendium, None where it does not."""
    return why_not(_book_of(content)) if may_be_compendium(content) else None


@lru_cache(maxsize=1)  # what `read` has read of a content, `doubt_of` asks for
def _book_of(content: Content) -> Book:
    return read_book(content)


def document_of(book: Book, problems: Sequence[Problem] = ()) -> Document:
    """A book as a document."""
    speaker = person_of_title(book.preliminaries.title)
    return Document(
        kind="compendium",
        title=book.preliminaries.title,
        paragraphs=(*_preface(book.preliminaries), *_speeches(book.passages, speaker)),
        date=book.preliminaries.date,
        publisher=book.preliminaries.publisher,
        problems=tuple(sorted((*problems, *_problems(book)), key=lambda problem: problem.line)),
        speaker=speaker,
        understood=tuple(_understood(book, speaker)),
        unread=sum(one.note is not None and one.note.read is None for one in book.passages),
    )


def _understood(book: Book, speaker: str | None) -> Iterator[Understood]:
    """What became of the headings, notes and furniture of a book."""
    for part in book.parts:
        if isinstance(part, Chapter):
            if not part.raw:
                continue  # none is written there
            facts = (("chapter", part.heading.text),) if part.heading.text else ()
            yield Understood(
                lines=(part.line, part.line), text=part.raw, became="heading", facts=facts
            )
        elif isinstance(part, Section):
            yield Understood(
                lines=(part.line, part.line),
                text=part.text,
                became="heading",
                facts=(("section", part.text),),
            )
        elif isinstance(part, BookFurniture):
            for line in part.lines:
                yield Understood(lines=(line.number, line.last), text=line.text, became="furniture")
        elif isinstance(part, Note):
            yield Understood(
                lines=(part.lines[0].number, part.lines[-1].last),
                text=part.raw,
                became="attribution" if part.read else "unread",
                facts=_facts_of(part.read, speaker) if part.read else (),
                reason=_reason(part) if part.read is None else None,
            )


def _facts_of(read: AttributionLine, speaker: str | None) -> tuple[tuple[str, str], ...]:
    return tuple(facts_of_source(replace(read, speaker=speaker_of(read, speaker))))


def _reason(note: Note) -> str:
    fault = note.fault or said("reading.fault_form")
    return said("reading.attribution", note=note.raw, fault=fault, pattern=said("reading.pattern"))


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
        yield from _passage(passage, running, speaker)


def _passage(passage: BookPassage, running: int, speaker: str | None) -> Iterator[Paragraph]:
    """The paragraphs of a passage.

    Where its note was not read, the words are nobody's, and so they are where there is none: an
    afterword more likely than a speech. The note that was not read is kept, for the reader to see.
    """
    note = passage.note
    read = note.read if note else None
    chapter = passage.chapter
    named = chapter is not None and chapter.text != ""
    place = Paragraph(
        passage=running,
        text="",
        lines=None,
        chapter=chapter.text if chapter and named else None,
        chapter_no=(chapter.number or None) if chapter and named else None,
        section=passage.section,
    )
    words = place
    if read is not None and not (named and is_after_book(place.chapter or "")):
        words = replace(
            place,
            role="speech",
            speech=read.speech,
            date=read.date,
            date_kind="speech" if read.date else None,
            source=read.source,
            pages=read.pages,
            speaker=speaker_of(read, person_of_title(passage.book) if passage.book else speaker),
        )
    for number, one in enumerate(passage.paragraphs, start=1):
        yield replace(words, number=number, text=one.text, lines=one.lines)
    if note is not None and read is None:
        lines = note.lines[0].number, note.lines[-1].last
        number = len(passage.paragraphs) + 1
        yield replace(place, role="note", number=number, text=note.raw, lines=lines)


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
