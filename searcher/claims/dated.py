"""The dates that a paragraph names, with what is missing in them taken from the dates before.

    >>> [named.date.first.day for named in find_dates("2016年4月18日，甲。4月20日，乙。21日，丙。")]
    [18, 20, 21]

Left out are dates that bound a time and name no day of words (截至2020年12月, 2014年以来) and years
that belong to a name (2022年冬奥会). Told apart are dates of publications, and times that are told
by their distance (两年前, 此前): at these something was said, but on which day is left open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from indexer.text.marks import COUNTING_DIGITS, FULL_WIDTH_ENDS, RANGE_MARKS, TENS
from indexer.text.numerals import DIGIT, NUMERAL
from searcher.claims.persons import KEPT, LISTED, Persons
from searcher.claims.publications import is_published

DateKind = Literal["day", "other_time", "published"]
"""`other_time`: a time that is only told by its distance from another one."""

_B = r"\s{0,2}"
_YEAR = rf"[{DIGIT}]{{4}}{_B}年"
_MONTH = rf"[{NUMERAL}]{{1,3}}{_B}月"
_DAY = rf"[{NUMERAL}]{{1,3}}{_B}日"
_DATE = re.compile(
    rf"(?<![{NUMERAL}第])(?:(?P<year>{_YEAR}){_B}(?:的{_B})?|(?P<same>同年)|(?P<other>[今去明]年))?"
    rf"(?:(?P<month>{_MONTH})(?:{_B}(?P<day>{_DAY})(?P<more>(?:{_B}[{RANGE_MARKS}到、]{_B}"
    rf"(?:(?:{_YEAR}{_B})?{_MONTH}{_B})?{_DAY}){{0,3}}))?"
    rf"|(?P<only>(?:(?<![^，,；;{FULL_WIDTH_ENDS}\s])|\A){_DAY}(?=[，,在]|[上下]午|晚|傍晚)))"
    rf"|(?P<alone>(?<![{NUMERAL}第]){_YEAR})"
    r"|(?<![0-9.])(?P<iso>[0-9]{4}[-./][0-9]{1,2}[-./][0-9]{1,2})(?![0-9.])"
)
_BOUND = re.compile(r"(?:截至|截止|自从?|从|比|较|距|超过|(?<!回溯)(?<!回)到)\s*$")
_NO_DAY = re.compile(r"\s*(?:以来|[初末底]*之?以?前(?!夕)|起|之?间|[以之]?后|代|版|度|内)")
_OTHER_TIME = re.compile(
    rf"(?<![{NUMERAL}])(?:[{COUNTING_DIGITS}{TENS}两几数多]{{1,3}}|\d{{1,2}}|若干)多?余?(?:年|个多?月|天|周|个星期)多?[之以]?前(?!夕)"
    r"|早在|此前|早前|先前|早先|早些时候|[去前昨]年|[次翌]年|第二年|上个?月"
)
_BLANKS = re.compile(r"\s+")


@lru_cache(KEPT)
def _stands_alone(persons: Persons) -> re.Pattern[str]:
    """What stands behind a year that is a time of its own, and no part of a name."""
    him = persons.named("persons.him", "offices.alone")
    return re.compile(rf"\s*(?:$|[，,、）)就时在召末底初曾说讲写指强提]|年[初末底]|{him}|他)")


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date in a text.

    Attributes:
        start: where it begins; `end` is where it ends.
        date: the date; None where the text does not tell its year or month, and where it is not
            the day of words.
        kind: what it is the time of.
    """

    start: int
    end: int
    date: DateSpan | None
    kind: DateKind = "day"


def find_dates(
    words: str,
    before: DateSpan | None = None,
    *,
    text: str | None = None,
    persons: Persons = LISTED,
) -> Iterator[NamedDate]:
    """The dates in a paragraph, in order.

    Args:
        words: the paragraph, or what its author says in his own words.
        text: the paragraph, as long as `words`, where they are not the same.
        before: the last date that the paragraph before it names with its month. A day alone takes
            year and month from it; a day of a month takes its year from the same paragraph only.
        persons: who can speak.
    """
    here: DateSpan | None = None
    end = 0
    times = sorted([*_DATE.finditer(words), *_OTHER_TIME.finditer(words)], key=re.Match.start)
    for found in times:
        if found.start() < end:  # 去年 in 去年4月
            continue
        end = found.end()
        if found.re is _OTHER_TIME:
            yield NamedDate(*found.span(), None, "other_time")
            here = before = None  # how far time has moved is not known
            continue
        if _BOUND.search(words[max(0, found.start() - 4) : found.start()]):
            continue
        if _NO_DAY.match(words, end):
            continue
        if is_published(text or words, found.span(), persons):
            yield NamedDate(*found.span(), None, "published")
            here = before = None  # what it tells may be of the year before
            continue
        if found["alone"] and not _stands_alone(persons).match(words, end):
            continue
        date = _date(found, (here or before) if found["only"] else here)
        if date is not None and date.precision != "year":
            here = date
        yield NamedDate(*found.span(), date)


def _date(found: re.Match[str], last: DateSpan | None) -> DateSpan | None:
    if found["iso"]:
        return _parsed(re.sub("[./]", "-", found["iso"]))
    words = _BLANKS.sub("", found[0]).replace("年的", "年").removeprefix("同年")
    if not (found["year"] or found["alone"]):
        if found["other"] or last is None:
            return None
        month = f"{last.last.month}月" if found["only"] else ""
        words = f"{last.last.year}年{month}{words}"
    date = _parsed(words.replace("到", "至"))
    if date is None and found["more"]:  # 4月20日、4月19日: only the first one is sure
        date = _parsed(words[: len(words) - len(_BLANKS.sub("", found["more"]))])
    return date


def _parsed(words: str) -> DateSpan | None:
    try:
        date = parse_date(words)
    except ValueError:
        return None
    return date if 1800 <= date.first.year <= 2200 else None
