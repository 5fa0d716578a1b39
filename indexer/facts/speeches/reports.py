"""Whether a text tells of a speech, in the third person, instead of being one.

    >>> tells_of(["中国国家主席习近平20日在北京强调，要加快推进自主创新。"], "习近平")
    True
    >>> tells_of(["同志们：", "今天，我们召开这次座谈会，听取大家的意见。"], "习近平")
    False

Who speaks says 我 and 同志们, and may tell what others said; who reports names the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from indexer.facts.heads.persons import OFFICES, is_name
from indexer.text.folding import HAN
from indexer.text.marks import FULL_WIDTH_ENDS, QUOTE_PAIRS

_LOOKED_AT: Final = 4
"""Paragraphs at the beginning that show who tells."""

_LONGEST: Final = 2_000
"""Characters of a paragraph that are looked at."""

_TELLS: Final = (
    "强调|指出|表示|说|认为|要求|提出|谈到|介绍|宣布|称|呼吁|重申|透露|坦言|回顾|阐述|希望|勉励|代表|主持|出席|会见|"
    "发表|作了?|向|致信|致电|回信|考察|来到|听取|看望"
)
_IN_SENTENCE: Final = f"[^{FULL_WIDTH_ENDS}]"
_SAYS: Final = "强调|指出|表示|认为|要求|呼吁|重申|透露|坦言|提出|说"
_DATELINE: Final = re.compile(
    r"\s*(?:[（(【]\s*)?(?:据)?(?:新华社|新华网|本报|本刊|中新社|中新网|人民网|央视网|央视|光明网|中国网|"
    r"中国网络电视台|中国青年报|解放军报)[^。，]{0,40}?(?:电|讯|消息|报道|播发|发表|全文)"
)
_FIRST_PERSON: Final = re.compile(
    "我(?![国军方省市县区校院党台社])|咱|同志们|朋友们|各位|女士们|先生们|诸位|你们|大家好|您|代表们|委员们|同学们|乡亲们|战友们"
)
_GENERAL: Final = re.compile(
    rf"(?:^|[{FULL_WIDTH_ENDS}；\s])(?:会议|大会|全会|他|她|报告|讲话|文章|贺信|与会[{HAN}]{{0,6}})"
    r"(?:还|并|最后|同时)?"
    rf"(?:在[^。]{{1,30}}?(?:中|时|上))?(?:{_SAYS})[，,：:“]"
)
_SOMEBODY: Final = re.compile(
    rf"(?:^|[{FULL_WIDTH_ENDS}；，\s])(?:[{HAN}、]{{0,40}}?(?:{OFFICES}))?(?P<name>[{HAN}]{{2,4}}?)"
    rf"(?:同志|{OFFICES})?"
    rf"(?:在{_IN_SENTENCE}{{1,30}}?(?:中|时|上))?(?:还|也|并|再次)?(?:{_TELLS})"
)
_SAID: Final = re.compile(
    rf"(?:{_SAYS})[，,：:“]|^\s*[^{FULL_WIDTH_ENDS}，“]{{2,40}}(?:强调|指出|表示|重申|呼吁)"
)
_QUOTED: Final = re.compile(
    "|".join(
        f"{opening}[^{opening}{closing}]*{closing}" for opening, closing in QUOTE_PAIRS.items()
    )
)
_EVENT: Final = re.compile(
    rf"(?:日|[上下]午|晚|今天|昨天|近日|日前|当地时间){_IN_SENTENCE}{{0,60}}?"
    "(?:举行|召开|开幕|闭幕|发表|出席|会见|致信|致电|抵达|在京|主持)"
)
_SPOKE: Final = re.compile(
    "(?:发表|作)了?(?:题为.{0,60}的)?(?:重要|主旨|视频|书面|大会|工作)?(?:讲话|演讲|致辞|报告|发言)|"
    "(?:出席|主持)[^。]{0,60}并(?:讲话|致辞|发言|作)"
)


def tells_of(paragraphs: Sequence[str], speaker: str | None) -> bool:
    """Whether the first paragraphs tell of a speech instead of being one.

    Args:
        paragraphs: the text, in its order.
        speaker: who is said to speak; where nobody is, what anybody says shows a report.
    """
    first = [text[:_LONGEST] for text in paragraphs[:_LOOKED_AT]]
    if not first:
        return False
    opening = " ".join(first[:2])
    personal = _FIRST_PERSON.search(_QUOTED.sub("", " ".join(first))) is not None
    if not personal and (_DATELINE.match(first[0]) or _SAID.search(opening)):
        return True
    named = speaker is not None and any(_named(text, speaker) for text in first)
    if named or any(map(_GENERAL.search, first)):
        return True
    if not _FIRST_PERSON.search(opening) and (_EVENT.search(first[0]) or _SPOKE.search(opening)):
        return True
    return speaker is None and any(map(_names_somebody, first[:2]))


def _names_somebody(text: str) -> bool:
    """Whether a text tells what anybody did or said."""
    return any(is_name(found["name"]) for found in _SOMEBODY.finditer(text))


def _named(text: str, speaker: str) -> bool:
    """Whether a text tells what the speaker did or said."""
    subject = rf"{re.escape(speaker)}(?:同志|总书记|主席|{OFFICES})?"
    told = (
        rf"{subject}(?:[^{FULL_WIDTH_ENDS}“”]{{0,60}}?(?:{_SAYS})[，,：:“]"
        rf"|[^{FULL_WIDTH_ENDS}，“”]{{0,12}}?(?:{_TELLS}))"
    )
    return re.search(told, text) is not None
