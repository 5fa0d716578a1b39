"""What keeps the process from running at all."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "memory": ("内存不足；请关闭其他程序，或放宽限制（ulimit -v），再运行一次"),
    "no_folder": "{folder}：当前文件夹已被删除；请先 cd 到别的文件夹，再运行一次",
}
