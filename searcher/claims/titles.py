"""What is left of the name of an occasion, or of a speech's title, when they are compared.

>>> core_of("在全国宣传思想工作会议上的讲话")
'全国宣传思想工作会议'
>>> is_contained("中央政治局第二次集体学习", core_of("在十九届中央政治局第二次集体学习时的讲话"))
True
"""

from __future__ import annotations

import re

from indexer.folding import fold
from indexer.numerals import HAN_NUMERAL

_SHORTEST = 4
"""So many characters of a name say more than which kind of occasion it was."""

_DROPPED = re.compile(r"[^\w+]|中共|重要|作出|作了?(?=[指批]示)|的")
_ONE_NAME = (
    ("网信", "网络安全和信息化"),
    ("常务委员会", "常委会"),
    ("贺词", "贺信"),
    ("中国共产党", "党"),
)
_LEADS = re.compile(r"^(?:在(?!京)|于|主持召开|主持|出席)+")
_TAIL = re.compile(r"(?<=.)(?:[上时中]?(?:视频|书面|主旨)?(?:讲话|演讲|致辞|答问|发言)|[上时中])$")
_YEAR = re.compile("[〇零○一二三四五六七八九]{4}")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_KINDS = frozenset(
    (
        "工作会议",
        "全体会议",
        "集体学习",
        "代表大会",
        "常委会会议",
        "工作座谈会",
        "党中央",
        "开幕式",
        "闭幕式",
    )
)
_NUMBERED = re.compile(
    rf"第[{HAN_NUMERAL}\d]+[届次]|首届|[{HAN_NUMERAL}]+届|党[{HAN_NUMERAL}]+大|\d{{4}}"
)
_ONCE = re.compile(r"(?:座谈会|书面采访)$")
_COMES_AGAIN = re.compile(r"考察|调研|视察|访问|常委会|经济工作|集体学习|工作会议$|常务会议")
_ONE_OF_MANY = re.compile(
    rf"^(?:党?中央政治局)?第[{HAN_NUMERAL}\d]+次集体学习$|^[^届]*第[{HAN_NUMERAL}\d]+次(?:全体)?会议$"
)


def core_of(name: str) -> str:
    """A name or title without marks, without 在 and 上的讲话, and in short forms."""
    core = fold(name)
    core = _YEAR.sub(lambda year: year[0].translate(_DIGITS), core)
    core = _DROPPED.sub("", core)
    for long, short in _ONE_NAME:
        core = core.replace(long, short)
    return _TAIL.sub("", _LEADS.sub("", core))


def is_contained(occasion: str, title: str) -> bool:
    """Whether the core of an occasion stands in the core of a title, or the title in it.

    Short of that, up to three characters of the title may be left out, numerals never
    (全国网络安全和信息化会议, but 第二次 is not 第十二次).
    """
    if min(len(occasion), len(title)) < _SHORTEST or occasion in _KINDS or title in _KINDS:
        return False
    return occasion in title or title in occasion or _stands_with_gaps(occasion, title)


def is_unique(occasion: str) -> bool:
    """Whether an occasion is by its name an event that does not come again."""
    if _COMES_AGAIN.search(occasion) or _ONE_OF_MANY.search(occasion):
        return False
    return bool(_NUMBERED.search(occasion)) or (
        len(occasion) > 2 * _SHORTEST and _ONCE.search(occasion) is not None
    )


def _stands_with_gaps(occasion: str, title: str) -> bool:
    if len(occasion) < 2 * _SHORTEST:
        return False
    start = title.find(occasion[:2])
    if start < 0:
        return False
    at, left_out = start, ""
    for character in occasion:
        found = title.find(character, at, at + 4)
        if found < 0:
            return False
        left_out += title[at:found]
        at = found + 1
    return len(left_out) <= 3 and not re.search(rf"[{HAN_NUMERAL}\d届次]", left_out)
