"""What of a source file is too large to be read, and how much may be."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "exceeded": "{what} {figure}，超过上限 {limit:,}；请{remedy}，或者放宽上限：{option}",
    "no_number": "上限 {name} 不能是 {value!r}；请给出大于 0、不大于 {most:,} 的整数",
    "file_bytes": "--max-file-size MB",
    "paragraph_characters": "--max-paragraph 字数",
    "it_has": "文件共有",
    "there_are": "此外还有",
    "paragraph_has": "有一段长达",
    "field_has": "字段 {name} 长达",
    "front_matter_has": "YAML 头部长达",
    "lines": "{count:,} 行",
    "tags": "{count:,} 个标签",
    "paragraphs": "至少 {count:,} 段",
    "bytes": "{count:,} 字节",
    "characters": "{count:,} 字",
    "problems": "{count:,} 个问题",
    "divide_it": "拆分文件",
    "divide_file": "拆分文件",
    "divide_paragraph": "分段（此段已略去）",
    "shorten_field": "缩短（此项已略去）",
    "shorten_front_matter": "缩短（头部已略过）",
    "mend_others": "先改正其他问题",
}
