"""Records into the columns of a segment; `record_columns` says what each column is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from indexer.columns.building import SegmentBuilder
from indexer.columns.values import Form
from indexer.dates import day_number
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


def _day(day: datetime.date | None) -> int | None:
    return None if day is None else day_number(day)


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
