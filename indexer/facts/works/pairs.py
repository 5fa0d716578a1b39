"""Titles with a date beside them: below the title, or above it.

Which of the two is the habit of a file, and whether it is one at all, is for `parting` to say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.facts.works.date_lines import (
    DateLine,
    is_closing,
    is_subtitle,
    may_be_title,
    number_line,
)
from indexer.facts.works.persons import is_body, is_person, may_sign
from indexer.facts.works.volumes import volume_of
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells, is_list_item
from indexer.text.dates import DateSpan
from indexer.text.numerals import parse_numeral
from indexer.value import value

_MOST_BETWEEN = 3
"""Lines between a title and its date: subtitles, who spoke."""
_UPPER_LINE = 16  # cells of the upper line of a title of two, at least
_DIVISION = re.compile(r".*时期|第.{1,4}[编部卷辑章篇集单元].*|[上中下][编卷册篇].*")


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
        unmarked: whether nobody can say if it is the title of a work or a heading inside one.
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
    unmarked: bool = False


def dated_below(blocks: Sequence[Block], dates: dict[int, DateLine], dated: int) -> Start | None:
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


def dated_above(blocks: Sequence[Block], dates: dict[int, DateLine], dated: int) -> Start | None:
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
    if not (is_body(text) or blocks[body].level or is_list_item(text)) or is_closing(text):
        return False
    if at and may_sign(blocks[at].text):
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
    return known_number(number_line(blocks[at - 1].text))


def known_number(numeral: str | None) -> int | None:
    if numeral is None:
        return None
    try:
        return parse_numeral(numeral)
    except ValueError:
        return None


def with_text(blocks: Sequence[Block], pairs: Sequence[Start]) -> list[Start]:
    """Those pairs below which there is text; the others are a list or a contents page."""
    ends = [*(pair.at for pair in pairs), len(blocks)][1:]
    return [
        pair
        for pair, end in zip(pairs, ends, strict=len(pairs) > 0)
        if any(is_body(blocks[at].text) for at in range(pair.body, end))
    ]
