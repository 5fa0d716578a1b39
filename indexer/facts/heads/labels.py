"""What stands before a colon in a head (时间：, 来源：), and what it says of what follows.

A label is data: a new one is a word in a row here. Front matter, columns and `<meta>` have names of
their own in `stated`.
"""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from indexer.text.marks import COLONS

LabelKind = Literal[
    "title", "subtitle", "date", "published", "speaker", "publication", "occasion", "text", "other"
]
"""What follows a label. `date`: the date of the words; `published`: that of publication;
`other`: what is no fact of the words (记者, 编辑), and stays text."""

_LABELS: Final[dict[LabelKind, str]] = {
    "title": "标题 题目 题名 篇名",
    "subtitle": "副标题 副题",
    "date": (
        "时间 日期 讲话时间 讲话日期 演讲时间 报告时间 谈话时间 成文时间 成文日期 "
        "写作时间 写作日期 签发日期 签署日期 会议时间 采访时间 采访日期 访谈时间"
    ),
    "published": (
        "发布时间 发布日期 发表时间 发表日期 出版时间 出版日期 刊发时间 刊发日期 "
        "刊登时间 印发日期 发文日期 发稿时间 上传时间 公布日期 发布于 播出时间 播出日期 首播时间"
    ),
    "speaker": ("作者 讲话人 演讲人 演讲者 报告人 发言人 讲者 主讲人 致辞人 讲话者 谈话人 署名 文"),
    "publication": (
        "来源 出处 稿件来源 文章来源 信息来源 稿源 原载 刊载 发布机构 发文机关 "
        "发布单位 来源单位 媒体 发布"
    ),
    "occasion": "场合 会议 讲话场合 会议名称",
    "text": "正文 全文 内容 文本",
    "other": (
        "记者 编辑 责编 责任编辑 撰稿 撰文 译者 整理 校对 审核 摄影 关键词 "
        "关键字 字号 字体 浏览 浏览次数 点击 点击数 阅读 阅读次数 索引号 主题词 "
        "主题分类 发文字号 文号 地点 出席 主持 主持人 嘉宾 采访者 受访者 采访人 受访人 "
        "采访地点 记录 记录人 整理者 记录整理 整理记录 录音整理 翻译 口译 编译 速记 供稿 供稿单位 "
        "供稿人 通讯员 责任校对 抄送 主送 密级"
    ),
}

_ENGLISH: Final[dict[LabelKind, str]] = {
    "title": "Title",
    "date": "Date",
    "published": "Published",
    "speaker": "Speaker",
    "publication": "Source Publisher",
    "occasion": "Occasion",
    "other": "Place Location Editor Translator",
}

KIND_OF: Final[dict[str, LabelKind]] = {
    form: kind
    for words in (_LABELS, _ENGLISH)
    for kind, labels in words.items()
    for label in labels.split()
    for form in dict.fromkeys((label, label.lower(), label.upper()))
}

FIRST_PRINTED: Final = re.compile(
    r"[（(]?(?:本文|此文)?(?:原载|原刊|首发|刊载|刊登)[于在]?"
    r"(?P<print>(?:[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)?《[^《》]{1,20}》[^《》，。（）()]{0,30}(?:[，,]?第?[0-9]{1,3}版)?)"
    r"[）)]?[。.]?"
)
"""原载《人民日报》2018年4月20日第3版: a line that says where all of a text was printed first."""

_BLANK = r"[ \t\u3000\xa0]*"
_SPACED = "|".join(
    _BLANK.join(label) for label in sorted(KIND_OF, key=len, reverse=True) if label != "文"
)
_LABEL = re.compile(
    rf"(?P<label>(?:(?<![^\s|｜（(【\[])|(?=来源|作者|发布|责任?编)|(?<=[0-9]))(?:{_SPACED})"
    rf"|(?<![^\s])文(?=[/／]))(?:[{COLONS}]|[/／]|】|\])"
)
_MARK = re.compile(rf"[{COLONS}/／】\]]")  # without one of them there is no label: a quick look
_BLANKS = re.compile(r"\s+")
_OPENING = re.compile(r"[（(【\[]$")


class Labelled(NamedTuple):
    """A label with what follows it.

    Attributes:
        kind: what it says.
        label: as it is written, without blanks.
        value: what follows, up to the next label.
    """

    kind: LabelKind
    label: str
    value: str


def split_labels(text: str) -> tuple[str, tuple[Labelled, ...]]:
    """What stands before the first label of a line, and its labels.

    >>> split_labels("2018年04月20日08:15　来源：人民网")[1]
    (Labelled(kind='publication', label='来源', value='人民网'),)
    """
    found = list(_LABEL.finditer(text)) if _MARK.search(text) else None
    if not found:
        return text.strip(), ()
    ends = [one.start() for one in found[1:]] + [len(text)]
    labelled = tuple(
        Labelled(KIND_OF[label], label, text[one.end() : end].strip(" \t\u3000\xa0|｜"))
        for one, end in zip(found, ends, strict=True)
        if (label := _BLANKS.sub("", one["label"]))
    )
    return _OPENING.sub("", text[: found[0].start()]).strip(" \t\u3000\xa0|｜"), labelled
