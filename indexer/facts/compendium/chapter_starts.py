"""Where a chapter begins in the text, sound heading or damaged, and which beginnings are missing.

Its place, its number and the contents distinguish a heading from a line of a speech.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from indexer.facts.compendium.chapters import (
    Heading,
    heading_at,
    heading_number,
    parse_heading,
)
from indexer.facts.compendium.notes import find_note
from indexer.facts.compendium.print_lines import PrintLine, join
from indexer.facts.compendium.standing import split_note
from indexer.model.documents import Problem
from indexer.text.numerals import HAN_NUMERAL
from indexer.text.typography import ends_sentence, mend
from indexer.wording.said import said

_ALIKE = 0.6
"""From this ratio on a heading is the announced one, but for slips of text recognition."""

_NEARLY_EQUAL = 0.8
"""And from this on a line that has not the form of a heading."""

_MOST_LOST = 2
"""The most consecutive headings that may be missing where no contents list the chapters."""

_LONGEST = 70  # characters
_LONGEST_CLOSED = 40  # characters
_SHORTEST_FUSED = 4  # characters
_BARE = re.compile(
    rf"^(?P<number>第?[{HAN_NUMERAL}]+|[（(][{HAN_NUMERAL}]+|[0-9]+)[章编篇、）).．]"
)


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


def heading_line(text: str) -> Heading:
    """A line as a heading; its number is 0 where it has none."""
    return parse_heading(text) or Heading(0, mend(text))


def closed_heading(text: str) -> Heading | None:
    """A short line with a number and a full stop, as some print their headings: （一）要有民主。"""
    whole = mend(text)
    if not whole.endswith("。") or len(whole) > _LONGEST_CLOSED or "，" in whole:
        return None
    found = parse_heading(whole.removesuffix("。"))
    return Heading(found.number, whole) if found else None


def first_heading(lines: Sequence[PrintLine], *, apart: bool = False) -> int | None:
    """Where the first chapter begins: the last heading numbered 1 before the first note.

    The contents have the same heading earlier. 一、 after 第一章 begins a section. In a part of a
    book no chapter has the number 1; there it is the last heading before the first note.
    """
    first: tuple[int, Heading] | None = None
    latest: int | None = None
    for place, line in enumerate(lines):
        at = heading_at(lines, place, {}) if line.opens else None
        if at is not None:
            latest = place
            if at[0].number == 1 and (first is None or at[0].rank <= first[1].rank):
                first = place, at[0]
        elif latest is not None and _ends_passage(lines, place, apart=apart):
            return first[0] if first else latest
    return None


def _ends_passage(lines: Sequence[PrintLine], place: int, *, apart: bool) -> bool:
    """Whether a note begins with line `place`, or stands at its end."""
    if find_note(lines, place, apart=apart) is not None:
        return True
    return apart and lines[place].opens and split_note(lines[place].text) is not None


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
    of a text it is only if the contents announce just that, or if there are none and it continues
    the numbers: then the note before it is missing. Headings between may be missing.
    """
    if before is None:
        return True
    if heading.rank != before.heading.rank:
        return False
    if heading.number <= before.heading.number:
        again = heading.number == 1 < before.heading.number
        return again and not in_text and not contents  # another part of the book begins
    announced = contents.get(heading.number)
    if in_text:
        following = heading.number == before.heading.number + 1 and not contents
        return following or announced == heading.text
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
        if label is None:
            continue
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


def fused_number(text: str, before: Chapter, contents: Mapping[int, str]) -> int | None:
    """The number of a heading that nothing announces, with a text right after it on its line.

    A passage may begin with such a number too; what stands there is not known.
    """
    number = before.heading.number + 1
    label = _BARE.match(mend(text[:_LONGEST]))
    if label is None or number in contents or not ends_sentence(text):
        return None
    found = heading_number(label["number"])
    return number if found == number and before.heading.number else None


def chapter_problems(chapters: Sequence[Chapter], contents: Mapping[int, str]) -> Iterator[Problem]:
    """The headings that are damaged, and the numbers that none of `chapters` has."""
    for chapter in chapters:
        if chapter.heading == Heading(0, ""):
            continue  # the title of another book in the same file
        if chapter.heading.number and not chapter.heading.text:
            reason = said("reading.heading_fused", number=chapter.heading.number)
            yield Problem(reason, chapter.line)
        elif parse_heading(chapter.raw) is None and chapter.raw != chapter.heading.text:
            heading = chapter.heading.text
            reason = said("reading.heading_damaged", raw=chapter.raw, heading=heading)
            yield Problem(reason, chapter.line)
    found = {chapter.heading.number for chapter in chapters if chapter.heading.number}
    if not found:
        return
    for number in sorted({*contents, *range(min(found), max(found))} - found):
        later = next((one for one in chapters if one.heading.number > number), chapters[-1])
        if number in contents:
            reason = said("reading.heading_missing", heading=contents[number])
        else:
            reason = said("reading.heading_missing_numbered", number=number)
        yield Problem(reason, later.line)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
