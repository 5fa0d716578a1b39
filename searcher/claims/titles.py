"""What is left of the name of an occasion, or of a speech's title, when they are compared.

>>> core_of("在全国宣传思想工作会议上的讲话")
'全国宣传思想工作会议'
>>> is_contained("中央政治局第二次集体学习", core_of("在十九届中央政治局第二次集体学习时的讲话"))
True
"""

from __future__ import annotations

import re
from functools import cache

from indexer.text.folding import fold
from indexer.text.marks import COUNTING_DIGITS, HAN_ZEROS
from indexer.text.numerals import HAN_NUMERAL
from searcher.claims.lexicon import listed, plain
from searcher.claims.thresholds import DEFAULT

_SHORTEST = DEFAULT.shortest_core
_DROPPED = re.compile(r"[^\w+]|中共|重要|作出|作了?(?=[指批]示)|的")
_ONE_NAME = (
    ("网信", "网络安全和信息化"),
    ("常务委员会", "常委会"),
    ("贺词", "贺信"),
    ("中国共产党", "党"),
)
# Typed text has ○ for 〇, too.
_YEAR = re.compile(f"[{HAN_ZEROS}○{COUNTING_DIGITS}]{{4}}")
_DIGITS = str.maketrans(HAN_ZEROS + "○" + COUNTING_DIGITS, "000123456789")
_NUMBERED = re.compile(
    rf"第[{HAN_NUMERAL}\d]+[届次]|首届|[{HAN_NUMERAL}]+届|党[{HAN_NUMERAL}]+大|\d{{4}}"
)
_ONCE = re.compile(r"(?:座谈会|书面采访)$")
_ONE_OF_MANY = re.compile(
    rf"^(?:党?中央政治局)?第[{HAN_NUMERAL}\d]+次集体学习$|^[^届]*第[{HAN_NUMERAL}\d]+次(?:全体)?会议$"
)


@cache
def _leads() -> re.Pattern[str]:
    return re.compile(rf"^(?:在(?!京)|于|{plain('acts.attends')})+")


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        rf"(?<=.)(?:[上时中]?(?:视频|书面|主旨)?{plain('utterances.tail')}|[上时中])$"
    )


@cache
def _vague() -> frozenset[str]:
    """Names that say only which kind of occasion it was."""
    return frozenset(listed("meetings.vague"))


@cache
def _comes_again() -> re.Pattern[str]:
    return re.compile(rf"{plain('meetings.again', 'acts.again')}|工作会议$")


def core_of(name: str) -> str:
    """A name or title without marks, without 在 and 上的讲话, and in short forms."""
    core = fold(name)
    core = _YEAR.sub(lambda year: year[0].translate(_DIGITS), core)
    core = _DROPPED.sub("", core)
    for long, short in _ONE_NAME:
        core = core.replace(long, short)
    return _tail().sub("", _leads().sub("", core))


def is_contained(occasion: str, title: str) -> bool:
    """Whether the core of an occasion stands in the core of a title, or the title in it.

    Short of that, up to three characters of the title may be left out, numerals never
    (全国网络安全和信息化会议, but 第二次 is not 第十二次).
    """
    if min(len(occasion), len(title)) < _SHORTEST or occasion in _vague() or title in _vague():
        return False
    return occasion in title or title in occasion or _stands_with_gaps(occasion, title)


def is_unique(occasion: str) -> bool:
    """Whether an occasion is by its name an event that does not come again."""
    if _comes_again().search(occasion) or _ONE_OF_MANY.search(occasion):
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
