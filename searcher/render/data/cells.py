"""An answer as a table: a row a hit, columns with the names of the JSON.

A cell is a text, a number or a truth value, or None for what is not known. What JSON nests is
joined: a pair of numbers is `2-6`, several values are separated by `; `, a period is
`2020-03-29/2020-04-01`, a snippet is its text. Everything else that is nested is JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from searcher.render.data.records import json_text, names_of, record_of

Cell: TypeAlias = "str | int | float | bool | None"

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What would steer a terminal or reorder what is read, line feed and tab aside."""


class Table(NamedTuple):
    """Columns by name, and rows that have a cell for each of them."""

    columns: tuple[str, ...]
    rows: Iterable[Sequence[Cell]]


class Part(NamedTuple):
    """Columns side by side that are of one value of a row.

    Attributes:
        kind: the class of the value, whose names its columns have; None for a plain value, which
            has one column.
        prefix: what comes before the names; of a plain value it is the name.
        without: names that have no column.
    """

    kind: type | None
    prefix: str = ""
    without: frozenset[str] = frozenset()

    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        if self.kind is None:
            return (self.prefix,)
        return tuple(self.prefix + name for name in names_of(self.kind) if name not in self.without)

    def cells(self, value: object) -> Iterator[Cell]:
        """The cells of `value`; empty ones where it is None or has no such name."""
        if self.kind is None:
            yield _cell(value)
            return
        record = {} if value is None else record_of(value)
        for name in names_of(self.kind):
            if name not in self.without:
                yield _cell(record.get(name))


def table_of(kind: type, values: Iterable[object]) -> Table:
    """One row a value of the class `kind`."""
    return joined_table((Part(kind),), ((value,) for value in values))


def joined_table(parts: Sequence[Part], rows: Iterable[Sequence[object]]) -> Table:
    """One row a tuple of values, one for each part."""
    columns = tuple(name for part in parts for name in part.columns())
    return Table(columns, (tuple(_row(parts, values)) for values in rows))


def escaped(text: str) -> str:
    """`text` with what steers a terminal written as JSON writes it."""
    if text.isprintable():
        return text
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _row(parts: Sequence[Part], values: Sequence[object]) -> Iterator[Cell]:
    for part, value in zip(parts, values, strict=True):
        yield from part.cells(value)


def _cell(value: object) -> Cell:
    if value is None or isinstance(value, (str, int, float)):
        return value
    if isinstance(value, date):
        return value.isoformat()
    simple = _simple_text(value)
    if simple is not None:
        return simple
    return json_text(value)


def _simple_text(value: object) -> str | None:
    """What is nested and can be read without JSON; None for everything else."""
    record = record_of(value) if not isinstance(value, (tuple, list, dict)) else {}
    if list(record) == ["text", "spans"]:  # a snippet
        return str(record["text"])
    if list(record) == ["first", "last", "precision", "days"]:  # a period
        first, last = record["first"].isoformat(), record["last"].isoformat()
        return first if first == last else f"{first}/{last}"
    if type(value) not in (tuple, list):
        return None
    parts: Sequence[object] = value  # type: ignore[assignment]
    if len(parts) == 2 and all(type(part) is int for part in parts):
        return f"{parts[0]}-{parts[1]}"
    cells = [_cell(part) for part in parts if not _is_nested(part)]
    return "; ".join(map(str, cells)) if len(cells) == len(parts) else None


def _is_nested(value: object) -> bool:
    """Whether `value` is more than a simple one or a pair of numbers."""
    if value is None or isinstance(value, (str, int, float, date)):
        return False
    return not (type(value) is tuple and all(type(part) is int for part in value))
