"""From a file to the article that is traced."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from indexer.errors import SourceError
from indexer.text.dates import DateSpan
from searcher.articles.article import Attribution
from searcher.claims.reading import read_article
from tests.support.command_line import CHECKOUT

FURNITURE = ["万山磅礴", "kok手", "2015", "网站地图"]


def read(text: str, name: str = "文.txt") -> list[tuple[str, tuple[int, int]]]:
    """The paragraphs of a file, each with its lines."""
    article = read_article(text.encode(), name)
    return [(article.text[one.start : one.end], one.lines) for one in article.paragraphs]


SAFE = "没有网络安全就没有国家安全"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (SAFE, [(SAFE, (1, 1))]),
        (f"{SAFE}\n", [(SAFE, (1, 1))]),
        (f"\n\n{SAFE}。\n", [(f"{SAFE}。", (3, 3))]),
        (f"{SAFE}\n\n这句话很重要。\n", [(SAFE, (1, 1)), ("这句话很重要。", (3, 3))]),
        (
            f"{SAFE}\n2016年4月19日\n\n这句话很重要。",
            [(SAFE, (1, 1)), ("这句话很重要。", (4, 4))],
        ),
        (f"# {SAFE}\n\n这句话很重要。", [(SAFE, (1, 1)), ("这句话很重要。", (3, 3))]),
        (
            f"# 题\n\n一段。\n\n## {SAFE}\n\n二段。\n\n## 又一节\n\n### 小节\n\n三段。",
            [
                ("题", (1, 1)),
                ("一段。", (3, 3)),
                (SAFE, (5, 5)),
                ("二段。", (7, 7)),
                ("又一节", (9, 9)),
                ("小节", (11, 11)),
                ("三段。", (13, 13)),
            ],
        ),
        (
            f"<html><head><title>{SAFE}</title></head><body>\n<h1>{SAFE}</h1><p>一段。</p>",
            [(SAFE, (1, 1)), ("一段。", (2, 2))],
        ),
        (
            "\n---\ntitle: '要锤炼_基本功_'\ndate: Sat, 17 Apr 2021 17:10:46 GMT\n---\n\n"
            "<div><p>一段。</p></div>",
            [("要锤炼“基本功”", (3, 3)), ("一段。", (7, 7))],
        ),
        (
            '{"doc": "甲", "title": "文甲", "text": "一段。"}\n'
            '{"doc": "乙", "title": "\\u6587\\u4e59", "text": "二段。"}\n',
            [("文甲", (1, 1)), ("一段。", (1, 1)), ("文乙", (2, 2)), ("二段。", (2, 2))],
        ),
        (
            f'{{"title": "{SAFE}", "text": "{SAFE}。"}}\n{{"text": "二段。"}}\n',
            [(f"{SAFE}。", (1, 1)), ("二段。", (2, 2))],
        ),
    ],
)
def test_nothing_is_lost_to_a_title_or_a_heading(
    text: str, paragraphs: list[tuple[str, tuple[int, int]]]
) -> None:
    assert read(text) == paragraphs


def test_a_title_that_stands_in_the_text_is_not_there_twice(seeds: Path) -> None:
    for path in seeds.glob("*.txt"):
        texts = [text for text, _ in read(path.read_text("utf-8"), path.name)]
        headings = [text for text in texts if len(text) > 12 and not text.endswith("。")]
        assert len(headings) == len(set(headings)), path.name


def test_of_a_web_page_only_its_furniture_is_left_out(seeds: Path) -> None:
    (path,) = seeds.glob("001*.txt")
    text = read_article(path.read_bytes(), path.name).text
    lines = [line.strip().removeprefix("——") for line in path.read_text("utf-8").splitlines()]
    missing = [line for line in lines if line not in text]
    # The last is a sentence into which the mirror has put its name.
    assert [line[:4] for line in missing if not line.startswith("微信图片")] == FURNITURE


def test_a_paragraph_set_off_keeps_its_attribution() -> None:
    article = read_article(
        f"习近平这样说：\n\n{SAFE}。\n\n——2014年2月27日，在领导小组会议上的讲话\n".encode(),
        "文.txt",
    )
    day = date(2014, 2, 27)
    assert [(one.set_off, one.attribution) for one in article.paragraphs] == [
        (False, None),
        (True, Attribution("在领导小组会议上的讲话", DateSpan(day, day))),
        (False, None),
    ]
    assert article.text.splitlines()[-1] == "——2014年2月27日，在领导小组会议上的讲话"


def test_spans_of_paragraphs_fit_the_text() -> None:
    article = read_article("一。\n\n二二。\n".encode("utf-16"), "文.txt")
    assert article.text == "一。\n二二。"
    assert [(one.start, one.end) for one in article.paragraphs] == [(0, 2), (3, 6)]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文.txt: it is empty; give a file with text in it"),
        (" \n\u3000\n".encode(), "文.txt: it is empty; give a file with text in it"),
        (b"%PDF-1.7", "文.txt: looks like a PDF file; convert it to text first"),
        (
            b"abc\0\1\2",
            "文.txt: looks like binary data (byte 0x00 at offset 3); convert it to text first",
        ),
        (
            b"\xff\xff\xff",
            "文.txt: neither UTF-8, UTF-16, GB18030 nor Big5 (byte 0xff at offset 0); save it as "
            "UTF-8",
        ),
        (
            b"<html><body></body></html>",
            "文.txt: there is no text in it (read as html); add some or remove it",
        ),
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes, message: str) -> None:
    with pytest.raises(SourceError) as error:
        read_article(data, "文.txt")
    assert str(error.value) == message


def test_what_cannot_be_read_of_a_file_is_reported() -> None:
    told: list[str] = []
    read_article(b'{"text": "ab"}\n{"text": "cd"}\n{"text":\n', "a.jsonl", report=told.append)
    assert len(told) == 1
    assert told[0].startswith("a.jsonl: line 3: ")


def test_a_paragraph_of_ten_megabytes_is_traced() -> None:
    text = "网络安全和信息化。" * 400_000
    assert read_article(text.encode(), "文.txt").text == text


def test_reading_loads_neither_jieba_nor_whoosh() -> None:
    code = (
        "import sys; from searcher.claims.reading import read_article; "
        "read_article('一段。'.encode(), 'a'); "
        "print({'jieba', 'whoosh', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "set()\n"


def test_a_speech_and_the_notes_of_an_article_are_not_set_off_as_quotations() -> None:
    text = (
        "在某座谈会上的讲话\n（2019年4月20日）\n\n"
        f"同志们，我说过，{SAFE}〔1〕。\n\n注释\n\n〔1〕见《在某会议上的讲话》。\n"
    )
    article = read_article(text.encode(), "文.txt")
    assert [
        (article.text[one.start : one.end], one.set_off, one.attribution)
        for one in article.paragraphs
    ] == [
        ("在某座谈会上的讲话", False, None),
        (f"同志们，我说过，{SAFE}。", False, None),
        ("注释", False, None),
        ("〔1〕见《在某会议上的讲话》。", False, None),
    ]
