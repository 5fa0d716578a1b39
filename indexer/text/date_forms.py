"""Dates as documents write them, parsed.

>>> parse_date("2020年3月29日-4月1日").last
datetime.date(2020, 4, 1)
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from indexer.text.dates import DateSpan, NoDateError, day_span, month_span, year_span
from indexer.text.marks import RANGE_MARKS
from indexer.text.numerals import DIGIT, NUMERAL, parse_numeral
from indexer.wording import say

_YEARS = rf"(?P<year>[{DIGIT}]{{4}})年"
_NUMBER = rf"[{NUMERAL}]{{1,3}}"
_BLANK = re.compile(r"\s+")
_DAY = re.compile(rf"(?:{_YEARS})?(?:(?P<month>{_NUMBER})月)?(?P<day>{_NUMBER})日")
_MONTHS = re.compile(rf"{_YEARS}(?P<month>{_NUMBER})月(?:[{RANGE_MARKS}](?P<last>{_NUMBER})月)?")
_YEAR = re.compile(_YEARS)
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?")
_RANGE = re.compile(f"[{RANGE_MARKS}]")


def parse_date(text: str) -> DateSpan:
    """The date that all of `text` is.

    Understood are ISO (2018, 2018-04, 2018-04-20), Chinese (2018年, 2018年4月, 2018年4月20日, in
    either numeral system), ranges of days (2013年8月28日-31日) or of months in a year
    (2013年8月-9月), and separate days (2020年2月5日、2月14日), which may leave out the year
    or month of the day before them. Blanks do not count.

    Raises:
        ValueError: it is no date, or one that does not exist.
    """
    compact = _BLANK.sub("", text)
    if iso := _ISO.fullmatch(compact):
        year, month, day = (int(part) if part else None for part in iso.groups())
        return _known(year, month, day)
    if months := _MONTHS.fullmatch(compact):
        return _months(months)
    if year_only := _YEAR.fullmatch(compact):
        return year_span(parse_numeral(year_only["year"]))
    separate = compact.split("、")
    days = _days([day for part in separate for day in _RANGE.split(part, maxsplit=1)])
    # A range among separate days leaves no list of days, only the span of all of them.
    named = days if len(days) == len(separate) > 1 else ()
    return DateSpan(days[0], days[-1], days=named)


def _known(year: int | None, month: int | None, day: int | None) -> DateSpan:
    assert year is not None  # the pattern has no date without one
    if month is None:
        return year_span(year)
    if not 1 <= month <= 12:
        raise ValueError(say("dates.no_month", month=month))
    if day is None:
        return month_span(year, month)
    return day_span(_day(year, month, day))


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as exc:
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(say("dates.year_range", year=year)) from exc
        key = "dates.day_range" if 1 <= month <= 12 else "dates.month_range"
        raise ValueError(say(key)) from exc


def _months(found: re.Match[str]) -> DateSpan:
    year, month = parse_numeral(found["year"]), parse_numeral(found["month"])
    last = parse_numeral(found["last"]) if found["last"] else month
    if not 1 <= month <= last <= 12 or (found["last"] and last == month):
        raise ValueError(say("dates.names_no_month", text=found[0]))
    return month_span(year, month, last)


def _days(parts: list[str]) -> tuple[date, ...]:
    """The days that `parts` name, in order, each completed from the one before it."""
    days: list[date] = []
    for part in parts:
        match = _DAY.fullmatch(part)
        if match is None:
            raise NoDateError(part)
        if not days and not (match["year"] and match["month"]):
            raise NoDateError(part, "dates.no_year_and_month")
        year = parse_numeral(match["year"]) if match["year"] else days[-1].year
        month = parse_numeral(match["month"]) if match["month"] else days[-1].month
        days.append(_day(year, month, parse_numeral(match["day"])))
        if len(days) > 1 and days[-1] <= days[-2]:
            raise ValueError(say("dates.not_after", text=part))
    return tuple(days)
