"""What looks like a note and was not read: its words are nobody's until someone says whose.

    >>> looks_like_note("转引自某报头版"), looks_like_note("——《讲话》要点，2018年")
    (True, True)
    >>> looks_like_note("要把网络安全工作做好")
    False

No pattern knows every form of a note. These are signs that a short text without an end of a
sentence is one, wherever notes stand; whether it stands there is for the reader of the book to say.
"""

from __future__ import annotations

import re

from indexer.facts.notes.persons import PERSON, person_in
from indexer.facts.notes.text import wide, without_marks
from indexer.facts.notes.vocabulary import KINDS, RELATION, YEAR
from indexer.text.marks import (
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    DASHES,
    FULL_WIDTH_ENDS,
    ROUND_CLOSING,
    SENTENCE_ENDS,
)
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence

_LONGEST = 160  # characters
_LONGEST_SENTENCE = 80
_GOES_ON = ("：", ":", "；", "、")

_DATE = rf"{YEAR}|[0-9]{{4}}[./-][0-9]{{1,2}}"
_PAGE = rf"第?[{NUMERAL}]+页|页[{NUMERAL}]|[PpＰｐ]{{1,2}}[.．]?\s?[0-9]|第[{NUMERAL}]+[卷期版册辑]"
_OPENER = re.compile(rf"[《〈（(【\[［〔]|[{DASHES}－]|--|{RELATION}|{_DATE}|[注按：]")
_SIGN = re.compile(rf"《[^《》]*》|{_DATE}|{_PAGE}|出版社|日报|转引|引自|摘自|选集|文选|文集")
_PLACE = re.compile(rf"{_DATE}|{_PAGE}|出版社")
_CLOSED = re.compile(rf"(?:{_PAGE}|(?:{_DATE})[{NUMERAL}月日]*)[）)】\]]?[。.]?$")
_KIND = re.compile(rf"(?:{KINDS})(?:$|[，。）】\]])")
_AT_END = SENTENCE_ENDS + CLOSING_QUOTES + ROUND_CLOSING + "】〕"
_SIGNS = [
    re.compile(sign) for sign in ("《[^《》]*》", _DATE, _PAGE, "出版社|日报|转引|引自|摘自|载于")
]
_SOURCE = re.compile(
    rf"《[^《》]*》.*(?:[{DIGIT}]{{4}}[年.]|[页頁卷]|[PpＰ][.．]?[0-9])|转引自|轉引自|摘自《|引自《"
)
_DASHED = re.compile(rf"[{DASHES}－]|--")
_TWO = 2
_SHORT = 40
_NAMED = re.compile(rf"(?P<person>{PERSON})(?:[：:《（在]|[，,]|$)")
_STRONG = re.compile(
    rf"(?:{RELATION})(?=[《〈“（]|[0-9]|.{{0,20}}(?:报|刊|集|选|卷|书|文))"
    rf"|(?:[{DASHES}－]{{1,2}}|--)\s*(?:《|{_DATE}|{RELATION})|[注按][：:]"
)


def looks_like_note(raw: str) -> bool:
    """Whether a text that is no sentence has the signs of a note."""
    text = _words(raw)
    if not text or len(text) > _LONGEST or text.endswith(_GOES_ON):
        return False
    if ends_sentence(text) or re.search(f"[{FULL_WIDTH_ENDS}]", text[:-1]):
        return False
    return has_sign(text)


def _words(raw: str) -> str:
    """A text without what may be left around it: marks of notes, of emphasis."""
    return without_marks(simplified(wide(raw)).strip("*_")).strip("*_")


def has_sign(text: str) -> bool:
    """Whether there is anything in a simplified text that notes have and sentences may have."""
    if _OPENER.match(text) or _SIGN.search(text):
        return True
    if len(text) <= _SHORT and _KIND.search(text):
        return True
    named = _NAMED.match(text)
    return named is not None and person_in(named["person"]) is not None


def opens_like_note(raw: str) -> bool:
    """Whether a text begins as notes do and names a place or a day: the strictest likeness."""
    text = _words(raw)
    if not text or len(text) > _LONGEST_SENTENCE or text.endswith((*_GOES_ON, "，")):
        return False
    if ends_sentence(text) or re.search(f"[{FULL_WIDTH_ENDS}]", text):
        return False
    return _OPENER.match(text) is not None and _SIGN.search(text) is not None


def names_source(raw: str) -> bool:
    """Whether a text begins as notes do and names the source of a title, also where none stand."""
    return len(raw) <= _LONGEST and _SOURCE.search(raw) is not None and opens_like_note(raw)


def may_be_sentence_or_note(raw: str) -> bool:
    """Whether a single short sentence has so many signs of a note that it may well be one."""
    text = _words(raw)
    if len(text) > _LONGEST_SENTENCE or re.search(f"[{FULL_WIDTH_ENDS}]", text[:-2]):
        return False
    bracketed = text[:1] in "（(【[［〔" and text.rstrip("。")[-1:] in "）)】]］〕"
    if _STRONG.match(text) or bracketed:
        return True
    if _CLOSED.search(text):
        return True
    return _OPENER.match(text) is not None and _PLACE.search(text) is not None


def is_suspect(raw: str) -> bool:
    """Whether a single short sentence has any sign of a note at all.

    Enough of one in a book of which nearly every passage is one paragraph.
    """
    text = _words(raw)
    if len(text) > _LONGEST:
        return False
    closed = text.endswith(tuple(CLOSING_BRACKETS))
    if closed and len(text) <= _LONGEST_SENTENCE and _OPENER.match(text):
        return True
    if re.search(f"[{FULL_WIDTH_ENDS}]", text.rstrip(_AT_END)):
        return False
    return _OPENER.match(text) is not None or _SIGN.search(text) is not None


def leads_to_source(raw: str) -> bool:
    """Whether a single short sentence begins as only what names a source does: 摘自《…》."""
    text = _words(raw)
    return len(text) <= _LONGEST_SENTENCE and _is_single(text) and _STRONG.match(text) is not None


def is_dashed_alone(raw: str) -> bool:
    """Whether a single short sentence stands behind a dash, as notes may and few sentences do."""
    text = _words(raw)
    return len(text) <= _LONGEST_SENTENCE and _is_single(text) and _DASHED.match(text) is not None


def has_many_signs(raw: str) -> bool:
    """Whether a single short sentence has two different signs of a note and more."""
    text = _words(raw)
    if len(text) > _LONGEST_SENTENCE or not _is_single(text):
        return False
    return _count_signs(text) >= _TWO


def _count_signs(text: str) -> int:
    return sum(sign.search(text) is not None for sign in _SIGNS)


def opens_with_many_signs(raw: str) -> bool:
    """Whether a single short sentence begins as notes do and has two signs of one, or has three."""
    text = _words(raw)
    if not has_many_signs(raw):
        return False
    return _OPENER.match(text) is not None or _count_signs(text) > _TWO


def _is_single(text: str) -> bool:
    return re.search(f"[{FULL_WIDTH_ENDS}]", text.rstrip(_AT_END)) is None
