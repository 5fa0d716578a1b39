"""What is wrong with a date, in words that can stand in brackets behind it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no_month": "there is no month {month}",
    "names_no_month": "{text!r} names no month",
    "no_date": "{text!r} is not a date",
    "no_year_and_month": "{text!r} names no year and month",
    "not_after": "{text!r} does not follow the day before it",
    "long": "a date is not that long",
    "no_local": "{moment} has no date in {zone}",
    "no_numeral": "{text!r} is not a numeral",
    "year_range": "year {year} is out of range",
    "month_range": "month must be in 1..12",
    "day_range": "day is out of range for month",
    "none_after": "there is no day after {day}",
    "none_before": "there is no day before {day}",
    "open_range": "a range names at least one date",
    "backwards": "the range runs backwards",
}
