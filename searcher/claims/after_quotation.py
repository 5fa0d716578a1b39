"""What an article says right after a quotation of where it comes from.

>>> text = "“没有信息化就没有现代化”（2014年2月27日）。"
>>> in_brackets(text, 12).date.first.isoformat()
'2014-02-27'
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from indexer.text.marks import (
    ANY_CLOSING_QUOTE,
    CLAUSE_ENDS,
    COLONS,
    DASHES,
    FULL_WIDTH_ENDS,
    without,
)
from searcher.articles.article import Attribution
from searcher.claims.dates import find_dates, is_publication
from searcher.claims.lexicon import plain
from searcher.claims.occasions import find_occasions, head_of
from searcher.claims.persons import KEPT, LISTED, Persons

# What may be between a quotation and its note. After a colon come another one's words.
_AFTER = ANY_CLOSING_QUOTE + without(CLAUSE_ENDS, COLONS + "!?")
_BRACKET = re.compile(
    rf"[{_AFTER}\s]{{0,6}}"
    r"[（(](?P<words>[^（）()]{2,120})[）)]"
)
_NESTED_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_PUBLISHER = re.compile(r"[^《》（）()。；;]{0,20}出版社")
_NO_SOURCE = re.compile(r"以下|下称|简称|记者|摄|单位|图片")
_DIRECTLY = re.compile(
    r"[，,]?\s*在?(?P<name>[^，,。；;：:]{2,60}?)(?:[上时]?的?讲话)?(?=$|[，,。；;])"
)
_ASCRIBED = re.compile(
    # Words that say where it is from continue the sentence, so that no full stop is between.
    rf"[{without(_AFTER, '。；;')}\s]{{1,4}}[^，,；;{FULL_WIDTH_ENDS}]{{0,8}}?"
    r"(?:说是|说的是|写的是|日子写|注的是|标的是|注明"
    rf"|据说是|出自|源自|摘自|引自|选自|见于|载于)的?(?P<words>[^；;{FULL_WIDTH_ENDS}]{{4,120}})"
)


@lru_cache(KEPT)
def _line(persons: Persons) -> re.Pattern[str]:
    """A line that signs a quotation."""
    him = persons.named("persons.him", "offices.signs")
    return re.compile(
        rf"\s*[{DASHES}-]{{1,4}}\s*(?:{him}|摘自|引自|选自|见|[：:，,]|\s)*"
        r"(?P<words>(?:[0-9０-９一二][^。；;]{3,150}|《[^。；;]{3,150}|[在致][^。；;]{3,150}))。?\s*"
    )


@cache
def _speech() -> re.Pattern[str]:
    """What shows that a title is that of a speech."""
    return re.compile(rf"{plain('utterances.titled')}|在.+[上时]")


@cache
def _explicit() -> re.Pattern[str]:
    """What speaks of the words before it."""
    thought = plain("utterances.thought", "verbs.thought")
    return re.compile(
        rf"这[一些]?(?:重要|重大|精辟|科学|经典)?(?:{thought}|[句段番席]话)"
        rf"|(?:这样|如是|如此)[^，,。]{{0,4}}{plain('verbs.thus')}"
        rf"|是[^，,。]{{0,60}}{plain('verbs.by')}的"
        rf"|^[，,。\s]*[^，,。]{{0,12}}{plain('verbs.ends')}[。！]"
    )


def in_brackets(text: str, place: int, persons: Persons = LISTED) -> Attribution | None:
    """What brackets right after `place`, and after the marks there, say of a date or a title."""
    bracket = _BRACKET.match(text, place)
    if bracket is None or _NO_SOURCE.search(bracket["words"]):
        return None
    return _source_of(bracket["words"], persons)


def in_line(text: str, persons: Persons = LISTED) -> Attribution | None:
    """What a line below a quotation says, if it is one: `—— 2016年4月19日，在…上的讲话`."""
    line = _line(persons).fullmatch(text) if len(text) <= 200 else None
    return _source_of(line["words"], persons) if line else None


def ascribed(text: str, place: int, persons: Persons = LISTED) -> Attribution | None:
    """What a clause right after `place` says outright: “…”，出自2016年4月19日的座谈会。"""
    clause = _ASCRIBED.match(text, place)
    return _source_of(clause["words"], persons) if clause else None


def speaks_of_quotation(words: str) -> bool:
    """Whether a sentence speaks of the quotation before it as such: 作出这一论断, 习近平指出。"""
    return _explicit().search(words) is not None


def _is_printed(words: str, title: re.Match[str]) -> bool:
    """Whether a title is that of a newspaper, or of a book and not of a speech in it."""
    return is_publication(title["title"]) or (
        not _speech().search(title["title"]) and _PUBLISHER.match(words, title.end()) is not None
    )


def _source_of(words: str, persons: Persons) -> Attribution | None:
    """A date, a title or an occasion, none of them that of a publication."""
    dates = [date for date in find_dates(words, persons=persons) if date.kind == "day"]
    titles = (
        found["title"] for found in _NESTED_TITLE.finditer(words) if not _is_printed(words, found)
    )
    speech = next(titles, None)
    if speech is None:
        occasions = [one.name for one in find_occasions(words, words, persons) if one.name]
        speech = occasions[0] if occasions else None
    if speech is None and dates:
        rest = _DIRECTLY.match(words, dates[0].end)
        speech = rest["name"] if rest and head_of(rest["name"]) else None
    date = dates[0].date if dates else None
    return Attribution(speech, date) if speech or date else None
