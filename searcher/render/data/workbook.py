"""Tables as a workbook of Excel: one sheet, its first row the names of the columns.

Every text is a plain string, whatever it begins with: nothing in it is ever a formula. What does
not fit into a workbook is an error and never cut.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from indexer.errors import OptionError
from indexer.wording import say
from searcher.render.data.cells import Cell, Table, escaped

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_CHARACTERS: Final = 32_767
"""The most units of UTF-16 in a cell; openpyxl cuts what is longer."""

MOST_ROWS: Final = 1_048_576
"""The first of them has the names of the columns."""

_NAME: Final = 200
"""A longer text does not name its row in a message."""

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""What Excel would take for a character by its number, such as `_x0041_`."""


def workbook(table: Table) -> Iterator[bytes]:
    """The table as the content of a file.

    Raises:
        OptionError: a cell is longer, or there are more rows, than a workbook can have.
    """
    rows = [
        tuple(_text(cell, table.columns[at], row) for at, cell in enumerate(row))
        for row in table.rows
    ]
    if len(rows) >= MOST_ROWS:
        raise OptionError(say("output.too_many_rows", most=MOST_ROWS - 1))

    from openpyxl import Workbook  # noqa: PLC0415 (which takes longer than a search)

    book = Workbook(write_only=True)
    sheet = book.create_sheet("lunshu")
    sheet.freeze_panes = "A2"
    for row in (table.columns, *rows):  # nothing goes wrong here: openpyxl complains of halves
        sheet.append([_cell(sheet, cell) for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    yield stream.getvalue()


def _text(cell: Cell, column: str, row: Sequence[Cell]) -> Cell:
    """The content of a cell; a text as Excel has to read it.

    Raises:
        OptionError: it is too long.
    """
    if not isinstance(cell, str):
        return cell
    text = _ESCAPE.sub("_x005F_", escaped(cell))
    if len(text) > MOST_CHARACTERS // 2 and len(text.encode("utf-16-le")) > 2 * MOST_CHARACTERS:
        texts = [text for text in row if isinstance(text, str) and len(text) < _NAME]
        name = next((text for text in texts if "#" in text), texts[0] if texts else "")
        raise OptionError(
            say("output.long_cell", column=column, row=escaped(name), most=MOST_CHARACTERS)
        )
    return text


def _cell(sheet: WriteOnlyWorksheet, cell: Cell) -> Any:
    if not isinstance(cell, str):
        return cell

    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    written = WriteOnlyCell(sheet, cell)
    written.data_type = "s"  # also where openpyxl would make a formula or an error of it
    return written
