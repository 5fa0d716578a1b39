"""A record that is a whole document is read as a file is; one among others is a passage."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from indexer.errors import SourceError
from indexer.facts import read_documents
from indexer.model.documents import Document, Paragraph
from indexer.model.limits import DEFAULT
from indexer.sources.source_text import CHINA, SourceText
from indexer.text.dates import day_span, month_span
from tests.support.command_line import CHECKOUT
from tests.support.dresses import BOOK, DRESSES, judged, put_on

READ = "读书要先粗后细，先薄后厚，不可以一知半解就停下来。"
WRITE = "写字要先慢后快，先正后草，不可以一笔带过就停下来。"
DAY = day_span(date(2018, 4, 20))

Record = Mapping[str, object]


def read(*records: Record, path: str = "a.jsonl") -> tuple[Document, ...]:
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    return read_documents(SourceText.from_text(path, "\n".join(lines)))


def test_a_book_in_one_record_is_read_as_the_file_is() -> None:
    text = (CHECKOUT / "seeds" / BOOK).read_text("utf-8")
    (file,) = read_documents(SourceText.from_text(BOOK, text))

    other, book = read({"text": READ, "doc": "书目"}, {"text": text, "doc": "书", "id": "摘编"})

    assert [one.text for one in other.paragraphs] == [READ]
    assert sum(one.role == "speech" for one in book.paragraphs) == 307
    assert (book.kind, book.title, book.date) == ("compendium", file.title, file.date)
    assert (book.group, book.speaker, book.problems) == ("书", file.speaker, file.problems)
    assert book.paragraphs == tuple(
        replace(one, lines=(2, 2), alias="摘编" if one.passage == 0 else None)
        for one in file.paragraphs
    )


@pytest.mark.parametrize("name", ["markdown-dash-notes", "html-paragraphs", "notes-on-the-line"])
def test_a_dressed_book_in_one_record_is_read_right(name: str) -> None:
    dressed = put_on(next(one for one in DRESSES if one.name == name))
    (book,) = read({"text": dressed.text})
    found = judged(book, dressed.expected)
    assert (found.right, found.wrong, found.missing) == (307, [], [])


def test_a_speech_in_one_record_is_one_and_keeps_what_the_record_states() -> None:
    title = "在读书会成立大会上的讲话"
    stated = {"title": title, "speaker": "张三", "date": "2018-04-20", "id": "张-1"}
    (document,) = read({**stated, "text": f"　　同志们：\n　　{READ}\n　　{WRITE}"})

    said = {"role": "speech", "speech": title, "speaker": "张三", "date": DAY}
    assert (document.kind, document.title, document.date) == ("json-lines", title, DAY)
    assert (document.speaker, document.group, document.problems) == ("张三", None, ())
    assert document.ground is not None
    assert document.paragraphs == tuple(
        Paragraph(
            passage=place,
            text=text,
            lines=(1, 1),
            date_kind="speech",
            alias="张-1" if place == 1 else None,
            **said,  # type: ignore[arg-type]
        )
        for place, text in enumerate(["同志们：", READ, WRITE], 1)
    )


def _article(place: int, text: str, section: str | None = None) -> Paragraph:
    return Paragraph(
        passage=place,
        text=text,
        lines=(1, 1),
        section=section,
        date=DAY,
        date_kind="publication",
    )


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        (f"{READ}\n{WRITE}", (None, None)),
        (f"{READ}\r\n\r\n{WRITE}\r\n", (None, None)),
        (f"谈读书写字\n2018年4月20日\n{READ}\n{WRITE}", (None, None)),
        (f"<p>{READ}</p><p>{WRITE}</p>", (None, None)),
        (f"<h2>其一</h2>\n<p>{READ}</p>\n<h2>其二</h2>\n<p>{WRITE}</p>", ("其一", "其二")),
        (f"## 其一\n\n{READ}\n\n## 其二\n\n{WRITE}", ("其一", "其二")),
    ],
)
def test_the_paragraphs_of_a_record_are_told_in_every_format(
    text: str, sections: tuple[str | None, str | None]
) -> None:
    (document,) = read({"title": "谈读书写字", "date": "2018-04-20", "doc": "谈", "text": text})

    assert (document.title, document.group, document.problems) == ("谈读书写字", "谈", ())
    assert document.paragraphs == (
        _article(1, READ, sections[0]),
        _article(2, WRITE, sections[1]),
    )


def test_a_number_sign_in_a_record_makes_no_markdown() -> None:
    (document,) = read({"title": "谈", "text": f"{READ}\n# 号之后是文字，不是标题。\n{WRITE}"})
    assert [one.text for one in document.paragraphs][1] == "# 号之后是文字，不是标题。"


def test_a_volume_in_one_record_is_many_documents_below_its_doc() -> None:
    works = f"论调查\n（1930年5月）\n\n{READ}\n\n论落实\n（2007年12月）\n\n{WRITE}"
    documents = read({"doc": "卷", "title": "毛泽东选集", "text": works, "id": "v"})

    assert [
        (one.group, one.title, one.speaker, one.date, one.paragraphs[0].alias) for one in documents
    ] == [
        ("卷/001-1930-05", "论调查", "毛泽东", month_span(1930, 5), "v"),
        ("卷/002-2007-12", "论落实", "毛泽东", month_span(2007, 12), None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"speech": "在会上的讲话"},
        {"chapter": "第一章"},
        {"section": "其一"},
        {"source": "《文选》"},
        {"pages": "12"},
    ],
)
def test_a_record_that_speaks_of_a_single_passage_is_one(said: Record) -> None:
    (document,) = read({"text": f"{READ}\n{WRITE}\n\n{READ}", **said})
    assert [(one.passage, one.number, one.text) for one in document.paragraphs] == [
        (1, 1, f"{READ}\n{WRITE}"),
        (1, 2, READ),
    ]


def test_a_record_among_others_of_its_document_is_a_passage() -> None:
    (document,) = read({"text": f"{READ}\n\n{WRITE}", "doc": "a"}, {"text": READ, "doc": "a"})
    assert [(one.passage, one.number, one.text) for one in document.paragraphs] == [
        (1, 1, READ),
        (1, 2, WRITE),
        (2, 1, READ),
    ]


def test_only_a_record_that_is_the_whole_file_is_dated_by_its_name() -> None:
    text = f"{READ}\n{WRITE}"
    (document,) = read({"text": text}, path="2018-04-20-谈读书.jsonl")
    assert document.date == DAY
    first, second = read(
        {"text": text, "doc": "a"}, {"text": text, "doc": "b"}, path="2018-04-20-谈读书.jsonl"
    )
    assert (first.date, second.date) == (None, None)


def test_what_is_wrong_with_a_record_or_its_text_is_told_with_its_line() -> None:
    text = f"讲话\n2018年4月20日\n{READ}\n张三\n2019年4月20日\n\n{WRITE}"
    first, second = read({"text": READ, "doc": "a"}, {"text": text, "doc": "b", "date": "昨天"})
    assert first.problems == ()
    assert [one.line for one in second.problems] == [2, 2]
    assert "昨天" in str(second.problems[0].reason)
    assert "2019年4月20日" in str(second.problems[1].reason)


def test_a_text_in_a_record_has_no_more_pieces_than_a_file() -> None:
    line = json.dumps({"text": "一。\n" * 200, "doc": "a"}, ensure_ascii=False)
    source = SourceText.from_text("a.jsonl", line, CHINA, replace(DEFAULT, pieces=100))
    with pytest.raises(SourceError, match=r"^a\.jsonl"):
        read_documents(source)
