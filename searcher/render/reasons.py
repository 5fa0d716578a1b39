"""The state of an index and the reasons for it, for people.

分词：jieba 0.42.0 → jieba 0.42.1
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from searcher.render.visible import visible

if TYPE_CHECKING:
    from indexer.report import Reason, State

_NAMES = {
    "lunshu": "lunshu 版本",
    "reading": "读法版本",
    "python": "Python 版本",
    "analyzer": "分词",
    "terms": "词表 terms.txt",
    "speakers": "人名表 speakers.txt",
    "timezone": "时区",
    "limits.file_bytes": "单个文件上限（字节）",
    "limits.paragraph_characters": "单段上限（字）",
    "limits.pieces": "行、标签或记录数上限",
    "limits.field_characters": "标题等著录项上限（字）",
    "limits.front_matter_characters": "YAML 头部上限（字）",
    "limits.problems": "逐条报告的问题数上限",
    "follow_links": "跟随符号链接",
    "seeds": "源文件夹",
    "index": "索引",
}

STATES: dict[State, str] = {
    "missing": "尚无索引",
    "corrupt": "原索引已损坏",
    "version": "原索引由其他版本建成",
    "options": "索引选项有变",
    "content": "源文件有变",
    "current": "索引与源文件一致",
}
"""The state of an index."""

_HASH = 12
"""How much of a hash is shown."""


def reason_text(reason: Reason) -> str:
    """One reason, in one line."""
    name = _NAMES.get(reason.what, reason.what)
    if reason.what == "index":
        return visible(f"{name}：{reason.before}")
    before, now = (_value(reason.what, value) for value in (reason.before, reason.now))
    return visible(f"{name}：{before} → {now}")


def _value(what: str, value: str) -> str:
    if what in ("terms", "speakers"):
        return value[:_HASH] or "无"
    if what == "follow_links":
        return "是" if value == "True" else "否"
    return value
