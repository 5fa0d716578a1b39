"""Dates as a sentence writes them: `2018年4月20日`, `29 March to 1 April 2020`.

>>> from unittest.mock import patch
>>> span = DateSpan(date(2020, 3, 29), date(2020, 4, 1))
>>> with patch.dict("os.environ", LUNSHU_LANG="zh"):
...     sentence_date(span)
'2020年3月29日至4月1日'
>>> with patch.dict("os.environ", LUNSHU_LANG="en"):
...     sentence_date(span)
'29 March to 1 April 2020'
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indexer.text.dates import DateSpan, Precision
from indexer.wording import language, listed, say
from searcher.render.json.lists import with_and


def sentence_date(span: DateSpan) -> str:
    """A date, as far as it is known."""
    if span.days:
        days = _days(span.days)
        return listed(days) if language() == "zh" else with_and(days)
    ends = [_written(day, span.precision) for day in (span.first, span.last)]
    if ends[0] == ends[1]:
        return ends[0]
    if span.precision == "day":
        ends = _days((span.first, span.last))
    return say("written_dates.range", first=ends[0], last=ends[1])


def _written(day: date, precision: Precision) -> str:
    if precision == "year":
        return say("written_dates.year", year=day.year)
    if precision == "month":
        return say("written_dates.month", year=day.year, month=_month(day))
    return _day(day, None)


def _days(days: Sequence[date]) -> list[str]:
    """Days that follow each other. Year and month stand once for those that share them: in Chinese
    with the first, in English, which names the day first, with the last.
    """
    beside: Sequence[date | None]
    beside = (None, *days[:-1]) if language() == "zh" else (*days[1:], None)
    return [_day(day, other) for day, other in zip(days, beside, strict=True)]


def _day(day: date, beside: date | None) -> str:
    """A day without the year, and without the month, where they are those of `beside`."""
    if beside is None or day.year != beside.year:
        return say("written_dates.day", year=day.year, month=_month(day), day=day.day)
    if day.month != beside.month:
        return say("written_dates.day_of_year", month=_month(day), day=day.day)
    return say("written_dates.day_of_month", day=day.day)


def _month(day: date) -> str:
    return say(f"written_dates.month.{day.month}")
