"""Where a chapter begins in the text, sound heading or damaged, and which beginnings are missing.

Its place, its number and the contents distinguish a heading from a line of a speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from indexer.facts.compendium.chapters import Heading, heading_at, parse_heading
from indexer.facts.compendium.notes import find_note
from indexer.facts.compendium.print_lines import PrintLine, join
from indexer.model.documents import Problem
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.typography import mend
from indexer.wording.said import said

_ALIKE = 0.6
"""From this ratio on a heading is the announced one, but for slips of text recognition."""

_NEARLY_EQUAL = 0.8
"""And from this on a line that has not the form of a heading."""

_MOST_LOST = 2
"""The most consecutive headings that may be missing where no contents list the chapters."""

_LONGEST = 70  # characters
_SHORTEST_FUSED = 8  # characters
_BARE = re.compile(rf"^(?P<number>第?[{HAN_NUMERAL}]+)[章编篇、]")


@dataclass(frozen=True, slots=True)
class Chapter:
    """The beginning of a chapter.

    Attributes:
        heading: the heading; where it is damaged, as the contents have it.
        line: the number of the line that it begins in.
        raw: its text, mended but otherwise unchanged.
    """

    heading: Heading
    line: int
    raw: str


def first_heading(lines: Sequence[PrintLine]) -> int | None:
    """Where the first chapter begins: the last heading numbered 1 before the first attribution.

    The contents have the same heading earlier. 一、 after 第一章 begins a section.
    """
    found: tuple[int, Heading] | None = None
    for place, line in enumerate(lines):
        at = heading_at(lines, place, {}) if line.opens else None
        if at is not None and at[0].number == 1:
            if found is None or (found[1].style, at[0].style) != ("第", "、"):
                found = place, at[0]
        elif found is not None and find_note(lines, place) is not None:
            return found[0]
    return None


def chapter_at(
    lines: Sequence[PrintLine],
    place: int,
    before: Chapter | None,
    contents: Mapping[int, str],
    *,
    in_text: bool,
) -> tuple[Chapter, int] | None:
    """The chapter after `before` that begins with line `place`, and the place after its heading.

    With `in_text`, no attribution has ended the passage before.
    """
    number = before.heading.number if before else 0
    found = heading_at(lines, place, contents)
    if found is None or not _counts(found[0], before, contents, in_text=in_text):
        found = None if in_text else _damaged(lines, place, number, contents)
    if found is None:
        return None
    heading, after = found
    return Chapter(heading, lines[place].number, join(lines[place:after])), after


def _counts(
    heading: Heading, before: Chapter | None, contents: Mapping[int, str], *, in_text: bool
) -> bool:
    """Whether `heading` is one, and not a line of a speech.

    Where a passage has ended it is, unless the contents announce quite another one; in the middle
    of a text it is only if the contents announce just that. Headings between may be missing.
    """
    if before is None:
        return True
    if heading.number <= before.heading.number or heading.style != before.heading.style:
        return False
    announced = contents.get(heading.number)
    if in_text:
        return announced == heading.text
    if announced is None:
        lost = heading.number - before.heading.number - 1
        return lost <= (0 if contents else _MOST_LOST)
    return _ratio(announced, heading.text) >= _ALIKE


def _damaged(
    lines: Sequence[PrintLine], place: int, number: int, contents: Mapping[int, str]
) -> tuple[Heading, int] | None:
    """The announced heading whose damaged form is line `place`: 五构建…, 五．构建…, 构建…。"""
    line = lines[place]
    alone = line.opens and (place + 1 == len(lines) or lines[place + 1].opens)
    if not alone or len(line.text) > _LONGEST:
        return None
    whole = mend(line.text)
    for later, announced in contents.items():
        label = _BARE.match(announced)
        assert label is not None  # it is a heading
        numbered = whole.startswith(label["number"]) and _ratio(announced, whole) >= _NEARLY_EQUAL
        if later > number and (numbered or whole == announced[label.end() :]):
            return Heading(later, announced), place + 1
    return None


def split_fused(
    line: PrintLine, before: Chapter, contents: Mapping[int, str]
) -> tuple[PrintLine, ...]:
    """`line`, or the announced heading that it begins with and the text right after it, apart."""
    whole = mend(line.text)
    for number, announced in contents.items():
        if number <= before.heading.number or len(announced) < _SHORTEST_FUSED:
            continue
        rest = whole[len(announced) :]
        if whole.startswith(announced) and rest.strip("。") and parse_heading(whole) is None:
            return replace(line, text=announced), replace(line, text=rest, opens=True)
    return (line,)


def chapter_problems(chapters: Sequence[Chapter], contents: Mapping[int, str]) -> Iterator[Problem]:
    """The headings that are damaged, and the numbers that none of `chapters` has."""
    for chapter in chapters:
        if parse_heading(chapter.raw) is None:
            heading = chapter.heading.text
            reason = said("reading.heading_damaged", raw=chapter.raw, heading=heading)
            yield Problem(reason, chapter.line)
    found = {chapter.heading.number for chapter in chapters}
    for number in sorted({*contents, *range(1, max(found))} - found):
        later = next((one for one in chapters if one.heading.number > number), chapters[-1])
        if number in contents:
            reason = said("reading.heading_missing", heading=contents[number])
        else:
            reason = said("reading.heading_missing_numbered", number=number)
        yield Problem(reason, later.line)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
