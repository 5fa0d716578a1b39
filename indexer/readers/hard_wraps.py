"""Lines that a typesetter broke at the width of a column, and how they join again.

Widths are counted in cells, two for every character outside ASCII: in Chinese type quotation
marks and dashes are as wide as characters, whatever a terminal makes of them.

    >>> joined((Block("没有网络安全就没有国", (1, 1)), Block("家安全。", (2, 2))))
    Block(text='没有网络安全就没有国家安全。', lines=(1, 2), level=0)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.readers.blocks import Block
from indexer.readers.sentences import ends_sentence
from indexer.readers.typography import has_han, is_chinese
from indexer.text.marks import SHARED_MARKS

_INDENT = re.compile(r"\u3000|[ \xa0]{2}|\t")
_MARKS = "\"'()[],.;:!?" + SHARED_MARKS
_FIRST_WORD = re.compile(r"[!-~]+|..?")
INDENT_CELLS = 4


def cells(text: str) -> int:
    """The width of `text` in Chinese type."""
    return 2 * len(text) - len(text.encode("ascii", "ignore"))


def column_width(lines: Sequence[Block]) -> int:
    """The width at which `lines` were broken.

    It is the second widest line: the widest may hold one mark more than fits, squeezed in so
    that it does not begin the next line.
    """
    widths = sorted((cells(line.text.strip()) for line in lines), reverse=True)
    return widths[1] if len(widths) > 2 else widths[0]


def is_indented(line: str) -> bool:
    """Whether `line` begins as a paragraph in print does."""
    return _INDENT.match(line) is not None


def begins_paragraph(previous: str, line: str, column: int) -> bool:
    """Whether `line`, right below `previous`, begins a new paragraph.

    It does if it is indented. Where indents were stripped, a paragraph can begin only behind the
    end of a sentence: either the first word of `line` would have had room above, or `line` is
    narrower than the column by the indent it has lost. A line narrower still is the last one of
    its paragraph.
    """
    if is_indented(line):
        return True
    if not ends_sentence(previous):
        return False
    room = column - cells(previous.strip())
    first_word = _FIRST_WORD.match(line.strip())
    if first_word and room > cells(first_word[0]) + 1:
        return True
    lacking = column - cells(line.strip())
    return has_han(line) and INDENT_CELLS - 1 <= lacking <= INDENT_CELLS + 3


def joined(lines: Sequence[Block]) -> Block:
    """One block of `lines`, with a blank where two words outside Chinese meet."""
    pieces: list[str] = []
    for line in lines:
        text = line.text.strip()
        if pieces:
            pieces.append(_separator(pieces[-1], text))
        pieces.append(text)
    return Block("".join(pieces), (lines[0].lines[0], lines[-1].lines[1]))


def _separator(before: str, after: str) -> str:
    """What stood between two lines before they were broken.

    Marks at the break take the side of the word they stand at: no blank follows 发展, even
    though the comma is a half-width one. A number in a Chinese line may be cut anywhere.
    """
    left = before.rstrip(_MARKS)[-1:]
    right = after.lstrip(_MARKS)[:1]
    if is_chinese(before[-1:]) or is_chinese(after[:1]) or is_chinese(left) or is_chinese(right):
        return ""
    if before.endswith("-"):
        return ""
    if before[-1:].isdigit() and after[:1].isdigit() and (has_han(before) or has_han(after)):
        return ""
    return " "
