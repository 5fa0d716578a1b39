"""The head of a text, read from its blocks, whatever format they are of.

A head is a run of lines of which each is understood: a title of one to three lines, then subtitle,
occasion, speaker, date and publication in any order; dates and labels may precede the title. The
first line that is not understood ends it. What a line says alone is the work of `head_lines`.

    >>> from indexer.formats.blocks import line_blocks
    >>> lines = "论持久战\\n（一九三八年五月）\\n毛泽东\\n\\n抗日战争是持久战。".split("\\n")
    >>> head = read_head(tuple(line_blocks(lines)))
    >>> head.title, head.speaker, head.date.first
    ('论持久战', '毛泽东', datetime.date(1938, 5, 1))
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo
from itertools import islice
from typing import Final

from indexer.facts.heads.collecting import HeadReading
from indexer.facts.heads.dates_in_lines import CHINA, dates_in
from indexer.facts.heads.head import NO_HEAD, DateFrom, Head
from indexer.facts.heads.head_lines import LONGEST_LINE, read_line
from indexer.facts.heads.lines import Line, head_lines_from, taken_from, understood_line
from indexer.facts.heads.titles import (
    LONGEST_DATED_TITLE,
    LONGEST_TITLE,
    is_book,
    is_part_of_book,
    is_title_alone,
    joined_title,
    may_be_title,
)
from indexer.formats.blocks import Block
from indexer.text.marks import COLONS
from indexer.text.typography import ends_sentence

_MOST_LINES: Final = 14
"""Lines of a head, the title included; the most that were seen are eleven."""

_MOST_TITLE_LINES = 3
_MOST_BEFORE = 4
_SHORTEST_REPEATED = 4  # characters
_TEXT_LABEL = re.compile(r"\s*[【\[]?(?:正\s*文|全\s*文)[】\]]?\s*[：:]\s*")

_AMENDED = re.compile(r"^.{0,6}[0-9]{4}年.*(?:修正|修订|批准|修改)")
_SURE = ("date", "occasion", "subtitle", "publication", "furniture")


def read_head(
    blocks: Sequence[Block],
    start: int = 0,
    *,
    title: str | None = None,
    titled: int | None = None,
    zone: tzinfo = CHINA,
) -> Head:
    """The head that begins with the block at `start`.

    Args:
        blocks: the blocks of a file.
        start: where the head may begin.
        title: the title, where it is known already.
        titled: the place of the block that is that title; what precedes it is head if all of it is.
        zone: the zone in which timestamps become dates.

    Returns:
        The head, `NO_HEAD` where there is none.
    """
    if titled is not None:
        return _below_title(blocks, start, titled, zone)
    lines = head_lines_from(blocks, start, _MOST_LINES + 1)
    return _read_lines(blocks, lines, title, zone)


def _read_lines(
    blocks: Sequence[Block], lines: Sequence[Line], title: str | None, zone: tzinfo
) -> Head:
    """The head that `lines` begin with."""
    reading = HeadReading(zone, title)
    at = _take_title_again(reading, lines, 0) if title is not None else 0
    at = _take_all(reading, lines[: at + _MOST_BEFORE], at)
    if reading.title is None:
        count = _title_lines(lines, at, zone)
        if count > 1 and is_book(lines[at].text):
            book = lines[at].text.strip()
            reading.facts.setdefault("publisher", book)
            reading.used.append((lines[at], "publication", {"publisher": book}))
            at, count = at + 1, count - 1
        if count == 0:
            count = _title_below_date(reading, lines, at)
        if count == 0:
            return NO_HEAD
        reading.title = joined_title([line.text for line in lines[at : at + count]])
        for line in lines[at : at + count]:
            reading.used.append((line, "title", {}))
        reading.used[-1][2]["title"] = reading.title
        at = _take_all(reading, lines, at + count)
    else:
        at = _take_all(reading, lines, at)
    reading.settle()
    return _head(reading, blocks, lines, at)


def _take_title_again(reading: HeadReading, lines: Sequence[Line], at: int) -> int:
    """Take the lines from `at` on that are the title again, without the name of a site after it."""
    count = _title_lines(lines, at, reading.zone)
    again = joined_title([line.text for line in lines[at : at + count]])
    title = reading.title or ""
    if len(again) < _SHORTEST_REPEATED or again not in title:
        return at
    reading.title = title[: title.index(again) + len(again)]
    reading.used += [(line, "title", {}) for line in lines[at : at + count]]
    reading.used[-1][2]["title"] = reading.title
    return at + count


def _below_title(
    blocks: Sequence[Block],
    start: int,
    titled: int,
    zone: tzinfo,
    lines: Sequence[Line] | None = None,
) -> Head:
    """The head around the block at `titled`, which is the title; `lines` follow it."""
    reading = HeadReading(zone, blocks[titled].text)
    first = head_lines_from(blocks, start, _MOST_BEFORE + 1) if titled > start else []
    before = [line for line in first if line.place < titled]
    if titled - start > _MOST_BEFORE or not all(map(reading.take, before)):
        reading = HeadReading(zone, blocks[titled].text)
    title = Line(titled, 0, 1, blocks[titled])
    reading.used.append((title, "title", {"title": title.text}))
    if lines is None:
        lines = head_lines_from(blocks, titled + 1, _MOST_LINES + 1)
    at = _continued_title(reading, lines)
    reading.settle()
    return _head(reading, blocks, lines, at)


def read_plain_head(blocks: Sequence[Block], *, zone: tzinfo = CHINA) -> Head:
    """The head of lines, in which a first short line that ends no sentence is a title as well."""
    lines = head_lines_from(blocks, 0, _MOST_LINES + 1)
    head = _read_lines(blocks, lines, None, zone)
    if head.title is not None or not blocks:
        return head
    stanza = [blocks[0].text]
    for block in islice(blocks, 1, None):
        if block.opens:
            break
        stanza.append(block.text)
    if read_line(stanza[0], zone) or not is_title_alone(stanza, others=len(blocks) > len(stanza)):
        return head
    return _below_title(blocks, 0, 0, zone, lines[1:] if len(lines) > 1 else None)


def title_and_date_at(blocks: Sequence[Block], place: int, *, zone: tzinfo = CHINA) -> Head | None:
    """The head of a work that begins at `place` of a file: a title with a date under it.

    It is asked of every line that may be a title, so it looks at four lines, and reads them only
    where one of them may contain a date.
    """
    block = blocks[place]
    if len(block.text) > LONGEST_LINE or not may_be_title(block.text, LONGEST_DATED_TITLE):
        return None
    near = blocks[place + 1 : place + 6]
    if not any(len(one.text) <= LONGEST_LINE and dates_in(one.text) for one in near):
        return None
    head = read_head(blocks, place, zone=zone)
    if head.title is None or head.date is None or head.stop <= place + 1:
        return None
    return head


def _take_all(reading: HeadReading, lines: Sequence[Line], at: int) -> int:
    """Take the lines from `at` on as long as they are head; return where they end."""
    while at < len(lines):
        line = lines[at]
        if label := _TEXT_LABEL.match(line.text):
            rest = line.text[label.end() :]
            line.block, line.cut = replace(line.block, text=rest), True
            if not rest.strip():
                reading.used.append((line, "furniture", {}))
                at += 1
            return at
        said = line.read(reading.zone)
        if said is not None and said.broken and not _ends(lines, at, reading.zone):
            break
        if not reading.take(line):
            if reading.title is None:
                break
            if _repeats(line, reading.title):
                reading.used.append((line, "title", {}))
            elif _is_beside_head(reading, lines, at):
                reading.used.append((line, "paragraph", {}))
                reading.staying.append(line)
            else:
                break
        at += 1
    return at


def _ends(lines: Sequence[Line], at: int, zone: tzinfo) -> bool:
    """Whether the line at `at` is whole, since no sentence goes on in the next one."""
    if at + 1 >= len(lines):
        return False
    after = lines[at + 1]
    return after.block.opens or after.read(zone) is not None or after.text.strip()[-1:] in COLONS


def _title_lines(lines: Sequence[Line], at: int, zone: tzinfo) -> int:
    """How many lines from `at` on are the title; 0 where nothing below them shows that they are.

    They are short, and a date, an occasion, a subtitle or a speaker follows.
    """
    for count in range(1, _MOST_TITLE_LINES + 1):
        if at + count > len(lines):
            return 0
        line = lines[at + count - 1]
        longest = LONGEST_DATED_TITLE if count == 1 else LONGEST_TITLE
        if not may_be_title(line.text, longest) or line.read(zone) is not None:
            return 0
        if count > 1 and (is_part_of_book(line.text) or line.text.strip().startswith(("（", "("))):
            return 0
        if _is_followed(lines, at + count, zone):
            return count
    return 0


def _title_below_date(reading: HeadReading, lines: Sequence[Line], at: int) -> int:
    """1 where the line below a date is a title, since a blank line or a sentence follows it."""
    if "date" not in reading.facts or at + 1 >= len(lines):
        return 0
    line, after = lines[at], lines[at + 1]
    fits = may_be_title(line.text) and line.read(reading.zone) is None and line.parts == 1
    return int(fits and (after.block.opens or ends_sentence(after.text)))


def _is_followed(lines: Sequence[Line], at: int, zone: tzinfo) -> bool:
    """Whether the line at `at` is head without a doubt: a name alone needs a date beside it."""
    for line in lines[at : at + 3]:
        said = line.read(zone)
        if said is None:
            return False
        if said.became in _SURE or (said.speaker and not said.unsure) or said.label:
            return True
    return False


def _continued_title(reading: HeadReading, lines: Sequence[Line]) -> int:
    """Take the head below a heading that is the title, which a second one may go on with."""
    at = 0
    if lines and lines[0].block.level == 1 and may_be_title(lines[0].text):
        line = lines[0]
        if line.read(reading.zone) is None and _is_followed(lines, 1, reading.zone):
            assert reading.title is not None
            reading.title = joined_title([reading.title, line.text])
            reading.used.append((line, "title", {"title": reading.title}))
            at = 1
    return _take_all(reading, lines, at)


def _is_beside_head(reading: HeadReading, lines: Sequence[Line], at: int) -> bool:
    """Whether a short line is none of the head, but a date follows that is.

    A column's name, buttons of a page. What names a part of a book dates that part.
    """
    if at + 1 >= len(lines) or "date" in reading.facts:
        return False
    line, after = lines[at], lines[at + 1].read(reading.zone)
    if line.parts > 1 or not may_be_title(line.text):
        return False
    if is_part_of_book(line.text) or line.read(reading.zone) is not None or after is None:
        return False
    if after.became not in ("date", "publication"):
        return False
    if line.block.level and after.published is None:
        return False  # the title of the first of several texts, perhaps
    return after.date is not None or (
        after.published is not None and "published" not in reading.facts
    )


def _repeats(line: Line, title: str) -> bool:
    """Whether a line is the title again, as above the text of a web page."""
    words, whole = "".join(line.text.split()), "".join(title.split())
    long = len(words) >= _SHORTEST_REPEATED and 2 * len(words) > len(whole)
    return words == whole or (long and words in whole)


def _head(reading: HeadReading, blocks: Sequence[Block], lines: Sequence[Line], at: int) -> Head:
    if reading.statute and at < len(lines) and _AMENDED.search(lines[at].text):
        reading.facts.pop("published", None)  # it was amended later, nobody can say when
    gone = [line for line, *_ in reading.used if line not in reading.staying]
    dropped, rests = taken_from(blocks, gone, lines)
    stop = lines[at].place if at < len(lines) else len(blocks)
    facts = {name: value for name, value in reading.facts.items() if name != "title"}
    where: DateFrom | None = "head" if facts.get("date") or facts.get("published") else None
    return Head(
        title=reading.title,
        date_from=where,
        used=tuple(understood_line(*one) for one in reading.used),
        dropped=dropped,
        rests=rests,
        apart=frozenset(line.place for line in reading.staying if line.parts == 1),
        titled=frozenset(line.place for line, became, _ in reading.used if became == "title"),
        stop=stop,
        **facts,
    )
