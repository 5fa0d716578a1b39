"""Who speaks in a clause: a person named by name or office, and whoever stands before the verb.

    >>> sorted(subjects("总书记对他的老同学说", 0, 10))
    ['总书记']

>>> speaks_by_name("李建明", 0, 3), speaks_by_name("白皮书", 0, 3)
(True, False)
"""

from __future__ import annotations

import re

from searcher.results import Span

SPEAKER = re.compile(
    r"习近平|总书记|毛泽东|邓小平|江泽民|胡锦涛|(?<![其吉])他(?![们人国乡方])|她(?!们)"
    r"|(?:主席|总理|总统|首相|书记|部长|省长|市长|主任|秘书长|院长|校长|院士|教授|董事长|总裁)"
    r"(?![们团台级处]|医师)|(?:先生|女士|同志)(?!们)"
)
"""Who can speak."""

_TOWARDS = re.compile(
    r"(?:(?<![针面])对(?!此)|[向给跟让请被由]|贯彻|落实|按照|根据|遵照|牢记|践行|响应|领会|聆听"
    r"|收听|收看|传达|感谢|围绕|(?<!集体)学习(?![时中会]))[^，,在的]{0,12}$"
)
"""What makes a person the object of a clause, or of somebody else's studies."""

_BELONGS = re.compile(
    r"(?:总书记|主席|同志)*(?:关于|重要|系列|治国|的(?!话|(?:重要)?讲话|贺信|致辞))"
)
"""What makes a person the owner of the subject and not the subject (习近平总书记重要论述)."""

_SURNAME = (
    "[王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜"
    "戴钟汪姜范姚谭廖邹熊郝崔邱秦顾侯邵孟钱尹黎]"
)
"""The most frequent surnames that do not begin other words as well (高度, 文件, 方案, 白皮书)."""

_NO_NAME = "(?!黄河|马上|马克思|周围|周边|许多|苏联|苏州|杨柳|林[区业]|何[况以]|罗马|[唐宋秦]代)"
_NAME = rf"{_NO_NAME}{_SURNAME}[\u4e00-\u9fff]{{1,2}}"
_PERSON = (
    "(?:代表|委员|专家|学者|负责人|发言人|干部|党员|教师|老师|工程师|企业家|经理|局长|县长|村民|网友"
    "|市民)"
)
_MEETING = "(?:会议|全会|大会|座谈会)"
_BESIDE = (
    "(?:还|也|又|则|曾|最后|同时|随后|介绍|补充|解释|回忆|感慨|感叹|告诉记者|在会[上后]|明确|认真)*"
)
_LAST = re.compile(rf"(?:{_PERSON}(?:{_NAME})?|{_MEETING}){_BESIDE}\Z")
_ALONE = re.compile(rf"\s*{_NAME}{_BESIDE}\Z")


def subjects(words: str, start: int, end: int) -> frozenset[str]:
    """Who can speak and is a subject in `words[start:end]`, one clause or several, as named."""
    return frozenset(
        speaker[0]
        for speaker in SPEAKER.finditer(words, start, end)
        if _is_subject(words, start, speaker.span(), end)
    )


def speaks_by_name(words: str, start: int, end: int) -> bool:
    """Whether `words[start:end]`, a clause up to its verb, ends with a person or a meeting, or is
    a name."""
    tail = words[max(start, end - 24) : end]
    return bool(_LAST.search(tail) or (len(tail) == end - start and _ALONE.match(tail)))


def _is_subject(words: str, start: int, speaker: Span, end: int) -> bool:
    before = words[max(start, speaker[0] - 30) : speaker[0]]
    return not _TOWARDS.search(before) and not _BELONGS.match(words, speaker[1], end)
