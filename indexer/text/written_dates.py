"""Dates in every form in which heads, notes and front matter write them, parsed.

`date_forms` reads the forms that a query may use; here are those as well that only documents have.

    >>> parse_written_date("一九六五年六月、十二月").last
    datetime.date(1965, 12, 31)
    >>> third = parse_written_date("1956年4月下旬")
    >>> third.first, third.last, third.precision
    (datetime.date(1956, 4, 21), datetime.date(1956, 4, 30), 'month')

A date that cannot be read in full is not read.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import MAXYEAR, MINYEAR, date
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan, NoDateError, Precision, day_span, month_span, year_span
from indexer.text.marks import COUNTING_DIGITS, RANGE_MARKS
from indexer.text.numerals import DIGIT, NUMERAL, parse_numeral
from indexer.wording import say

_LONGEST = 120  # characters; the longest that was seen names eight days
_BLANK = re.compile(r"\s+")
_ABOUT = re.compile(r"(?:约|大约|大概|约在)(?P<before>.+)|(?P<after>.+)(?:左右|前后)")
_NUMERIC = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?:(?P=mark)(?P<day>[0-9]{1,2}))?"
)
_NUMERIC_END = re.compile(r"(?:(?P<month>[0-9]{1,2})[./])?(?P<day>[0-9]{1,2})")
_NUMERIC_RANGE = re.compile(rf"(?<=[0-9])(?:[{RANGE_MARKS}]{{1,2}})(?=[0-9])")
_EIGHT_DIGITS = re.compile(r"(1[89]|20)[0-9]{6}")

_PART = re.compile(
    rf"(?:(?P<year>[{DIGIT}]{{4}})年)?(?:(?P<month>[{NUMERAL}]{{1,3}}|元)月)?"
    rf"(?:(?P<day>[{NUMERAL}]{{1,3}})[日号]"
    rf"(?:[(]?(?:星期|周|礼拜)[{COUNTING_DIGITS}日天][)]?)?"
    r"(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上?|深?夜)?"
    r"|(?P<third>[上中下])旬|(?P<edge>[初底末])|(?P<season>[春夏秋冬])[季天]?|(?P<half>[上下])半年"
    rf"|(?P<bare>[{NUMERAL}]{{1,4}}))?"
)
_RANGE = re.compile(rf"(?<=[日号月年旬季春夏秋冬{NUMERAL}])[{RANGE_MARKS}到]{{1,2}}")
_SEPARATE = re.compile("[、和与及]")
_OLD_TENS = str.maketrans({"廿": "二十", "卅": "三十"})

_Unit = Literal["day", "month", "year"]
_COARSER: dict[Precision, Precision] = {"day": "month", "month": "year"}
_THIRDS = {"上": (1, 10), "中": (11, 20), "下": (21, 31)}


class _Part(NamedTuple):
    """One of the dates in a date of several, as it is written.

    Attributes:
        bare: a number without its unit, which is that of the next part (七、八月).
        within: what narrows a month or a year (下旬, 春, 上半年), or the empty string.
    """

    year: int | None
    month: int | None
    day: int | None
    bare: str | None
    within: str

    @property
    def unit(self) -> _Unit:
        if self.day is not None:
            return "day"
        return "month" if self.month is not None else "year"


def parse_written_date(text: str) -> DateSpan:
    """The date that all of `text` is, in any form that a document uses.

    Beyond those of `parse_date` these are: 2018.4.20, 2018/4/20, 2018.4, 20180420; a weekday or a
    time of day after the day; spans of days, months or years that cross a month or year; separate
    days or months (六月、十二月; 4月20、21日); and less exact ones:

    - A third of a month (上旬, 中旬, 下旬) spans its days, with the precision of a month.
    - 初, 底 and 末 leave all of the month or the year open.
    - A season spans its year, since nobody can say on which day it begins; half a year its months.
    - 约 and 左右 widen a day to its month and a month to its year. About a year is no date.

    Blanks do not count.

    Raises:
        ValueError: it is no date, or one that does not exist.
    """
    if len(text) > _LONGEST:
        raise ValueError(say("dates.long"))
    compact = _BLANK.sub("", unicodedata.normalize("NFKC", text)).translate(_OLD_TENS)
    if about := _ABOUT.fullmatch(compact):
        return _about(_parse(about["before"] or about["after"]), text)
    return _parse(compact)


def written_date(text: str) -> DateSpan | None:
    """The date that `parse_written_date` reads, None where `text` is none."""
    try:
        return parse_written_date(text)
    except ValueError:
        return None


def _parse(text: str) -> DateSpan:
    try:
        return parse_date(text)
    except ValueError:
        if _EIGHT_DIGITS.fullmatch(text):
            return parse_date(f"{text[:4]}-{text[4:6]}-{text[6:]}")
        if _NUMERIC.match(text):
            return _numeric(text)
        return _chinese(text)


def _about(span: DateSpan, text: str) -> DateSpan:
    """The month or the year around a date that is only about right."""
    wider = _COARSER.get(span.precision)
    if wider is None or (span.first.year, span.first.month) != (span.last.year, span.last.month):
        raise NoDateError(text)
    first = span.first
    return month_span(first.year, first.month) if wider == "month" else year_span(first.year)


def _numeric(text: str) -> DateSpan:
    """2018.4.20, 2018/4, 2018.4.20-22, 2018.4.28-5.1, 2018-04-20至2018-04-22."""
    whole = _NUMERIC.fullmatch(text)
    if whole is not None:
        return parse_date("-".join(filter(None, whole.group("year", "month", "day"))))
    for found in _NUMERIC_RANGE.finditer(text):
        start, end = _NUMERIC.fullmatch(text[: found.start()]), text[found.end() :]
        if start is None or start["day"] is None:
            continue
        first = _day(*(int(start[name]) for name in ("year", "month", "day")))
        if whole := _NUMERIC.fullmatch(end):
            last = parse_date("-".join(filter(None, whole.group("year", "month", "day"))))
            if last.precision != "day":
                break
            return _spanned([day_span(first), last], text)
        if short := _NUMERIC_END.fullmatch(end):
            month = int(short["month"] or first.month)
            return _spanned(
                [day_span(first), day_span(_day(first.year, month, int(short["day"])))], text
            )
    raise NoDateError(text)


def _chinese(text: str) -> DateSpan:
    """A date in 年月日 of one part or several; parts are completed from the one before them."""
    separate = _SEPARATE.split(text)
    written = [part for run in separate for part in _RANGE.split(run, maxsplit=1)]
    parts = _with_units([_part(part) for part in written], text)
    if len({part.unit for part in parts}) > 1:
        raise NoDateError(text)
    spans: list[DateSpan] = []
    year = month = None
    for part in parts:
        if part.year is not None:
            year, month = part.year, None
        month = part.month if part.month is not None else month
        spans.append(_span(part, year, month, text))
    named = len(separate) == len(written) > 1 and parts[0].unit == "day"
    whole = _spanned(spans, text)
    days = tuple(span.first for span in spans) if named else ()
    return DateSpan(whole.first, whole.last, whole.precision, days)


def _part(text: str) -> _Part:
    found = _PART.fullmatch(text)
    if found is None or not text:
        raise NoDateError(text)
    month = found["month"]
    within = next((found[name] for name in ("third", "season", "half", "edge") if found[name]), "")
    if found["third"]:
        within += "旬"
    if found["half"]:
        within += "半年"
    return _Part(
        year=parse_numeral(found["year"]) if found["year"] else None,
        month=(1 if month == "元" else parse_numeral(month)) if month else None,
        day=parse_numeral(found["day"]) if found["day"] else None,
        bare=found["bare"],
        within=within,
    )


def _with_units(parts: list[_Part], text: str) -> list[_Part]:
    """`parts`, each number without a unit having that of the part after it."""
    completed: list[_Part] = []
    for part in reversed(parts):
        if part.bare is not None:
            # 下旬, 春 and the like are units of nothing.
            if not completed or completed[-1].within or part.day is not None or part.within:
                raise NoDateError(text)
            unit = completed[-1].unit
            if getattr(part, unit) is not None:
                raise NoDateError(text)
            number: dict[str, Any] = {unit: parse_numeral(part.bare), "bare": None}
            completed.append(part._replace(**number))
        else:
            completed.append(part)
    return completed[::-1]


def _span(part: _Part, year: int | None, month: int | None, text: str) -> DateSpan:
    """The days of `part`, of which the year and the month may stand in a part before it."""
    if year is None or (part.unit != "year" and month is None):
        raise NoDateError(text, "dates.no_year_and_month")
    if part.unit == "day":
        assert month is not None
        assert part.day is not None
        return day_span(_day(year, month, part.day))
    if part.unit == "month":
        assert month is not None
        whole = month_span(*_month(year, month))
        if part.within.endswith("旬"):
            first, last = _THIRDS[part.within[0]]
            end = min(last, whole.last.day)
            return DateSpan(whole.first.replace(day=first), whole.last.replace(day=end), "month")
        if part.within not in ("", "初", "底", "末"):
            raise NoDateError(text)
        return whole
    if part.within.endswith("旬"):
        raise NoDateError(text)
    if part.within.endswith("半年"):
        return month_span(year, 1, 6) if part.within[0] == "上" else month_span(year, 7, 12)
    return year_span(year)


def _spanned(spans: list[DateSpan], text: str) -> DateSpan:
    """From the first day of `spans` to the last, which must be in order."""
    for before, after in pairwise(spans):
        same_year = before == after and after.precision == "year"  # 夏、秋
        if after.first <= before.last and not same_year:
            raise ValueError(say("dates.not_after", text=text))
    return DateSpan(spans[0].first, spans[-1].last, spans[0].precision)


def _month(year: int, month: int) -> tuple[int, int]:
    if not 1 <= month <= 12:
        raise ValueError(say("dates.no_month", month=month))
    return year, month


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except (ValueError, OverflowError) as exc:
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(say("dates.year_range", year=year)) from exc
        key = "dates.day_range" if 1 <= month <= 12 else "dates.month_range"
        raise ValueError(say(key)) from exc
