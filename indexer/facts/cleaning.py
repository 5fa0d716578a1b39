"""Blocks made ready for reading: what belongs to the page left out, the apparatus set apart.

This comes before anything is understood of a text, and is the same for every format and every kind
of document that has no rules of its own for these: articles and volumes of works.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.apparatus import annotated, may_have_apparatus
from indexer.formats.blocks import Block, Content
from indexer.model.documents import Understood


def cleaned(content: Content) -> Content:
    """`content` without what belongs to the page, and with the apparatus set apart."""
    blocks = content.blocks
    text = "\n".join([block.text for block in blocks])
    if may_have_apparatus(text):
        blocks = annotated(blocks)
    return content if blocks is content.blocks else replace(content, blocks=blocks)


def left_out_between(
    left_out: Sequence[Understood], blocks: Sequence[Block]
) -> tuple[Understood, ...]:
    """What was left out between the first and the last of `blocks`, a part of a file."""
    if not left_out or not blocks:
        return ()
    first, last = blocks[0].lines[0], blocks[-1].lines[1]
    return tuple(one for one in left_out if one.lines and first <= one.lines[0] <= last)
