"""What the fields of a paragraph and the values of its role are called."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "speaker": "讲话人",
    "speech": "讲话标题",
    "chapter": "章名",
    "doc": "文档编号",
    "source": "来源",
    "role": "类别",
    "title": "标题",
    "section": "小节标题",
    "role.article": "文章",
    "role.quotation": "引文",
    "role.note": "注释",
}
