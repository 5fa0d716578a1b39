"""Which kind of document a file becomes, and what is said about a file that is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import SourceError
from indexer.facts import read_documents, understood
from indexer.formats import FORMATS
from indexer.model.documents import Document
from indexer.sources.decoding import decode
from indexer.sources.source_text import SourceText


def read(text: str, path: str = "a.txt") -> tuple[Document, ...]:
    return read_documents(SourceText.from_text(path, text))


def test_each_seed_is_of_its_kind(seeds: Path) -> None:
    kinds = {}
    for path in sorted(seeds.glob("*.txt")):
        (document,) = read(decode(path.read_bytes()).text, path.name)
        kinds[path.name[:3]] = document.kind

    assert kinds == {
        "000": "feed",
        "001": "web-page",
        "002": "compendium",
        "003": "newspaper",
        "004": "feed",
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "gb18030"])
@pytest.mark.parametrize(
    "line_end",
    ["\n", *(pytest.param(one, marks=pytest.mark.slow) for one in ("\r\n", "\r"))],
)
def test_a_seed_reads_the_same_in_every_encoding(seeds: Path, encoding: str, line_end: str) -> None:
    for path in sorted(seeds.glob("*.txt")):
        text = path.read_text("utf-8")
        data = text.replace("\n", line_end).encode(encoding)

        assert read(decode(data).text, path.name) == read(text, path.name)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"text": "甲"}', "json-lines"),
        ("---\ntitle: x\n---\n<p>甲</p>", "feed"),
        ("---\ntitle: x\n---\n甲", "markdown"),
        ("# 题\n甲", "markdown"),
        ("<div>甲</div>", "html"),
        ("题-站\n题\n甲", "web-page"),
        ("甲", "text"),
    ],
)
def test_the_content_chooses_and_not_the_name(text: str, kind: str) -> None:
    for path in ("a.txt", "a.md", "a.html", "a.jsonl", "a"):
        (document,) = read(text, path)
        assert document.kind == kind


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.txt: the file is empty; put text into it or remove it"),
        (" \r\n\u3000\n\ufeff", "a.txt: the file is empty; put text into it or remove it"),
        (
            "---\ntitle: x\n---\n",
            "a.txt: there is no text in it (read as markdown); add some or remove it",
        ),
        ("# 题", "a.txt: there is no text in it (read as markdown); add some or remove it"),
        ("<p></p>", "a.txt: there is no text in it (read as html); add some or remove it"),
        ("=====", "a.txt: there is no text in it (read as text); add some or remove it"),
        (
            "---\ntitle: x\n",
            "a.txt:1: the front matter that begins here is never closed; add a line --- below it",
        ),
    ],
)
def test_a_file_without_text_is_refused_with_its_reason(text: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(text)

    assert str(caught.value) == message


def test_invisible_characters_are_dropped_and_lines_stay() -> None:
    (document,) = read("\ufeff核\u200b心\u00ad技术。\n\u200b\n\n第\u200d二段。")

    assert [(p.lines, p.text) for p in document.paragraphs] == [
        ((1, 1), "核心技术。"),
        ((4, 4), "第二段。"),
    ]


FRAGMENTS = st.sampled_from(
    [
        *"核心技术，。“”—— \n\n\t\u3000-#*`_[]()<>|!&;:\"'{}=~\\/7x",
        *("---\n", "title: ", "date: ", "<p>", "</p>", "<h1>", "<!--", "<br>", "```\n", "## "),
        *('{"text": "', '"}', "2018年4月20日，", "第一章", "\r\n", "https://", ".png", "\n> "),
    ]
)


@given(st.lists(FRAGMENTS, max_size=60).map("".join))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    """Paragraphs have words, lines that exist and rise, and numbers without gaps."""
    source = SourceText.from_text("a.md", text)
    for format_ in FORMATS:
        if not format_.recognises(source):
            continue
        try:
            documents = understood(format_.read(source))
        except SourceError:
            continue
        for document in documents:
            if format_.name != "text":
                assert document.kind == format_.name
            before = 1
            for paragraph in document.paragraphs:
                assert paragraph.text.strip()
                first, last = paragraph.known_lines
                assert before <= first <= last <= len(source.lines)
                before = first
            if document.kind != "compendium":
                passages = list(dict.fromkeys(p.passage for p in document.paragraphs))
                assert passages == list(range(1, len(passages) + 1))
