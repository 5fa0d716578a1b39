"""Dates as spans of days, and days as numbers.

    >>> parse_date("2020年3月29日-4月1日").last
    datetime.date(2020, 4, 1)

Every function raises `ValueError` for a date that does not exist or is not one.
"""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

from indexer.facts import DateSpan
from indexer.wording import say


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
    """The day that `day_number` made `number` of."""
    return date(number // 10_000, number // 100 % 100, number % 100)


def parse_date(text: str) -> DateSpan:
    """The date that `text`, and nothing but `text`, stands for.

    Understood are ISO (2018, 2018-04, 2018-04-20), Chinese (2018年, 2018年4月, 2018年4月20日, in
    either numeral system), ranges of days (2013年8月28日-31日) or of months in a year
    (2013年8月-9月), and separate days (2020年2月5日、2月14日), which may leave out what the day
    before them has said. Blanks do not count.
    """
    from indexer.date_forms import parse  # noqa: PLC0415 (as above: most queries name no date)

    return parse(text)
