"""The values of `date:`: a date, two with `..` (至, ~) between them, or one after >=, <=, >, <.

>>> parse_date_range("2016..2018").last
datetime.date(2018, 12, 31)
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from indexer.text.date_forms import parse_date
from indexer.wording import say
from searcher.language.query import DateRange

_COMPARED = re.compile(r"(?P<sign>>=|<=|[><≥≤])(?P<date>.*)", re.DOTALL)
_BETWEEN = re.compile(
    r"(?P<first>.*?)(?:\.\.|(?<=[年0-9])(?:至|~)(?=[0-9]{4}))(?P<last>.*)", re.DOTALL
)
_DAY = timedelta(days=1)


def parse_date_range(text: str) -> DateRange:
    """The days that `text` allows.

    Raises:
        ValueError: `text` is none of the forms, or names a day that does not exist. The message
            says what is wrong, in words that can follow the text itself.
    """
    plain = unicodedata.normalize("NFKC", text)
    if compared := _COMPARED.fullmatch(plain):
        return _compared(compared["sign"], compared["date"])
    if between := _BETWEEN.fullmatch(plain):
        return _between(between["first"], between["last"])
    span = parse_date(plain)
    return DateRange(span.first, span.last)


def _compared(sign: str, text: str) -> DateRange:
    span = parse_date(text)
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
    start: date | None = parse_date(first).first if first else None
    end: date | None = parse_date(last).last if last else None
    if start and end and start > end:
        raise ValueError(say("dates.backwards"))
    return DateRange(start, end)
