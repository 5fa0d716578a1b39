"""What belongs to the page and not to the text: page numbers, running heads, links, adverts.

It is left out, and named with the reason; no sentence ever is. Where it cuts a sentence in two, the
parts join again.

    >>> texts = "目标景物射来的光束经过扫描反射镜，进入", ".222.", "聚光镜，聚焦后射到分光片上。"
    >>> kept, left_out = without_furniture([Block(text, (n, n)) for n, text in enumerate(texts, 1)])
    >>> [block.text for block in kept], [one.text for one in left_out]
    (['目标景物射来的光束经过扫描反射镜，进入聚光镜，聚焦后射到分光片上。'], ['.222.'])

lines     what one line shows by itself
repeated  what shows by coming again: running heads, adverts
contents  contents pages
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.furniture.contents import contents_page
from indexer.facts.furniture.lines import Furniture, line_furniture, page_numbers, page_tools
from indexer.facts.furniture.repeated import adverts, running_heads
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells, is_indented, is_list_item, joined
from indexer.model.documents import Understood
from indexer.text.marks import ROUND_CLOSING, ROUND_OPENING
from indexer.text.typography import ends_sentence, has_han
from indexer.wording.said import said

__all__ = ["contents_page", "furniture_of", "understood_furniture", "without_furniture"]

_FEWEST = 6
"""Blocks in which something can come three times between others."""

_OF_PAGES = ("page_mark", "running_head")
"""What stands between two pages, and so inside a sentence."""

_SHORTEST_CUT = 36
"""In cells: a narrower line that ends no sentence may be a heading."""

_LONGEST_CAPTION = 4
"""Characters of a heading that says nothing without what stood under it: 图片, 视频."""

_GOES_ON = ("，", "、", "；", "“", "（", "《", ",", "—")
_SAME_WIDTH = 8  # cells between two lines of one column


def without_furniture(blocks: Sequence[Block]) -> tuple[Sequence[Block], tuple[Understood, ...]]:
    """The blocks that are text, and what is left out of them, in file order."""
    found = furniture_of(blocks)
    if not found:
        return blocks, ()
    left_out = tuple(
        understood_furniture(blocks[place], kind) for place, kind in sorted(found.items())
    )
    return _joined(blocks, found), left_out


def furniture_of(blocks: Sequence[Block]) -> dict[int, Furniture]:
    """What kind of furniture the blocks are that are some, by their places."""
    found = line_furniture(blocks)
    found.update(page_tools(blocks))
    if len(blocks) < _FEWEST:  # too few for anything to come again
        return found
    found.update(page_numbers(blocks))
    found.update(running_heads(blocks, found))
    found.update(adverts(blocks, found))
    return found


def understood_furniture(block: Block, kind: Furniture) -> Understood:
    """What became of a block that is left out."""
    return Understood(
        lines=block.lines,
        text=block.text.strip(),
        became="contents" if kind == "contents" else "furniture",
        reason=said(f"reading.{kind}"),
    )


def _joined(blocks: Sequence[Block], found: dict[int, Furniture]) -> list[Block]:
    """The other blocks; a sentence between two pages joins, elsewhere a new paragraph begins."""
    kept: list[Block] = []
    between: set[Furniture] = set()
    for place, block in enumerate(blocks):
        if place in found:
            between.add(found[place])
            continue
        if not between:
            kept.append(block)
            continue
        _keep_heading(kept, block.level)
        if kept and between.issubset(_OF_PAGES) and _goes_on(kept[-1], block):
            if _is_wrapped(kept):
                kept.append(replace(block, opens=False))
            else:
                kept[-1] = _one(kept[-1], block)
        else:
            kept.append(block if block.opens else replace(block, opens=True))
        between = set()
    if between:
        _keep_heading(kept, 1)
    return kept


def _keep_heading(kept: list[Block], level: int) -> None:
    """Make a heading text that only furniture stood under, as else it would be lost.

    `level` is that of what follows.
    """
    if kept and 0 < level <= kept[-1].level and len(kept[-1].text) > _LONGEST_CAPTION:
        kept[-1] = replace(kept[-1], level=0)


def _goes_on(before: Block, after: Block) -> bool:
    """Whether a sentence that a page ends in goes on in the next one."""
    text = before.text.rstrip()
    if before.level or after.level or before.form != after.form or ends_sentence(text):
        return False
    if text.lstrip().startswith(tuple(ROUND_OPENING)) and text.endswith(tuple(ROUND_CLOSING)):
        return False  # （选自《文集》第三卷，第12页）
    if is_indented(after.text) or is_list_item(after.text) or not has_han(after.text):
        return False
    return text.endswith(_GOES_ON) or cells(text.strip()) >= _SHORTEST_CUT


def _is_wrapped(kept: Sequence[Block]) -> bool:
    """Whether the last line is one of a column, so that its paragraph is still to be joined."""
    if len(kept) < 2 or kept[-1].form != "line" or kept[-1].opens:
        return False
    last, before = kept[-1].text.strip(), kept[-2].text.strip()
    return abs(cells(last) - cells(before)) <= _SAME_WIDTH and not ends_sentence(before)


def _one(before: Block, after: Block) -> Block:
    """Two blocks as one, with the indent that the first one has."""
    whole = joined((before, after))
    indent = before.text[: len(before.text) - len(before.text.lstrip())]
    return replace(before, text=indent + whole.text, lines=whole.lines, parts=whole.parts)
