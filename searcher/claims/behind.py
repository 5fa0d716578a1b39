"""What an article says right behind a quotation of where it comes from.

>>> text = "“没有信息化就没有现代化”（2014年2月27日）。"
>>> in_brackets(text, 12).date.first.isoformat()
'2014-02-27'
"""

from __future__ import annotations

import re

from searcher.claims.dated import find_dates
from searcher.claims.occasions import find_occasions, head_of
from searcher.claims.publications import is_publication
from searcher.tracing.results import Attribution

_BRACKET = re.compile(r"[”」』〞〟\"＂’！？。…，,；;\s]{0,6}[（(](?P<words>[^（）()]{2,120})[）)]")
_LINE = re.compile(
    r"\s*[—―─-]{1,4}\s*(?:习近平|总书记|同志|摘自|引自|选自|见|[：:，,]|\s)*"
    r"(?P<words>(?:[0-9０-９一二][^。；;]{3,150}|《[^。；;]{3,150}|[在致][^。；;]{3,150}))。?\s*"
)
_TITLE = re.compile(r"《(?P<title>[^《》]*(?:《[^《》]*》[^《》]*)*)》")
_SPEECH = re.compile(r"讲话|致辞|演讲|报告|贺信|讲稿|谈话|在.+[上时]")
_PUBLISHER = re.compile(r"[^《》（）()。；;]{0,20}出版社")
_NO_SOURCE = re.compile(r"以下|下称|简称|记者|摄|单位|图片")
_DIRECTLY = re.compile(
    r"[，,]?\s*在?(?P<name>[^，,。；;：:]{2,60}?)(?:[上时]?的?讲话)?(?=$|[，,。；;])"
)
_ASCRIBED = re.compile(
    r"[”」』〞〟\"＂’！？…，,\s]{1,4}[^，,。；;！？]{0,8}?(?:说是|说的是|写的是|日子写|注的是|标的是|注明"
    r"|据说是|出自|源自|摘自|引自|选自|见于|载于)的?(?P<words>[^。；;！？]{4,120})"
)
_EXPLICIT = re.compile(
    r"这[一些]?(?:重要|重大|精辟|科学|经典)?(?:论断|论述|思想|观点|理念|要求|[句段番席]话|判断)"
    r"|(?:这样|如是|如此)[^，,。]{0,4}(?:说|指出|强调|写道)|是[^，,。]{0,60}(?:提出|作出|说|强调)的"
    r"|^[，,。\s]*[^，,。]{0,12}(?:指出|强调|说|表示)[。！]"
)


def in_brackets(text: str, place: int) -> Attribution | None:
    """What brackets right behind `place`, and behind the marks there, say of a date or a title."""
    bracket = _BRACKET.match(text, place)
    if bracket is None or _NO_SOURCE.search(bracket["words"]):
        return None
    return _source_of(bracket["words"])


def in_line(text: str) -> Attribution | None:
    """What a line below a quotation says, if it is one: `—— 2016年4月19日，在…上的讲话`."""
    line = _LINE.fullmatch(text) if len(text) <= 200 else None
    return _source_of(line["words"]) if line else None


def ascribed(text: str, place: int) -> Attribution | None:
    """What a clause right behind `place` says outright: “…”，出自2016年4月19日的座谈会。"""
    clause = _ASCRIBED.match(text, place)
    return _source_of(clause["words"]) if clause else None


def names_what_stands_before(words: str) -> bool:
    """Whether a sentence speaks of the quotation before it as such: 作出这一论断, 习近平指出。"""
    return _EXPLICIT.search(words) is not None


def _is_printed(words: str, title: re.Match[str]) -> bool:
    """Whether a title is that of a newspaper, or of a book and not of a speech in it."""
    return is_publication(title["title"]) or (
        not _SPEECH.search(title["title"]) and _PUBLISHER.match(words, title.end()) is not None
    )


def _source_of(words: str) -> Attribution | None:
    """A date, a title or an occasion, none of them that of a publication."""
    dates = [date for date in find_dates(words) if date.kind == "day"]
    titles = (found["title"] for found in _TITLE.finditer(words) if not _is_printed(words, found))
    speech = next(titles, None)
    if speech is None:
        occasions = [one.name for one in find_occasions(words, words) if one.name]
        speech = occasions[0] if occasions else None
    if speech is None and dates:
        rest = _DIRECTLY.match(words, dates[0].end)
        speech = rest["name"] if rest and head_of(rest["name"]) else None
    date = dates[0].date if dates else None
    return Attribution(speech, date) if speech or date else None
