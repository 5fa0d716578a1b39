"""Dates as Chinese sentences write them: `2018年4月20日`, `2020年3月29日至4月1日`.

>>> chinese_date(DateSpan(date(2018, 11, 1), date(2018, 11, 30), "month"))
'2018年11月'
"""

from __future__ import annotations

from datetime import date

from indexer.facts import DateSpan, Precision


def chinese_date(span: DateSpan) -> str:
    """A date, as far as it is known."""
    if span.days:
        return "、".join(
            _day(day, before) for day, before in zip(span.days, (None, *span.days), strict=False)
        )
    first = _written(span.first, span.precision)
    last = _written(span.last, span.precision)
    if first == last:
        return first
    if span.precision != "day":
        return f"{first}至{last}"
    return f"{first}至{_day(span.last, span.first)}"


def _written(day: date, precision: Precision) -> str:
    if precision == "year":
        return f"{day.year}年"
    return _day(day, None) if precision == "day" else f"{day.year}年{day.month}月"


def _day(day: date, before: date | None) -> str:
    """A day without the year, and without the month, where they are those of the day before."""
    if before is None or day.year != before.year:
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day}日" if day.month == before.month else f"{day.month}月{day.day}日"
