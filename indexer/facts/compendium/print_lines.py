"""The lines of a printed page as text recognition left them, and the blanks to take out of them.

Chinese print has no blanks between words: those in a recognised text are left over
from justified lines, from letter-spaced headings and from switches between scripts. Only between
two letters or digits outside Han does a blank separate words.

    >>> mend("出版社 2020 年版， 第 102 页")
    '出版社2020年版，第102页'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import is_indented
from indexer.text.typography import mend


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line that is not empty.

    Attributes:
        number: its physical number in the source file, from 1.
        text: its content, without blanks at its ends.
        opens: whether it follows an empty line, or nothing.
        level: 0 for text, 1 to 6 for what the format marks as a heading.
        end: the last physical line of it, where it is a paragraph of several; else 0.
        indented: whether it begins as a paragraph in print does.
    """

    number: int
    text: str
    opens: bool
    level: int = 0
    end: int = 0
    indented: bool = field(default=False, compare=False)

    @property
    def last(self) -> int:
        """The number of its last physical line."""
        return self.end or self.number


@dataclass(frozen=True, slots=True)
class PrintStanza:
    """Lines that no empty line separates."""

    lines: tuple[PrintLine, ...]

    @property
    def text(self) -> str:
        """All of its lines, mended."""
        return join(self.lines)

    @property
    def span(self) -> tuple[int, int]:
        """The numbers of its first and last line."""
        return self.lines[0].number, self.lines[-1].last


def print_lines(blocks: Iterable[Block]) -> tuple[PrintLine, ...]:
    """The lines of a text, each with whether an empty one preceded it.

    Of a paragraph that a format joined these are the lines that it was joined from.
    """
    return tuple(
        PrintLine(
            number=line.lines[0],
            text=line.text.strip(),
            opens=block.opens if place == 0 else False,
            level=block.level,
            end=line.lines[1] if line.lines[1] > line.lines[0] else 0,
            indented=is_indented(line.text),
        )
        for block in blocks
        for place, line in enumerate(block.parts if not block.level and block.parts else (block,))
        if line.text.strip()
    )


def print_stanzas(lines: Sequence[PrintLine]) -> tuple[PrintStanza, ...]:
    """`lines` divided where an empty line separated them."""
    found: list[list[PrintLine]] = []
    for line in lines:
        if line.opens or not found:
            found.append([])
        found[-1].append(line)
    return tuple(PrintStanza(tuple(run)) for run in found)


def join(lines: Sequence[PrintLine]) -> str:
    """The text of consecutive lines, mended."""
    return mend("\n".join(line.text for line in lines))
