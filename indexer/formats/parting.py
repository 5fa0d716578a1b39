"""Where one physical line has several paragraphs.

Word processors part lines and paragraphs with characters of their own, which editors do not count
as line ends; and where somebody took the line ends away, the indents of the print are left.

    >>> parted("　　第一段。　　第二段。")
    ['　　第一段。', '　　第二段。']
    >>> parted("题\\u2028文。")
    ['题', '文。']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.formats.blocks import Block, line_blocks
from indexer.sources.source_text import SEPARATOR
from indexer.text.typography import ends_sentence

_INDENT = "\u3000\u3000"
_INDENTS = re.compile(rf"{_INDENT}\u3000*")
_BEFORE = 20
"""How many characters show whether a sentence ends: its mark, and quotes and brackets after it."""


def has_parts(line: str) -> bool:
    """Whether `line` may have several paragraphs: quick, for nearly all have one."""
    return SEPARATOR in line or line.find(_INDENT, 1) > 0


def parted(line: str) -> list[str]:
    """The paragraphs in `line`, or the lines that a word processor shows; none of them is blank."""
    if not has_parts(line):
        return [line]
    pieces = (piece for part in line.split(SEPARATOR) for piece in _at_indents(part))
    return [piece for piece in pieces if piece and not piece.isspace()]


def parted_blocks(lines: Sequence[str]) -> Iterator[Block]:
    """The paragraphs in each line that is not blank; all parts of a line have its number."""
    for block in line_blocks(lines):
        if not has_parts(block.text):
            yield block
            continue
        opens = block.opens
        for text in parted(block.text):
            yield Block(text, block.lines, form="line", opens=opens)
            opens = True


def _at_indents(text: str) -> Iterator[str]:
    start = 0
    for indent in _INDENTS.finditer(text, 1):
        at = indent.start()
        if ends_sentence(text[max(start, at - _BEFORE) : at].rstrip()):
            yield text[start:at]
            start = at
    yield text[start:]
