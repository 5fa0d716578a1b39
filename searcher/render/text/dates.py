"""Dates as people read them: in a row of facts, and within a sentence.

>>> words_date(date(2018, 11, 1), date(2018, 11, 30), "month")
'2018-11'
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
from datetime import date, datetime
from typing import TYPE_CHECKING

from indexer.text.dates import DateSpan, Precision
from indexer.wording import language, listed, say
from searcher.render.text.messages import with_and

if TYPE_CHECKING:
    from indexer.model.records import Record
    from searcher.browse.contents import SpeechEntry

_KNOWN_PART: dict[Precision, int] = {"year": 4, "month": 7, "day": 10}
"""How many characters of an ISO date are known."""


def record_date(record: Record | SpeechEntry) -> str:
    """The date of the words of a paragraph or a speech."""
    return words_date(record.date, record.date_end, record.date_precision, record.dates)


def unknown_date() -> str:
    """What is shown in the place of a date that is not known."""
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

    What is not written so is returned as it is.
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
    """Each day, without the year where the day before has the same."""
    return [
        day.isoformat()[5:] if i and day.year == days[i - 1].year else day.isoformat()
        for i, day in enumerate(days)
    ]


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
    """Days that follow each other. Days that share year and month have them once: in Chinese with
    the first, in English, which names the day first, with the last.
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
