"""Where the works in a volume begin: at a title above a date, and at what has the same dress.

A title line with a date line below it begins a work. Where those of a file have numbers, or are
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
from indexer.facts.works.date_lines import (
    DateLine,
    date_line,
    is_subtitle,
    may_be_title,
    number_line,
)
from indexer.facts.works.persons import is_body, is_person
from indexer.facts.works.volumes import volume_of
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells, is_list_item
from indexer.text.dates import DateSpan
from indexer.text.numerals import NUMERAL, parse_numeral
from indexer.value import value

_MOST_BETWEEN = 3
"""Lines between a title and its date: subtitles, who spoke."""
_MOST_OTHERS = 3
"""Dates on the other side of titles, one in so many: more, and nobody knows which date is whose."""
_MOST_SAME = 10
"""Titles with a date that repeat, one in so many: more, and they attribute passages."""
_UPPER_LINE = 16  # cells of the upper line of a title of two, at least
_DIVISION = re.compile(r".*时期|第.{1,4}[编部卷辑章篇集单元].*|[上中下][编卷册篇].*")
_PLAIN_NUMERAL = re.compile(rf"[{NUMERAL}]{{1,3}}")
_SECTION = re.compile(
    r"引\s*言|导\s*言|前\s*言|绪\s*论|序|结\s*论|结\s*语|结束语|尾\s*声|正\s*文|[上中下][篇编部]|第.{1,3}(?:部分|节|章|讲|次)"
)
_FRONT = re.compile(
    r"(?:再?版|编者|编辑|出版)?(?:前言|说明|序言?|序文|导言|导读|凡例|的话|后记|附言)|目\s*[录次錄]|"
    r"(?:第.{1,3})?(?:再?版|出版|编辑|编选|编者)(?:的?说明|前言|序言?|的话|后记)|[·•\s]*注\s*释|附\s*录|索\s*引|扉页|版权(?:页|信息)"
)
_WORKS_WITH_NOTES = 3
_SENTENCE = 40  # cells
_GAP = 2  # lines
_NO_NUMBER = 1_000_000


@value(frozen=True, slots=True, kw_only=True)
class Start:
    """Where a part of a file begins.

    Attributes:
        at: the index of the first block of its head.
        body: that of the first block of its text.
        title: the indexes of the blocks that are its title.
        dated: the index of its date line; None where it has none.
        date: the date.
        number: the number that stands above or before its title.
        statute: whether its date is that on which a statute was passed.
        bare: whether its date stands in a line without brackets, as one below a letter does.
        work: whether it is a work; else it is what stands between works: preface, notes of all.
    """

    at: int
    body: int
    title: tuple[int, ...] = ()
    dated: int | None = None
    date: DateSpan | None = None
    number: int | None = None
    work: bool = True
    statute: bool = False
    bare: bool = False


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
    below = [pair for at in dates if (pair := _dated_below(blocks, dates, at))]
    above = [pair for at in dates if (pair := _dated_above(blocks, dates, at))]
    pairs, others = (below, above) if len(below) >= len(above) else (above, below)
    heads = _with_text(blocks, pairs)
    if pairs is above and _has_text(blocks, heads):
        return Parting(unclear=_unclear(blocks, dates, ()))  # a date may end a text, too
    if (
        len(heads) < 2
        or _MOST_OTHERS * len(_with_text(blocks, others)) > len(heads)
        or _are_notes(blocks, heads)
    ):
        return Parting(unclear=_unclear(blocks, dates, heads))
    return _parted(blocks, dates, heads)


def _dated_below(blocks: Sequence[Block], dates: dict[int, DateLine], dated: int) -> Start | None:
    """The title whose date stands below it, at `dated`; None where that dates no title."""
    at = dated - 1
    person = False
    while dated - at <= _MOST_BETWEEN and at > 0 and not blocks[at].level:
        if is_person(blocks[at].text):
            person = True
        elif not is_subtitle(blocks[at].text) or at in dates:
            break
        at -= 1
    if at < 0 or at in dates or not may_be_title(blocks[at].text) or blocks[dated].level:
        return None
    heading = blocks[at].level > 0
    text = blocks[at].text.strip()
    if is_person(text) or (not heading and volume_of(text)):
        return None
    body = dated + 1
    while body < len(blocks) and body - dated <= _MOST_BETWEEN and not blocks[body].level:
        if not is_person(blocks[body].text) and not (
            is_subtitle(blocks[body].text) and body not in dates and not is_body(blocks[body].text)
        ):
            break
        body += 1
    if body >= len(blocks):
        return None
    if not heading and not dates[dated].bracketed and not _is_clear(blocks, at, person, body):
        return None
    title = _title(blocks, dates, at)
    number = _number_above(blocks, title[0])
    return Start(
        at=title[0] - (number is not None),
        body=body,
        title=title,
        dated=dated,
        date=dates[dated].date,
        number=number,
        statute=dates[dated].statute,
        bare=not dates[dated].bracketed,
    )


def _dated_above(blocks: Sequence[Block], dates: dict[int, DateLine], dated: int) -> Start | None:
    """The title whose date stands above it, at `dated`; None where that dates no title."""
    at, body = dated + 1, dated + 2
    if body >= len(blocks) or at in dates or blocks[at].level or blocks[dated].level:
        return None
    if dated and not is_body(blocks[dated - 1].text):
        return None
    while body < len(blocks) and body - at < _MOST_BETWEEN and not blocks[body].level:
        if not is_person(blocks[body].text) and not is_subtitle(blocks[body].text):
            break
        body += 1
    text = blocks[at].text.strip()
    if not may_be_title(text) or is_person(text) or is_list_item(text) or volume_of(text):
        return None
    if body >= len(blocks) or not (is_body(blocks[body].text) or is_list_item(blocks[body].text)):
        return None
    return Start(at=dated, body=body, title=(at,), dated=dated, date=dates[dated].date)


def _is_clear(blocks: Sequence[Block], at: int, person: bool, body: int) -> bool:
    """Whether a date without brackets is that of the title above it, and signs no letter.

    A signature stands above a date as well; what follows that is the next title, not a text.
    """
    text = blocks[body].text.strip()
    if not (is_body(text) or blocks[body].level or is_list_item(text)):
        return False
    return not person or at == 0 or blocks[at].opens


def _title(blocks: Sequence[Block], dates: dict[int, DateLine], at: int) -> tuple[int, ...]:
    """The lines of the title whose last one is at `at`."""
    upper = at - 1
    two = (
        upper >= 0
        and not blocks[at].level
        and not blocks[upper].level
        and blocks[at].form == "line"
        and not blocks[at].opens
        and blocks[upper].opens
        and upper not in dates
        and cells(blocks[upper].text.strip()) >= _UPPER_LINE
        and may_be_title(blocks[upper].text)
        and not is_list_item(blocks[at].text)
        and not is_person(blocks[upper].text)
        and not _DIVISION.fullmatch(blocks[upper].text.strip())
        and volume_of(blocks[upper].text) is None
    )
    return (upper, at) if two else (at,)


def _number_above(blocks: Sequence[Block], at: int) -> int | None:
    if at == 0 or blocks[at - 1].level:
        return None
    return _number(number_line(blocks[at - 1].text))


def _number(numeral: str | None) -> int | None:
    if numeral is None:
        return None
    try:
        return parse_numeral(numeral)
    except ValueError:
        return None


def _with_text(blocks: Sequence[Block], pairs: Sequence[Start]) -> list[Start]:
    """Those pairs below which there is text; the others are a list or a contents page."""
    ends = [*(pair.at for pair in pairs), len(blocks)][1:]
    return [
        pair
        for pair, end in zip(pairs, ends, strict=len(pairs) > 0)
        if any(is_body(blocks[at].text) for at in range(pair.body, end))
    ]


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
        others = _same_level(blocks, heads, taken)
    elif _are_numbered(heads):
        others = _same_numbers(blocks, heads, taken)
    else:
        others = _named(blocks, heads, taken, named - titles) or _same_gap(blocks, heads, taken)
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
        if len(blocks[at].text) < _SENTENCE and is_heading(blocks[at].text)
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


def _same_level(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
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


def _are_numbered(heads: Sequence[Start]) -> bool:
    return 2 * sum(head.number is not None for head in heads) > len(heads)


def _same_numbers(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
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
            here = _number(line)
            if here == expected and here < number:
                found.append(Start(at=at, body=at + 2, title=(at + 1,), number=here))
                expected += 1
        expected = number + 1
        last = end
    return found


def _named(
    blocks: Sequence[Block], heads: Sequence[Start], taken: set[int], named: set[str]
) -> list[Start]:
    """The titles of a contents page that come again and have no date there."""
    found: dict[str, Start] = {}
    for at in range(heads[0].at, len(blocks)):
        if at in taken or len(blocks[at].text) > _SENTENCE:
            continue
        name = plain_title(blocks[at].text)
        if name in named and name not in found and may_be_title(blocks[at].text):
            work = _FRONT.fullmatch(name) is None
            found[name] = Start(at=at, body=at + 1, title=(at,), work=work)
    return list(found.values())


def _same_gap(blocks: Sequence[Block], heads: Sequence[Start], taken: set[int]) -> list[Start]:
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
