"""Tables as CSV, for spreadsheets, and as TSV, for tools of the shell.

CSV is written as RFC 4180 says: comma, CRLF, and quotation marks around a cell that contains a
comma, a quotation mark or a line break. It begins with a byte order mark, without which Excel takes
Chinese for something else. TSV has a tab between cells, LF at the end, and no byte order mark; a
line break or tab inside a cell is written `\\n`, `\\t`, so that a row is a line.

A spreadsheet takes a cell that begins with `= + - @` for a formula, which may be a stranger's. An
apostrophe is set before such a text; numbers are left as they are. What would steer a terminal is
written as JSON writes it, `\\u001b`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from searcher.render.data.cells import Cell, Table, escaped

_BYTE_ORDER_MARK = "\ufeff"
_BEGINS_FORMULA = frozenset("=+-@\t\r\n＝＋－＠")
"""What makes a spreadsheet calculate, in either width; blanks before it do not."""

_BREAKS = {"\n": "\\n", "\t": "\\t"}


def csv_text(table: Table) -> Iterator[str]:
    """The table as CSV."""
    yield _BYTE_ORDER_MARK
    yield from _lines(table, ",", "\r\n", in_one_line=False)


def tsv_text(table: Table) -> Iterator[str]:
    """The table as TSV."""
    yield from _lines(table, "\t", "\n", in_one_line=True)


def _lines(table: Table, delimiter: str, end: str, *, in_one_line: bool) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator=end)
    for row in (table.columns, *table.rows):
        writer.writerow([_cell(cell, in_one_line=in_one_line) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _cell(cell: Cell, *, in_one_line: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if not isinstance(cell, str):
        return str(cell)
    guarded = f"'{cell}" if cell[:1] in _BEGINS_FORMULA and cell else cell
    text = escaped(guarded)
    return re.sub("[\n\t]", lambda found: _BREAKS[found[0]], text) if in_one_line else text
