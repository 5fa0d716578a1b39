"""Source files that mean harm: no code runs, nothing crashes, memory and time stay bounded.

Each is read, or reported in one line.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from indexer import BuildOptions, build_index
from indexer.errors import SourceError
from indexer.facts import read_documents
from indexer.facts.articles.web_page import _is_menu
from indexer.facts.inspecting.inspection import inspect_text
from indexer.model.catalogue import Failure
from indexer.model.documents import Document, Paragraph
from indexer.model.limits import Limits
from indexer.sources.decoding import decode
from indexer.sources.source_text import SourceText
from tests.support.command_line import CHECKOUT, Lunshu
from tests.support.growth import assert_linear

BOOK = (
    "一、核心技术\n\n文一。\n\n《讲话》（2018年4月20日）\n\n二、人才\n\n文二。\n\n"
    "《讲话二》（2018年4月21日）\n\n文三。\n\n《讲话三》（2018年4月22日）\n\n"
)
FRONT = "---\ntitle: 题\n"


def read(text: str, path: str, limits: Limits | None = None) -> tuple[Document, ...]:
    source = SourceText.from_text(path, text, limits=limits or Limits())
    return read_documents(source)


def texts(text: str, path: str, limits: Limits | None = None) -> list[str]:
    return [one.text for document in read(text, path, limits) for one in document.paragraphs]


def refusal(text: str, path: str, limits: Limits | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        read(text, path, limits)
    return str(caught.value)


def attempt(text: str, path: str) -> tuple[list[str], str]:
    """The texts in a file, or why it cannot be read."""
    try:
        return texts(text, path), ""
    except SourceError as exc:
        return [], str(exc)


# Limits


def test_a_paragraph_over_the_limit_is_left_out_and_reported() -> None:
    (document,) = read(
        "甲。\n\n" + "乙" * 11 + "\n\n丙。\n", "a.txt", Limits(paragraph_characters=10)
    )
    assert [(one.passage, one.text) for one in document.paragraphs] == [(1, "甲。"), (3, "丙。")]
    assert [(one.line, one.reason) for one in document.problems] == [
        (
            3,
            "a paragraph has 11 characters, and the limit is 10; it is left out; divide it, or "
            "raise the limit: --max-paragraph CHARACTERS",
        )
    ]


def test_where_nothing_else_is_left_that_is_why_a_file_cannot_be_read() -> None:
    assert refusal("\n\n" + "乙" * 11, "a.txt", Limits(paragraph_characters=10)).startswith(
        "a.txt:3: a paragraph has 11 characters, and the limit is 10; "
    )


def test_the_paragraphs_left_of_a_passage_are_numbered_from_one() -> None:
    text = json.dumps({"text": "甲甲甲\n\n乙\n\n丙", "id": "x"})
    (document,) = read(text, "a.jsonl", Limits(paragraph_characters=2))
    assert [(one.number, one.text) for one in document.paragraphs] == [(1, "乙"), (2, "丙")]


@pytest.mark.parametrize(
    ("path", "text", "what"),
    [
        ("a.txt", "文\n" * 9, "10 lines"),
        ("a.txt", "文\r\n" * 4 + "文\r" * 5, "10 lines"),
        ("a.txt", "文。" + "\u2028文。" * 9, "10 lines"),
        ("a.md", "# 题\n文。" + "　　文。" * 8, "10 lines"),
        ("a.html", "<p>文" * 10, "10 tags"),
        ("a.md", "---\ntitle: 题\n---\n<p>" + "文<br>" * 9, "10 tags"),
        ("a.md", "# 题\n" + "文<br>" * 10, "10 tags"),
        ("a.json", json.dumps([{"text": "文"}] * 10), "10 paragraphs or more"),
        ("a.jsonl", json.dumps({"text": "文\n\n" * 10}), "10 paragraphs or more"),
    ],
)
def test_a_file_of_too_many_pieces_is_refused(path: str, text: str, what: str) -> None:
    assert refusal(text, path, Limits(pieces=9)) == (
        f"{path}: it has {what}, and the limit is 9; divide the file, or raise the limit: "
        "Limits(pieces=…)"
    )
    assert read(text, path, Limits(pieces=99))


def test_lines_of_a_text_with_no_more_characters_than_pieces_are_counted_too() -> None:
    assert refusal("\n" * 4 + "\r" * 5, "a.txt", Limits(pieces=9)) == (
        "a.txt: it has 10 lines, and the limit is 9; divide the file, or raise the limit: "
        "Limits(pieces=…)"
    )


@pytest.mark.parametrize("name", ["title", "speech", "chapter", "section", "source", "pages"])
def test_a_fact_over_the_limit_is_left_out_and_reported(name: str) -> None:
    record = json.dumps({"text": "文", name: "章" * 11}, ensure_ascii=False)
    (document,) = read(record, "a.jsonl", Limits(field_characters=10))
    assert document.title is None
    assert document.paragraphs == (Paragraph(passage=1, text="文", lines=(1, 1)),)
    assert [one.reason for one in document.problems] == [
        f"the {name} has 11 characters, and the limit is 10; it is left out; shorten it, or raise "
        "the limit: Limits(field_characters=…)"
    ]


def test_a_title_over_the_limit_is_left_out_whoever_reads_it() -> None:
    (document,) = read(f"<title>{'题' * 11}</title><p>文", "a.html", Limits(field_characters=10))
    assert (document.title, len(document.problems)) == (None, 1)


def test_front_matter_over_the_limit_is_passed_over_and_the_text_is_read() -> None:
    text = f"{FRONT}k: {'x' * 99}\n---\n文"
    (document,) = read(text, "a.md", Limits(front_matter_characters=99))
    assert (document.title, [one.text for one in document.paragraphs]) == (None, ["文"])
    assert [(one.line, one.reason) for one in document.problems] == [
        (
            1,
            "the front matter has 111 characters, and the limit is 99; it is passed over; shorten "
            "it, or raise the limit: Limits(front_matter_characters=…)",
        )
    ]


def test_problems_over_the_limit_are_counted() -> None:
    documents = read('{"text": "文"}\n' + "{\n" * 9, "a.jsonl", Limits(problems=3))
    lines = [problem.line for document in documents for problem in document.problems]
    assert lines == [2, 3, 4, 5]
    assert documents[0].problems[-1].reason == (
        "there are 6 more problems, and the limit is 3; mend the others first, or raise the limit: "
        "Limits(problems=…)"
    )


def test_problems_over_the_limit_are_counted_once_for_all_documents_of_a_file() -> None:
    records = [{"text": "文", "doc": str(number), "date": "昨天"} for number in range(9)]
    documents = read("\n".join(map(json.dumps, records)), "a.jsonl", Limits(problems=3))
    counts = [len(document.problems) for document in documents]
    assert counts == [1, 1, 1, 0, 0, 0, 0, 0, 1]
    assert documents[-1].problems[0].reason.startswith("there are 6 more problems, and the limit")


def test_a_document_of_which_nothing_is_left_says_why_in_another() -> None:
    records = [{"text": "长" * 11, "doc": "甲"}, {"text": "短", "doc": "乙"}]
    (document,) = read(
        "\n".join(map(json.dumps, records)), "a.jsonl", Limits(paragraph_characters=9)
    )
    assert (document.group, [one.line for one in document.problems]) == ("乙", [1])


def test_a_heading_that_is_a_page_long_is_text() -> None:
    (document,) = read(f"# 题\n\n## {'长' * 201}\n\n### 短\n\n文。", "a.md")
    assert [(one.text, one.section) for one in document.paragraphs] == [
        ("长" * 201, None),
        ("文。", "短"),
    ]


@pytest.mark.parametrize("number", ["9" * 20, "1" * 4000, "一" * 20, "10000"])
def test_a_number_that_no_chapter_has_is_none(number: str) -> None:
    record = json.dumps({"text": "文", "chapter": f"第{number}章"})
    assert read(record, "a.jsonl")[0].paragraphs[0].chapter_no is None


def test_a_number_that_no_chapter_has_does_not_make_the_ones_before_it_missing() -> None:
    high = "九九九、人才"
    text = f"目录\n\n一、核心技术\n\n{high}\n\n{BOOK.replace('二、人才', high)}"
    assert read(text.replace("九九九", "二"), "a.txt")[0].kind == "compendium"
    assert read(text, "a.txt")[0].problems == ()


def test_an_index_of_a_hostile_file_contains_the_rest(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("核心技术。\n\n" + "一" * 101, "utf-8")
    (seeds / "b.jsonl").write_text('{"text": "文", "chapter": "第99999999999999999999章"}', "utf-8")
    (seeds / "c.txt").write_text("文" * 1000, "utf-8")
    limits = Limits(paragraph_characters=100, file_bytes=2000)
    report = build_index(seeds, tmp_path / "index", options=BuildOptions(limits=limits))
    assert report.paragraphs == 2
    assert report.failed == (
        Failure(
            "a.txt",
            "line 3: a paragraph has 101 characters, and the limit is 100; it is left out; divide "
            "it, or raise the limit: --max-paragraph CHARACTERS (the rest is indexed)",
        ),
        Failure(
            "c.txt",
            "it has 3,000 bytes, and the limit is 2,000; divide it, or raise the limit: "
            "--max-file-size MB",
        ),
    )


# What once raised, or may


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.html", "<p>文&#" + "9" * 5000 + ";", ["文\ufffd"]),
        ("a.html", "<p>文&#" + "0" * 5000 + "65;", ["文A"]),
        ("a.html", "<p>文&#x" + "0" * 5000 + "41;", ["文A"]),
        ("a.md", "# 题\n\n文&#" + "9" * 5000 + ";", ["文\ufffd"]),
        ("a.html", "<p>文&#xd800;&#x110000;&#x0;", ["文\ufffd\ufffd\ufffd"]),
        ("a.html", "<p>文</p>" + "<div>" * 50_000 + "尾", ["文", "尾"]),
        ("a.html", '<html><p title="' + "x" * 2_000_000 + '">文', ["文"]),
        ("a.html", "<p>文" + "</b>" * 50_000, ["文"]),
        ("a.html", "<p>文<table>" + "<tr><td><table>" * 20_000 + "内", ["文", "内"]),
        ("a.html", "<p>" + "&nbsp;&amp;" * 50_000, ["& " * 49_999 + "&"]),
        ("a.html", "<p>文<![CDATA[x]]><![endif]-->", ["文"]),
        ("a.md", ">" * 100_000 + "文", ["文"]),
        ("a.md", "# 题\n" + "> " * 100_000 + "文", ["文"]),
        ("a.md", f"{FRONT}k: {'[' * 50_000}{']' * 50_000}\n---\n文", None),
        ("a.json", '[{"text": "文", "x": ' + "[" * 100_000 + "]" * 100_000 + "}]", None),
        ("a.json", '[{"text": "文", "x": ' + "9" * 10_000 + "}]", None),
        ("a.json", "[" * 100_000, None),
        ("a.jsonl", '{"text": "文", "x": ' + "9" * 10_000 + '}\n{"text": "乙"}', ["乙"]),
        ("a.jsonl", '{"text": "文", "x": ' + '{"a":' * 100_000 + '\n{"text": "乙"}', ["乙"]),
        (
            "a.jsonl",
            '{"text": "文", "x": NaN}\n{"text": "文", "x": -Infinity}\n{"text": "乙"}',
            ["乙"],
        ),
        ("a.jsonl", '{"text": "文\\ud800"}\n{"text": "乙"}', ["乙"]),
        ("a.jsonl", '{"text": "甲", "text": "乙"}', ["乙"]),
        ("a.jsonl", '{"text": 1e300, "date": 1500000000000}', ["1e+300"]),
        ("a.jsonl", '{"text": "文\\u0000\\u001b[2J\\u009b\\u202e\\r\\n\\r尾"}', ["文[2J", "尾"]),
        ("a.txt", "文 一、核心技术\n\n" + BOOK, ["文一。", "文二。", "文三。"]),
        ("a.txt", BOOK + "章。\n\n年\n\n年\n\n年\n《\n", None),
        ("a.txt", "文" * 300_000, ["文" * 300_000]),
        ("a.txt", "\n" * 200_000 + "文", ["文"]),
        ("a.txt", "\x00\x01\x02文\x7f", ["文"]),
    ],
    ids=lambda value: value[:24].encode("unicode_escape").decode() if type(value) is str else "",
)
def test_hostile_text_is_read_or_refused(path: str, text: str, expected: list[str] | None) -> None:
    found, refused = attempt(text, path)
    assert expected is None or (found, refused) == (expected, "")
    assert len(refused) < 700
    assert refused.isprintable()


@pytest.mark.parametrize("padding", ["", "k: " + "x" * 20_000 + "\n"], ids=["fast", "slow"])
@pytest.mark.parametrize(
    ("value", "title"),
    [
        ("!!python/object/apply:os.mkdir [ran]", "!!python/object/apply:os.mkdir [ran]"),
        ("!!python/object/new:os.mkdir {args: [ran]}", None),
        ("!!python/name:os.system x", "x"),
        ('"\\U99999999"', None),
        ('"\\ud800题"', "题"),
        ('"\\e[2J\\x9b\\u202e\\n题"', "[2J 题"),
        ("&a [*a]", None),
        ("{? [a] : b}", None),
        ("*b", None),
        ("[" * 300 + "x" + "]" * 300, None),
    ],
)
def test_front_matter_builds_nothing_but_strings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, title: str | None, padding: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"---\ntitle: {value}\n{padding}---\n文"
    _, refused = attempt(text, "a.md")
    assert not refused or "the front matter is not YAML" in refused
    assert refused or title is None or read(text, "a.md")[0].title in (title, "ran")
    assert list(tmp_path.iterdir()) == []


def test_aliases_of_aliases_are_not_multiplied() -> None:
    laughs = "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    assert texts(f"{FRONT}a0: &a0 [笑, 笑]\n{laughs}---\n文", "a.md") == ["文"]


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("length", [300, 19_000])
def test_deep_front_matter_does_not_exhaust_a_small_stack(unit: str, length: int) -> None:
    text = f"{FRONT}k:\n {unit * (length // len(unit))}\n---\n文"
    outcome: list[str] = []

    def target() -> None:
        try:
            outcome.append(read(text, "a.md")[0].kind)
        except SourceError as exc:
            outcome.append(exc.reason)

    before = threading.stack_size(256 * 1024)
    try:
        thread = threading.Thread(target=target)
        thread.start()
        thread.join()
    finally:
        threading.stack_size(before)
    assert len(outcome) == 1


def test_groups_that_differ_in_unseen_characters_are_one_document() -> None:
    lines = [json.dumps({"text": "文", "doc": doc}) for doc in ("甲", "甲\u202e", "甲\x1b", "\x1b")]
    documents = read("\n".join(lines), "a.jsonl")
    assert [(one.group, len(one.paragraphs)) for one in documents] == [("甲", 3), (None, 1)]


def test_a_message_quotes_no_more_of_a_file_than_can_be_read() -> None:
    (document,) = read(f'{FRONT}date: "{"1" * 90_000}\\n\\e[2J"\n---\n文', "a.md")
    assert (
        document.problems[0].reason == f"the date '{'1' * 60}…' is not understood; write 2018-04-20"
    )


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"\xfe\xffx", b"\x81", b"\x81\x30\x81", b"\0"])
def test_bytes_that_break_off_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^[^\n]+$"):
        decode(data)


# Time and memory


def repeated(unit: str, head: str = "", tail: str = "") -> Callable[[int], str]:
    return lambda size: head + unit * (size // len(unit)) + tail


PAGE = "<html><p>文"
GROWING: dict[str, tuple[str, Callable[[int], str]]] = {
    "html: nested": ("a.html", repeated("<div>", PAGE, "文")),
    "html: tables in tables": ("a.html", repeated("<table><tr><td>文", PAGE)),
    "html: open tags": ("a.html", repeated("<a b='>", PAGE)),
    "html: open comments": ("a.html", repeated("<!--", PAGE)),
    "html: open declarations": ("a.html", repeated("<![CDATA[", PAGE)),
    "html: open end tags": ("a.html", repeated("</ ", PAGE)),
    "html: breaks": ("a.html", repeated("<br>\n", PAGE, "文")),
    "html: long heading over many": ("a.html", repeated("<h6>文<p>文", PAGE)),
    "markdown: quotation in quotation": ("a.md", repeated(">", "# 题\n", "文")),
    "markdown: brackets": ("a.md", repeated("[a](", "# 题\n", "文")),
    "markdown: stars": ("a.md", repeated("**a ", "# 题\n", "文")),
    "markdown: blanks": ("a.md", lambda size: "文" + " " * size + "文"),
    "markdown: equals signs": ("a.md", lambda size: "文" + "=" * size + "文"),
    "markdown: underlines": (
        "a.md",
        lambda size: "# 题\n" + "文\n" * 60 + "文。\n" + "==\n" * (size // 8) + "文" * size,
    ),
    "markdown: many underlines": (
        "a.md",
        lambda size: "# 题\n" + ("文" * 30 + "\n") * (size // 62) + "==\n" * (size // 8),
    ),
    "code: a dash long as the file": (
        "a.md",
        lambda size: "# 题\n\n文。\n\n```\n" + "-" * size + "\n文\n```\n",
    ),
    "front matter: open quotation mark in the title": (
        "a.txt",
        lambda size: f"---\ntitle: _{'题' * (size // 4)}\n---\n<p>文",
    ),
    "page: menu": ("a.txt", repeated("a>", "题-站\n", "\n题\n文")),
    "page: foot": ("a.txt", repeated("ICP备", "题-站\n题\n文\n", "\n")),
    "page: site": ("a.txt", repeated("app", "题-", "x\n题\n文\n")),
    "book: dashes": ("a.txt", repeated("-", BOOK, "文")),
    "book: dots": ("a.txt", lambda size: "目录\n一、" + "." * size + "x\n\n" + BOOK),
    "book: attributions": ("a.txt", repeated("文。\n\n《讲话》（2018年4月20日）\n\n", BOOK)),
    "book: broken attributions": ("a.txt", repeated("《讲话（2018年4月20日\n\n", BOOK)),
    "newspaper": ("a.txt", repeated("没有网络安全就没有国家。安全没有信息化就\n")),
    "text: wrapped": ("a.txt", repeated("没有网络安全就没有国家安全，没有\n")),
    "text: attributions": ("a.txt", repeated("文。\n\n——2018年4月20日，在会上的讲话\n\n")),
    "book: one note": (
        "a.txt",
        lambda size: f"{BOOK}文。\n\n《{'讲' * size}》（2018年4月20日）\n\n",
    ),
    "book: publications of a note": (
        "a.txt",
        lambda size: (
            f"{BOOK}文。\n\n《讲话》（2018年4月20日）{'，《人民日报》第1页' * (size // 10)}\n\n"
        ),
    ),
    "book: chapters": ("a.txt", repeated("第一章　节\n\n", BOOK, "文。\n")),
    "notes: one of many words": (
        "a.txt",
        lambda size: f"题\n\n文。\n\n——转引自《{'讲' * size}》，第{'1' * size}页\n",
    ),
    "notes: brackets": ("a.txt", repeated("（《讲话》", BOOK)),
    "notes of speakers": ("a.txt", repeated("毛泽东：《讲话》（2018年4月20日）\n\n", "题\n\n")),
    "head: lines": ("a.txt", repeated("题目\n", tail="\n文。\n")),
    "head: bylines": ("a.txt", repeated("作者：甲\n", "题目\n", "\n文。\n")),
    "head: dates": ("a.txt", repeated("（2018年4月20日）\n", "题目\n", "\n文。\n")),
    "head: long date": ("a.txt", lambda size: f"题\n（{'9' * size}年13月45日）\n\n文。\n"),
    "works": ("a.txt", repeated("题目\n（2018年4月20日）\n\n文。\n\n")),
    "works: impossible dates": ("a.txt", repeated("题目\n（2018年13月45日）\n\n文。\n\n")),
    "works: headings": ("a.md", repeated("# 题目\n\n（2018年4月20日）\n\n文。\n\n")),
    "headings": ("a.md", repeated("## 节\n", "# 题\n", "\n文。\n")),
    "headings with text": ("a.md", repeated("## 节\n\n文。\n\n", "# 题\n")),
    "headings: html": ("a.html", repeated("<h2>节</h2>", "<html>", "<p>文。")),
    "apparatus: marks": ("a.txt", repeated("文〔1〕", "题\n\n", "。\n\n注释\n\n〔1〕甲。\n")),
    "apparatus: notes": ("a.txt", repeated("〔1〕甲。\n", "题\n\n文〔1〕。\n\n注释\n\n")),
    "apparatus: footnotes": ("a.md", repeated("文[^1]。\n\n[^1]: 注\n\n", "# 题\n\n")),
    "furniture: adverts": ("a.txt", repeated("更多电子书 www.xx.com\n", "题\n\n文。\n")),
    "furniture: pages": ("a.txt", repeated("— 12 —\n", "题\n\n文。\n")),
    "one line: indents": ("a.txt", repeated("甲。　　")),
    "one line: no sentences": ("a.txt", repeated("甲，　　")),
    "one line: separators": ("a.txt", repeated("甲\u2028")),
    "one line: elements": ("a.md", repeated("<p>甲<br>", "# 题\n")),
    "hidden: open": ("a.md", repeated("<a hidden>", "# 题\n", "文")),
    "hidden: open tags": ("a.md", repeated("<a hidden ", "# 题\n", "文")),
    "hidden: crossed out": ("a.md", repeated("<del>", "# 题\n", "文")),
    "hidden: html": ("a.html", repeated("<div hidden><s><li>甲", "<html><p>文")),
    "tags in a text": ("a.txt", repeated("<tr><td>甲。", "题\n\n")),
    "open tags in a text": ("a.txt", repeated("<b ", "题\n\n<tr>\n<tr>\n<tr>\n")),
    "broken before figures": ("a.txt", repeated("甲 \n1乙 \n", "题\n\n")),
    "records": ("a.jsonl", repeated('{"text": "文", "date": "2018"}\n')),
    "records: broken": ("a.jsonl", repeated("{\n", '{"text": "文"}\n')),
    "records: one array": ("a.json", repeated('{"text": "文"},', "[", "{}]")),
}


@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_text_takes_about_four_times_as_long(name: str) -> None:
    path, text_of = GROWING[name]
    assert_linear(lambda text: attempt(text, path), text_of, 2_000)


@pytest.mark.slow
@pytest.mark.parametrize("name", GROWING)
def test_four_times_the_text_takes_about_four_times_as_long_to_look_into(name: str) -> None:
    path, text_of = GROWING[name]

    def look(text: str) -> None:
        with suppress(SourceError):
            inspect_text(SourceText.from_text(path, text))

    assert_linear(look, text_of, 2_000)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.txt", f"{BOOK}文。\n\n《{'讲' * 20_000}》（2018年4月20日）\n\n尾。\n\n{BOOK[-22:]}"),
        ("a.txt", f"题\n\n文。\n\n——转引自《{'讲' * 20_000}》，第{'1' * 20_000}页\n\n尾。\n"),
        ("a.txt", "题目\n" * 100_000 + "\n尾。\n"),
        ("a.txt", "题目\n" + "作者：甲\n" * 10_000 + "\n尾。\n"),
        ("a.md", "# 题\n" + "## 节\n" * 100_000 + "\n尾。\n"),
        ("a.html", "<html>" + "<h2>节</h2>" * 50_000 + "<p>尾。"),
        ("a.txt", "题目\n（2018年13月45日）\n\n尾。\n"),
        ("a.md", "---\ntitle: 题\ndate: 2018-13-45\n---\n尾。\n"),
        ("a.html", "<meta name=date content='99999-01-01'><h1>题</h1><p>尾。"),
        ("a.jsonl", '{"text": "尾。", "date": "0000-00-00", "speech": "讲话"}'),
    ],
    ids=lambda value: value[:16] if len(value) > 9 else value,
)
def test_the_rest_of_a_hostile_file_is_read_and_dated_by_nothing(path: str, text: str) -> None:
    documents = read(text, path)
    (last,) = [
        one for document in documents for one in document.paragraphs if one.text.endswith("尾。")
    ]
    problems = [problem.reason for document in documents for problem in document.problems]
    assert last.date is None or BOOK in text
    assert all(len(str(reason)) < 700 and str(reason).isprintable() for reason in problems)


def test_a_menu_that_can_be_read_in_many_ways_is_looked_at_once() -> None:
    assert not _is_menu("a" + ">" * 53 + " b c")
    assert _is_menu("首页 > 新闻 >> 正文")
    assert _is_menu("首页>" + "»" * 40 + "正文")
    assert not _is_menu("首页 新闻")
    assert_linear(_is_menu, lambda size: "a" + ">" * size + " b c", 16)


MEASURED = """
import resource
from indexer.errors import SourceError
from indexer.model.limits import Limits
from indexer.facts import read_documents
from indexer.sources.source_text import SourceText
from tests.support.growth import assert_linear

