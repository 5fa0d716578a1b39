"""JSON files that are one array of records, or one record."""

from __future__ import annotations

import pytest

from indexer.errors import SourceError
from indexer.formats import json_lines
from indexer.model.documents import Document, Problem
from indexer.sources.source_text import SourceText
from tests.support.reading import documents_in


def read(text: str, path: str = "a.json") -> tuple[Document, ...]:
    source = SourceText.from_text(path, text)
    assert json_lines.recognises(source)
    return documents_in(json_lines.read, source)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('[{"text": "一"}, {"text": "二"}]', [(1, 1), (1, 1)]),
        ('[\n  {"text": "一"},\n  {"text": "二"}\n]\n', [(2, 2), (3, 3)]),
        ('[\n  {\n    "text": "一"\n  },\n\n  {\n    "text": "二"\n  }\n]', [(2, 4), (6, 8)]),
        ('\n[{"text": "一"}\n,\n{"text":\n"二"},\n]', [(2, 2), (4, 5)]),
    ],
)
@pytest.mark.parametrize("path", ["a.json", "a.txt"])
def test_each_record_of_an_array_has_its_own_lines(
    path: str, text: str, lines: list[tuple[int, int]]
) -> None:
    (document,) = read(text, path)

    assert [(p.passage, p.text) for p in document.paragraphs] == [(1, "一"), (2, "二")]
    assert [p.lines for p in document.paragraphs] == lines


def test_a_json_file_may_hold_one_record_over_several_lines() -> None:
    (document,) = read('{\n  "title": "题",\n  "text": "一。\\n\\n二。"\n}\n')

    assert document.title == "题"
    assert [(p.passage, p.number, p.lines, p.text) for p in document.paragraphs] == [
        (1, 1, (1, 4), "一。"),
        (2, 1, (1, 4), "二。"),
    ]


def test_a_json_file_may_hold_one_record_a_line() -> None:
    (document,) = read('{"text": "一"}\n{"text": "二"}')

    assert [p.lines for p in document.paragraphs] == [(1, 1), (2, 2)]


def test_an_element_that_is_no_record_is_a_problem_and_the_others_are_indexed() -> None:
    (document,) = read('[{"text": "一"},\n{"title": "题"},\n7,\n{"text": "二"}]')

    assert [p.text for p in document.paragraphs] == ["一", "二"]
    assert document.problems == (
        Problem("the record has no text; add the field text", 2),
        Problem('not a record; write an object such as {"text": "…"}', 3),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            '[{"text": "一"},\n{"text": 二}]',
            "a.json:2: not JSON: Expecting value; mend it, or write one record a line",
        ),
        (
            '[{"text": "一"}\n',
            "a.json:2: not JSON: the array of records is not closed, or goes on behind its end; "
            "mend it, or write one record a line",
        ),
        (
            '[{"text": "一"}]\n[]',
            "a.json:1: not JSON: the array of records is not closed, or goes on behind its end; "
            "mend it, or write one record a line",
        ),
        (
            '[{"text": "一"},\n' + "[" * 200_000,
            "a.json:2: not JSON: a value is too long or too deep; "
            "mend it, or write one record a line",
        ),
        (
            '{\n"name": "一"\n}',
            "a.json:1: no record can be read: the record has no text; add the field text",
        ),
    ],
)
def test_what_is_no_array_of_records_is_refused_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)

    assert str(caught.value) == message


def test_an_empty_array_has_no_documents() -> None:
    assert read("[]") == ()


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.txt", '[ { "text": "一"', True),
        ("a.json", "[1]", True),
        ("a.txt", "[1]", False),
        ("a.txt", "[注] 正文", False),
        ("a.json", "正文", False),
    ],
)
def test_an_array_is_recognised_by_its_first_record(path: str, text: str, expected: bool) -> None:
    assert json_lines.recognises(SourceText.from_text(path, text)) is expected
