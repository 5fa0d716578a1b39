"""The rows of a table in HTML.

>>> table_row([[Block("2013年", (1, 1))], [Block("6亿", (2, 2))]])
[Block(text='2013年 6亿', lines=(1, 2), level=0)]
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from indexer.readers.blocks import Block


def table_row(cells: Sequence[Sequence[Block]]) -> list[Block]:
    """One block for the whole row, its cells parted by blanks.

    Where a cell has several blocks or a heading, the table is only there for the layout of the
    page, and the blocks stay as they are.
    """
    blocks = list(chain.from_iterable(cells))
    if not blocks or any(len(cell) > 1 for cell in cells) or any(block.level for block in blocks):
        return blocks
    text = " ".join(block.text for block in blocks)
    return [Block(text, (blocks[0].lines[0], blocks[-1].lines[1]))]
