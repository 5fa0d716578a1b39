"""What is damaged in an index."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "missing": "缺少 {name}",
    "size": "{name} 有 {size} 字节，应为 {expected}",
    "unreadable": "{name} 无法读取",
    "large": "{name} 有 {size} 字节，超过允许的 {most}",
    "no_plain_file": "{name} 不是普通文件",
    "another_index": "{name} 属于另一个索引",
    "no_block": "{name} 没有数据块 {block}",
    "block": "{name} 的数据块 {block} 已损坏",
    "paragraphs": "{name} 记有 {told} 段，各分段实有 {count} 段",
    "not_counted": "{name} 所记的段数与各分段不符",
    "not_listed": "{name} 所列的文档与各分段不符",
    "changed": "{name} 在打开期间被改动",
}
