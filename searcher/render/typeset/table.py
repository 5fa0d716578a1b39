"""Rows of short facts under a header, the last column as wide as the page allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from searcher.render.text.heading import GAP, WIDEST_FACT, Fact, heading_lines
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.width import text_width, truncate

_INDENT = 4


class Column(NamedTuple):
    """One column.

    Attributes:
        header: the word above it.
        right: whether its cells stand at the right, as numbers do.
        narrowest: how far it gives way where room is short; None for not at all.
        shorten: what truncates a cell to a width.
    """

    header: str
    right: bool = False
    narrowest: int | None = None
    shorten: Callable[[str, int], str] = truncate


def table_lines(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], page: Page
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


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[str]], room: int) -> list[int]:
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
    row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]
) -> tuple[Fact, ...]:
    return tuple(
        Fact(column.shorten(visible(cell), width), width, right=column.right)
        for cell, column, width in zip(row, columns, widths, strict=False)
    )
