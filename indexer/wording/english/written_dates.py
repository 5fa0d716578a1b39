"""Dates as a sentence writes them."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "year": "{year}",
    "month": "{month} {year}",
    "day": "{day} {month} {year}",
    "day_of_year": "{day} {month}",
    "day_of_month": "{day}",
    "range": "{first} to {last}",
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
}
