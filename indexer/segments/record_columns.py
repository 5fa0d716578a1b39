"""Records as the columns of a segment: stored, and read again.

`doc`, `title`, `speech` and their like are few values for many paragraphs; `text` and `alias` are
stored one by one; dates are numbers such as 20180420, and `dates` such numbers separated by commas.
`marks` are stored as lines, `12 〔4〕`, the offset first.
Of the id only what follows `#` is kept, as `number`: it names passage and paragraph, and the
document has its own column.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from indexer.model.fields import FACTS, FIELDS, ROWS, Form, Row
from indexer.model.records import Record
from indexer.text.dates import day_number, day_of_number

if TYPE_CHECKING:
    from indexer.segments.building import SegmentBuilder  # for builds alone
    from indexer.segments.segment import Segment  # which loads numpy

FORMS: Mapping[str, Form] = {row.name: row.form for row in FIELDS}
"""Each column, and the form that its values take."""

_NEEDED = frozenset(row.name for row in FIELDS if row.needed)
"""The columns that no paragraph is without."""


def columns_of(records: Sequence[Record]) -> dict[str, list[str | int | None]]:
    """The facts of records, column by column."""
    return {name: list(map(fact, records)) for name, fact in _FACTS.items()}


def store_records(
    builder: SegmentBuilder, first: int, columns: Mapping[str, Sequence[str | int | None]]
) -> None:
    """Store the facts of records, which are the documents of the segment from `first` on."""
    for name, values in columns.items():
        if any(value is not None for value in values):
            # Whole numbers among choices become a column of numbers.
            builder.store(first, name, values, "plain" if ROWS[name].form == "plain" else "choices")


def misfit(segment: Segment) -> str | None:
    """The name of the first column of a segment that is missing or has another form, if any."""
    found = segment.forms()
    for name, form in FORMS.items():
        if found.get(name, form) != form or (name in _NEEDED and name not in found):
            return f"stored/{name}"
    return None if segment.has_texts() else "folded"


def record_of(fact: Callable[[str], Any]) -> Record:
    """The record whose columns contain `fact(name)`.

    Raises:
        ValueError: they contain what no record has.
    """
    date, date_end = _day(fact("date")), _day(fact("date_end"))
    doc, number = _text(fact("doc")), _text(fact("number"))
    passage, paragraph = passage_of(number)
    return Record(
        id=f"{doc}#{number}",
        doc=doc,
        title=_text_or_none(fact("title")),
        passage=passage,
        paragraph=paragraph,
        date=date,
        date_end=date_end,
        date_precision=_one_of(_PRECISIONS, fact("date_precision")),
        date_kind=_one_of(_DATE_KINDS, fact("date_kind")),
        dates=_days(_text_or_none(fact("dates"))),
        lines=_lines(fact("first_line"), fact("last_line")),
        place=_text_or_none(fact("place")),
        text=_text(fact("text")),
        marks=_marks(_text_or_none(fact("marks"))),
        **{name: read(fact(name)) for name, read in _GIVEN.items()},
    )


def passage_of(number: str) -> tuple[int, int]:
    """Passage and paragraph that the part of an id after `#` names: `60.1` is (60, 1).

    Raises:
        ValueError: it names none.
    """
    passage, _, paragraph = number.partition(".")
    return int(passage), int(paragraph or 1)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("something else where a text is kept")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _lines(first: Any, last: Any) -> tuple[int, int] | None:
    if first is None and last is None:
        return None
    if type(first) is not int or type(last) is not int:
        raise ValueError("no line where one is kept")
    return first, last


def _marks(stored: str | None) -> tuple[tuple[int, str], ...]:
    if not stored:
        return ()
    parted = [line.partition(" ") for line in stored.split("\n")]
    if not all(mark for _, _, mark in parted):
        raise ValueError("no mark where one is kept")
    return tuple((int(offset), mark) for offset, _, mark in parted)


def _as_it_is(value: Any) -> Any:
    return value


def _one_of(known: tuple[Any, ...], value: Any) -> Any:
    if value not in known:
        raise ValueError("a word that means nothing here")
    return value


def _day(number: int | None) -> datetime.date | None:
    return None if number is None else day_of_number(number)


def _days(stored: str | None) -> tuple[datetime.date, ...]:
    return tuple(day_of_number(int(day)) for day in stored.split(",")) if stored else ()


def _reader(row: Row) -> Callable[[Any], Any]:
    """The function that makes a fact of the value in its column."""
    if row.values:
        return partial(_one_of, row.values if row.needed else (None, *row.values))
    if row.form == "numbers":
        return _as_it_is  # a column of numbers contains nothing else
    return _text if row.needed else _text_or_none


_PRECISIONS = (None, *ROWS["date_precision"].values)
_DATE_KINDS = (None, *ROWS["date_kind"].values)
_GIVEN = {row.name: _reader(row) for row in FACTS}


def _day_number(day: datetime.date | None) -> int | None:
    return None if day is None else day_number(day)


_COMPUTED: dict[str, Callable[[Record], str | int | None]] = {
    "number": lambda record: record.id[len(record.doc) + 1 :],
    "date": lambda record: _day_number(record.date),
    "date_end": lambda record: _day_number(record.date_end),
    "dates": lambda record: ",".join(str(day_number(day)) for day in record.dates) or None,
    "first_line": lambda record: record.lines[0] if record.lines else None,
    "last_line": lambda record: record.lines[1] if record.lines else None,
    "marks": lambda record: "\n".join(f"{at} {mark}" for at, mark in record.marks) or None,
}
"""The columns that are no attribute of a record of the same name."""

_FACTS: dict[str, Callable[[Record], str | int | None]] = {
    row.name: _COMPUTED.get(row.name, attrgetter(row.name)) for row in FIELDS
}
"""Each column, and the fact of a record that it stores."""
