"""What is wrong with an index, and what to do about it."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "changed": (
        "{index}：{file} 在打开期间被改动，已有的结果一概不可信；"
        "请重新打开索引，若已损坏，请重建：{command}"
        "（正在使用的索引文件夹只可用改名的办法替换，切勿往里复制文件）"
    ),
}
