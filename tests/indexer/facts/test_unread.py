"""Lines of articles and volumes that look like notes and were not read."""

from __future__ import annotations

from indexer.facts import read_documents
from indexer.sources.source_text import SourceText

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
