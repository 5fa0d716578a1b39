"""A trace as Markdown."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from searcher.render.reports.trace_markdown import markdown_lines
from searcher.tracing.results import Quotation, Trace
from tests.support.example_traces import (
    BOOK,
    LIKE_NOTHING,
    NEAR,
    NOTHING,
    SHORT,
    TRACE,
    TWELVE,
    quotation,
    source,
)
from tests.support.hostile_traces import HOSTILE

pytestmark = pytest.mark.usefixtures("in_chinese")


def report(trace: Trace, name: str = "a.txt") -> list[str]:
    """The lines of a report."""
    return list(markdown_lines(trace, name, SHORT))


def alone(found: Quotation) -> Trace:
    """A text that is one quotation."""
    return Trace(text=found.text, quotations=(found,), not_found=(), took_ms=0.0)


def test_a_report_tells_what_was_found() -> None:
    trace = replace(TRACE, quotations=(NEAR, TWELVE), not_found=(LIKE_NOTHING,))
    lines = report(trace, "网信_事业.txt")
    assert (
        "\n".join(lines)
        == """\
# 引文核对：网信\\_事业.txt

3 处引文：1 处一字不差，1 处文字有出入，1 处查无出处 · 1 处出处不符

对校：〔~~甲~~〕原文有而文中无，〔**乙**〕文中有而原文无。

## 1 文字有出入（第4行 · 相似度 80% · 出处不符）

> 网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将难求

- 出自：`002#75` 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》
- 位置：三、努力把我国建设成为网络强国 · 第461行
- 对校：网络空间〔**的**〕竞争，归根〔~~到~~〕〔**结**〕底是人才竞争。网信领域是技术密集型\
〔~~、创新密集型~~〕领域，千军易得、一将难求
- **出处不符**：文中作 2016年4月19日“网络安全和信息化工作座谈会”，\
库中见于 2018年4月20日《在全国网络安全和信息化工作会议上的讲话》

## 2 查无出处（第7行）

> 上网要戴好安全帽

- 没有近似的段落

## 3 一字不差（第8行 · 未加引号）

> 坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感

- 出自：`002#73.4` 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》
- 位置：三、努力把我国建设成为网络强国 · 第443行
- 另见 11 段：
  - `002#39` 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》（相似度 86%）
"""
        + "".join(
            f"  - `002#{number}` 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》\n"
            for number in range(201, 210)
        )
        + "  - 还有 1 段（`--format json` 列出全部）"
    )


def test_what_is_nearest_is_told_with_its_likeness() -> None:
    (line,) = (line for line in report(TRACE) if line.startswith("- 近似"))
    assert line == (
        "- 近似：`002#73.2` 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》（相似度 46%）"
    )


def test_a_report_of_nothing_says_so() -> None:
    assert report(NOTHING, "") == ["# 引文核对", "", "没有找到引文"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. 甲", "1\\. 甲"),
        ("12) 甲", "12\\) 甲"),
        ("- 甲", "\\- 甲"),
        ("+ 甲", "\\+ 甲"),
        ("===", "\\==="),
        ("---", "\\---"),
        ("# 甲", "\\# 甲"),
        ("2.5亿-3亿", "2\\.5亿-3亿"),
        ("亿2.5", "亿2.5"),
        ("甲\t乙", "甲␉乙"),
        ("    甲", "甲"),
        ("<b>&amp;*_`~|[]!\\", "\\<b\\>\\&amp;\\*\\_\\`\\~\\|\\[\\]\\!\\\\"),
        ("http://a www.b WWW.c d@e :f: 甲:乙", "http\\://a www\\.b WWW\\.c d\\@e \\:f: 甲\\:乙"),
        ("甲\u202e\x1b乙", "甲\ufffd␛乙"),
    ],
)
def test_a_text_is_shown_and_does_nothing(text: str, shown: str) -> None:
    paragraph = replace(NEAR.sources[0], text=text)
    found = quotation(text, source(paragraph, "exact", text, article=text), article=text)
    assert f"> {shown}" in report(alone(found))


def test_nothing_in_a_text_breaks_out() -> None:
    for line in markdown_lines(HOSTILE, HOSTILE.text, {}):
        assert line.isprintable()
        assert "<script" not in line.replace("\\<", "")
        assert not re.search(r"(?<!\\)(?:\\\\)*[\[\]<&]", line), line


def test_an_id_with_a_backtick_is_no_code() -> None:
    named = replace(TWELVE.sources[0], id="a`b#1", doc="a`b")
    trace = replace(TRACE, quotations=(replace(TWELVE, sources=(named,)),), not_found=())
    assert "- 出自：a\\`b\\#1 2018-04-20 《在全国网络安全和信息化工作会议上的讲话》" in report(
        trace
    )


def test_a_blank_that_differs_can_be_seen() -> None:
    text = "甲 乙"
    paragraph = replace(NEAR.sources[0], id=f"{BOOK}#1", text="甲乙")
    found = quotation(text, source(paragraph, "near", text, "甲乙", article=text), article=text)
    assert "- 对校：甲〔**␣**〕乙" in report(alone(found))
