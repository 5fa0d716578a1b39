"""What a file's name says: the last resort where the text names no date.

>>> name = read_file_name("2023/2023-05-06-张三在座谈会上的讲话.txt")
>>> name.title, name.date.first
('张三在座谈会上的讲话', datetime.date(2023, 5, 6))
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from indexer.text.dates import DateSpan, day_span
from indexer.text.folding import HAN
from indexer.text.numerals import NUMERAL
from indexer.text.written_dates import parse_written_date

_DATE = re.compile(
    r"(?<![0-9])(?P<iso>(?:1[89]|20)[0-9]{2}(?P<mark>[-_.])[01]?[0-9](?P=mark)[0-3]?[0-9])(?![0-9])"
    r"|(?<![0-9])(?P<eight>(?:1[89]|20)[0-9]{2}[01][0-9][0-3][0-9])(?![0-9])"
    rf"|(?<![{NUMERAL}])(?P<chinese>[{NUMERAL}]{{4}}年[{NUMERAL}]{{1,3}}月(?:[{NUMERAL}]{{1,3}}日)?)"
)
_MAY_DATE = re.compile("1[89][0-9]{2}|20[0-9]{2}|年")
_YEAR = re.compile(r"(?<![0-9])((?:1[89]|20)[0-9]{2})(?![0-9])")
_SUFFIX = re.compile(r"\.[A-Za-z0-9]{1,9}$")
_EDGES = " \t\u3000-_—–.·,，、()（）[]【】《》"
_HAS_HAN = re.compile(f"[{HAN}]{{2}}")
_LONGEST = 300  # characters


class FileName(NamedTuple):
    """What a name says.

    Attributes:
        title: what is left of it without the date, the number and the suffix; None where that is
            no Chinese, or no year is in it.
        date: the only date in it.
        year: the only year in it, of a date or not.
        written: the name itself.
    """

    title: str | None
    date: DateSpan | None
    year: int | None
    written: str


def read_file_name(path: str) -> FileName:
    """What the name of the file at `path` says; a name with two dates says no date."""
    whole = path.rsplit("/", 1)[-1]
    if not _MAY_DATE.search(whole):
        return FileName(None, None, None, whole)
    name = _SUFFIX.sub("", whole)[:_LONGEST]
    found = list(_DATE.finditer(name))
    span = _span(found[0]) if len(found) == 1 else None
    years = {span.first.year} if span else {int(year) for year in _YEAR.findall(name)}
    rest = name
    if span is not None:
        at = found[0]
        # 20180420 张三在…: a date in the middle is part of the words.
        before, after = name[: at.start()].strip(_EDGES), name[at.end() :].strip(_EDGES)
        rest = after if not before else before if not after else name
    rest = re.sub(r"^[0-9]{1,5}[-_. 、]+", "", rest.strip(" \t\u3000-_—–.·")).strip()
    rest = re.sub(r"^[（(\[【]+$|[（(\[【]+$", "", rest).strip()
    title = rest if _HAS_HAN.search(rest) else None
    return FileName(title, span, years.pop() if len(years) == 1 else None, whole)


def _span(found: re.Match[str]) -> DateSpan | None:
    try:
        if written := found["chinese"]:
            return parse_written_date(written)
        digits = found["eight"]
        if digits:
            return day_span(date(int(digits[:4]), int(digits[4:6]), int(digits[6:])))
        return day_span(date(*map(int, re.split("[-_.]", found["iso"]))))
    except ValueError:
        return None