before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path, text in (
    ("a.txt", "题-" + "|" * 3_000_000 + "\\n\\n文。"),
    ("a.html", '<p title="' + "x" * 3_000_000 + '">文'),
    ("a.html", "<p>" + "&nbsp;" * 500_000 + "文"),
    ("a.jsonl", '{"text": "文", "x": "' + "x" * 3_000_000 + '"}'),
    ("a.md", "# " + "题" * 1_000_000 + "\\n" + "###### 节\\n文\\n" * 2_000),
    ("a.txt", "文" * 3_000_000),
):
    try:
        read_documents(SourceText.from_text(path, text))
    except SourceError:
        pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)
"""


def test_memory_stays_within_some_times_the_size_of_a_file() -> None:
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", MEASURED],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 150  # megabytes, for files of 3 to 9


# The terminal

STEERS = "\x1b[2J\x1b]0;x\x07\x9b31m\x85\x08\x7f\u202e\u2066\u200f\u2028\u061c\ufeff\u200b\x0b"
OUR_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def steering(output: str) -> set[str]:
    """What in the output of a command a terminal would obey, or what nobody sees."""
    return {
        character
        for character in output
        if character != "\n" and unicodedata.category(character) in UNSEEN
    }


def hostile_files() -> dict[bytes, str]:
    facts = (
        "text",
        "title",
        "speech",
        "chapter",
        "section",
        "source",
        "pages",
        "id",
        "doc",
        "date",
    )
    records = (
        {name: f"{name}核心技术{STEERS}\r\n" for name in facts},
        {"text": "核心技术", "doc": f"甲{STEERS}", "id": f"乙{STEERS}", "speech": STEERS},
        {"doc": f"甲{STEERS}", "text": ["\x1b"], "date": "\x1b[2J"},
    )
    escaped = '"题\\e[2J\\x9b\\u202e\\n目"'
    html = f"核心技术&#x202e;&#27;[2J&#x9b;&#x2028;&#133;&#13;{STEERS}"
    return {
        b"a.txt": f"题{STEERS}目\n\n核心技术{STEERS}。\n",
        b"b.md": f"{FRONT[:4]}title: {escaped}\ndate: {escaped}\nauthor: {escaped}\n---\n"
        f"# 章{html}\n\n## 节{html}\n\n{html}\n\n```\n{STEERS}核心技术\n```\n",
        b"c.html": f"<title>{html}</title><meta name=author content='{html}'><h2>{html}</h2>"
        f"<p>{html}",
        b"d.jsonl": "\n".join(map(json.dumps, records)),
        b"e.jsonl": "\n".join(json.dumps(one, ensure_ascii=False) for one in records) + "\n\x1b[2J",
        b"f.txt": BOOK.replace("讲话", f"讲{STEERS}话").replace("人才", f"核心技术{STEERS}")
        + f"核心技术。\n\n《讲话（2018年4月22日{STEERS}\n\n",
        b"g.md": f"{FRONT}\x1b[2J\u202e: : :\n---\n文",
        b"h\x1b[2J\n\r\x07\x7f\xc2\x9b\xe2\x80\xae.txt": "核心技术。",
        b"i\xff.txt": "核心技术。",
        b"j\x1b[2J\n.txt": "\0\1\2",
    }


@pytest.fixture
def hostile_desk(desk: Path) -> Path:
    """A desk with a folder of source files that would steer the terminal, not yet indexed."""
    seeds = os.fsencode(desk / "seeds")
    os.mkdir(seeds)
    for name, text in hostile_files().items():
        with open(os.path.join(seeds, name), "wb") as file:
            file.write(text.encode())
    os.symlink("/etc/passwd", os.path.join(seeds, b"link\x1b[2J\n"))
    os.mkfifo(os.path.join(seeds, b"pipe\xc2\x9b\n"))
    return desk


def commands(ids: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        ("search", "核心技术", "--limit", "0"),
        ("search", "核心 题", "--sort", "date"),
        ("search", "讲话：讲"),
        ("search", "没有的东西"),
        ("search", f"{STEERS}"),
        ("list", "documents"),
        ("list", "chapters"),
        ("list", "speeches"),
        ("status",),
        ("explain", "讲话：核心技术 题"),
        *(("show", id_) for id_ in ids),
    ]


@pytest.mark.usefixtures("hostile_desk")
def test_nothing_from_a_source_steers_the_terminal(lunshu: Lunshu) -> None:
    run = lunshu("index")
    assert run.code == 2
    assert run.err.count("lunshu: ") == run.err.count("\n")
    assert steering(run.out + run.err) == set()
    found = json.loads(lunshu("search", "核心技术", "--limit", "0", "--format", "json").out)
    ids = [hit["id"] for hit in found["hits"]]
    assert len(ids) > 10
    files = sorted(name for name in os.listdir("seeds") if os.path.isfile(f"seeds/{name}"))
    assert len(files) > 10
    looks = [("inspect", f"seeds/{name}") for name in files]
    for command in (*commands(ids), *looks):
        plain = lunshu(*command, "--color", "never")
        may_fail = ("search", "explain", "inspect")
        assert plain.code == 0 or command[0] in may_fail, (command, plain)
        assert steering(plain.out + plain.err) == set(), command
        coloured = lunshu(*command, "--color", "always")
        assert steering(OUR_COLOURS.sub("", coloured.out) + coloured.err) == set(), command
        assert OUR_COLOURS.sub("", coloured.out).count("\n") == plain.out.count("\n")
