"""Records as columns of a segment, and back: the one room that knows where each fact is kept.

`doc`, `title`, `speech` and their like are few values for many paragraphs; `text` and `alias` stand
for themselves; dates are numbers such as 20180420, and `dates` such numbers parted by commas. Of
the id only what follows `#` is kept, as `number`: passage and paragraph stand in it, and the
document has its own column.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

from indexer.columns.building import SegmentBuilder
from indexer.columns.values import Form
from indexer.dates import day_number, day_of_number
from indexer.records import Record

_FORMS: dict[str, Form] = {"number": "plain", "text": "plain", "alias": "plain"}
"""How a column is kept that holds something else than choices or numbers."""


def columns_of(records: Sequence[Record]) -> dict[str, list[str | int | None]]:
    """The facts of records, column by column."""
    return {name: [fact(record) for record in records] for name, fact in _FACTS.items()}


def store_records(
    builder: SegmentBuilder, first: int, columns: Mapping[str, Sequence[str | int | None]]
) -> None:
    """Keep the facts of records, which are the documents of the segment from `first` on."""
    for name, values in columns.items():
        if any(value is not None for value in values):
            builder.store_all(first, name, values, _FORMS.get(name, "choices"))


def record_of(fact: Callable[[str], Any]) -> Record:
    """The record whose columns hold `fact(name)`."""
    date, date_end, dates = fact("date"), fact("date_end"), fact("dates")
    doc, number = fact("doc"), fact("number")
    passage, paragraph = passage_of(number)
    return Record(
        id=f"{doc}#{number}",
        doc=doc,
        title=fact("title"),
        role=fact("role"),
        passage=passage,
        paragraph=paragraph,
        chapter=fact("chapter"),
        chapter_no=fact("chapter_no"),
        section=fact("section"),
        speech=fact("speech"),
        date=None if date is None else day_of_number(date),
        date_end=None if date_end is None else day_of_number(date_end),
        date_precision=fact("date_precision"),
        date_kind=fact("date_kind"),
        dates=_days(dates),
        source=fact("source"),
        pages=fact("pages"),
        lines=(fact("first_line"), fact("last_line")),
        text=fact("text"),
        alias=fact("alias"),
    )


def passage_of(number: str) -> tuple[int, int]:
    """Passage and paragraph that the part of an id behind `#` names: `60.1` is (60, 1)."""
    passage, _, paragraph = number.partition(".")
    return int(passage), int(paragraph or 1)


def _day(day: datetime.date | None) -> int | None:
    return None if day is None else day_number(day)


def _days(stored: str | None) -> tuple[datetime.date, ...]:
    return tuple(day_of_number(int(day)) for day in stored.split(",")) if stored else ()


_FACTS: dict[str, Callable[[Record], str | int | None]] = {
    "doc": attrgetter("doc"),
    "number": lambda record: record.id[len(record.doc) + 1 :],
    "title": attrgetter("title"),
    "role": attrgetter("role"),
    "chapter": attrgetter("chapter"),
    "chapter_no": attrgetter("chapter_no"),
    "section": attrgetter("section"),
    "speech": attrgetter("speech"),
    "date": lambda record: _day(record.date),
    "date_end": lambda record: _day(record.date_end),
    "date_precision": attrgetter("date_precision"),
    "date_kind": attrgetter("date_kind"),
    "dates": lambda record: ",".join(str(day_number(day)) for day in record.dates) or None,
    "source": attrgetter("source"),
    "pages": attrgetter("pages"),
    "first_line": lambda record: record.lines[0],
    "last_line": lambda record: record.lines[1],
    "text": attrgetter("text"),
    "alias": attrgetter("alias"),
}
"""Each column, and what of a record it keeps."""
