"""Dates inside a line: where they stand, and what stands beside them.

>>> taken_out("2018-04-20 10:00 新华网")[1:]
('新华网', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import Final, NamedTuple

from indexer.text import zones
from indexer.text.dates import DateSpan
from indexer.text.folding import HAN
from indexer.text.marks import (
    COUNTING_DIGITS,
    MINUSES,
    RANGE_MARKS,
    ROUND_CLOSING,
    ROUND_OPENING,
    without,
)
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.timestamps import parse_timestamp
from indexer.text.written_dates import parse_written_date, written_date

CHINA: Final = zones.parse_zone(zones.DEFAULT)

BLANK: Final = r"[ \t\u3000\xa0]*"
"""Blanks inside a line, any number of them."""

_S = BLANK
_D4 = rf"[{DIGIT}](?:{_S}[{DIGIT}]){{3}}"
_N = rf"[{NUMERAL}](?:{_S}[{NUMERAL}]){{0,2}}"
_WEEKDAY = rf"(?:{_S}[（(]?(?:星期|周)[{COUNTING_DIGITS}日天][）)]?)?"
_REST = rf"(?:(?:{_D4}{_S}年{_S})?(?:{_N}{_S}月{_S})?(?:{_N}{_S}[日号]|{_N}{_S}月|[上中下]旬))"
_CHINESE = (
    rf"(?:大?约)?{_D4}{_S}年"
    rf"(?:{_S}(?:{_N}|元){_S}月(?:{_S}{_N}{_S}[日号]{_WEEKDAY}|{_S}[上中下]旬|[初底末](?![{HAN}]))?"
    rf"|{_S}[春夏秋冬]季?(?![{HAN}])|[初底末](?![{HAN}])|[上下]半年)?"
    rf"(?:{_S}[{RANGE_MARKS}、和与到]{{1,2}}{_S}{_REST}){{0,6}}"
)
_TO = without(RANGE_MARKS, MINUSES)  # a hyphen separates years, months and days
_NUMERIC = (
    rf"[0-9]{{4}}(?P<sep>[-./]){_S}?[0-9]{{1,2}}(?:(?P=sep){_S}?[0-9]{{1,2}})?"
    rf"(?:(?:——|[{_TO}])(?:[0-9]{{4}}[-./])?(?:[0-9]{{1,2}}[-./])?[0-9]{{1,2}})?"
)
_CLOCK = (
    rf"(?:T|{_S}){_S}(?:[0-9]{{1,2}}[:：][0-9]{{2}}(?:[:：][0-9]{{2}}(?:\.[0-9]+)?)?"
    rf"{_S}(?:Z|[+-][0-9]{{2}}:?[0-9]{{2}})?|[0-9]{{1,2}}时[0-9]{{1,2}}分)"
)
_DATE = re.compile(
    rf"(?<![{NUMERAL}A-Za-z.])(?P<date>{_CHINESE}|{_NUMERIC}|(?:19|20)[0-9]{{6}})"
    rf"(?P<clock>{_CLOCK})?(?:(?<=[日号旬])|(?![0-9.:：]))"
)
_HAS_YEAR = re.compile(_D4)
_MAY_DATE = re.compile(rf"{_D4}{_S}[-./年]|(?<![0-9])(?:19|20)[0-9]{{6}}(?![0-9])")
_EMPTY_BRACKETS = re.compile(rf"[{ROUND_OPENING}]{_S}[{ROUND_CLOSING}]")
_DATELINE = re.compile(
    rf"^{_S}(?:[{ROUND_OPENING}【]{_S})?(?:据)?(?P<agency>新华社|新华网|人民网|中新社|中新网|本报|人民日报|央视网|中国政府网|光明网|求是网|"
    rf"新华社记者)(?P<place>[{HAN}、]{{2,12}}?){_S}(?:(?P<year>{_D4})年)?(?P<month>{_N})月(?P<day>{_N})日"
    rf"(?:{_S}[上下]午|晚)?{_S}(?:电|讯|消息)"
)


_DATELINE_ALONE = re.compile(
    _DATELINE.pattern
    + rf"{_S}(?:[{ROUND_OPENING}][^{ROUND_OPENING}{ROUND_CLOSING}]*[{ROUND_CLOSING}])?{_S}"
)


class DateInLine(NamedTuple):
    """A date in its line.

    Attributes:
        start: where it begins.
        end: where it ends, a time of the day included.
        span: its days, None where there is no such date.
    """

    start: int
    end: int
    span: DateSpan | None


def dates_of(line: str, zone: tzinfo = CHINA) -> Iterator[DateInLine]:
    """Every date in `line`, in order."""
    for found in _DATE.finditer(line):
        yield DateInLine(found.start(), found.end(), _span(found, zone))


def dates_in(text: str) -> bool:
    """Whether `text` may contain a date with its year."""
    return _MAY_DATE.search(text) is not None


def read_span(text: str, zone: tzinfo = CHINA) -> DateSpan | None:
    """The date that all of `text` is, with or without a time of the day, or None."""
    found = _DATE.fullmatch(text.strip())
    return _span(found, zone) if found else _whole(text)


def read_dateline(text: str) -> tuple[int | None, int, int] | None:
    """Year, if it names one, month and day of the dateline of a text: 新华社北京4月20日电.

    >>> read_dateline("新华社北京4月20日电（记者张三）全国会议20日召开。")
    (None, 4, 20)
    """
    found = _DATELINE.match(text[:60])
    if found is None:
        return None
    try:
        span = parse_written_date(f"{found['year'] or '2000'}年{found['month']}月{found['day']}日")
    except ValueError:
        return None
    return (span.first.year if found["year"] else None, span.first.month, span.first.day)


def dateline_alone(text: str) -> tuple[str, DateSpan | None] | None:
    """The agency and the day of a line that is nothing but a dateline; no day without a year.

    >>> dateline_alone("新华社北京5月18日电（记者张三）")
    ('新华社', None)
    """
    found = _DATELINE_ALONE.fullmatch(text)
    if found is None:
        return None
    named = found["year"]
    day = f"{named}年{found['month']}月{found['day']}日"
    return found["agency"], _whole(day) if named else None


def date_at_start(text: str) -> tuple[DateSpan, str] | None:
    """The date that `text` begins with, and what follows it."""
    found = _DATE.match(text.lstrip())
    span = _span(found, CHINA) if found else None
    if found is None or span is None:
        return None
    return span, text.lstrip()[found.end() :]


def _span(found: re.Match[str], zone: tzinfo) -> DateSpan | None:
    try:
        if found["clock"]:
            return parse_timestamp(f"{found['date']} {found['clock'].strip('T ')}", zone)
        return parse_written_date(found["date"])
    except ValueError:
        return None


def _whole(text: str) -> DateSpan | None:
    return written_date(text) if _HAS_YEAR.search(text) else None


def taken_out(text: str, zone: tzinfo = CHINA) -> tuple[DateSpan, str, bool] | None:
    """The only date in `text`, the rest of it, and whether the date has a time of the day."""
    found = list(_DATE.finditer(text))
    if len(found) != 1:
        return None
    span = _span(found[0], zone)
    if span is None:
        return None
    rest = f"{text[: found[0].start()]} {text[found[0].end() :]}"
    return span, _EMPTY_BRACKETS.sub(" ", rest).strip(), found[0]["clock"] is not None
