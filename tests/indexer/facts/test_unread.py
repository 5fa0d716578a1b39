"""Lines of articles and volumes that look like notes and were not read."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts import read_documents
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span

LIKE_A_NOTE = "《论丙》（2018年春讲）头版"


def unread(text: str) -> list[tuple[str | None, int, list[str]]]:
    """Of each document its title and what in it looks like a note."""
    return [
        (
            document.title,
            document.unread,
            [one.text for one in document.understood if one.became == "unread"],
        )
        for document in read_documents(SourceText.from_text("a.md", text))
    ]


def test_a_line_that_looks_like_a_note_is_said_of_the_document_it_stands_in() -> None:
    works = (
        "# 论甲\n\n（2018年4月20日）\n\n要抓好落实。\n\n"
        f"# 论乙\n\n（2019年4月20日）\n\n要同步推进。\n\n{LIKE_A_NOTE}\n\n再说一遍。\n"
    )

    assert unread(works) == [("论甲", 0, []), ("论乙", 1, [LIKE_A_NOTE])]


def test_a_line_that_names_the_print_of_a_text_is_understood() -> None:
    text = (
        "# 论甲\n\n（1950年4月20日）\n\n要抓好落实。\n\n要同步推进。\n\n再说一遍。\n\n"
        "（《某某选集》第五卷，人民出版社1977年4月第1版，第8-10页）\n"
    )

    assert unread(text) == [("论甲", 0, [])]


@pytest.mark.parametrize(
    "line",
    [
        "原载《人民日报》2018年4月20日第3版",
        "（原载《人民日报》2018年4月20日第3版）",
        "（原载2018年4月20日《人民日报》第3版）",
    ],
)
def test_a_line_that_says_where_a_text_was_printed_first_gives_its_publication(line: str) -> None:
    text = f"论甲\n\n张三\n\n要抓好落实，不可松懈。\n\n要同步推进，不可偏废。\n\n{line}\n"
    (document,) = read_documents(SourceText.from_text("a.txt", text))
    assert (document.publisher, document.date) == ("《人民日报》", day_span(date(2018, 4, 20)))
    assert document.unread == 0


def test_two_documents_in_a_row_are_listed_and_attribute_nothing() -> None:
    text = (
        "# 论甲\n\n近年来出台了一批文件。\n\n——《关于甲的意见》（2016年8月19日）\n\n"
        "——《关于乙的意见》（2017年8月19日）\n\n要同步推进，不可偏废。\n"
    )
    (document,) = read_documents(SourceText.from_text("a.md", text))
    assert {one.role for one in document.paragraphs} == {"article"}
    assert document.unread == 2
