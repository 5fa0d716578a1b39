"""Dates as spans of days, and days as numbers.

    >>> day_number(day_span(date(2018, 4, 20)).first)
    20180420

Every function raises `ValueError` for a date that does not exist. `date_forms` reads dates as they
are written.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from indexer.value import value
from indexer.wording import say

Precision = Literal["day", "month", "year"]


@value(frozen=True, slots=True)
class DateSpan:
    """The days on which words were said or printed.

    Attributes:
        first: the first day.
        last: the last day, equal to `first` for a single day.
        precision: how much of the date is known. A month without a day spans all of its days.
        days: the separate days where the source names them (2月5日、2月14日), else empty.
    """

    first: date
    last: date
    precision: Precision = "day"
    days: tuple[date, ...] = ()


def day_span(day: date) -> DateSpan:
    """A single day."""
    return DateSpan(day, day)


def month_span(year: int, month: int, last: int | None = None) -> DateSpan:
    """All days of a month, or of the months up to `last`, of which no day is known."""
    import calendar  # noqa: PLC0415 (hits have their days, and most queries name no month)

    last = month if last is None else last
    first_day = _day(year, month, 1)
    return DateSpan(first_day, date(year, last, calendar.monthrange(year, last)[1]), "month")


def year_span(year: int) -> DateSpan:
    """All days of a year of which no month is known."""
    return DateSpan(_day(year, 1, 1), _day(year, 12, 31), "year")


def _day(year: int, month: int, day: int) -> date:
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(say("dates.year_range", year=year))
    return date(year, month, day)


def day_number(day: date) -> int:
    """A day as a number that sorts like the day and reads like it: 20180420."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of_number(number: int) -> date:
    """The day whose `day_number` is `number`."""
    return date(number // 10_000, number // 100 % 100, number % 100)


class NoDateError(ValueError):
    """A text is no date. What it says is put into words when somebody reads it: few are read."""

    def __init__(self, text: str, key: str = "dates.no_date") -> None:
        super().__init__(text, key)

    def __str__(self) -> str:
        text, key = self.args
        return say(key, text=text)
