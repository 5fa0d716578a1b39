"""Plain text: where paragraphs begin, what joins, what is the title."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts import articles
from indexer.model.documents import Document, Paragraph, Understood
from indexer.text.dates import day_span
from tests.support.reading import document_of


def read(text: str) -> Document:
    return document_of(articles.read, text)


def test_a_title_and_paragraphs_between_blank_lines() -> None:
    assert read("网络强国\r\n\r\n 没有网络安全\r\n就没有国家安全。\r\n \r\n第二段。") == Document(
        kind="text",
        title="网络强国",
        paragraphs=(
            Paragraph(passage=1, text="没有网络安全就没有国家安全。", lines=(3, 4)),
            Paragraph(passage=2, text="第二段。", lines=(6, 6)),
        ),
        understood=(
            Understood(
                lines=(1, 1), text="网络强国", became="title", facts=(("title", "网络强国"),)
            ),
        ),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("第一段。\n第二段。\n第三段没有句号\n", ["第一段。", "第二段。", "第三段没有句号"]),
        ("　　第一段，\n　　第二段。\n　　第三段。", ["第一段，", "第二段。", "第三段。"]),
        ("长" * 60 + "\n" + "又长" * 30, ["长" * 60, "又长" * 30]),
        ("床前明月光，\n疑是地上霜。", ["床前明月光，疑是地上霜。"]),
        ("北京\n上海市浦东新区\n天津", ["北京", "上海市浦东新区", "天津"]),
        ("The quick brown\nfox jumps over.", ["The quick brown fox jumps over."]),
        ("互联网+\n行动计划。", ["互联网+行动计划。"]),
        ("发展速度很快,\n5g已经商用。", ["发展速度很快,5g已经商用。"]),
        ("普及率达到了20\n16年的水平。", ["普及率达到了2016年的水平。"]),
        ("参加 CES\nAsia 展会。", ["参加 CES Asia 展会。"]),
        ("We co-\noperate.", ["We co-operate."]),
        ("第一段\n还没完。\n=====\n第二段。", ["第一段还没完。", "第二段。"]),
        (
            "一、开幕\n（二）讨论，\n还有表决\n1. 闭幕\n以上由办公室负责。",
            ["一、开幕", "（二）讨论，还有表决", "1. 闭幕以上由办公室负责。"],
        ),
        ("增长了\n1.5亿人。", ["增长了1.5亿人。"]),
        ("引文。\n……\n引文。", ["引文。", "……", "引文。"]),
        ("没有换行", ["没有换行"]),
        ("中 国 人\n", ["中 国 人"]),
    ],
)
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    document = read(text)

    assert (document.title, [paragraph.text for paragraph in document.paragraphs]) == (
        None,
        expected,
    )


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    text = (
        "网络安全和信息化是一体之两翼、驱动之双轮，必须统一谋划、统一部署\n"
        "统一推进。\n"
        "做好网络安全和信息化工作，要处理好安全和发展的关系，做到协调一致\n"
        "齐头并进，以安全保发展、以发展促安全，努力建久安之势、成长治之业\n"
        "这是全党的任务。"
    )

    assert [paragraph.lines for paragraph in read(text).paragraphs] == [(1, 2), (3, 5)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("题目\n\n文。", "题目"),
        ("题目\n　　文。\n　　文。", "题目"),
        ("题目\n这里是很长很长很长的第一段。\n第二段。", "题目"),
        ("这是一句话。\n\n文。", None),
        ("如下：\n\n文。", None),
        ("只有一行", None),
        ("没有网络安全就没有国\n家安全。", None),
        ("长" * 41 + "\n\n文。", None),
        ("我是 \n1995年在国务院工作的时候来过深圳，以后一直\n关心这里的发展。", None),
    ],
)
def test_a_first_short_line_is_the_title(text: str, title: str | None) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    "head",
    [
        "网络安全\n作者：张三\n2018年4月20日\n\n正文\n没完。",
        "网络安全\n\n作者：张三\n（2018年4月20日）\n正文\n没完。",
        "网络安全\n发布时间：2018-04-20 08:30\n作者：张三\n\n正文\n没完。",
    ],
)
def test_below_the_title_may_stand_a_byline_and_the_date(head: str) -> None:
    published = day_span(date(2018, 4, 20))

    document = read(head)

    assert (document.title, document.date, document.speaker) == ("网络安全", published, "张三")
    assert [(p.text, p.speaker, p.date, p.date_kind) for p in document.paragraphs] == [
        ("正文没完。", "张三", published, "publication"),
    ]


def test_a_byline_that_names_no_author_stays_text_of_its_own() -> None:
    document = read("网络安全\n记者：张三\n2018年4月20日\n\n正文\n没完。")

    assert (document.title, document.date) == ("网络安全", day_span(date(2018, 4, 20)))
    assert [(p.text, p.speaker) for p in document.paragraphs] == [
        ("记者：张三", None),
        ("正文没完。", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "网络安全\n\n2018年\n\n正文。",
        "网络安全\n\n2018年4月31日\n\n正文。",
        "网络安全\n\n2018年4月20日，会议召开。",
        "开会通知\n\n时间：2018年4月20日\n\n正文。",
        "2018年4月20日\n\n正文。",
        "网络安全\n\n2018年4月20日",
    ],
)
def test_what_is_no_certain_date_below_a_title_stays_text(text: str) -> None:
    document = read(text)

    assert document.date is None
    assert [p.text for p in document.paragraphs] == [
        line for line in text.split("\n") if line and line != document.title
    ]


def test_of_two_dates_below_the_title_the_second_stays_text() -> None:
    document = read("网络安全\n2018年4月20日\n2018年4月21日\n\n正文。")

    assert document.date == day_span(date(2018, 4, 20))
    assert [p.text for p in document.paragraphs] == ["2018年4月21日", "正文。"]


def test_a_quotation_may_be_attributed_here_too() -> None:
    (paragraph,) = read("引文。\n\n——2018年4月20日，《在会上的讲话》\n").paragraphs

    assert (paragraph.role, paragraph.speech, paragraph.date_kind) == (
        "quotation",
        "在会上的讲话",
        "speech",
    )


def test_a_rule_alone_is_no_text() -> None:
    assert read("-----\n").paragraphs == ()


@pytest.mark.parametrize("colon", ["：", ":"])
def test_who_is_addressed_is_a_paragraph_however_few_lines_there_are(colon: str) -> None:
    text = f"来宾、教员、学生诸君{colon}\n今天是本学校开学的日期，我们为什么有了这个学校呢？"
    assert [one.text for one in read(text).paragraphs] == text.split("\n")


def test_a_colon_at_the_end_of_a_full_line_parts_no_paragraph() -> None:
    lines = (
        "没有网络安全就没有国家安全，我们一向认为有一句话说得很好：",
        "过不了这一关就过不了长期执政这一关。",
    )
    assert [one.text for one in read("\n".join(lines)).paragraphs] == ["".join(lines)]
