"""Dates as people read them: `2018-04-20`, `2018-11`, `2020-03-29 – 04-01`.

>>> words_date(date(2018, 11, 1), date(2018, 11, 30), "month")
'2018-11'
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexer.documents import Precision

UNKNOWN = "日期不详"

_KNOWN_PART = {"year": 4, "month": 7, "day": 10}


def words_date(
    first: date | None, last: date | None, precision: Precision | None, days: Sequence[date] = ()
) -> str:
    """The date of some words.

    Args:
        first: the first day.
        last: the last day, equal to `first` for a single one.
        precision: how much of the date is known.
        days: the separate days where the source names several.
    """
    if first is None:
        return UNKNOWN
    if days:
        return "、".join(_each_after_the_one_before(days))
    if precision in {"month", "year"}:
        known = _KNOWN_PART[precision]
        return _span(first.isoformat()[:known], (last or first).isoformat()[:known])
    if last is None or last == first:
        return first.isoformat()
    return " – ".join(_each_after_the_one_before((first, last)))


def date_range(first: date | None, last: date | None) -> str:
    """The time between two dates, both written in full; empty where they are not known."""
    if first is None:
        return ""
    return _span(first.isoformat(), (last or first).isoformat())


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _each_after_the_one_before(days: Sequence[date]) -> list[str]:
    """Each day, without the year where it is that of the day before."""
    return [
        day.isoformat()[5:] if i and day.year == days[i - 1].year else day.isoformat()
        for i, day in enumerate(days)
    ]
