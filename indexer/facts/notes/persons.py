"""Whose words a note or a title names: a person, without the office behind the name.

    >>> person_in("习近平总书记"), person_in("毛主席"), person_in("编者")
    ('习近平', '毛泽东', None)

Only a name that has the form of one is a person: a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from typing import Final

_CALLED: Final = {
    "毛主席": "毛泽东",
    "周总理": "周恩来",
    "习主席": "习近平",
    "习总书记": "习近平",
    "鲁迅": "鲁迅",
    "马克思": "马克思",
    "恩格斯": "恩格斯",
    "马克思、恩格斯": "马克思、恩格斯",
    "马克思和恩格斯": "马克思、恩格斯",
    "列宁": "列宁",
    "斯大林": "斯大林",
}
"""Names that the grammar below does not know, and forms of address that mean one person alone."""

_SURNAMES: Final = (
    "王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶潘杜戴钟汪田姜"
    "范石姚谭廖邹熊陆郝孔崔康毛邱秦江史顾侯邵孟万段雷钱汤尹黎易贺龚习栗俞温曾闫阎聂瞿项博任乔粟萧肖滕陶"
)
_OFFICES: Final = (
    "总书记|国家主席|主席|总理|副总理|委员长|书记|部长|省长|市长|主任"
    "|同志|先生|将军|元帅|司令员|教授|院士"
)
_NAME: Final = rf"[{_SURNAMES}][\u4e00-\u9fff]{{1,2}}"
PERSON: Final = rf"(?:{'|'.join(sorted(_CALLED, key=len, reverse=True))}|{_NAME}?)(?:{_OFFICES})?"
"""Who may be named before a title: the inside of a regular expression."""

_WHOLE = re.compile(rf"(?P<name>{_NAME})(?:{_OFFICES})?")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8}){1,3}")
_ABOUT = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,5}?)"
    r"(?:关于|论(?!坛|文)|语录|著作|文选|选集|文集|讲话|言论|书信|论述|谈(?!判))"
)
_NO_NAMES = ("日报", "编辑", "高等", "马列", "江南", "江西", "江苏", "黄河", "石油", "孔子", "孟子")


def person_in(text: str) -> str | None:
    """The person that all of `text` names, None where it names none."""
    if text in _CALLED:
        return _CALLED[text]
    called = re.sub(rf"(?:{_OFFICES})$", "", text)
    if called in _CALLED:
        return _CALLED[called]
    if _FOREIGN.fullmatch(text):
        return text
    found = _WHOLE.fullmatch(text)
    if found is None or found["name"].startswith(_NO_NAMES) or text.startswith(_NO_NAMES):
        return None
    # 江泽民同志 is a name and an address; the lazy grammar may have taken a piece of it for a name.
    name = called if _WHOLE.fullmatch(called) and len(called) <= 3 else found["name"]
    return name if re.fullmatch(_NAME, name) else None


def person_of_title(title: str | None) -> str | None:
    """The person whose words the title of a compendium says it has.

    >>> person_of_title("习近平关于网络强国论述摘编"), person_of_title("毛主席语录")
    ('习近平', '毛泽东')
    >>> person_of_title("某同志论粮食与耕地摘编") is None
    True
    """
    found = _ABOUT.match(title or "")
    return person_in(found["name"]) if found else None
