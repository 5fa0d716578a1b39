"""Dates as a sentence writes them."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "year": "{year}年",
    "month": "{year}年{month}",
    "day": "{year}年{month}{day}日",
    "day_of_year": "{month}{day}日",
    "day_of_month": "{day}日",
    "range": "{first}至{last}",
    "month.1": "1月",
    "month.2": "2月",
    "month.3": "3月",
    "month.4": "4月",
    "month.5": "5月",
    "month.6": "6月",
    "month.7": "7月",
    "month.8": "8月",
    "month.9": "9月",
    "month.10": "10月",
    "month.11": "11月",
    "month.12": "12月",
}
