"""How far a run is."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "wait": "等待另一个进程",
    "read": "读取文件",
    "cut": "分词",
    "write": "写入",
    "state": "：{stage}，{share}%",
    "indexing": "为 {seeds} 建立索引",
    "building": "用 {seeds} 建立索引 {index}",
}
