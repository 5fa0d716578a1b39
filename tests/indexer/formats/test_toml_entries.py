"""TOML before the text: the entries that say something, and nothing that is an error."""

from __future__ import annotations

import pytest

from indexer.facts import read_documents
from indexer.formats.toml_entries import read_entries
from indexer.sources.source_text import SourceText


def test_texts_dates_numbers_and_lists_are_read() -> None:
    lines = [
        "# by hand",
        'title = "讲话\\u4e00" # the first',
        "date = 2018-04-20T10:00:00+08:00",
        "day = 2018-04-20 10:00:00",
        "draft = false",
        "weight = 3",
        "'日期' = '2018年4月20日'",
        "authors = [ \"张三\", '李四', ]",
    ]
    assert read_entries(lines) == {
        "title": "讲话一",
        "date": "2018-04-20T10:00:00+08:00",
        "day": "2018-04-20 10:00:00",
        "draft": "false",
        "weight": "3",
        "日期": "2018年4月20日",
        "authors": ["张三", "李四"],
    }


@pytest.mark.parametrize(
    "lines",
    [
        ['title = "unclosed'],
        ["title = [1, 2]"],
        ["title = {a = 1}"],
        ['title = "a" b'],
        ['title = "\\q"'],
        ['title = """', 'date = "in the text"', '"""'],
        ["[params]", 'title = "of a table"'],
        ["title"],
        ["= 3"],
        ['title = ["' + "甲" * 50_000],
        ["title = " + "[" * 50_000],
    ],
)
def test_what_is_written_otherwise_is_not_read(lines: list[str]) -> None:
    assert read_entries(lines) == {}


def test_a_line_of_pluses_that_no_entry_follows_is_text() -> None:
    (document,) = read_documents(
        SourceText.from_text("a.txt", "+++\n\n甲说了。\n\n+++\n\n乙说了。")
    )
    assert [paragraph.text for paragraph in document.paragraphs] == [
        "+++",
        "甲说了。",
        "+++",
        "乙说了。",
    ]


def test_toml_that_is_never_closed_is_text() -> None:
    (document,) = read_documents(SourceText.from_text("a.md", '+++\ntitle = "题"\n\n甲说了。\n'))
    assert document.title is None
    assert document.paragraphs[-1].text == "甲说了。"
