"""The text between two line breaks in HTML, and how that becomes paragraphs.

>>> row = TextRow()
>>> row.add("召开这次\\n座谈会。", line=3)
>>> divided([row], last_line=9)
[Block(text='召开这次座谈会。', lines=(3, 4), level=0, form='paragraph', opens=True)]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import joined, paragraph_blocks
from indexer.formats.parting import parted
from indexer.text.controls import without_invisible
from indexer.text.typography import is_chinese

_INDENT = re.compile(r"[ \t\r\n]*(?:\u3000|\xa0\s?\xa0)")
_PRINTED_INDENT = "\u3000\u3000"
_WHITESPACE = re.compile(r"\s+")


@dataclass(slots=True)
class TextRow:
    """The text between two line breaks of a block, while it is being read."""

    pieces: list[str] = field(default_factory=list)
    first: int = 0
    last: int = 0

    def add(self, data: str, line: int) -> None:
        """Add character data that begins on `line`."""
        self.pieces.append(data)
        if text := data.strip():
            start = line + data.count("\n", 0, len(data) - len(data.lstrip()))
            self.first = self.first or start
            self.last = start + text.count("\n")


def divided(rows: Sequence[TextRow], last_line: int) -> list[Block]:
    """The paragraphs among `rows`; empty rows separate them, like blank lines in plain text."""
    stanzas: list[list[Block]] = [[]]
    for row in rows:
        raw = "".join(row.pieces)
        texts = [(part, text) for part in parted(raw) if (text := collapsed(part))]
        if not texts:
            stanzas.append([])
        for number, (part, text) in enumerate(texts):
            indent = _PRINTED_INDENT if _INDENT.match(part) else ""
            block = Block(indent + text, _lines(row, last_line))
            if number:
                stanzas.append([block])
            else:
                stanzas[-1].append(block)
    return [block for stanza in stanzas if stanza for block in paragraph_blocks(stanza)]


def heading(rows: Sequence[TextRow], last_line: int) -> list[Block]:
    """The heading that `rows` make up, if any; there a line break only serves the looks."""
    texts = [(collapsed("".join(row.pieces)), row) for row in rows]
    lines = [Block(text, _lines(row, last_line)) for text, row in texts if text]
    return [joined(lines)] if lines else []


def table_row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """One block for the whole row, its cells separated by blanks.

    >>> table_row([[Block("2013年", (1, 1))], [Block("6亿", (2, 2))]])
    [Block(text='2013年 6亿', lines=(1, 2), level=0, form='paragraph', opens=True)]

    Where a cell has several blocks or a heading, the table is only there for the layout of the
    page, and the blocks stay as they are.
    """
    blocks = list(chain.from_iterable(cells))
    if not blocks or any(len(cell) > 1 for cell in cells) or any(block.level for block in blocks):
        return blocks
    text = " ".join(block.text for block in blocks)
    return [Block(text, (blocks[0].lines[0], blocks[-1].lines[1]))]


def _lines(row: TextRow, last_line: int) -> tuple[int, int]:
    # A line feed written as a character reference is no line of the file.
    return min(row.first, last_line), min(row.last, last_line)


def collapsed(text: str) -> str:
    """`text` with single blanks, and none for a line break of the file beside Chinese."""

    def blank(run: re.Match[str]) -> str:
        broken = "\n" in run[0]
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        return "" if broken and (is_chinese(before) or is_chinese(after)) else " "

    text = without_invisible(text)
    return _WHITESPACE.sub(blank, text).strip()
