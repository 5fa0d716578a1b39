"""How a file of several works is parted, and whether it can be.

A title line with a date line beside it begins a work. Where those of a file have numbers, or are
headings of one level, or where a contents page names them, a title that has no date begins a work
as well. Whether a line without a date is a title is nowhere else to be told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import tzinfo
from itertools import islice, pairwise

from indexer.facts.apparatus.labels import is_heading
from indexer.facts.furniture.contents import plain_title
from indexer.facts.works.contents import contents_pages
from indexer.facts.works.date_lines import DateLine, date_line
from indexer.facts.works.pairs import Start, dated_above, dated_below, with_text
from indexer.facts.works.persons import is_body
from indexer.facts.works.undated import (
    are_numbered,
    named_in_contents,
    same_gap,
    same_level,
    same_numbers,
)
from indexer.facts.works.unmarked import unmarked_titles
from indexer.facts.works.volumes import volume_of
from indexer.formats.blocks import Block
from indexer.value import value

_MOST_OTHERS = 3
"""Dates on the other side of titles, one in so many: more, and nobody knows which date is whose."""
_MOST_SAME = 10
"""Titles with a date that repeat, one in so many: more, and they attribute passages."""
_SECTION = re.compile(
    r"引\s*言|导\s*言|前\s*言|绪\s*论|序|结\s*论|结\s*语|结束语|尾\s*声|正\s*文|[上中下][篇编部]|第.{1,3}(?:部分|节|章|讲|次)"
)
_WORKS_WITH_NOTES = 3
_LONGEST_HEADING = 40  # characters of a heading of notes


@value(frozen=True, slots=True, kw_only=True)
class Parting:
    """How a file is parted.

    Attributes:
        starts: where its parts begin, sorted; empty where it is one document.
        contents: the indexes of blocks that are contents pages.
        sections: whether the parts are sections of one work, said on several days.
        unclear: the index of a date line that dates something else than what precedes it, where
            the file cannot be parted; None where it is one document or can be.
    """

    starts: tuple[Start, ...] = ()
    contents: frozenset[int] = frozenset()
    sections: bool = False
    unclear: int | None = None


WHOLE = Parting()


def parting_of(blocks: Sequence[Block], zone: tzinfo) -> Parting:
    """How a file of `blocks` is parted."""
    dates = {at: line for at, block in enumerate(blocks) if (line := date_line(block.text, zone))}
    if len(dates) < 2:
        return WHOLE
    below = [pair for at in dates if (pair := dated_below(blocks, dates, at))]
    above = [pair for at in dates if (pair := dated_above(blocks, dates, at))]
    pairs, others = (below, above) if len(below) >= len(above) else (above, below)
    heads = with_text(blocks, pairs)
    if pairs is above and _has_text(blocks, heads):
        return Parting(unclear=_unclear(blocks, dates, ()))  # a date may end a text, too
    if (
        len(heads) < 2
        or _MOST_OTHERS * len(with_text(blocks, others)) > len(heads)
        or _are_notes(blocks, heads)
    ):
        return Parting(unclear=_unclear(blocks, dates, heads))
    return _parted(blocks, dates, heads)


def _are_notes(blocks: Sequence[Block], heads: Sequence[Start]) -> bool:
    """Whether titles and dates stand below the texts that they attribute, as in a compendium.

    There many texts come from one speech, and a note is closer to the text above it.
    """
    named = {(blocks[head.title[-1]].text.strip(), head.date) for head in heads}
    if _MOST_SAME * len(named) < (_MOST_SAME - 1) * len(heads) or len(named) < 2:
        return True
    notes = 0
    for head in heads:
        title = blocks[head.title[0]]
        close = head.at > 0 and not blocks[head.at].opens
        apart = head.body < len(blocks) and blocks[head.body].opens
        marked = title.text.strip().startswith(("《", "——", "——", "（"))
        notes += not title.level and close and (apart or marked or head.bare)
    return _has_text(blocks, heads) and 2 * notes > len(heads)


def _has_text(blocks: Sequence[Block], heads: Sequence[Start]) -> bool:
    """Whether there is text above the first of the heads."""
    end = heads[0].at if heads else len(blocks)
    return any(is_body(block.text) for block in islice(blocks, end))


def _unclear(
    blocks: Sequence[Block], dates: dict[int, DateLine], heads: Sequence[Start]
) -> int | None:
    """The first date line that may date other words than those that the first of all dates.

    It stands below a text, and names another day. Where the first stands below the title, the last
    may sign what that heads.
    """
    lines = [*dates]
    first = lines[0]
    text = False
    for before, at in pairwise([first, *(line for line in lines if line > first)]):
        text = text or any(is_body(blocks[index].text) for index in range(before + 1, at))
        if text and dates[at].date != dates[first].date:
            signs = heads and not any(is_body(block.text) for block in islice(blocks, at + 1, None))
            return None if signs else at
    return None


def _parted(
    blocks: Sequence[Block],
    dates: dict[int, DateLine],
    heads: list[Start],
) -> Parting:
    titles = {plain_title(blocks[head.title[-1]].text) for head in heads}
    volumes = _volume_lines(blocks, heads)
    contents: list[int] = []
    named: set[str] = set()
    stretches = sorted({0, len(blocks), *volumes, *(head.at for head in heads)})
    before_works = {0, *volumes} - {head.at for head in heads}
    for begin, end in pairwise(stretches):
        if begin not in before_works:
            continue
        pages, names = contents_pages(blocks, begin, end, titles)
        contents += pages
        named |= names
    taken = {index for head in heads for index in range(head.at, head.body)} | {*contents, *dates}
    if all(blocks[head.title[-1]].level for head in heads):
        others = same_level(blocks, heads, taken)
    elif are_numbered(heads):
        others = same_numbers(blocks, heads, taken)
    else:
        others = named_in_contents(blocks, heads, taken, named - titles) or same_gap(
            blocks, heads, taken
        )
        if not others and not named and not any(head.statute for head in heads):
            others = unmarked_titles(blocks, heads, taken)
    starts = {start.at: start for start in (*others, *heads)}
    for at in [*volumes, *_notes_of_all(blocks, heads)]:
        starts.setdefault(at, Start(at=at, body=at + 1, title=(at,), work=False))
    return Parting(
        starts=tuple(starts[at] for at in sorted(starts)),
        contents=frozenset(contents),
        sections=_are_sections(blocks, heads),
    )


def _notes_of_all(blocks: Sequence[Block], heads: Sequence[Start]) -> list[int]:
    """The only heading of notes, if it stands below the last work: they are those of all."""
    if len(heads) < _WORKS_WITH_NOTES:
        return []
    notes = [
        at
        for at in range(heads[0].body, len(blocks))
        if len(blocks[at].text) < _LONGEST_HEADING and is_heading(blocks[at].text)
    ]
    return notes if len(notes) == 1 and notes[0] > heads[-1].body else []


def _are_sections(blocks: Sequence[Block], heads: Sequence[Start]) -> bool:
    """Whether the heads have the names of sections: 引言, 结论, 上篇."""
    titles = ["".join(blocks[at].text.strip() for at in head.title) for head in heads]
    return all(_SECTION.fullmatch(title) for title in titles)


def _volume_lines(blocks: Sequence[Block], heads: Sequence[Start]) -> list[int]:
    """The lines that are the title of a volume and stand in no head."""
    inside = {index for head in heads for index in range(head.at, head.body)}
    return [
        at
        for at, block in enumerate(blocks)
        if at not in inside and len(block.text) < 60 and volume_of(block.text) is not None
    ]
