"""The headings of numbered chapters: which lines are one, and which only look like one.

>>> parse_heading("六、 维护国家 网络安全")
Heading(number=6, text='六、维护国家网络安全')
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from indexer.facts.compendium.print_lines import PrintLine, join
from indexer.text.numerals import HAN_NUMERAL, parse_numeral
from indexer.text.typography import ends_sentence, mend

_NUMBERINGS: Final = {
    "label": rf"第(?P<label>[{HAN_NUMERAL}0-9]+)[章编篇]",  # 第一章
    "item": rf"(?P<item>[{HAN_NUMERAL}]+)、",  # 一、
    "bracket": rf"[（(](?P<bracket>[{HAN_NUMERAL}]+)[）)]",  # （一）
    "figure": r"(?P<figure>[0-9]{1,3})[.．、](?![0-9])",  # 1.
}
"""How chapters are numbered, with the number as the group of that name, the highest rank first:
where a book has chapters 第一章, what is numbered 一、 is a section of one. One more is a row."""

_RANKS: Final = tuple(_NUMBERINGS)
_NUMBER = f"(?:{'|'.join(_NUMBERINGS.values())})"
_NUMBERED = re.compile(_NUMBER)
_HEADING = re.compile(rf"{_NUMBER}.+")
_ENTRY_MARK = re.compile(rf"^[-—·•●*]+(?={_NUMBER})")
_PAGE_NUMBER = re.compile(r"[.．·…—-]*[（(]?[0-9]+[）)]?$")
_AFTER_BOOK = re.compile("(?:编|译|编写|出版|再版)?后记|编后语?|跋|编者的话|出版说明|编后说明")
_LONGEST = 60  # characters
_LONGEST_ENTRY = 400  # characters, with the dots before the page number
_HIGHEST = 300
"""No volume has more chapters; a higher number begins a line of text."""

_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Heading:
    """A chapter's heading: its number, and its text with the number and without blanks."""

    number: int
    text: str

    @property
    def rank(self) -> int:
        """How high it stands among headings that are numbered otherwise, 0 being the highest."""
        found = _NUMBERED.match(self.text)
        return _RANKS.index((found and found.lastgroup) or "item")


def parse_heading(text: str) -> Heading | None:
    """`text` as a heading, or None where it is a sentence or an entry of the contents."""
    whole = mend(text)
    found = _HEADING.fullmatch(whole)
    if (
        found is None
        or len(whole) > _LONGEST
        or ends_sentence(whole)
        or "。" in whole
        or _PAGE_NUMBER.search(whole)
    ):
        return None
    try:
        number = parse_numeral(found[found.lastgroup or 0])
    except ValueError:
        return None
    return Heading(number, whole) if number <= _HIGHEST else None


def is_entry(text: str) -> bool:
    """Whether `text` begins an entry of the contents, or a heading."""
    return _HEADING.match(_ENTRY_MARK.sub("", mend(text))) is not None


def parse_contents(lines: Sequence[PrintLine]) -> dict[int, str]:
    """The headings that the entries among `lines` announce, by their numbers.

    An entry may run over several lines; it ends with a page number, or where the next begins.
    Where the volume has chapters 第一章, what is numbered 一、 are their sections.
    """
    entries: list[str] = []
    for line in lines:
        if is_entry(line.text):
            entries.append("")
        if entries and len(entries[-1]) <= _LONGEST and not _PAGE_NUMBER.search(entries[-1]):
            entries[-1] += line.text
    found = [
        heading
        for entry in entries
        if len(entry) <= _LONGEST_ENTRY
        if (heading := parse_heading(_PAGE_NUMBER.sub("", _ENTRY_MARK.sub("", mend(entry)))))
    ]
    highest = min((heading.rank for heading in found), default=0)
    return {heading.number: heading.text for heading in found if heading.rank == highest}


def heading_number(text: str) -> int | None:
    """The number in the label of a heading, 第十二 or 十二."""
    try:
        return parse_numeral(text.removeprefix("第"))
    except ValueError:
        return None


def heading_at(
    lines: Sequence[PrintLine], start: int, contents: Mapping[int, str]
) -> tuple[Heading, int] | None:
    """The heading that begins with line `start`, and the place of the line after it.

    It fills the lines up to the next empty one, or those that make up what the contents announce:
    these may have empty lines among them, and text right after them.
    """
    if not _HEADING.match(mend(lines[start].text[:_LONGEST])):
        return None
    for stop in range(min(start + _MOST_LINES, len(lines)), start, -1):
        heading = parse_heading(join(lines[start:stop]))
        if heading is None:
            continue
        unbroken = not any(line.opens for line in lines[start + 1 : stop])
        alone = unbroken and (stop == len(lines) or lines[stop].opens)
        if alone or contents.get(heading.number) == heading.text:
            return heading, stop
    return None


def is_after_book(text: str) -> bool:
    """Whether a heading is that of what editors put behind a book, and of none of its chapters.

    >>> is_after_book("后记"), is_after_book("后记者的话")
    (True, False)
    """
    return _AFTER_BOOK.fullmatch("".join(text.split())) is not None
