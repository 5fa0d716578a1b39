"""The lines of a printed page as text recognition left them, and the blanks to take out of them.

Chinese print has no blanks between words: those in a recognised text are left over
from justified lines, from letter-spaced headings and from switches between scripts. Only between
two letters or digits outside Han does a blank separate words.

    >>> mend("出版社 2020 年版， 第 102 页")
    '出版社2020年版，第102页'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indexer.formats.blocks import Block
from indexer.text.typography import mend

_WIDEST = 30
"""No line of a print has more characters; in the series it has 23."""


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line that is not empty.

    Attributes:
        number: its physical number in the source file, from 1.
        text: its content, without blanks at its ends.
        opens: whether it follows an empty line, or nothing.
    """

    number: int
    text: str
    opens: bool


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
        return self.lines[0].number, self.lines[-1].number


def print_lines(blocks: Iterable[Block]) -> tuple[PrintLine, ...]:
    """The lines of a text, each with whether an empty one preceded it."""
    return tuple(PrintLine(one.lines[0], one.text.strip(), one.opens) for one in blocks)


def print_stanzas(lines: Sequence[PrintLine]) -> tuple[PrintStanza, ...]:
    """`lines` divided where an empty line separated them."""
    found: list[list[PrintLine]] = []
    for line in lines:
        if line.opens or not found:
            found.append([])
        found[-1].append(line)
    return tuple(PrintStanza(tuple(run)) for run in found)


def is_wrapped(lines: Sequence[PrintLine]) -> bool:
    """Whether `lines` are those of the print, and not whole blocks or paragraphs."""
    return 4 * sum(len(line.text) > _WIDEST for line in lines) < len(lines)


def join(lines: Sequence[PrintLine]) -> str:
    """The text of consecutive lines, mended."""
    return mend("\n".join(line.text for line in lines))
