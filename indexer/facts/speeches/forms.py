"""The forms that titles of speeches, letters and instructions have. A form is a row.

    >>> speech_form("在网络安全和信息化工作座谈会上的讲话")
    'at'
    >>> speech_form("习近平在座谈会上强调 加快推进自主创新") is None  # a headline that reports
    True

A form is the whole title: what stands before it may only be the speaker, and after it nothing but
what says how much of the text is there. So a headline that tells of a speech has none.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from indexer.facts.heads.persons import OFFICES, is_name
from indexer.facts.heads.titles import speaker_in_title
from indexer.facts.speech_names import names
from indexer.text.folding import HAN
from indexer.text.marks import COUNTING_DIGITS, FULL_WIDTH_ENDS
from indexer.text.numerals import DIGIT

_SPEECH: Final = names("titles")
_KIND: Final = (
    "(?:重要|书面|口头|学习|动员|主旨|专题|即席|政治|工作|总结|补充|开幕|闭幕|祝酒|欢迎|答谢|"
    "视频|电视|广播|简短|大会|辅导|就职|获奖|新年|春节){0,2}"
)
_PART: Final = "(?:的?(?:提纲|要点|摘要|节录|节选|记录|主要部分|一部分))?"
_LETTER: Final = "(?:一封|两封|几封)?(?:公开|慰问|祝贺|感谢|贺|唁|回|复|来)?(?:信|电)|" + names(
    "letters"
)
_IN_SENTENCE: Final = f"[^{FULL_WIDTH_ENDS}；]"
_IN_CLAUSE: Final = f"[^{FULL_WIDTH_ENDS}；，]"
_LONGEST = 200  # characters


class SpeechForm(NamedTuple):
    """A form of titles.

    Attributes:
        name: what it is called.
        pattern: all of the title, without the speaker before it.
    """

    name: str
    pattern: re.Pattern[str]


def _form(name: str, pattern: str) -> SpeechForm:
    return SpeechForm(name, re.compile(pattern + _PART))


FORMS: Final = (
    # 在…座谈会上的讲话, 在接见…时的谈话, 在…的书面发言
    _form(
        "at",
        rf"在{_IN_SENTENCE}{{2,90}}?(?:上|中|时|前|后|期间|会|会议|大会|论坛|峰会|全会|仪式|典礼|晚宴"
        r"|宴会|学校|学院|大学|等地|[党军干]校|研究院|科学院|中学|小学|党委|礼堂|会堂|剧院|剧场"
        r"|青年宫|文化宫|工厂|公司|机关|部队|总部|广场)"
        rf"(?:所?作|发表)?的{_KIND}(?:{_SPEECH})",
    ),
    # 在会上的讲话
    _form("at", rf"在(?:这次|本次)?(?:大|全|工作|座谈)?会议?上的{_KIND}(?:{_SPEECH})"),
    # 就…答记者问
    _form(
        "answers",
        rf"(?:就{_IN_CLAUSE}{{2,60}})?(?:书面)?回?答{_IN_CLAUSE}{{0,20}}记者(?:的?提)?问(?:题)?",
    ),
    # 致…的贺信
    _form("to", rf"致{_IN_CLAUSE}{{2,60}}的(?:{_LETTER})"),
    # 给…的回信, 给…的指示
    _form("letter", rf"给{_IN_CLAUSE}{{2,60}}的(?:{_LETTER})"),
    # 同…的谈话, 和…三记者的谈话
    _form("talk", rf"[同和与]{_IN_CLAUSE}{{2,60}}的(?:一次|几次|两次)?(?:谈话|对话|讲话|问答)"),
    # 对…的指示
    _form("instruction", rf"对{_IN_CLAUSE}{{2,60}}的(?:重要)?(?:指示|批示|讲话|谈话|按语)"),
    # …大会开幕词
    _form(
        "opening",
        rf"(?:[^{FULL_WIDTH_ENDS}；，在]{{2,60}}(?:会|会议|大会|论坛|峰会|全会|仪式|典礼))?(?:上的)?"
        "(?:开幕|闭幕|开会|欢迎|答谢|祝酒|就职)(?:词|辞|致辞|致词|演说|演讲|讲话)",
    ),
    # 二〇二一年新年贺词
    _form(
        "greeting",
        rf"(?:[{DIGIT}]{{4}}年)?(?:新年|元旦|春节|新春|国庆|中秋)(?:团拜会)?(?:贺词|贺辞|献词|祝词|祝辞|致辞)",
    ),
)  # fmt: skip

_AT: Final = re.compile(
    rf"(?:{_IN_SENTENCE}{{0,30}}[日号]\s*)?在{_IN_SENTENCE}{{2,90}}?(?:上|中|时|期间|会|会议|大会"
    r"|论坛|仪式|学院|大学)"
)
"""An occasion without the kind of speech, under a title that says it: ——2024年3月5日在…会议上."""

_OF_OCCASION: Final = re.compile(r".*(?:工作报告|的报告|的说明|的讲话|的总结)")
_FOREIGN: Final = re.compile(rf"^[A-Za-z][A-Za-z0-9\s,.:;'’&()-]{{7,}}\s(?=[{HAN}])")
"""The title in another language, a line above the Chinese one."""

_NAMELESS: Final = re.compile("发言人|负责人|负责同志|有关方面")
"""Who answers for a body: whose words these are no title says."""

_ENOUGH: Final = re.compile(
    rf"\s*[（(【\[](?:全文|节选|节录|摘要|摘录|讲话全文|[上中下{COUNTING_DIGITS}]|全文实录)[)）】\]]\s*$"
)
_COLON: Final = re.compile(rf"[{HAN}·]{{2,20}}[：:]\s*")
_OUTER: Final = re.compile(r"\s*《([^《》]*)》\s*")
_OFFICE: Final = re.compile(rf"(?:[{HAN}、，\s]{{0,60}}?(?:{OFFICES})[\s　]*)?")
_AFTER_NAME: Final = re.compile(rf"(?:同志|先生|女士|{OFFICES})?[\s　]*")
_REPORTING: Final = re.compile(
    "播发|刊发|刊登|发表|发布|新华社|人民日报|转发|印发|学习|贯彻|落实|解读|评论?|论|听|读|关于|围绕|重温|回顾|深入|谈|记|看|传达|宣讲|领会"
)


def bare_title(title: str) -> str:
    """A title without outer 《》."""
    outer = _OUTER.fullmatch(title)
    return outer[1] if outer else title


def speech_form(title: str, speaker: str | None = None, occasion: str | None = None) -> str | None:
    """The name of the form of speeches that a title has, None where it has none.

    Args:
        title: the title, which a subtitle may follow after a dash.
        speaker: who speaks, where the head says so.
        occasion: at what, where a line below the title says so.
    """
    if len(title) > _LONGEST:
        return None
    whole = _FOREIGN.sub("", _ENOUGH.sub("", bare_title(title.strip())))
    main, dash, subtitle = whole.partition("——")
    for text in filter(None, (whole, _without_speaker(whole, speaker), subtitle, occasion)):
        for form in FORMS:
            if form.pattern.fullmatch(text.strip()):
                return None if form.name == "answers" and _NAMELESS.search(whole) else form.name
    if occasion:
        main = main.removesuffix(f"（{occasion}）")
    beside = occasion or (subtitle if dash else None)
    if beside and _AT.fullmatch(beside.strip()) and _OF_OCCASION.fullmatch(main.strip()):
        return "occasion"
    return None


def _without_speaker(title: str, speaker: str | None) -> str:
    """`title` without the speaker and his office before it; unchanged where others precede."""
    if colon := _COLON.match(title):
        return title[colon.end() :]
    name = speaker if speaker and speaker in title else speaker_in_title(title)
    at = title.find(name) if name else -1
    if name is None or at < 0:
        office = _OFFICE.match(title)
        before = office[0] if office else ""
        if not before or _REPORTING.search(before):
            return title
        rest = title[len(before) :]
        named = next((size for size in (3, 2, 4) if is_name(rest[:size])), 0)
        return rest[named:]
    before, after = title[:at], title[at + len(name) :]
    if not _OFFICE.fullmatch(before) or _REPORTING.search(before):
        return title
    office = _AFTER_NAME.match(after)
    return after[office.end() :] if office else after
