"""How a note begins: with the mark that stands in the text, with 注, or with a star.

>>> read_label("　　〔1〕 王揖唐，安徽合肥人。")
Label(family='bracket', number=1)
>>> read_label("注：数据截至六月底。").family
'named'
>>> is_heading("【注　释】"), is_heading("注释法学")
(True, False)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from indexer.text.note_marks import MARK, Family, read_mark
from indexer.text.numerals import HAN_NUMERAL, parse_numeral

_LONGEST_HEADING = 16  # characters
_HEADING = re.compile(
    r"[·•●■【\[〔［（(]*(?:本文|本篇)?(?:注释?|注解|附注|脚注|尾注|编者注|题解|参考文献|引文出处)"
    r"[】\]〕］）)]*[：:]?"
)
_LABEL = re.compile(
    rf"[\s;；]*(?:[【\[〔［]?(?:注释|附注|脚注|尾注)[】\]〕］]?[：:]?\s*)?(?:{MARK})\s*[〕\]］】]?"
)
_NAMED = re.compile(r"\s*注(?:释)?\s*([0-9]{1,3}|[①-⑳])?\s*[：:]")
_NUMBERED = re.compile(
    rf"\s*(?:(?P<figure>[0-9０-９]{{1,3}})\s*[.．、)）:：]"
    rf"|[（(](?P<round>[0-9]{{1,3}}|[{HAN_NUMERAL}]{{1,3}})[）)]"
    rf"|(?P<han>[{HAN_NUMERAL}]{{1,3}})、|(?P<bare>[0-9]{{1,3}})\s)"
)
_LONGEST_LABEL = 24  # characters

_ABOUT = re.compile(
    r"(?:这|此文|本文|本篇|原载|选自|根据|据|见|参见|载|发表)"
    r"|[^，。]{2,12}(?:的?这[篇个份封次]|[在为给对同致])"
)
"""What a note says that a star marks: where the text comes from, what it is."""

_WRITTEN_ABOUT = re.compile(
    r"(?:[*＊※]\s*)?"
    r"(?:这(?:是|[篇个份封次件部])|此[文篇件]|本[文篇][是为原系]"
    r"|[^，。“”《》]{2,8}(?:的?这[是篇个份封次件部]|此[文篇件]|同志[在为给对同致]))"
    r"[^。]{0,80}(?:讲话|报告|谈话|文章|指示|演讲|演说|讲演|电报|信|决[议定]|文件|评论|声明|命令|通知|"
    r"发言|贺电|题词|批语|提纲|社论|电文|[布公]告|[祝开闭][会幕]?词|序言|著作|结论|草案|[写作讲]的|而写)"
)
"""What a quotation before a text says that is no quotation but tells what the text is."""

_PRINTED_FROM = re.compile(r"\s*[（(]?(?:根据|据)[^。]{2,80}(?:刊印|排印)[。]?[）)]?[。]?\s*")


_TAKEN_FROM = re.compile(r"\s*[（(]\s*《[^》]{2,40}》[^。《》]{0,80}(?:页|頁|版)\s*[）)]?[。]?\s*")


@dataclass(frozen=True, slots=True)
class Label:
    """How a note begins.

    Attributes:
        family: how its mark is written; None where it is a number as a list has it.
        number: its number; None of a star and of 注 alone.
    """

    family: Family | None
    number: int | None


def is_heading(text: str) -> bool:
    """Whether `text` is the heading above notes."""
    if len(text) > _LONGEST_HEADING or ("注" not in text and "题" not in text and "献" not in text):
        return len(text) <= _LONGEST_HEADING and "引文出处" in text
    return _HEADING.fullmatch("".join(text.split())) is not None


def read_label(text: str) -> Label | None:
    """The label that `text` begins with, None where it begins otherwise."""
    head = text[:_LONGEST_LABEL]
    if found := _LABEL.match(head):
        return Label(*read_mark(found))
    if named := _NAMED.match(head):
        number = named[1]
        return Label("named", int(number) if number and number.isdecimal() else None)
    return None


def read_number(text: str) -> Label | None:
    """The number that `text` begins with as the items of any list do."""
    found = _NUMBERED.match(text[:_LONGEST_LABEL])
    if found is None:
        return None
    try:
        return Label(None, parse_numeral(next(one for one in found.groups() if one)))
    except ValueError:
        return None


def is_about(text: str) -> bool:
    """Whether what follows a star says what the text is, and is no item of a list."""
    return _ABOUT.match(text.lstrip(" \t\u3000;；*＊※")) is not None


def is_written_about(text: str) -> bool:
    """Whether `text` tells what the text below it is.

    >>> is_written_about("这是毛泽东为中共中央起草的对党内的指示。")
    True
    """
    return _WRITTEN_ABOUT.match(text.strip()) is not None


def names_print(text: str) -> bool:
    """Whether `text` says which print the text was taken from.

    >>> names_print("（根据一九五三年人民出版社版刊印）")
    True
    """
    return "印" in text[-4:] and _PRINTED_FROM.fullmatch(text) is not None


def names_volume(text: str) -> bool:
    """Whether all of `text` is a volume and its pages in brackets, as below a text taken from it.

    >>> names_volume("（《毛泽东选集》第五卷，人民出版社1977年4月第1版，第8-10页）")
    True
    """
    return text.lstrip()[:1] in ("（", "(") and _TAKEN_FROM.fullmatch(text) is not None
