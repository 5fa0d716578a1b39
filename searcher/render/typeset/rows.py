"""Short facts in a row: those that head a hit or a passage, and those of a table.

The last of them, a title, may be long. It comes after the facts where it fits there. Where it does
not, it is wrapped in its own column, or below the facts when that column would be too narrow to
read. Facts that do not fit beside each other go on in the next line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from searcher.render.typeset.characters import pad, text_width, truncate, visible
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.wrapping import wrapped

GAP = "  "
WIDEST_FACT = 24
"""A wider fact, such as the id of a document with a long name, has a line to itself in a heading:
it is never cut there, since it is what a user copies. In a table it is truncated."""

_NARROWEST_COLUMN = 24
_INDENT = 4
"""How far the second line of a row is indented."""


class Fact(NamedTuple):
    """A short fact before the title.

    Attributes:
        text: the fact, already safe to show.
        width: of its column.
        colour: of the page's palette.
        right: whether it is set at the right of its column.
    """

    text: str
    width: int
    colour: str = ""
    right: bool = False


def heading_lines(facts: Sequence[Fact], title: str, page: Page, *, indent: int) -> Iterator[str]:
    """The lines of a heading. What does not fit after the facts begins at column `indent`."""
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


class TableColumn(NamedTuple):
    """One column.

    Attributes:
        header: the word above it.
        right: whether its cells are set at the right, as numbers are.
        narrowest: how far it gives way where room is short; None for not at all.
        shorten: what truncates a cell to a width.
    """

    header: str
    right: bool = False
    narrowest: int | None = None
    shorten: Callable[[str, int], str] = truncate


def table_lines(
    columns: Sequence[TableColumn], rows: Sequence[Sequence[str]], page: Page
) -> Iterator[str]:
    """The lines of a table; none without rows. The cells of the last column are wrapped."""
    if not rows:
        return
    headers = [column.header for column in columns]
    widths = _widths(columns, [headers, *rows], page.width)
    plain = Page(page.width)
    for line in heading_lines(_facts(headers, columns, widths), headers[-1], plain, indent=_INDENT):
        yield paint(line, page.palette.faint)
    for row in rows:
        yield from heading_lines(_facts(row, columns, widths), row[-1], plain, indent=_INDENT)


def _widths(columns: Sequence[TableColumn], rows: Sequence[Sequence[str]], room: int) -> list[int]:
    """The widths of all columns but the last, none wider than a fact that shares its line may be.

    Where room is short, some columns give way, the last first. Where that does not help, none
    does: each row takes several lines.
    """
    cells = list(zip(*rows, strict=True))[:-1]
    widths = [min(WIDEST_FACT, max(text_width(visible(c)) for c in column)) for column in cells]
    shrunk = list(widths)
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - room
    for i, width in reversed(list(enumerate(widths))):
        narrowest = columns[i].narrowest
        if narrowest is not None and excess > 0:
            shrunk[i] = max(min(width, narrowest), width - excess)
            excess -= width - shrunk[i]
    return widths if excess > 0 else shrunk


def _facts(
    row: Sequence[str], columns: Sequence[TableColumn], widths: Sequence[int]
) -> tuple[Fact, ...]:
    return tuple(
        Fact(column.shorten(visible(cell), width), width, right=column.right)
        for cell, column, width in zip(row, columns, widths, strict=False)
    )
