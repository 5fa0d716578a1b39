"""Records into the columns of a segment; `record_columns` says what each column is."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter

from indexer.model.fields import FIELDS, ROWS
from indexer.model.records import Record
from indexer.segments.building import SegmentBuilder
from indexer.text.dates import day_number


def columns_of(records: Sequence[Record]) -> dict[str, list[str | int | None]]:
    """The facts of records, column by column."""
    return {name: list(map(fact, records)) for name, fact in _COLUMNS.items()}


def store_records(
    builder: SegmentBuilder, first: int, columns: Mapping[str, Sequence[str | int | None]]
) -> None:
    """Keep the facts of records, which are the documents of the segment from `first` on."""
    for name, values in columns.items():
        if any(value is not None for value in values):
            # Whole numbers among choices become a column of numbers.
            builder.store(first, name, values, "plain" if ROWS[name].form == "plain" else "choices")


def _day(day: datetime.date | None) -> int | None:
    return None if day is None else day_number(day)


_MADE: dict[str, Callable[[Record], str | int | None]] = {
    "number": lambda record: record.id[len(record.doc) + 1 :],
    "date": lambda record: _day(record.date),
    "date_end": lambda record: _day(record.date_end),
    "dates": lambda record: ",".join(str(day_number(day)) for day in record.dates) or None,
    "first_line": lambda record: record.lines[0],
    "last_line": lambda record: record.lines[1],
}
"""What a column keeps that is no attribute of a record of the same name."""

_COLUMNS: dict[str, Callable[[Record], str | int | None]] = {
    row.name: _MADE.get(row.name, attrgetter(row.name)) for row in FIELDS
}
"""Each column, and what of a record it keeps."""
