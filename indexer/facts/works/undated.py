"""Works without a date, which are found by the dress that they share with the others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.facts.furniture.contents import plain_title
from indexer.facts.works.date_lines import may_be_title, number_line
from indexer.facts.works.pairs import Start, known_number
from indexer.facts.works.persons import is_body, is_person
from indexer.facts.works.volumes import volume_of
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import is_list_item
from indexer.text.numerals import NUMERAL

_PLAIN_NUMERAL = re.compile(rf"[{NUMERAL}]{{1,3}}")
_FRONT = re.compile(
    r"(?:再?版|编者|编辑|出版)?(?:前言|说明|序言?|序文|导言|导读|凡例|的话|后记|附言)|目\s*[录次錄]|"
    r"(?:第.{1,3})?(?:再?版|出版|编辑|编选|编者)(?:的?说明|前言|序言?|的话|后记)|[·•\s]*注\s*释|附\s*录|索\s*引|扉页|版权(?:页|信息)"
)
_LONGEST_TITLE = 40  # characters of one that a contents page names
_GAP = 2  # lines
_NO_NUMBER = 1_000_000


def same_level(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
    """The headings of the level of the heads that have no date; a higher one ends a work, too."""
    level = max(blocks[head.title[-1]].level for head in heads)
    listed = any(is_list_item(blocks[head.title[-1]].text) for head in heads)
    first = heads[0].at
    found: list[Start] = []
    for at, block in enumerate(blocks):
        if not 0 < block.level <= level or at in taken:
            continue
        text = block.text.strip()
        front = _FRONT.fullmatch(text) is not None
        if at > first and front and not text.startswith("附"):
            continue  # the notes of a work stay in it
        if not listed and (is_list_item(text) or _PLAIN_NUMERAL.fullmatch(text)):
            continue
        if at + 1 == len(blocks) or 0 < blocks[at + 1].level <= level:
            continue  # nothing stands under it
        work = block.level == level and not front and not (at < first and volume_of(text))
        found.append(Start(at=at, body=at + 1, title=(at,), work=work))
    return found


def are_numbered(heads: Sequence[Start]) -> bool:
    return 2 * sum(head.number is not None for head in heads) > len(heads)


def same_numbers(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
    """Titles below the numbers that are missing between those of the heads."""
    known = [(head.at, head.number) for head in heads if head.number is not None]
    found: list[Start] = []
    expected = 1
    last = 0
    known.append((len(blocks), _NO_NUMBER))
    for end, number in known:
        for at in range(last, end - 1):
            line = None if at in taken or at + 1 in taken else number_line(blocks[at].text)
            if line is None or blocks[at].level or not may_be_title(blocks[at + 1].text):
                continue
            here = known_number(line)
            if here == expected and here < number:
                found.append(Start(at=at, body=at + 2, title=(at + 1,), number=here))
                expected += 1
        expected = number + 1
        last = end
    return found


def named_in_contents(
    blocks: Sequence[Block], heads: Sequence[Start], taken: set[int], named: set[str]
) -> list[Start]:
    """The titles of a contents page that come again and have no date there."""
    found: dict[str, Start] = {}
    for at in range(heads[0].at, len(blocks)):
        if at in taken or len(blocks[at].text) > _LONGEST_TITLE:
            continue
        name = plain_title(blocks[at].text)
        if name in named and name not in found and may_be_title(blocks[at].text):
            work = _FRONT.fullmatch(name) is None
            found[name] = Start(at=at, body=at + 1, title=(at,), work=work)
    return list(found.values())


def same_gap(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
    """Lines above which as many lines are blank as above the heads, where nothing else has that."""
    gaps = [gap for head in heads if (gap := _gap(blocks, head.at)) is not None]
    least = min(gaps, default=0)
    if least < _GAP:
        return []
    others = [
        at
        for at in range(heads[0].body, len(blocks))
        if at not in taken and (_gap(blocks, at) or 0) >= least
    ]
    # One that is no title shows that the gap is no mark of works.
    if any(not _may_begin(blocks, at) for at in others):
        return []
    return [Start(at=at, body=at + 1, title=(at,)) for at in others]


def _gap(blocks: Sequence[Block], at: int) -> int | None:
    """How many lines are blank above a block; None above the first."""
    return None if at == 0 else blocks[at].lines[0] - blocks[at - 1].lines[1] - 1


def _may_begin(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text
    follows = at + 1 < len(blocks) and is_body(blocks[at + 1].text)
    return follows and may_be_title(text) and not is_list_item(text) and not is_person(text)
