"""JSON Lines: records, the documents they belong to, and what is wrong with single ones."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.errors import SourceError
from indexer.facts.records.fields import chapter_number
from indexer.formats import json_lines
from indexer.model.documents import Document, Paragraph, Problem
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span, month_span
from tests.support.reading import documents_in


def read(*lines: str) -> tuple[Document, ...]:
    source = SourceText.from_text("a.jsonl", "\n".join(lines))
    assert json_lines.recognises(source)
    return documents_in(json_lines.read, source)


def test_records_are_grouped_by_doc_wherever_they_stand() -> None:
    law = day_span(date(2020, 5, 14))

    assert read(
        '{"id": "l-0", "doc": "法", "title": "条例", "date": "2020-05-14", '
        '"chapter": "第一章  总则", "article": "第一条", "text": "第一条 为了规范。"}',
        '{"doc": "书", "title": "摘编", "text": "核心技术是国之重器。", "speech": "讲话", '
        '"date": "2018年4月", "source": "人民日报", "pages": 199, "section": "节"}',
        "",
        '{"id": 7, "doc": "法", "title": "条例", "date": "2020-05-14", "chapter": null, '
        '"text": " 第二条 适用。 "}',
    ) == (
        Document(
            kind="json-lines",
            title="条例",
            date=law,
            group="法",
            paragraphs=(
                Paragraph(
                    passage=1,
                    text="第一条 为了规范。",
                    lines=(1, 1),
                    chapter="第一章 总则",
                    chapter_no=1,
                    date=law,
                    date_kind="publication",
                    alias="l-0",
                ),
                Paragraph(
                    passage=2,
                    text="第二条 适用。",
                    lines=(4, 4),
                    date=law,
                    date_kind="publication",
                    alias="7",
                ),
            ),
        ),
        Document(
            kind="json-lines",
            title="摘编",
            group="书",
            paragraphs=(
                Paragraph(
                    passage=1,
                    text="核心技术是国之重器。",
                    lines=(2, 2),
                    role="speech",
                    section="节",
                    speech="讲话",
                    date=month_span(2018, 4),
                    date_kind="speech",
                    source="人民日报",
                    pages="199",
                ),
            ),
        ),
    )


def test_text_alone_is_a_record() -> None:
    assert read('{"text": "一\\n二\\u200b三"}') == (
        Document(
            kind="json-lines",
            title=None,
            paragraphs=(Paragraph(passage=1, text="一\n二三", lines=(1, 1)),),
        ),
    )


def test_blank_lines_part_the_paragraphs_of_a_record() -> None:
    (document,) = read(
        '{"id": "x", "text": "一。\\n\\n　　二，\\n还是二。\\r\\n \\r\\n三。\\n"}',
        '{"text": "四。"}',
    )

    assert [(p.passage, p.number, p.lines, p.alias, p.text) for p in document.paragraphs] == [
        (1, 1, (1, 1), "x", "一。"),
        (1, 2, (1, 1), "x", "二，\n还是二。"),
        (1, 3, (1, 1), "x", "三。"),
        (2, 1, (2, 2), None, "四。"),
    ]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": NaN}', "not JSON: "),
        ("oops", "not JSON: "),
        ("[1]", 'not a record; write an object such as {"text": "…"}'),
        ("{}", "the record has no text; add the field text"),
        ('{"text": "  "}', "the record has no text; add the field text"),
        ('{"text": ["甲"]}', "the field text is neither a string nor a number; mend it"),
    ],
)
def test_a_bad_record_is_a_problem_and_the_others_are_indexed(line: str, reason: str) -> None:
    (document,) = read('{"text": "甲"}', line, '{"text": "乙"}')

    assert [(p.passage, p.lines, p.text) for p in document.paragraphs] == [
        (1, (1, 1), "甲"),
        (2, (3, 3), "乙"),
    ]
    (problem,) = document.problems
    assert problem.line == 2
    assert problem.reason.startswith(reason)


def test_a_bad_first_line_is_a_problem_of_the_first_document() -> None:
    first, second = read(
        '{"text": ', '{"text": "甲", "doc": "a"}', '{"text": "乙", "doc": "b"}', "{}"
    )

    assert [problem.line for problem in first.problems] == [1]
    assert [problem.line for problem in second.problems] == [4]


def test_a_bad_field_is_a_problem_and_the_text_is_indexed() -> None:
    (document,) = read('{"text": "甲", "date": "2018-02-30", "title": ["x"], "pages": true}')

    assert document.paragraphs == (Paragraph(passage=1, text="甲", lines=(1, 1)),)
    assert document.problems == (
        Problem("the date '2018-02-30' is not understood; write 2018-04-20", 1),
        Problem("the field title is neither a string nor a number; mend it", 1),
        Problem("the field pages is neither a string nor a number; mend it", 1),
    )


@pytest.mark.parametrize(
    ("fields", "role", "speech"),
    [
        ('"speech": "yes"', "speech", "在会上的讲话"),
        ('"speech": "是"', "speech", "在会上的讲话"),
        ('"type": "讲话"', "speech", "在会上的讲话"),
        ('"type": "speech", "speech": "答词"', "speech", "答词"),
        ('"speech": "否"', "article", None),
        ('"type": "报道"', "article", None),
        ('"type": ["讲话"]', "article", None),
    ],
)
def test_a_record_may_say_that_its_title_is_the_speech(
    fields: str, role: str, speech: str | None
) -> None:
    (document,) = read(f'{{"text": "同志们。", "title": "在会上的讲话", {fields}}}')
    assert [(one.role, one.speech) for one in document.paragraphs] == [(role, speech)]
    assert document.problems == ()


def test_titles_that_disagree_are_a_problem() -> None:
    (document,) = read('{"text": "甲", "title": "一"}', '{"text": "乙", "title": "二"}')

    assert document.title is None
    assert document.problems == (
        Problem("records without a doc have 2 titles; give each document a doc of its own", 2),
    )


def test_dates_that_disagree_give_the_document_none() -> None:
    (document,) = read('{"text": "甲", "date": "2018"}', '{"text": "乙"}')

    assert document.date is None


def test_a_file_without_any_record_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        read("{}", '{"text": ')

    assert str(caught.value) == (
        "a.jsonl:1: no record can be read: the record has no text; add the field text"
    )


@pytest.mark.parametrize(
    ("heading", "number"),
    [
        ("第三章 总则", 3),
        ("第十二章", 12),
        ("第 4 章", 4),
        ("三、安全", 3),
        ("（二）人才", 2),
        ("5. 结语", 5),
        ("七", 7),
        ("3", 3),
        ("2018年的工作", None),
        ("总则", None),
        ("一带一路", None),
        ("十十、", None),
    ],
)
def test_the_number_of_a_chapter_is_read(heading: str, number: int | None) -> None:
    assert chapter_number(heading) == number


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.txt", '{"text": "甲"}', True),
        ("a.txt", 'oops\n{"text": "甲"}\n{"text": "乙"}', True),
        ("a.jsonl", '{"text": ', True),
        ("a.txt", '{"text": ', False),
        ("a.jsonl", "甲", False),
        ("a.txt", '{\n"text": "甲"\n}', False),
        ("a.jsonl", "", False),
    ],
)
def test_json_lines_are_recognised_by_their_records(path: str, text: str, expected: bool) -> None:
    assert json_lines.recognises(SourceText.from_text(path, text)) is expected
