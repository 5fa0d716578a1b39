"""A record: everything the index keeps of a paragraph for showing it."""

from __future__ import annotations

import datetime
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from indexer.model.fields import Facts, in_order
from indexer.text.dates import DateSpan
from indexer.value import value

if TYPE_CHECKING:
    from indexer.model.documents import Document, Paragraph
    from indexer.model.fields import DateKind
    from indexer.text.dates import Precision


@value(frozen=True, slots=True, kw_only=True)
class Record(Facts):
    """A paragraph with its id and its document's title.

    Attributes:
        id: `DOC#N`, or `DOC#N.K` where the passage has several paragraphs.
        doc: the id of the document.
        title: the title of the document.
        passage: N of the id.
        paragraph: K of the id, 1 where the passage has one paragraph.
        date: the first day of the date of the words.
        date_end: its last day.
        date_precision: whether the day, the month or the year of it is known.
        date_kind: whether it is that of the speech or of publication.
        dates: the separate days where the source names several, else empty.
        lines: first and last physical line in the source file, from 1; None where it has no lines.
        place: where the paragraph stands in a file that has no lines: a page, an element.
        text: the whole paragraph.
        marks: the marks of notes that were lifted out of it, each as `(offset in text, mark)`.
    """

    id: str
    doc: str
    title: str | None
    passage: int
    paragraph: int
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: Precision | None
    date_kind: DateKind | None
    dates: tuple[datetime.date, ...]
    lines: tuple[int, int] | None
    place: str | None = None
    text: str
    marks: tuple[tuple[int, str], ...] = ()

    def span(self) -> DateSpan | None:
        """The date of the words, None where it is not known."""
        if self.date is None or self.date_end is None or self.date_precision is None:
            return None
        return DateSpan(self.date, self.date_end, self.date_precision, self.dates)

    def facts(self) -> dict[str, Any]:
        """The values of a record, as arguments for a kind of record that has more."""
        return {name: getattr(self, name) for name in _NAMES}


_NAMES = tuple(in_order("record", (field.name for field in fields(Record))))


def record_names(kind: type[Record]) -> list[str]:
    """The names of the values of a kind of record: first those of every record, then its own."""
    own = [field.name for field in fields(kind) if field.name not in _NAMES]
    return [*_NAMES, *own]


def make_records(doc: str, document: Document) -> tuple[Record, ...]:
    """The records of all paragraphs of `document`, in its order, under the document id `doc`."""
    counts: dict[int, int] = {}
    for paragraph in document.paragraphs:
        counts[paragraph.passage] = counts.get(paragraph.passage, 0) + 1
    return tuple(
        _make_record(
            paragraph_id(doc, paragraph, counts[paragraph.passage]), doc, document, paragraph
        )
        for paragraph in document.paragraphs
    )


def paragraph_id(doc: str, paragraph: Paragraph, paragraphs_in_passage: int) -> str:
    """`DOC#N`, or `DOC#N.K` where passage N has several paragraphs."""
    number = f"{doc}#{paragraph.passage}"
    return number if paragraphs_in_passage == 1 else f"{number}.{paragraph.number}"


def _make_record(name: str, doc: str, document: Document, paragraph: Paragraph) -> Record:
    span = paragraph.date
    return Record(
        id=name,
        doc=doc,
        title=document.title,
        passage=paragraph.passage,
        paragraph=paragraph.number,
        date=span.first if span else None,
        date_end=span.last if span else None,
        date_precision=span.precision if span else None,
        date_kind=paragraph.date_kind if span else None,
        dates=span.days if span else (),
        lines=paragraph.lines,
        place=paragraph.place,
        text=paragraph.text,
        marks=paragraph.marks,
        **paragraph.given(),
    )
