"""Several paragraphs in one physical line, and lines broken at any width: alike in every format."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest

from indexer.facts import read_documents
from indexer.formats.hard_wraps import cells
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span
from tests.support.growth import assert_linear

FORMATS: dict[str, tuple[str, Callable[[str], str]]] = {
    "text": ("a.txt", lambda line: f"上一段。\n\n{line}\n"),
    "markdown": ("a.md", lambda line: f"# 题\n上一段。\n\n{line}\n"),
    "html": ("a.html", lambda line: f"<p>上一段。</p>\n\n<p>{line}</p>\n"),
    "feed": ("a.txt", lambda line: f"---\n---\n<p>{line}</p>\n"),
}


def documents_in(text: str, path: str) -> tuple[Document, ...]:
    return read_documents(SourceText.from_text(path, text))


def paragraphs(text: str, path: str) -> list[tuple[str, tuple[int, int] | None]]:
    return [(one.text, one.lines) for doc in documents_in(text, path) for one in doc.paragraphs]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "　　", "\u2028　　"])
@pytest.mark.parametrize("name", FORMATS)
def test_what_parts_a_line_parts_paragraphs_of_the_same_line(name: str, separator: str) -> None:
    path, dress = FORMATS[name]
    text = dress(separator.join(["第一段说甲。", "第二段说“乙”。", "第三段说丙！”", "第四段"]))
    line = next(n for n, one in enumerate(text.split("\n"), 1) if "第一段" in one)

    assert paragraphs(text, path)[-4:] == [
        ("第一段说甲。", (line, line)),
        ("第二段说“乙”。", (line, line)),
        ("第三段说丙！”", (line, line)),
        ("第四段", (line, line)),
    ]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "　　"])
def test_what_parts_the_text_of_a_record_parts_its_paragraphs(separator: str) -> None:
    text = f"第一段说甲。{separator}第二段说乙。\n接着说。"

    assert paragraphs(json.dumps({"text": text, "section": "一"}), "a.jsonl") == [
        ("第一段说甲。", (1, 1)),
        ("第二段说乙。\n接着说。", (1, 1)),
    ]
    assert paragraphs(json.dumps({"text": text}), "a.jsonl") == [
        ("第一段说甲。", (1, 1)),
        ("第二段说乙。", (1, 1)),
        ("接着说。", (1, 1)),
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_two_blanks_that_follow_no_sentence_part_nothing(name: str) -> None:
    path, dress = FORMATS[name]
    texts = [text for text, _ in paragraphs(dress("姓　　名：某某，　　男"), path)]

    assert ["".join(text.split()) for text in texts][-1:] == ["姓名：某某，男"]


def test_a_head_in_lines_of_a_word_processor_is_a_head() -> None:
    text = "论调查\u2028（1925年12月1日）\u2028第一段说甲。\u2028第二段说乙。\n"
    (document,) = documents_in(text, "a.txt")

    assert document.title == "论调查"
    assert document.date == day_span(date(1925, 12, 1))
    assert [one.text for one in document.paragraphs] == ["第一段说甲。", "第二段说乙。"]


def test_a_line_of_many_paragraphs_is_parted_in_linear_time() -> None:
    assert_linear(
        lambda text: documents_in(text, "a.txt"),
        lambda size: "　　第一段说甲。" * (size // 8),
        20_000,
    )


SENTENCE = (
    "没有网络安全就没有国家安全，没有信息化就没有现代化，网络安全和信息化是一体之两翼、驱动之双轮"
)
ESSAY = [f"这是第{n}点，{SENTENCE * (n % 4 + 1)}，这一点必须牢牢记住。" for n in range(10, 22)]


def wrapped(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for character in text:
        if cells(line + character) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize("width", [*range(40, 125, 7), 120, 160, 200, 240])
def test_lines_wrapped_at_any_width_join(width: int, indent: str, blank: str) -> None:
    if not indent and not blank:
        pytest.skip("where paragraphs begin is then anybody's guess")
    text = "".join("\n".join(wrapped(indent + one, width)) + "\n" + blank for one in ESSAY)

    assert [text for text, _ in paragraphs(f"题目\n\n{text}", "a.txt")] == ESSAY


def test_wide_lines_that_are_paragraphs_stay_paragraphs() -> None:
    lines = [f"{SENTENCE}{'，还要看到' * n}第{n}点" for n in range(2, 8)]

    assert [text for text, _ in paragraphs("\n".join(lines), "a.txt")] == lines


def test_lines_that_were_broken_before_figures_too_join() -> None:
    lines = [
        "我是 ",
        f"1995年{SENTENCE}晚点了 ",
        f"10个小时，{SENTENCE}，",
        f"{SENTENCE}到 ",
        "20",
        "日为止。",
    ]

    assert [text for text, _ in paragraphs("题目\n\n" + "\n".join(lines) + "\n", "a.txt")] == [
        f"我是1995年{SENTENCE}晚点了10个小时，{SENTENCE}，{SENTENCE}到20日为止。"
    ]


def test_tags_that_a_copied_page_left_in_a_text_are_no_words() -> None:
    text = (
        "题目\n\n　　第一段说甲，说得很长。\n<tbody>\n<tr height=19>\n"
        "第二段说<b>乙</b>。<br>第三段。\n"
        "<P align=center>节　　\n&nbsp;&nbsp;第四段。</td></tr>\n"
    )

    assert paragraphs(text + "没有记号的一行。\n" * 400, "a.txt")[:6] == [
        ("第一段说甲，说得很长。", (3, 3)),
        ("第二段说乙。", (6, 6)),
        ("第三段。", (6, 6)),
        ("节", (7, 7)),
        ("第四段。", (8, 8)),
        ("没有记号的一行。", (9, 9)),
    ]


def test_a_text_about_tags_keeps_them() -> None:
    text = "说明\n\n用<p>和</p>分段，用<br>换行。\n\n标题用<h1>，表格用<tr>和<td>。\n"

    assert [text for text, _ in paragraphs(text + "没有记号的一行。\n" * 400, "a.txt")][:2] == [
        "用<p>和</p>分段，用<br>换行。",
        "标题用<h1>，表格用<tr>和<td>。",
    ]
