"""Ids that name no passage, or more than one."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no_id": "“{id}”不是编号；请写成 002#12 这样，与 search 显示的一样",
    "no_document": "{id}：没有以“{prefix}”开头的文档；请看：lunshu list documents",
    "many_documents": "{id}：以“{prefix}”开头的文档有 {count} 篇（{some}）；请写得更全",
    "no_passage": "{id}：{doc} 没有第 {passage} 段论述；编号从 {first} 到 {last}",
    "no_paragraph": "{id}：第 {passage} 段论述没有第 {paragraph} 个自然段；编号从 1 到 {last}",
    "many_passages": "{id}：源文件把这个编号给了 {count} 段论述；请从中选一个：{some}",
}
