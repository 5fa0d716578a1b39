"""The dates that a paragraph names, with what is missing in them taken from the dates before.

    >>> [named.date.first.day for named in find_dates("2016年4月18日，甲。4月20日，乙。21日，丙。")]
    [18, 20, 21]

Left out are dates that bound a time and are not the day of any words (截至2020年12月, 2014年以来)
and years that belong to a name (2022年冬奥会). Two kinds are marked as such: times that are given
by their distance (两年前, 此前), at which something was said, but the day is left open; and days on
which newspapers, news agencies, publishers and web sites printed something or were read.

    >>> text = "据新华社2016年4月25日报道，2016年4月19日，习近平指出"
    >>> [(named.start, named.kind) for named in find_dates(text)]
    [(4, 'published'), (17, 'day')]
    >>> is_publication("人民日报海外版"), is_publication("在文艺工作座谈会上的讲话")
    (True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from indexer.text.date_forms import parse_date
from indexer.text.dates import DateSpan
from indexer.text.marks import (
    CLAUSE_ENDS,
    CLOSING_QUOTES,
    COUNTING_DIGITS,
    FULL_WIDTH_ENDS,
    OPENING_QUOTES,
    RANGE_MARKS,
    ROUND_CLOSING,
    ROUND_OPENING,
    TENS,
    without,
)
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.span import Span
from searcher.claims.lexicon import either, plain
from searcher.claims.persons import KEPT, LISTED, Persons, subjects
from searcher.claims.thresholds import DEFAULT

NamedDateKind = Literal["day", "other_time", "published"]
"""`other_time`: a time of which only the distance from another one is given."""

_BLANK = r"\s{0,2}"
_YEAR = rf"[{DIGIT}]{{4}}{_BLANK}年"
_MONTH = rf"[{NUMERAL}]{{1,3}}{_BLANK}月"
_DAY = rf"[{NUMERAL}]{{1,3}}{_BLANK}日"
_DATE = re.compile(
    rf"(?<![{NUMERAL}第])(?:(?P<year>{_YEAR}){_BLANK}(?:的{_BLANK})?|(?P<same>同年)|(?P<other>[今去明]年))?"
    rf"(?:(?P<month>{_MONTH})(?:{_BLANK}(?P<day>{_DAY})(?P<more>(?:{_BLANK}[{RANGE_MARKS}到、]{_BLANK}"
    rf"(?:(?:{_YEAR}{_BLANK})?{_MONTH}{_BLANK})?{_DAY}){{0,3}}))?"
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
_BESIDE = DEFAULT.beside_a_date
_TITLED_AFTER = re.compile(r"\s*[，,的]?\s*《(?P<title>[^《》]{1,24})》")
# 『』 are used inside a quotation, not around one, so that a name may begin with them.
_OUTER_QUOTES = without(OPENING_QUOTES + CLOSING_QUOTES, "『』")
_NO_TITLE = f"[^{CLAUSE_ENDS}{ROUND_OPENING}{ROUND_CLOSING}{_OUTER_QUOTES}]"


@lru_cache(KEPT)
def _stands_alone(persons: Persons) -> re.Pattern[str]:
    """What follows a year that is a time of its own, and not a part of a name."""
    him = persons.named("persons.him", "offices.alone")
    return re.compile(rf"\s*(?:$|[，,、）)就时在召末底初曾说讲写指强提]|年[初末底]|{him}|他)")


@cache
def _paper() -> str:
    """How the name of a newspaper, an agency or a site ends."""
    return either("papers.press")


@cache
def _edition() -> str:
    """What may follow the name."""
    return f"{plain('papers.edition')}?"


@cache
def _title() -> re.Pattern[str]:
    """The name of a newspaper or the like as a title."""
    return re.compile(rf"[^《》]*{_paper()}{_edition()}|{plain('papers.title')}(?:杂志)?")


@cache
def _before_the_day() -> re.Pattern[str]:
    """What precedes a day on which something was printed or read."""
    done = plain("printing.dated", "acts.reads", "verbs.reads")
    return re.compile(
        rf"(?:(?:{_paper()}{_edition()}|新华社[\u4e00-\u9fff]{{1,5}})[，,：:]?"
        rf"|{done}(?:(?:日期|时间|于)[：:]?|[：:])|来源[：:])\s*$"
    )


@cache
def _titled_before() -> re.Pattern[str]:
    """A title before the day, which may be that of a paper."""
    return re.compile(rf"《(?P<title>[^《》]{{1,24}})》{_edition()}[，,：:]?\s*$")


@cache
def _after_the_day() -> re.Pattern[str]:
    """What follows such a day, whoever is named further on."""
    read = plain("acts.reads", "verbs.reads")
    return re.compile(
        r"\s*(?:专?电(?![话影视子网力信报商台池])|(?:综合)?讯(?!息)"
        rf"|[，,]?\s*(?:最后|上网)?{read}\s*(?:[）)\]】，,。；;]|$)"
        rf"|[，,]?\s*第?[A-Z]?\d{{1,3}}(?:[{RANGE_MARKS}、]\d{{1,3}})?\s*[版页期]"
        r"|[，,]?\s*[（(]?(?:本[报刊网社])?(?:记者|编辑|责编|责任编辑|通讯员|作者|来源)"
        r"(?!招待会|见面会|会))"
    )


@cache
def _by_paper() -> re.Pattern[str]:
    """A paper right after the day."""
    return re.compile(rf"\s*[，,的]?\s*[\u4e00-\u9fff]{{0,6}}?{_paper()}")


@cache
def _prints() -> re.Pattern[str]:
    """What a paper does on that day."""
    return re.compile(rf"[，,]?{_NO_TITLE}{{0,30}}?(?:{plain('printing.prints')}|消息(?=[，,：:]))")


@cache
def _printed_in() -> re.Pattern[str]:
    """The paper in which words are printed on that day: they were often said long before."""
    return re.compile(
        rf"[，,]?{_NO_TITLE}{{0,20}}?[在于](?:《[^《》]{{1,24}}》|[^{CLAUSE_ENDS}《》]{{0,8}}?{_paper()})"
        rf"[^{CLAUSE_ENDS}]{{0,10}}?{plain('printing.in')}"
    )


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date in a text.

    Attributes:
        start: where it begins; `end` is where it ends.
        date: the date; None where the text does not give its year or month, and where it is not
            the day of words.
        kind: what it is the time of.
    """

    start: int
    end: int
    date: DateSpan | None
    kind: NamedDateKind = "day"


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
        if _is_published(text or words, found.span(), persons):
            yield NamedDate(*found.span(), None, "published")
            here = before = None  # what it reports may be of the year before
            continue
        if found["alone"] and not _stands_alone(persons).match(words, end):
            continue
        date = _date(found, (here or before) if found["only"] else here)
        if date is not None and date.precision != "year":
            here = date
        yield NamedDate(*found.span(), date)


