"""Answers as tables: CSV, TSV and workbooks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.errors import OptionError
from indexer.text.dates import DateSpan
from searcher.answers.results import Hit, Suggestion
from searcher.render.data.cells import Cell, Part, Table, joined_table, table_of
from searcher.render.data.delimited import csv_text, tsv_text
from searcher.render.data.records import names_of
from searcher.render.data.workbook import workbook
from searcher.render.formats import FORMATS
from tests.support.answers import HIT, HIT_JSON, QUOTATION

HIT_CELLS: dict[str, Cell] = HIT_JSON | {
    "dates": "",
    "lines": "1083-1083",
    "marks": "",
    "spans": "2-6",
    "snippet": "实现核心技术突破必须走自主创新之路。",
}


def one_column(*cells: Cell) -> Table:
    return Table(("a",), [(cell,) for cell in cells])


def loaded(table: Table) -> list[tuple[object, ...]]:
    """The cells of the workbook that a table is written as."""
    (content,) = workbook(table)
    assert isinstance(content, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "b"}
    return list(sheet.iter_rows(values_only=True))


def test_a_row_has_the_names_of_json_and_joins_what_is_nested() -> None:
    table = table_of(Hit, [HIT])
    assert [dict(zip(table.columns, row, strict=True)) for row in table.rows] == [HIT_CELLS]
    assert table.columns == names_of(Hit) == tuple(HIT_CELLS)


def test_several_values_are_parted_by_semicolons() -> None:
    days = (date(2020, 2, 5), date(2020, 2, 14))
    hit = replace(HIT, spans=((2, 6), (9, 12)), dates=days)
    (row,) = table_of(Hit, [hit]).rows
    cells = dict(zip(names_of(Hit), row, strict=True))
    assert (cells["spans"], cells["dates"]) == ("2-6; 9-12", "2020-02-05; 2020-02-14")
    spans = table_of(Hit, [replace(HIT, spans=())])
    assert [dict(zip(spans.columns, row, strict=True))["spans"] for row in spans.rows] == [""]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        (DateSpan(date(2018, 4, 20), date(2018, 4, 20)), "2018-04-20"),
        (DateSpan(date(2020, 3, 29), date(2020, 4, 1)), "2020-03-29/2020-04-01"),
        (("甲", "乙"), "甲; 乙"),
        ((Suggestion("甲", 2),), '[{"query":"甲","total":2}]'),
        (True, True),
    ],
)
def test_a_value_is_one_cell(value: object, cell: Cell) -> None:
    assert list(joined_table([Part(None, "a")], [(value,)]).rows) == [(cell,)]


def test_a_part_that_is_not_there_has_empty_cells() -> None:
    table = joined_table([Part(None, "n"), Part(Suggestion, "also.")], [(1, None)])
    assert (table.columns, list(table.rows)) == (
        ("n", "also.query", "also.total"),
        [(1, None, None)],
    )


def test_csv_is_what_rfc_4180_and_excel_want() -> None:
    table = Table(("甲", "b"), [('他说：“核心”，"技术",', None), ("一\n二", 3), ("x", True)])
    assert "".join(csv_text(table)) == (
        '\ufeff甲,b\r\n"他说：“核心”，""技术"",",\r\n"一\n二",3\r\nx,true\r\n'
    )


def test_tsv_is_a_line_a_row() -> None:
    table = Table(("甲", "b"), [("一\n二\t三", 1.5), ('"引"', False)])
    assert "".join(tsv_text(table)) == '甲\tb\n一\\n二\\t三\t1.5\n"""引"""\tfalse\n'


FORMULAS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "－核心",
    "=HYPERLINK(1)",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_is_no_formula(text: str) -> None:
    for write, delimiter in ((csv_text, ","), (tsv_text, "\t")):
        content = "".join(write(one_column(text))).removeprefix("\ufeff")
        _, (cell,) = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        assert cell.startswith("'")
    kept = text.replace("\r", "\\u000d")
    assert loaded(one_column(text)) == [("a",), (kept,)]


def test_a_number_is_left_alone() -> None:
    assert "".join(csv_text(one_column(-0.5, -3))) == "\ufeffa\r\n-0.5\r\n-3\r\n"
    assert loaded(one_column(-0.5, 3, True)) == [("a",), (-0.5,), (3,), (True,)]


@pytest.mark.parametrize("write", [csv_text, tsv_text])
def test_nothing_in_a_cell_steers_the_terminal(write: object) -> None:
    assert callable(write)
    content = "".join(write(one_column("甲\x1b[2J\u202e\x07\x9b乙"))).removeprefix("\ufeff")
    assert content.splitlines()[1] == "甲\\u001b[2J\\u202e\\u0007\\u009b乙"


def test_a_workbook_has_plain_strings_with_names_in_the_first_row() -> None:
    cells: Sequence[Cell] = ("#N/A", "_x0041_", None, "2018-04-20", "甲\n乙")
    assert loaded(one_column(*cells)) == [
        ("a",),
        ("#N/A",),
        ("_x005F_x0041_",),
        (None,),
        ("2018-04-20",),
        ("甲\n乙",),
    ]


def test_what_a_cell_cannot_hold_is_an_error_that_names_it() -> None:
    assert loaded(one_column("长" * 32_767))[1] == ("长" * 32_767,)
    for text in ("长" * 32_768, "𠀀" * 16_384):
        table = Table(("id", "text"), [("讲话集#1", text)])
        with pytest.raises(OptionError) as caught:
            list(workbook(table))
        assert str(caught.value) == (
            "text of 讲话集#1 is longer than the 32,767 characters of a cell of xlsx; "
            "write csv or json"
        )


def test_more_rows_than_a_sheet_has_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("searcher.render.data.workbook.MOST_ROWS", 3)
    assert len(loaded(one_column(1, 2))) == 3
    with pytest.raises(OptionError, match="2 rows at most"):
        list(workbook(one_column(1, 2, 3)))


def test_the_names_and_suffixes_of_formats_are_told_apart() -> None:
    def unique(names: Iterable[str]) -> bool:
        listed = list(names)
        return len(listed) == len(set(listed))

    assert unique(row.name for row in FORMATS)
    assert unique(suffix for row in FORMATS for suffix in row.suffixes)
    assert [suffix for row in FORMATS for suffix in row.suffixes if suffix[0] != "."] == []
    assert all(suffix == suffix.lower() for row in FORMATS for suffix in row.suffixes)


def test_every_writer_is_there() -> None:
    assert all(callable(row.load_writer()) for row in FORMATS if row.shape != "page")


def test_rows_of_an_answer_are_its_hits() -> None:
    table = table_of(Hit, (HIT, QUOTATION))
    content = "".join(csv_text(table)).removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    assert [row["id"] for row in rows] == [HIT.id, QUOTATION.id]
    assert rows[1]["date_end"] == "2020-04-01"


CELLS = st.text(st.characters(codec="utf-8"), max_size=12)
STEERS = set(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F]))
STEERS |= set(map(chr, [*range(0x2028, 0x202F), *range(0x2066, 0x206A)]))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4))
def test_any_text_can_be_read_back_and_does_nothing(rows: list[tuple[str, str]]) -> None:
    table = Table(("甲", "乙"), rows)
    for write, dialect in ((csv_text, "excel"), (tsv_text, "excel-tab")):
        content = "".join(write(table)).removeprefix("\ufeff")
        read = list(csv.reader(io.StringIO(content, newline=""), dialect=dialect))[1:]
        assert len(read) == len(rows)
        for row, cells in zip(rows, read, strict=True):
            for text, cell in zip(row, cells, strict=True):
                assert not cell or cell[0] not in "=+-@\t\r\n＝＋－＠"
                assert not (STEERS - {"\n", "\t"}) & set(cell)
                if text.isprintable():
                    assert cell.removeprefix("'") == text.removeprefix("'")
        if write is tsv_text:
            assert content.count("\n") == len(rows) + 1


@settings(max_examples=25)
@given(st.lists(CELLS.filter(bool), min_size=1, max_size=4))
def test_any_text_is_a_plain_string_in_a_workbook(texts: list[str]) -> None:
    read = [cell for (cell,) in loaded(one_column(*texts))[1:]]
    kept = [
        "".join(f"\\u{ord(one):04x}" if one in STEERS - {"\n", "\t"} else one for one in text)
        for text in texts
    ]
    assert read == [re.sub("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_", text) for text in kept]
