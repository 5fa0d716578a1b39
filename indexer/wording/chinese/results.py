"""Answers to a search, passages, and where a paragraph stands."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "paragraphs": "{count} 段",
    "speeches": "{count} 篇讲话",
    "related": "相关段落（不含所查原文）",
    "more": "还有 {count} 段（--limit 0 列出全部）",
    "nothing": "没有找到",
    "beyond": "--offset 超出范围：精确命中共 {exact} 段",
    "beyond_related": "--offset 超出范围：精确命中共 {exact} 段，相关段落共 {related} 段",
    "suggestion": "另有 {count} 段的{field}含“{value}”，列出：{command}",
    "as_text": "前后没有条件，作文字查：{words}",
    "dropped_marks": "所查文字已略去注释号 {marks}：带注释号则查不到",
    "heading": "标题",
    "headings": ("{count} 个标题含“{value}”，首个是“{first}”，其下共 {total} 段，列出：{command}"),
    "little": "只比对 {count} 段讲话原文（全库 {total} 段）；加 --in all 与注释以外的全部文字比对",
    "unattributed": "库中没有注明讲话的论述，已与注释以外的全部文字比对",
    "stale": "建立索引后源文件有变动（{path}），请更新：{command}",
    "undated": "日期不详",
    "before": "前一段",
    "after": "后一段",
    "quotation": "引自《{title}》",
    "page": "第{pages}页",
    "pages": "第{pages}页",
    "source_page": "{source}，{page}",
    "title_page": "{source}{page}",
    "line": "第{line}行",
    "lines": "第{first}–{last}行",
    "place_in_file": "{path} {lines}",
}
