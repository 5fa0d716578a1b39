"""Compendia: passages of speeches, sorted into numbered chapters, each with its attribution.

A volume of the series (论述摘编) has a title page, a preface, contents, and chapters of passages. A
passage is one or more paragraphs, then `TITLE（DATE）[，SOURCE[，第P页]]`. Nothing here knows which
volume it reads: the parts are told by their form, in `preliminaries`, `chapters`, `attributions`
and `page_cuts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.documents import Document, Paragraph, Problem
from indexer.errors import SourceError
from indexer.readers.compendium.adverts import without_adverts
from indexer.readers.compendium.attributions import PATTERN
from indexer.readers.compendium.passages import Passage, divide, first_heading, passages
from indexer.readers.compendium.preliminaries import Preliminaries, read_preliminaries
from indexer.readers.compendium.print_lines import PrintLine, print_lines
from indexer.source_text import SourceText

_FEWEST_ATTRIBUTED = 3
_FEWEST_CHAPTERS = 2
_MAY_ATTRIBUTE = re.compile(r"[（(]\s*[0-9０-９〇零一二三四五六七八九]{4}\s*年")


def recognises(source: SourceText) -> bool:
    """Whether `source` has numbered chapters with attributed passages in at least two of them."""
    dated = sum(_MAY_ATTRIBUTE.search(line) is not None for line in source.lines)
    if dated < _FEWEST_ATTRIBUTED:
        return False
    _, found = _read(source)
    attributed = [passage for passage in found if passage.note and passage.note.read]
    chapters = {passage.chapter for passage in attributed}
    return len(attributed) >= _FEWEST_ATTRIBUTED and len(chapters) >= _FEWEST_CHAPTERS


def parse(source: SourceText) -> tuple[Document, ...]:
    """The compendium that `source` is.

    Raises:
        SourceError: it has no numbered chapter with an attributed passage.
    """
    preliminaries, found = _read(source)
    if not found:
        raise SourceError(
            source.path,
            "no chapter 一、 with an attributed passage was found; "
            f"give each passage a line {PATTERN}",
        )
    return (
        Document(
            kind="compendium",
            title=preliminaries.title,
            paragraphs=(*_preface(preliminaries), *_speeches(found)),
            date=preliminaries.date,
            publisher=preliminaries.publisher,
            problems=tuple(_problems(found)),
        ),
    )


def _read(source: SourceText) -> tuple[Preliminaries, tuple[Passage, ...]]:
    lines: Sequence[PrintLine] = without_adverts(print_lines(source.lines))
    start = first_heading(lines)
    preliminaries = read_preliminaries(lines[:start])
    if start is None:
        return preliminaries, ()
    return preliminaries, passages(divide(lines[start:], preliminaries.contents))


def _preface(preliminaries: Preliminaries) -> Iterator[Paragraph]:
    """The preface is passage 0, said on the day of publication."""
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


def _speeches(found: Sequence[Passage]) -> Iterator[Paragraph]:
    with_text = (passage for passage in found if passage.paragraphs)
    for running, passage in enumerate(with_text, start=1):
        for number, paragraph in enumerate(passage.paragraphs, start=1):
            yield _speech(passage, running, number, paragraph.text, paragraph.lines)


def _speech(
    passage: Passage, running: int, number: int, text: str, lines: tuple[int, int]
) -> Paragraph:
    """A paragraph of a passage.

    Where the attribution is broken, nothing is read out of it: it is kept whole, as the source,
    for the reader to see. Without one the words are nobody's, and an afterword more likely than a
    speech.
    """
    note = passage.note
    read = note.read if note else None
    return Paragraph(
        passage=running,
        number=number,
        text=text,
        lines=lines,
        role="speech" if note else "article",
        chapter=passage.chapter.text,
        chapter_no=passage.chapter.number,
        speech=read.speech if read else None,
        date=read.date if read else None,
        date_kind="speech" if read else None,
        source=read.source if read else (note.raw if note else None),
        pages=read.pages if read else None,
    )


def _problems(found: Sequence[Passage]) -> Iterator[Problem]:
    for passage in found:
        note = passage.note
        if note is None:
            yield Problem(
                f"the text that ends here has no attribution; add a line {PATTERN} under it, "
                "or remove it if it is not part of the book",
                passage.paragraphs[-1].lines[1],
            )
            continue
        line = note.lines[0].number
        if note.read is None:
            yield Problem(
                f"the attribution '{note.raw}' {note.fault}; correct it as {PATTERN}", line
            )
        if not passage.paragraphs:
            yield Problem(
                f"the attribution '{note.raw}' has no text above it; add the text, or remove it",
                line,
            )
