"""What newspapers, news agencies, publishers and web sites leave beside words: their own names, and
the days on which they printed or were read. Such a day is not the day of a speech.

    >>> is_publication("人民日报海外版"), is_publication("在文艺工作座谈会上的讲话")
    (True, False)
    >>> text = "据新华社2016年4月25日报道，2016年4月19日，习近平指出"
    >>> is_published(text, (4, 14)), is_published(text, (17, 27))
    (True, False)
"""

from __future__ import annotations

import re
from functools import cache

from indexer.text.marks import (
    CLAUSE_ENDS,
    CLOSING_QUOTES,
    OPENING_QUOTES,
    RANGE_MARKS,
    ROUND_CLOSING,
    ROUND_OPENING,
    without,
)
from indexer.text.span import Span
from searcher.claims.lexicon import either, plain
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.thresholds import DEFAULT

_LOOK = DEFAULT.beside_a_date
_TITLED_BEHIND = re.compile(r"\s*[，,的]?\s*《(?P<title>[^《》]{1,24})》")
# 『』 stand inside a quotation, not around one, so that a name may begin with them.
_OUTER_QUOTES = without(OPENING_QUOTES + CLOSING_QUOTES, "『』")
_NO_TITLE = f"[^{CLAUSE_ENDS}{ROUND_OPENING}{ROUND_CLOSING}{_OUTER_QUOTES}]"


@cache
def _paper() -> str:
    """How the name of a newspaper, an agency or a site ends."""
    return either("papers.press")


@cache
def _edition() -> str:
    """What may stand behind the name."""
    return f"{plain('papers.edition')}?"


@cache
def _title() -> re.Pattern[str]:
    """The name of a newspaper or the like as a title."""
    return re.compile(rf"[^《》]*{_paper()}{_edition()}|{plain('papers.title')}(?:杂志)?")


@cache
def _before() -> re.Pattern[str]:
    """What stands before a day on which something was printed or read."""
    done = plain("printing.dated", "acts.reads", "verbs.reads")
    return re.compile(
        rf"(?:(?:{_paper()}{_edition()}|新华社[\u4e00-\u9fff]{{1,5}})[，,：:]?"
        rf"|{done}(?:(?:日期|时间|于)[：:]?|[：:])|来源[：:])\s*$"
    )


@cache
def _titled_before() -> re.Pattern[str]:
    return re.compile(rf"《(?P<title>[^《》]{{1,24}})》{_edition()}[，,：:]?\s*$")


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind such a day, whoever is named further on."""
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
    """A paper right behind the day."""
    return re.compile(rf"\s*[，,的]?\s*[\u4e00-\u9fff]{{0,6}}?{_paper()}")


@cache
def _prints() -> re.Pattern[str]:
    """What a paper does on that day."""
    return re.compile(rf"[，,]?{_NO_TITLE}{{0,30}}?(?:{plain('printing.prints')}|消息(?=[，,：:]))")


@cache
def _printed_in() -> re.Pattern[str]:
    """What a paper prints of him was often said long before."""
    return re.compile(
        rf"[，,]?{_NO_TITLE}{{0,20}}?[在于](?:《[^《》]{{1,24}}》|[^{CLAUSE_ENDS}《》]{{0,8}}?{_paper()})"
        rf"[^{CLAUSE_ENDS}]{{0,10}}?{plain('printing.in')}"
    )


def is_publication(title: str) -> bool:
    """Whether a title is the name of a newspaper or the like, and of no speech."""
    return _title().fullmatch(title) is not None


def is_published(text: str, date: Span, persons: Persons = LISTED) -> bool:
    """Whether a date in a text is that of a publication or of a visit to a site."""
    start, end = date
    before = text[max(0, start - _LOOK) : start]
    titled = _titled_before().search(before)
    if _before().search(before) or (titled and is_publication(titled["title"])):
        return True
    behind = text[end : end + _LOOK]
    titled = _TITLED_BEHIND.match(behind)
    if _behind().match(behind) or _printed_in().match(behind):
        return True
    if titled and is_publication(titled["title"]):
        return True
    return any(
        found is not None and not subjects(behind, 0, found.end(), persons)
        for found in (_by_paper().match(behind), _prints().match(behind))
    )
