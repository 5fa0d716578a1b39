"""The first lines of a hit or a passage: a row of short facts, then a title that may be long.

The title stands behind the facts where it fits there. Where it does not, it is wrapped in its own
column, or below the facts when that column would be too narrow to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from searcher.render.page import Page, paint
from searcher.render.visible import visible
from searcher.render.width import pad, text_width
from searcher.render.wrapping import wrapped

GAP = "  "
_NARROWEST_COLUMN = 24


@dataclass(frozen=True, slots=True)
class Fact:
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
    row = "".join(
        paint(pad(fact.text, fact.width, right=fact.right), fact.colour) + GAP for fact in facts
    )
    column = sum(fact.width + len(GAP) for fact in facts)
    room = page.width - column
    if room < _NARROWEST_COLUMN and text_width(title) > room:
        yield row.rstrip()
        row, column = " " * indent, indent
    for line in wrapped(title, page.width - column) or [""]:
        yield (row + paint(line, page.palette.heading)).rstrip()
        row = " " * column
