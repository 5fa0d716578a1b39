"""Blocks: pieces of text with their lines, before they are paragraphs.

Readers of articles turn a file into blocks, headings among them; `article_paragraphs` in
`articles` turns blocks into paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of text that belongs together.

    Attributes:
        text: the words.
        lines: first and last physical line, from 1, both included.
        level: 0 for text, 1 to 6 for a heading, 1 being the highest.
    """

    text: str
    lines: tuple[int, int]
    level: int = 0


Stanza = Sequence[Block]
"""Lines between blank lines, each a block of its own."""


def line_blocks(lines: Sequence[str], start: int = 0) -> Iterator[Block]:
    """Each line from index `start` that is not blank, unchanged."""
    for number, line in enumerate(islice(lines, start, None), start + 1):
        if line and not line.isspace():
            yield Block(line, (number, number))


def stanzas(lines: Sequence[str], start: int = 0) -> Iterator[tuple[Block, ...]]:
    """The lines from index `start`, divided by blank lines."""
    stanza: list[Block] = []
    for block in line_blocks(lines, start):
        if stanza and block.lines[0] != stanza[-1].lines[0] + 1:
            yield tuple(stanza)
            stanza = []
        stanza.append(block)
    if stanza:
        yield tuple(stanza)
