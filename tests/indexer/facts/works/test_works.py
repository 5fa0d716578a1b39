"""Volumes of works: where each begins, its date, and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.facts import read_documents, works
from indexer.formats import read_content
from indexer.formats.blocks import Content
from indexer.model.catalogue import known_part
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from indexer.text.dates import DateSpan, day_span, month_span
from tests.support.growth import assert_linear

WORDS = "调查研究是谋事之基、成事之道，没有调查就没有发言权，没有调查就没有决策权。"
OTHERS = "空谈误国，实干兴邦，一分部署还要九分落实，抓落实要一抓到底，抓出成效来。"


def read(text: str, path: str = "xuanji.txt") -> tuple[Document, ...]:
    return read_documents(SourceText.from_text(path, text))


def told(documents: Sequence[Document]) -> list[tuple[str | None, str | None, str | None]]:
    """Group, title and date of each document."""
    return [(one.group, one.title, known_part(one.date) if one.date else None) for one in documents]


def dates_of(document: Document) -> set[DateSpan | None]:
    return {one.date for one in document.paragraphs}


TWO = [
    ("001-1930-05", "论调查", "1930-05"),
    ("002-2007-12-31", "论落实", "2007-12-31"),
]


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("a.txt", "论调查\n（一九三〇年五月）\n\n{}\n\n\n", "论落实\n（2007年12月31日）\n\n{}"),
        ("a.txt", "论调查\n（1930年5月）\n{}\n", "论落实\n（2007年12月31日）\n{}"),
        ("a.txt", "论调查\n1930年5月\n{}\n\n", "论落实\n2007-12-31\n{}"),
        ("a.txt", "论调查\n\n（1930年5月）\n\n{}\n\n", "论落实\n\n2007.12.31\n\n{}"),
        ("a.txt", "论调查\n张三\n（1930年5月）\n{}\n\n", "论落实\n张三\n（2007年12月31日）\n{}"),
        ("a.txt", "论调查\n（1930年5月）\n张三\n{}\n\n", "论落实\n（2007年12月31日）\n张三\n{}"),
        ("a.txt", "（1930年5月）\n论调查\n{}\n\n", "（2007年12月31日）\n论落实\n{}"),
        ("a.txt", "1930年5月\n\n论调查\n\n{}\n\n", "2007-12-31\n\n论落实\n\n{}"),
        ("a.txt", "论调查\n日期：1930年5月\n{}\n\n", "论落实\n时间：2007-12-31\n{}"),
        ("a.md", "# 论调查\n（1930年5月）\n\n{}\n\n", "# 论落实\n\n2007-12-31\n\n{}"),
        (
            "a.md",
            "# 文集\n\n## 论调查\n（1930年5月）\n\n{}\n\n",
            "## 论落实\n（2007年12月31日）\n\n{}",
        ),
        (
            "a.html",
            "<h1>论调查</h1><p>（1930年5月）</p><p>{}</p>",
            "<h1>论落实</h1><p>2007-12-31</p><p>{}</p>",
        ),
        (
            "a.html",
            "<p>论调查</p><p>（1930年5月）</p><p>{}</p>",
            "<p>论落实</p><p>（2007年12月31日）</p><p>{}</p>",
        ),
        (
            "a.html",
            "<p>论调查<br>（1930年5月）</p><p>{}</p>",
            "<p>论落实<br>2007-12-31</p><p>{}</p>",
        ),
    ],
)
def test_a_title_with_a_date_beside_it_begins_a_document_in_every_format(
    path: str, first: str, second: str
) -> None:
    documents = read(first.format(WORDS) + second.format(OTHERS), path)
    assert told(documents) == TWO
    assert [[one.text for one in document.paragraphs] for document in documents] == [
        [WORDS],
        [OTHERS],
    ]
    assert [dates_of(one) for one in documents] == [
        {month_span(1930, 5)},
        {day_span(date(2007, 12, 31))},
    ]


def test_numbered_works_keep_their_number_with_or_without_a_date() -> None:
    documents = read(
        "毛泽东选集\n\n017\n论持久战\n（一九三八年五月）\n\n"
        f"{WORDS}\n\n注释\n〔1〕第一条注释。\n\n018\n无题\n\n{OTHERS}\n\n"
        f"019\n论新阶段\n（一九三八年十月十二日）\n\n{WORDS}\n"
    )
    assert told(documents) == [
        ("017-1938-05", "论持久战", "1938-05"),
        ("018", "无题", None),
        ("019-1938-10-12", "论新阶段", "1938-10-12"),
    ]
    assert dates_of(documents[1]) == {None}


def test_notes_of_all_works_below_the_last_belong_to_none_of_them() -> None:
    works = "".join(
        f"论{name}\n（19{at}年5月1日）\n\n{WORDS[:-1]}〔{at - 50}〕。\n\n\n"
        for at, name in enumerate("甲乙丙", 51)
    )
    notes = "注释\n〔1〕甲的注释。\n〔2〕乙的注释。\n〔3〕丙的注释。\n"
    documents = read(works + notes)
    assert [document.group for document in documents] == [
        "001-1951-05-01",
        "002-1952-05-01",
        "003-1953-05-01",
        "003a",
    ]
    assert {(one.role, one.date) for one in documents[-1].paragraphs} == {("note", None)}


def test_headings_of_the_same_level_without_a_date_begin_undated_works() -> None:
    documents = read(
        f"# 甲\n（2018年4月20日）\n\n{WORDS}\n\n# 乙\n\n{OTHERS}\n\n## 一\n\n{WORDS}\n\n"
        f"# 注释\n\n〔1〕第一条注释。\n\n# 丙\n（2019年4月）\n\n{WORDS}\n",
        "a.md",
    )
    assert told(documents) == [
        ("001-2018-04-20", "甲", "2018-04-20"),
        ("002", "乙", None),
        ("003-2019-04", "丙", "2019-04"),
    ]
    assert [one.section for one in documents[1].paragraphs] == [None, "一", "注释"]


def test_a_contents_page_is_dropped_and_names_the_works_without_a_date() -> None:
    contents = "目　录\n论调查…………1\n无题…………5\n论落实…………9\n\n"
    documents = read(
        f"文集\n\n{contents}出版说明：{WORDS}\n\n论调查\n（1930年5月）\n{WORDS}\n"
        f"无题\n{OTHERS}\n论落实\n（2007年12月31日）\n{OTHERS}\n"
    )
    assert told(documents) == [
        ("000", None, None),
        ("001-1930-05", "论调查", "1930-05"),
        ("002", "无题", None),
        ("003-2007-12-31", "论落实", "2007-12-31"),
    ]
    assert [one.text for one in documents[0].paragraphs] == ["文集", f"出版说明：{WORDS}"]


def test_a_contents_page_with_dates_is_no_work() -> None:
    contents = "目录\n论调查\n（1930年5月）\n论落实\n（2007年12月31日）\n"
    text = f"论调查\n（1930年5月）\n{WORDS}\n论落实\n（2007年12月31日）\n{OTHERS}\n"
    assert told(read(contents + text)) == TWO


def test_a_line_with_as_many_blank_lines_above_it_as_the_titles_begins_an_undated_work() -> None:
    between = f"\n\n\n\n无题\n\n{OTHERS}\n\n\n\n"
    first, last = f"论调查\n（1930年5月）\n\n{WORDS}", f"论落实\n（2007年12月31日）\n\n{OTHERS}"
    assert told(read(first + between + last)) == [
        TWO[0],
        ("002", "无题", None),
        ("003-2007-12-31", "论落实", "2007-12-31"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # signatures, of which nobody knows where the letters begin
        f"来信\n\n同志：{WORDS}\n\n张三\n1938年5月1日\n\n"
        f"复信\n\n同志：{OTHERS}\n\n李四\n1939年5月1日\n\n又一封\n\n{WORDS}",
        f"张三\n1938年5月1日\n\n来信\n\n同志：{WORDS}\n\n李四\n1939年5月1日\n\n复信\n{OTHERS}",
        # dates below the texts
        f"论调查\n\n{WORDS}\n\n（1930年5月）\n\n论落实\n\n{OTHERS}\n\n（2007年12月31日）\n",
        f"论调查\n{WORDS}\n1930年5月1日\n论落实\n{OTHERS}\n2007年12月31日\n论三\n{WORDS}\n2008-01-01",
        # days above letters, below signatures
        f"{WORDS}\n弟息顿首\n1930年5月1日，杭州\n{OTHERS}\n弟息再拜\n1931年5月1日，上海\n{WORDS}",
        # bodies that sign notices
        f"关于读书的通知\n\n各单位：\n{WORDS}\n\n某某办公室\n2018年4月20日\n\n附件：\n读书办法\n\n"
        f"{OTHERS}\n\n某某委员会\n2018年4月21日\n\n{WORDS}",
        # days of a chronicle
        f"2018年4月20日\n{WORDS}\n2018年4月21日\n{OTHERS}\n",
        # dates on both sides of titles
        f"论甲\n1938年5月1日\n{WORDS}\n1939年5月1日\n论乙\n{OTHERS}\n"
        f"论丙\n1940年5月1日\n{WORDS}\n1941年5月1日\n论丁\n{OTHERS}",
    ],
)
def test_where_nobody_can_say_what_the_dates_date_nothing_is_dated(text: str) -> None:
    (document,) = read(text)
    assert (document.date, document.speaker, dates_of(document)) == (None, None, {None})


def test_what_cannot_be_parted_is_reported() -> None:
    (document,) = read(f"讲话\n2018年4月20日\n{WORDS}\n张三\n2019年4月20日\n\n{OTHERS}")
    assert [one.line for one in document.problems] == [5]
    assert str(document.problems[0].reason).startswith(
        "several texts stand here, and what 2019年4月20日 dates is unclear"
    )


def test_letters_that_are_signed_stay_one_text_with_all_of_its_lines() -> None:
    lines = ["来信", WORDS, "张三", "1938年5月1日", "复信", OTHERS, "李四", "1939年5月1日"]
    (document,) = read("\n\n".join(lines))
    assert [one.text for one in document.paragraphs] == lines[1:]
    assert len(document.problems) == 1


def test_attributions_below_their_passages_are_no_titles() -> None:
    notes = "\n\n".join(
        f"{WORDS}\n《在座谈会上的讲话》\n（2016年4月19日）\n\n"
        f"{OTHERS}\n《在大会上的讲话》\n（2018年5月4日）"
        for _ in range(3)
    )
    (document,) = read(notes)
    assert dates_of(document) == {None}


def test_a_page_mark_between_two_works_joins_no_title_to_the_text_above() -> None:
    printed = "（《文选》第五卷，某某出版社1977年4月第1版，第12页）"
    first = f"论调查\n（1930年5月）\n\n{WORDS}\n{printed}\n\n— 1 —\n\n"
    documents = read(f"{first}论落实\n（2007年12月31日）\n\n{OTHERS}\n\n— 2 —\n")
    assert told(documents) == TWO


def test_statutes_in_one_file_are_as_many_documents() -> None:
    documents = read(
        f"安全法\n（2016年11月7日第十二届全国人民代表大会常务委员会第二十四次会议通过）\n\n{WORDS}\n\n"
        f"条例\n2019年12月30日某某市人民代表大会常务委员会通过\n\n{OTHERS}\n"
    )
    assert told(documents) == [
        ("001-2016-11-07", "安全法", "2016-11-07"),
        ("002-2019-12-30", "条例", "2019-12-30"),
    ]


def test_one_work_with_a_signature_stays_one_document() -> None:
    (document,) = read(f"致读者\n2018年4月20日\n\n{WORDS}\n\n张三\n2018年4月20日\n")
    assert (document.group, document.date) == (None, day_span(date(2018, 4, 20)))


def test_the_dated_sections_of_a_speech_of_two_days_date_their_words() -> None:
    (document,) = read(
        f"# 在座谈会上的讲话\n\n## 引言\n（一九四二年五月二日）\n\n{WORDS}\n\n"
        f"## 结论\n（一九四二年五月二十三日）\n\n## 一\n\n{OTHERS}\n",
        "a.md",
    )
    assert [one.date for one in document.paragraphs] == [
        day_span(date(1942, 5, 2)),
        day_span(date(1942, 5, 23)),
    ]


def test_the_title_of_the_volume_is_the_source_and_names_the_speaker() -> None:
    documents = read(
        f"《邓小平文选》第三卷\n\n出版说明：{WORDS}\n\n论调查\n（1930年5月）\n{WORDS}\n\n"
        f"论落实\n（2007年12月31日）\n{OTHERS}\n"
    )
    assert [one.speaker for one in documents] == [None, "邓小平", "邓小平"]
    sources = {one.source for document in documents for one in document.paragraphs}
    assert sources == {"《邓小平文选》第三卷"}


def test_a_second_volume_in_the_file_ends_the_last_work_of_the_first() -> None:
    first = f"邓小平文选第一卷\n\n论调查\n（1930年5月）\n{WORDS}\n\n"
    second = f"邓小平文选第二卷\n\n{WORDS}\n\n论落实\n（2007年12月31日）\n{OTHERS}\n"
    documents = read(first + second)
    assert told(documents) == [TWO[0], ("001a", "邓小平文选第二卷", None), TWO[1]]
    assert [one.paragraphs[0].source for one in documents] == [
        "《邓小平文选》第一卷",
        "《邓小平文选》第二卷",
        "《邓小平文选》第二卷",
    ]


def test_every_line_is_understood_once_in_file_order() -> None:
    documents = read(
        f"001\n论调查\n（1930年5月）\n{WORDS}\n\n002\n论落实\n（2007年12月31日）\n{OTHERS}"
    )
    became = [(one.text, one.became) for document in documents for one in document.understood]
    assert became[:3] == [("001", "furniture"), ("论调查", "title"), ("（1930年5月）", "date")]


class Work(NamedTuple):
    title: str
    date: DateSpan
    written: str
    words: tuple[str, ...]


@st.composite
def made_works(draw: st.DrawFn) -> list[Work]:
    """Made-up works with titles that differ."""
    characters = draw(st.permutations(list("调查研究落实作风纪律团结民主法治教育农村")))
    made: list[Work] = []
    for at in range(draw(st.integers(2, 6))):
        day = draw(st.dates(date(1920, 1, 1), date(2020, 12, 28)))
        month = draw(st.booleans())
        written = f"（{day.year}年{day.month}月{'' if month else f'{day.day}日'}）"
        span = month_span(day.year, day.month) if month else day_span(day)
        title = "".join(characters[2 * at : 2 * at + 2])
        lines = draw(st.integers(1, 3))
        words = tuple(
            f"第{at + 1}篇的第{line + 1}段说的是{title}，{WORDS}" for line in range(lines)
        )
        made.append(Work(f"论{title}", span, written, words))
    return made


DRESSES = {
    "text": ("a.txt", "{title}\n{date}\n\n{words}\n\n\n", "\n"),
    "close": ("a.txt", "{title}\n{date}\n{words}\n", "\n"),
    "above": ("a.txt", "{date}\n{title}\n\n{words}\n\n", "\n\n"),
    "numbered": ("a.txt", "{number:03}\n{title}\n{date}\n{words}\n", "\n"),
    "markdown": ("a.md", "# {title}\n\n{date}\n\n{words}\n\n", "\n\n"),
    "html": ("a.html", "<h2>{title}</h2><p>{date}</p><p>{words}</p>\n", "</p><p>"),
}


@settings(deadline=None, max_examples=60)
@given(made_works(), st.sampled_from(sorted(DRESSES)))
def test_any_works_in_any_order_are_so_many_documents_each_with_its_own_date(
    made: list[Work], dress: str
) -> None:
    path, form, between = DRESSES[dress]
    text = "".join(
        form.format(number=at, title=work.title, date=work.written, words=between.join(work.words))
        for at, work in enumerate(made, 1)
    )
    documents = read(text, path)
    assert [(one.title, one.date) for one in documents] == [(one.title, one.date) for one in made]
    for document, work in zip(documents, made, strict=True):
        assert dates_of(document) == {work.date}
        assert [one.text for one in document.paragraphs] == list(work.words)
    groups = [document.group or "" for document in documents]
    assert all(low < high for low, high in pairwise(groups))


MANY = {
    "works": ("a.txt", "论第{at}\n（2018年4月20日）\n" + WORDS + "\n\n"),
    "headings": ("a.md", "# 论第{at}\n\n（2018年4月20日）\n\n" + WORDS + "\n\n"),
    "dates": ("a.txt", "（2018年4月{day}日）\n" + WORDS + "\n"),
    "titles and dates": ("a.txt", "论调查\n（2018年4月{day}日）\n"),
    "volumes": ("a.txt", "毛泽东选集\n论第{at}\n（2018年4月20日）\n" + WORDS + "\n"),
    "contents": ("a.txt", "目录\n"),
    "numbers": ("a.txt", "{at}\n论甲\n"),
}
TWO_WORKS = f"论一\n（1930年5月）\n\n{WORDS}\n\n论二\n（2007年12月31日）\n\n{OTHERS}\n"


@pytest.mark.parametrize("form", sorted(MANY))
def test_the_cost_of_parting_grows_with_the_file(form: str) -> None:
    path, line = MANY[form]

    def make(count: int) -> Content:
        lines = (line.format(at=at, day=at % 28 + 1) for at in range(count))
        content = read_content(SourceText.from_text(path, "".join(lines) + TWO_WORKS))
        assert isinstance(content, Content)
        return content

    assert_linear(works.read, make, 50)
