"""The values of `date:`: a date, two with `..` (至, -, ~) between them, one after >=, <=, >, <, or
a day or month of any year.

>>> parse_dates("2016..2018").last, str(parse_dates("4月19号"))
(datetime.date(2018, 12, 31), 'date:4月19日')
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from indexer.text.marks import MINUSES, RANGE_MARKS, without
from indexer.text.numerals import NUMERAL, parse_numeral
from indexer.wording import say
from searcher.language.query import AnyYear, DateRange, Dates

_LONGEST: Final = 60
"""The most characters of a date."""

_COMPARED = re.compile(r"(?P<sign>>=|<=|[><≥≤])(?P<date>.*)", re.DOTALL)
_TO = f"[到{without(RANGE_MARKS, MINUSES)}]"
_BETWEEN = re.compile(
    rf"(?P<first>.*?)(?:\.\.|(?<=[年0-9]){_TO}(?=[0-9]{{4}}))(?P<last>.*)", re.DOTALL
)
_YEARS = re.compile(rf"(?P<first>[0-9]{{4}})[{RANGE_MARKS}](?P<last>[0-9]{{4}})")
_WITHOUT_YEAR = re.compile(rf"(?P<month>[{NUMERAL}]{{1,3}})月(?:(?P<day>[{NUMERAL}]{{1,3}})日)?")
_POINTED = re.compile(r"([0-9]{4})([./])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_DAY = timedelta(days=1)
_LEAP_YEAR: Final = 2000


def parse_dates(text: str) -> Dates:
    """The days that `text` allows.

    Raises:
        ValueError: `text` is none of the forms, or names a day that does not exist. The message
            says what is wrong, in words that can follow the text itself.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).replace("号", "日")
    if len(plain) > _LONGEST:
        raise ValueError(say("dates.long"))
    if compared := _COMPARED.fullmatch(plain):
        return _compared(compared["sign"], compared["date"])
    if between := _YEARS.fullmatch(plain) or _BETWEEN.fullmatch(plain):
        return _between(between["first"], between["last"])
    if part := _WITHOUT_YEAR.fullmatch(plain):
        return _any_year(part)
    span = _date(plain)
    return DateRange(span.first, span.last)


def _date(text: str) -> DateSpan:
    """The date that `text` is; 2016.4.19 and 2016/4/19 are 2016-4-19."""
    pointed = _POINTED.fullmatch(text)
    return parse_date("-".join(filter(None, pointed.group(1, 3, 4))) if pointed else text)


def _any_year(part: re.Match[str]) -> AnyYear:
    month = parse_numeral(part["month"])
    if part["day"] is None:
        if not 1 <= month <= 12:
            raise ValueError(say("dates.no_month", month=month))
        return AnyYear(month)
    day = parse_date(f"{_LEAP_YEAR}年{part[0]}").first
    return AnyYear(day.month, day.day)


def _compared(sign: str, text: str) -> DateRange:
    span = _date(text)
    try:
        if sign in (">=", "≥"):
            return DateRange(span.first, None)
        if sign in ("<=", "≤"):
            return DateRange(None, span.last)
        if sign == ">":
            return DateRange(span.last + _DAY, None)
        return DateRange(None, span.first - _DAY)
    except OverflowError as exc:
        if sign == ">":
            raise ValueError(say("dates.none_after", day=span.last)) from exc
        raise ValueError(say("dates.none_before", day=span.first)) from exc


def _between(first: str, last: str) -> DateRange:
    if not first and not last:
        raise ValueError(say("dates.open_range"))
    start: date | None = _date(first).first if first else None
    end: date | None = _date(last).last if last else None
    if start and end and start > end:
        raise ValueError(say("dates.backwards"))
    return DateRange(start, end)
