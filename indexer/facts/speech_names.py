"""What speeches, letters and instructions are called, as data: one table for all who ask.

Nobody believes every word everywhere: 意见 ends the title of an instruction in a note, which names
a source besides, and in 在…上的意见 it is no speech. So a row says who takes its words for one:

titles   a title in the form of a speech's: 在…上的讲话, 对…的指示
letters  a title in the form of a letter's: 致…的贺信; 信 and 电 have more forms there
heads    the last word of a title, of a subtitle or of what stands in brackets below a title
notes    the last word of a title in a note
alone    the last word of a title in a broken note, with nothing else that shows that it is one

>>> import re
>>> re.fullmatch(names("notes"), "唁电") is None, re.fullmatch(names("alone"), "唁电") is None
(False, True)
"""

from __future__ import annotations

from typing import Final, Literal

Reader = Literal["titles", "letters", "heads", "notes", "alone"]

_TABLE: Final = (
    ("讲话 谈话 报告 演讲 发言 致辞 致词 祝词 祝辞 说明", "titles heads notes alone"),
    ("指示 贺词 贺辞", "titles letters heads notes alone"),
    ("演说 讲演 总结 结论 开幕词 开幕辞 闭幕词 闭幕辞", "titles heads notes"),
    ("祝酒词 祝酒辞", "titles heads"),
    ("插话 答词 答辞", "titles notes"),
    ("悼词 悼辞", "titles letters"),
    ("开会词", "titles"),
    ("电报", "letters heads notes"),
    ("函", "letters notes"),
    ("复电 指示信 指示电 命令", "letters"),
    ("信 贺信 贺电 批示 答问 文章 献词 献辞", "heads notes alone"),
    ("电 唁电 声明 意见 批语 按语 提纲 题词", "heads notes"),
    ("书面讲话 新年贺词 新年贺辞 慰问信 慰问电 唁信 复信 来电 去电 回答", "heads"),
    ("纪要 要点 摘要 节录 序 序言", "heads"),
    ("决定 决议 建议 通知 批注 训词 讲课 问答 欢迎词 谈话记录", "notes"),
    ("祝电", "alone"),
)
"""One more name is one more word in a row."""


def names(reader: Reader) -> str:
    """A pattern that matches any name that `reader` takes for one, the longest first."""
    words = [word for row, readers in _TABLE if reader in readers.split() for word in row.split()]
    return "|".join(sorted(words, key=len, reverse=True))
