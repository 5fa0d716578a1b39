"""Articles that cannot be read."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "folder": "这是文件夹；请给出其中的文件",
    "missing": "没有这个文件；请给出文件、表示标准输入的 -，或者 --text",
    "stdin": "标准输入",
    "closed": "已经关闭；请给出文件，或者 --text",
    "large": "超过 {most} MB，不会是一篇文章；请拆分",
    "unreadable": "{reason}；请使其可读，或者给出另一个文件",
    "empty": "其中没有文字；请给出有文字的文件",
    "problem": "{name}：第 {line} 行：{reason}",
}
