"""Lines in a tight volume that may be the titles of works without a date."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from indexer.facts import read_documents
from indexer.model.catalogue import known_part
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from tests.support.growth import assert_linear

WORDS = "调查研究是谋事之基、成事之道，没有调查就没有发言权，没有调查就没有决策权。"
OTHERS = "空谈误国，实干兴邦，一分部署还要九分落实，抓落实要一抓到底，抓出成效来。"
FIRST = f"论调查\n（1930年5月）\n{WORDS}\n{OTHERS}"
LAST = f"论落实\n（2007年12月31日）\n{OTHERS}"
TWO = [("001-1930-05", "论调查", "1930-05"), ("002-2007-12-31", "论落实", "2007-12-31")]

Told = list[tuple[str | None, str | None, str | None]]


def read(text: str, path: str = "毛泽东选集.txt") -> tuple[Document, ...]:
    return read_documents(SourceText.from_text(path, text))


def told(documents: Sequence[Document]) -> Told:
    """Group, title and date of each document."""
    return [(one.group, one.title, known_part(one.date) if one.date else None) for one in documents]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (FIRST, LAST),
        (FIRST.replace("\n", "\n　　"), LAST.replace("\n", "\n　　")),
        (FIRST.replace("\n", "\n\n"), LAST.replace("\n", "\n\n")),
        (f"（1930年5月）\n论调查\n{WORDS}\n{OTHERS}", f"（2007年12月31日）\n论落实\n{OTHERS}"),
    ],
)
def test_what_stands_below_a_line_that_may_be_a_title_has_no_date_and_no_speech(
    first: str, last: str
) -> None:
    before, unknown, after = read(f"{first}\n\n无题\n{OTHERS}\n{WORDS}\n\n{last}")

    assert told([before, after]) == TWO
    assert (unknown.group, unknown.title, unknown.date) == ("001a", "无题", None)
    assert (unknown.speaker, unknown.ground) == (None, None)
    assert [
        (one.text, one.date, one.speech, one.speaker, one.role) for one in unknown.paragraphs
    ] == [(text, None, None, None, "article") for text in (OTHERS, WORDS)]
    assert {one.speaker for one in before.paragraphs} == {"毛泽东"}


def test_that_lines_may_be_titles_is_said_once_with_the_first() -> None:
    text = f"{FIRST}\n无题\n{WORDS}\n又一篇\n{OTHERS}\n{LAST}"
    documents = read(text)

    assert told(documents) == [TWO[0], ("001a", "无题", None), ("001b", "又一篇", None), TWO[1]]
    (problem,) = (problem for one in documents for problem in one.problems)
    assert problem.line == 5
    assert str(problem.reason).startswith(
        "2 lines may be the title of a work without a date (first: 无题), so nothing is dated below"
    )


@pytest.mark.parametrize(
    "line",
    [
        "一　没有调查",  # a number
        "（二）没有调查",
        "小　　结",  # what parts of a work are called
        "同志们：",  # the beginning of a sentence, or all of one
        "没有调查没有发言权。",
        "为什么呢？",
        "毛泽东",  # a signature
        "此致",
        "——在会上的讲话",
        "　　没有调查",  # not indented as the titles are
    ],
)
def test_a_line_that_no_title_looks_like_stays_in_its_work(line: str) -> None:
    documents = read(f"{FIRST}\n{line}\n{WORDS}\n{LAST}")
    assert told(documents) == TWO
    assert [problem for one in documents for problem in one.problems] == []


def test_a_heading_between_numbered_ones_of_a_work_stays_in_it() -> None:
    documents = read(f"{FIRST}\n一　甲\n{WORDS}\n没有调查\n{OTHERS}\n二　乙\n{WORDS}\n{LAST}")
    assert told(documents) == TWO


def test_entries_of_a_list_are_no_titles() -> None:
    documents = read(f"{FIRST}\n工业资产阶级\n商业资产阶级\n农业资产阶级\n{LAST}")
    assert told(documents) == TWO


def test_where_every_title_stands_below_a_blank_line_a_line_without_one_is_none() -> None:
    documents = read(f"{FIRST}\n无题\n{WORDS}\n\n{LAST}\n\n论三\n（2008年1月）\n{WORDS}")
    assert [one.group for one in documents] == [
        "001-1930-05",
        "002-2007-12-31",
        "003-2008-01",
    ]


def test_where_a_contents_page_names_the_works_no_other_line_is_a_title() -> None:
    contents = "目录\n论调查\n论落实\n论读书"
    documents = read(f"{contents}\n{FIRST}\n无题\n{WORDS}\n{LAST}")
    assert told(documents) == TWO


def test_many_such_lines_take_time_in_proportion() -> None:
    def volume(size: int) -> SourceText:
        lines = f"一　甲\n无题\n{WORDS}\n" * size
        return SourceText.from_text("a.txt", f"{FIRST}\n{lines}{LAST}")

    assert_linear(read_documents, volume, 50)
