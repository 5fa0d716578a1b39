"""What the index contains, as tables."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "document": "文档",
    "date": "日期",
    "kind": "类型",
    "speeches": "讲话",
    "passages": "论述",
    "paragraphs": "段",
    "title": "标题",
    "chapter": "章",
    "speech": "讲话",
    "speech_of": "讲话（{speaker}）",
    "speaker": "讲话人",
    "kind.compendium": "论述摘编",
    "kind.feed": "订阅条目",
    "kind.web-page": "网页",
    "kind.newspaper": "报纸",
    "kind.text": "纯文本",
    "kind.markdown": "Markdown",
    "kind.html": "网页",
    "kind.json-lines": "JSON Lines",
    "no_documents": "没有文档",
    "no_chapters": "没有章",
    "no_speeches": "没有讲话",
    "no_speakers": "没有讲话人",
}
