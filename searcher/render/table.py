"""Rows of short facts under a header, the last column as wide as the page allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from searcher.render.heading import GAP, Fact, heading_lines
from searcher.render.page import Page, paint
from searcher.render.visible import visible
from searcher.render.width import text_width, truncate

_INDENT = 4
_NARROWEST = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        header: the word above it.
        right: whether its cells stand at the right, as numbers do.
        elastic: whether its cells may be truncated where room is short.
    """

    header: str
    right: bool = False
    elastic: bool = False


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
    """The widths of all columns but the last; the elastic ones give way where room is short."""
    cells = list(zip(*rows, strict=True))[:-1]
    widths = [max(text_width(visible(cell)) for cell in column) for column in cells]
    excess = sum(widths) + len(GAP) * (len(widths) - 1) - room
    for i, width in enumerate(widths):
        if columns[i].elastic and excess > 0:
            widths[i] = max(min(width, _NARROWEST), width - excess)
            excess -= width - widths[i]
    return widths


def _facts(
    row: Sequence[str], columns: Sequence[Column], widths: Sequence[int]
) -> tuple[Fact, ...]:
    return tuple(
        Fact(truncate(visible(cell), width), width, right=column.right)
        for cell, column, width in zip(row, columns, widths, strict=False)
    )
