"""What is wrong with a date, in words that can stand in brackets behind it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no_month": "没有 {month} 月",
    "names_no_month": "“{text}”里没有月份",
    "no_date": "“{text}”不是日期",
    "no_year_and_month": "“{text}”没有写明年月",
    "not_after": "“{text}”不在前一日之后",
    "long": "日期没有这么长",
    "no_local": "{moment} 在时区 {zone} 没有对应的日期",
    "no_numeral": "“{text}”不是数字",
    "year_range": "没有公元 {year} 年",
    "month_range": "月份只能是 1 到 12",
    "day_range": "该月没有这一天",
    "none_after": "{day} 之后没有日期",
    "none_before": "{day} 之前没有日期",
    "open_range": "范围至少要写一个日期",
    "backwards": "范围的起止颠倒了",
}
