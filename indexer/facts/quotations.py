"""The attribution of a quotation in an article: the line below it.

>>> read_attribution("——2018年4月20日，在全国网络安全和信息化工作会议上的讲话").speech
'在全国网络安全和信息化工作会议上的讲话'
>>> read_attribution("——《在座谈会上的讲话》（2016年4月19日），《人民日报》2016年4月26日").source
'《人民日报》2016年4月26日'
"""

from __future__ import annotations

import re

from indexer.facts.compendium.attributions import parse_attribution
from indexer.model.documents import AttributionLine
from indexer.text.date_forms import parse_date
from indexer.text.marks import DASHES

_LONGEST = 300
_LINE = re.compile(rf"(?:[{DASHES}]|--)+\s*(?P<words>\S.*)")
_DATE_FIRST = re.compile(r"(?P<date>[^，,]{4,40})[，,]\s*(?P<speech>\S.*)")
_TITLE_FIRST = re.compile(
    r"[^《》（）()，,。]{0,12}《.*》\s*[（(][^（）()]*[）)](?:[，,][^，,。《]{0,12}《.*[》年日号期版页])?。?"
)
_OUTER_MARKS = re.compile(r"《([^《》]*)》")


def read_attribution(text: str) -> AttributionLine | None:
    """The attribution that `text` is, or None where it is a text of its own.

    A dash alone means nothing (it also begins list items and headings): after it come a date, a
    comma and the speech, or a title in 《》 with its date in brackets, as in a compendium.
    """
    line = _LINE.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if line is None:
        return None
    return _date_first(line["words"]) or _title_first(line["words"])


def _date_first(words: str) -> AttributionLine | None:
    parts = _DATE_FIRST.fullmatch(words)
    if parts is None:
        return None
    try:
        date = parse_date(parts["date"])
    except ValueError:
        return None
    speech = parts["speech"].rstrip("。")
    outer = _OUTER_MARKS.fullmatch(speech)
    return AttributionLine(speech=outer[1] if outer else speech, date=date)


def _title_first(words: str) -> AttributionLine | None:
    """A list item may name a document and its date too; there the sentence goes on after them."""
    if not _TITLE_FIRST.fullmatch(words):
        return None
    try:
        return parse_attribution(words)
    except ValueError:
        return None
