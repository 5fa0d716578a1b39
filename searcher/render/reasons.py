"""Why an index is not current, for people.

分词：jieba 0.42.0 → jieba 0.42.1
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.report import Reason
from searcher.render.visible import visible

_NAMES = {
    "lunshu": "lunshu 版本",
    "reading": "读法版本",
    "analyzer": "分词",
    "terms": "词表 terms.txt",
    "timezone": "时区",
    "limits.file_bytes": "单个文件上限（字节）",
    "limits.paragraph_characters": "单段上限（字）",
    "follow_links": "跟随符号链接",
    "seeds": "源文件夹",
    "index": "索引",
}
_HASH = 12
"""How much of a hash is shown."""


def reason_text(reason: Reason) -> str:
    """One reason, in one line."""
    name = _NAMES.get(reason.what, reason.what)
    if reason.what == "index":
        return visible(f"{name}：{reason.before}")
    before, now = (_value(reason.what, value) for value in (reason.before, reason.now))
    return visible(f"{name}：{before} → {now}")


def reasons_text(reasons: Sequence[Reason]) -> str:
    """All reasons, in one line."""
    return "；".join(map(reason_text, reasons))


def _value(what: str, value: str) -> str:
    if what == "terms":
        return value[:_HASH] or "无"
    if what == "follow_links":
        return "是" if value == "True" else "否"
    return value
