"""Lines that may be the titles of works without a date, and may be headings inside a work.

Where nothing but a date tells a title, nobody can say which of the two such a line is. What stands
below it is not dated by the work above it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from indexer.facts.works.date_lines import is_closing, is_subtitle, may_be_title
from indexer.facts.works.pairs import Start, known_number
from indexer.facts.works.persons import is_body, is_person
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells, is_list_item
from indexer.text.numerals import NUMERAL
from indexer.text.typography import ends_sentence

_WIDEST = 50
"""In cells: a line that is no wider may be a title whatever the others are."""
_LONGEST = 100
"""Characters of a heading."""
_OPEN = ("：", ":", "；", ";", "，", ",", "、")
_NUMBERED = re.compile(rf"\s*第?[（(]?([{NUMERAL}]{{1,3}})[）)]?(?:[章节部分]*[\s、，.．]|$)")
_PARTS = re.compile(
    r"引言|导言|前言|绪论|序[言文]?|总论|结论|结语|小结|总结|结束语|尾声|后记|附[录记件言].*|注释?|正文|[上中下][篇编部]"
)


def unmarked_titles(
    blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]
) -> list[Start]:
    """Lines between the heads that look as their titles do, stand where a title may, and no date.

    Such a line is short, ends no sentence, has no number, is indented as a title is and has a blank
    line above it if every title has; a sentence ends above it, and text stands below it. One
    between two numbered headings of the same work (一 … 二) is inside it.

    Args:
        blocks: all blocks.
        heads: the titles with a date.
        taken: the indexes of blocks that are something else.
    """
    titles = [blocks[head.title[0]] for head in heads]
    widest = max(_WIDEST, *(cells(title.text.strip()) for title in titles))
    bodies = {head.body for head in heads}
    indents = {_indent(title) for title in titles}
    apart = not indents & {_indent(blocks[place]) for place in bodies if place < len(blocks)}
    opens = all(title.opens for title in titles[1:])
    found = [
        at
        for at in range(heads[0].body, len(blocks) - 1)
        if at not in taken
        and at not in bodies
        and not blocks[at].level
        and blocks[at].form in ("line", "paragraph")
        and (blocks[at].opens or not opens)
        and _indent(blocks[at]) in indents
        and cells(blocks[at].text.strip()) <= widest
        and _may_be_title(blocks[at].text.strip(), asks=apart or _is_no_text(blocks, at - 1, taken))
        and (at - 1 in taken or _may_end(blocks[at - 1]))
        and _may_begin(blocks[at + 1].text.strip())
    ]
    inside = _Numbers(blocks, [head.at for head in heads]) if found else None
    return [
        Start(at=at, body=at + 1, title=(at,), work=False, unmarked=True)
        for at in found
        if inside is None or not inside.go_on_around(at)
    ]


def _indent(block: Block) -> int:
    return len(block.text) - len(block.text.lstrip())


def _may_be_title(text: str, *, asks: bool) -> bool:
    """Whether a line looks like a title; one that asks does so only where it cannot be text."""
    return (
        may_be_title(text)
        and (not ends_sentence(text) or (asks and text.endswith(("？", "?"))))
        and not text.endswith(_OPEN)
        and not is_list_item(text)
        and not _NUMBERED.match(text)
        and not is_person(text)
        and not is_subtitle(text)
        and not _PARTS.fullmatch("".join(text.split()))
    )


def _is_no_text(blocks: Sequence[Block], at: int, taken: set[int]) -> bool:
    """Whether no question can follow a block: one that is a date, or a signature."""
    return at in taken or is_person(blocks[at].text.strip())


def _may_end(block: Block) -> bool:
    """Whether a work may end with a block: with a sentence, in brackets, with a signature."""
    text = block.text.strip()
    ends = ends_sentence(text) or text.endswith(("）", ")", "】", "]"))
    return ends or block.form == "note" or is_person(text) or is_closing(text)


def _may_begin(text: str) -> bool:
    """Whether the text of a work may begin with a line."""
    return is_body(text) or _NUMBERED.match(text) is not None


class _Numbers:
    """The numbered headings inside works."""

    def __init__(self, blocks: Sequence[Block], begins: Sequence[int]) -> None:
        self._begins = begins
        found = [(place, number) for place, one in enumerate(blocks) if (number := _number(one))]
        self._places = [place for place, _ in found]
        self._numbers = [number for _, number in found]

    def go_on_around(self, at: int) -> bool:
        """Whether those of one work stand above and below a line: 一 … 二."""
        below = bisect_right(self._places, at)
        if not 0 < below < len(self._places):
            return False
        work = bisect_right(self._begins, at)
        same = self._begins[work - 1] <= self._places[below - 1] and (
            work == len(self._begins) or self._places[below] < self._begins[work]
        )
        return same and self._numbers[below] == self._numbers[below - 1] + 1


def _number(block: Block) -> int | None:
    """The number of a heading inside a work."""
    text = block.text[:_LONGEST].strip()
    found = None if is_body(text) else _NUMBERED.match(text)
    return known_number(found[1]) if found else None
