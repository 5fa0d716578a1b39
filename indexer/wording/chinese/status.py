"""The state of an index."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "label.doubt": "存疑",
    "label.index": "索引",
    "label.built": "建于",
    "label.analyzer": "分词",
    "label.timezone": "时区",
    "label.contents": "内容",
    "label.sources": "源文件",
    "label.changes": "变动",
    "label.update": "更新",
    "label.check": "核对",
    "label.reason": "缘由",
    "label.files": "索引文件",
    "label.failed": "读入有误",
    "index": "{index}（格式 {format}，第 {generation} 代）",
    "built": "{time}（lunshu {version}）",
    "contents": "{documents} 篇文档 · {paragraphs} 段",
    "sources": "{seeds}（{count} 个）",
    "sound": "已通读，完好无损",
    "to_update": "{state}，须更新",
    "not_compared": "无法读取源文件夹，未作比较",
    "no_changes": "无",
    "changes_first": "{paths} 等 {count} 个",
}
