"""The first lines of a hit or a passage: a row of short facts, then a title that may be long.

The title stands behind the facts where it fits there. Where it does not, it is wrapped in its own
column, or below the facts when that column would be too narrow to read. Facts that do not fit
beside each other go on in the next line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import pad, text_width
from searcher.render.typeset.wrapping import wrapped

GAP = "  "
WIDEST_FACT = 24
"""A wider fact, such as the id of a document with a long name, has a line to itself in a heading:
it is never cut there, since it is what a user copies. In a table it is truncated."""

_NARROWEST_COLUMN = 24


class Fact(NamedTuple):
    """A short fact that stands before the title.

    Attributes:
        text: the fact, already safe to show.
        width: of its column.
        colour: of the page's palette.
        right: whether it stands at the right of its column.
    """

    text: str
    width: int
    colour: str = ""
    right: bool = False


def heading_lines(facts: Sequence[Fact], title: str, page: Page, *, indent: int) -> Iterator[str]:
    """The lines of a heading. What does not fit behind the facts begins at column `indent`."""
    title = visible(title)
    *above, (row, column) = _rows(facts, page.width, indent)
    yield from (full.rstrip() for full, _ in above)
    room = page.width - column
    if column > indent and room < _NARROWEST_COLUMN and text_width(title) > room:
        yield row.rstrip()
        row, column = " " * indent, indent
    for line in wrapped(title, page.width - column) or [""]:
        yield (row + paint(line, page.palette.heading)).rstrip()
        row = " " * column


def _rows(facts: Sequence[Fact], width: int, indent: int) -> Iterator[tuple[str, int]]:
    """The facts in rows, each with the column at which it ends."""
    row, column = "", 0
    for fact in facts:
        if column > indent and column + fact.width > width:
            yield row, column
            row, column = " " * indent, indent
        row += paint(pad(fact.text, fact.width, right=fact.right), fact.colour) + GAP
        column += fact.width + len(GAP)
        if fact.width > WIDEST_FACT:
            yield row, column
            row, column = " " * indent, indent
    yield row, column
