"""Dates as references write them.

>>> iso(DateSpan(date(2013, 8, 28), date(2013, 8, 31)))
'2013-08-28/2013-08-31'
>>> chinese(DateSpan(date(2013, 8, 28), date(2013, 8, 31)))
'2013年8月28日-31日'
"""

from __future__ import annotations

from datetime import date

from indexer.text.dates import DateSpan, Precision

_PARTS: dict[Precision, int] = {"year": 1, "month": 2, "day": 3}


def date_parts(day: date, precision: Precision) -> tuple[int, ...]:
    """Year, month and day, as far as they are known."""
    return (day.year, day.month, day.day)[: _PARTS[precision]]


def bounds(span: DateSpan) -> tuple[tuple[int, ...], ...]:
    """The parts of the first and the last day that are known; one day where they do not differ."""
    first, last = (date_parts(day, span.precision) for day in (span.first, span.last))
    return (first,) if first == last else (first, last)


def iso(span: DateSpan) -> str:
    """ISO 8601, which is GB/T 7408: a range has a solidus between its ends."""
    if span.days:
        return ", ".join(day.isoformat() for day in span.days)
    return "/".join(
        "-".join([f"{year:04}", *(f"{part:02}" for part in rest)]) for year, *rest in bounds(span)
    )


def chinese(span: DateSpan) -> str:
    """`2018年4月20日`; a second date leaves out what it has in common with the first."""
    if span.days:
        return _joined("、", [date_parts(day, "day") for day in span.days])
    return _joined("-", bounds(span))


def _joined(mark: str, dates: list[tuple[int, ...]] | tuple[tuple[int, ...], ...]) -> str:
    """Dates with a mark between them, each without what it has in common with the one before."""
    before: tuple[int, ...] = ()
    written = []
    for day in dates:
        known = next((at for at in range(len(day) - 1, 0, -1) if before[:at] == day[:at]), 0)
        named = tuple(zip(day, "年月日", strict=False))[known:]
        written.append("".join(f"{part}{unit}" for part, unit in named))
        before = day
    return mark.join(written)
