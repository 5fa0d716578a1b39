"""Dates as people read them: `2018-04-20`, `2018-11`, `2020-03-29 – 04-01`.

>>> words_date(date(2018, 11, 1), date(2018, 11, 30), "month")
'2018-11'
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from indexer.text.dates import DateSpan, Precision
from indexer.wording import listed, say

_KNOWN_PART: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}
"""How many characters of an ISO date are known."""


def unknown_date() -> str:
    """What stands in the place of a date that is not known."""
    return say("results.undated")


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
        return unknown_date()
    if days:
        return listed(_each_after_the_one_before(days))
    if precision in {"month", "year"}:
        return _range(_known(first, precision), _known(last or first, precision))
    if last is None or last == first:
        return first.isoformat()
    return " – ".join(_each_after_the_one_before((first, last)))


def date_range(first: date | None, last: date | None) -> str:
    """The time between two days, both written in full; empty where they are not known."""
    if first is None:
        return ""
    return _range(first.isoformat(), (last or first).isoformat())


def known_range(earliest: DateSpan | None, latest: DateSpan | None) -> str:
    """The time between two dates, each as far as it is known; empty where there are none.

    >>> known_range(DateSpan(date(2013, 12, 20), date(2013, 12, 20)),
    ...             DateSpan(date(2018, 11, 1), date(2018, 11, 30), "month"))
    '2013-12-20 – 2018-11'
    """
    if earliest is None or latest is None:
        return ""
    return _range(_known(earliest.first, earliest.precision), _known(latest.last, latest.precision))


def local_time(moment: str) -> str:
    """A moment in ISO 8601 by the clock of this machine: `2021-10-28 22:08:07`.

    What is not written so is given back as it stands.
    """
    try:
        known = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    return f"{known.astimezone():%Y-%m-%d %H:%M:%S}"


def _known(day: date, precision: Precision | None) -> str:
    return day.isoformat()[: _KNOWN_PART[precision or "day"]]


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _each_after_the_one_before(days: Sequence[date]) -> list[str]:
    """Each day, without the year where it is that of the day before."""
    return [
        day.isoformat()[5:] if i and day.year == days[i - 1].year else day.isoformat()
        for i, day in enumerate(days)
    ]
