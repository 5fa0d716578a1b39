"""Any bytes as a source file: documents that can be trusted, or a reason in one line."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.errors import SourceError
from indexer.facts import KINDS, Kind, read_documents, understood
from indexer.facts.cleaning import cleaned
from indexer.facts.finishing import finished
from indexer.facts.inspecting.inspection import inspect_text
from indexer.formats import FORMATS, Format
from indexer.formats.records import Records
from indexer.model.documents import Document
from indexer.model.limits import Limits
from indexer.sources.decoding import decode
from indexer.sources.source_text import SourceText

pytestmark = pytest.mark.slow

SEEDS = tuple(
    path.read_bytes() for path in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
)
LIMITS = Limits(paragraph_characters=500, field_characters=100, pieces=500, problems=5)
PATHS = st.sampled_from(["a.txt", "a.md", "a.html", "a.json", "a.jsonl"])
FACTS = ("title", "date", "speech", "chapter", "section", "source", "pages", "id", "doc")

_WRITTEN = """
--- ``` ~~~ > # ## | * ** _ [ ]( ) ! <p> </p> <br> <h1> <table> <tr> <td> <pre> <svg/> <title>
</title> <script> <!-- --> <![ &#x202e; &#9; &amp; < </ ' = / 《 》 （ ） 〈 〉 ， 。 、 —— 第 章
一、 二、 2018年4月20日 2018年 第1页 目录 前言 出版社 题-站 作者： 版权所有 ICP备 号 » 更多电子书 ·
{ } , : " \\ \\u d800 null true 1e9 NaN
<del> </del> <rt> <sup> </sup> <tbody> &nbsp; [^1] [^1]: 〔1〕 [1] ⑴ ¹ * 注释 注： 转引自
 毛泽东： 习近平： 时间： 来源： 新华社北京4月20日电 2018.13.45 （一九三八年五月） +++ 第1页。
"""
_SPACES = (
    "\n",
    "\n",
    "\n\n",
    " ",
    "\r",
    "\r\n",
    "\t",
    "\u3000",
    "\xa0",
    "\u200b",
    "\x85",
    "\u2028",
    "\x0b",
    "　　",
)
_WHOLE = (
    "\x1b[2J",
    "\u202e",
    "\x00",
    "<p hidden>",
    "<div style='display:none'>",
    "title: 题\n",
    "date: 2018\n",
    "&a [*a]\n",
    "一、核心技术\n\n",
)
MARKS = st.sampled_from(
    (*_WRITTEN.split(), *_SPACES, *_WHOLE, "《讲话》（2018年4月20日）\n\n", "文。\n\n")
)
TEXT = st.lists(st.one_of(MARKS, MARKS, st.text(max_size=4)), max_size=40).map("".join)


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A piece of a seed with bytes put in, cut out, doubled and moved."""
    seed = draw(st.sampled_from(SEEDS))
    start = draw(st.one_of(st.just(0), st.integers(0, len(seed) - 1)))
    data = seed[start : start + draw(st.integers(1, 6000))]
    for _ in range(draw(st.integers(0, 5))):
        first, second = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        second = min(second, first + 400)
        piece = draw(
            st.one_of(
                MARKS.map(str.encode),
                st.binary(max_size=3),
                st.just(data[first:second]),
                st.tuples(MARKS, st.integers(1, 60)).map(lambda pair: (pair[0] * pair[1]).encode()),
            )
        )
        at = draw(st.sampled_from([first, second]))
        data = data[:first] + piece + data[at:]
    return data


@st.composite
def records(draw: st.DrawFn) -> bytes:
    """Lines or an array of records with any fields, some of them broken."""
    value = st.one_of(
        TEXT, st.sampled_from(["2018-04-20", "第三章", "9" * 30]), st.integers(), st.none(),
        st.floats(), st.lists(st.integers(), max_size=1),
    )  # fmt: skip
    record = st.fixed_dictionaries(
        {"text": st.one_of(TEXT, value)}, optional=dict.fromkeys(FACTS, value)
    )
    written = [
        json.dumps(one, ensure_ascii=draw(st.booleans()))
        for one in draw(st.lists(record, min_size=1, max_size=6))
    ]
    whole = draw(st.sampled_from(["\n".join(written), f"[{', '.join(written)}]"]))
    cut = draw(st.one_of(st.just(len(whole)), st.integers(0, len(whole))))
    return (whole[:cut] + draw(st.one_of(st.just(""), TEXT))).encode("utf-8", "replace")


FILES = st.one_of(
    mutated(), mutated(), records(), TEXT.map(lambda text: text.encode("utf-8", "replace"))
)


def one_line(reason: str) -> bool:
    return reason.isprintable() and 0 < len(reason) < 800


def unseen(text: str) -> set[str]:
    return {one for one in text if unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")}


def check(documents: tuple[Document, ...], lines: int) -> None:
    """What holds for every document, whatever it was read from."""
    for document in documents:
        assert document.paragraphs
        for fact in (document.title, document.publisher, document.group):
            assert fact is None or (fact.strip() and not unseen(fact) - {"\t"} and len(fact) <= 100)
        for problem in document.problems:
            assert one_line(problem.reason)
            assert 1 <= problem.line <= lines
        places = [(one.passage, one.number) for one in document.paragraphs]
        assert places == sorted(set(places))
        for one in document.paragraphs:
            assert one.text == one.text.strip() != ""
            assert not unseen(one.text) - {"\n", "\t"}
            assert len(one.text) <= 500
            assert 1 <= one.known_lines[0] <= one.known_lines[1] <= lines
            assert one.chapter_no is None or 0 <= one.chapter_no < 10_000
            for fact in (one.chapter, one.section, one.speech, one.source, one.pages, one.alias):
                assert fact is None or (fact.strip() and not unseen(fact) - {"\t"})
            offsets = [offset for offset, _ in one.marks]
            assert offsets == sorted(offsets)
            assert all(0 <= offset <= len(one.text) and mark for offset, mark in one.marks)
            assert (one.date is None) == (one.date_kind is None)
    assert sum(len(document.problems) for document in documents) <= LIMITS.problems + 1


@given(st.one_of(st.binary(max_size=400), mutated(), TEXT.map(lambda text: text.encode("utf-16"))))
@example(b"\xff\xfe\x00")
@example(b"\x81\x30\x81")
def test_any_bytes_are_text_or_refused_in_one_line(data: bytes) -> None:
    try:
        text = decode(data).text
    except ValueError as exc:
        reason = str(exc)
        assert one_line(reason)
    else:
        text.encode("utf-8")  # no half of a surrogate pair


@given(PATHS, FILES)
@example("a.txt", "一、核心\n\n文。\n\n《讲话》（2018年4月20日）\n\n年\n\n年\n\n年\n《\n".encode())
@example("a.html", b"<p>&#" + b"9" * 5000 + b";")
@example("a.txt", b'{"text": ""}\n{"text": "x"}\n' * 3 + b'{"text": "y", "doc": "z", "id": []}')
def test_any_file_is_read_or_refused_in_one_line(path: str, data: bytes) -> None:
    try:
        text = decode(data).text
    except ValueError:
        return
    try:
        source = SourceText.from_text(path, text, limits=LIMITS)
        documents = read_documents(source)
    except SourceError as exc:
        reason, line = exc.reason, exc.line
        assert one_line(reason)
        assert line is None or 1 <= line <= text.count("\n") + text.count("\r") + 1
        return
    check(documents, len(source.lines))
    inspection = inspect_text(source)
    assert [one.title for one in inspection.documents] == [one.title for one in documents]
    assert all(one.text for document in inspection.documents for one in document.blocks)
    assert read_documents(SourceText.from_text(path, text, limits=LIMITS)) == documents


@given(st.sampled_from(FORMATS), PATHS, FILES)
def test_every_format_takes_whatever_it_recognises(format_: Format, path: str, data: bytes) -> None:
    """Also what an earlier format would have taken from it."""
    source = SourceText.from_text(path, data.decode("utf-8", "replace"), limits=LIMITS)
    if not format_.recognises(source):
        return
    try:
        documents = finished(understood(format_.read(source)), LIMITS)
    except SourceError as exc:
        reason = exc.reason
        assert one_line(reason)
        return
    check(tuple(one for one in documents if one.paragraphs), len(source.lines))


@given(st.sampled_from(KINDS), st.sampled_from(FORMATS), PATHS, FILES)
def test_every_kind_reads_what_any_format_yields(
    kind: Kind, format_: Format, path: str, data: bytes
) -> None:
    """Also what an earlier kind would have read."""
    source = SourceText.from_text(path, data.decode("utf-8", "replace"), limits=LIMITS)
    if not format_.recognises(source):
        return
    try:
        content = format_.read(source)
    except SourceError:
        return
    if isinstance(content, Records):
        return
    documents = kind.read(cleaned(content) if kind.cleaned else content)
    if documents is not None:
        kept = finished(documents, LIMITS)
        check(tuple(one for one in kept if one.paragraphs), len(source.lines))