def is_publication(title: str) -> bool:
    """Whether a title is the name of a newspaper or the like, and not that of a speech."""
    return _title().fullmatch(title) is not None


def _is_published(text: str, date: Span, persons: Persons = LISTED) -> bool:
    """Whether a date in a text is that of a publication or of a visit to a site."""
    start, end = date
    before = text[max(0, start - _BESIDE) : start]
    titled = _titled_before().search(before)
    if _before_the_day().search(before) or (titled and is_publication(titled["title"])):
        return True
    after = text[end : end + _BESIDE]
    titled = _TITLED_AFTER.match(after)
    if _after_the_day().match(after) or _printed_in().match(after):
        return True
    if titled and is_publication(titled["title"]):
        return True
    return any(
        found is not None and not subjects(after, 0, found.end(), persons)
        for found in (_by_paper().match(after), _prints().match(after))
    )


def _date(found: re.Match[str], last: DateSpan | None) -> DateSpan | None:
    if found["iso"]:
        return _date_of_words(re.sub("[./]", "-", found["iso"]))
    words = _BLANKS.sub("", found[0]).replace("年的", "年").removeprefix("同年")
    if not (found["year"] or found["alone"]):
        if found["other"] or last is None:
            return None
        month = f"{last.last.month}月" if found["only"] else ""
        words = f"{last.last.year}年{month}{words}"
    date = _date_of_words(words.replace("到", "至"))
    if date is None and found["more"]:  # 4月20日、4月19日: only the first one is sure
        date = _date_of_words(words[: len(words) - len(_BLANKS.sub("", found["more"]))])
    return date


def _date_of_words(words: str) -> DateSpan | None:
    try:
        date = parse_date(words)
    except ValueError:
        return None
    return date if 1800 <= date.first.year <= 2200 else None
