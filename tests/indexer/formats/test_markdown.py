"""Markdown: sections, blocks, and the words without their marks."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.formats.markdown import reader as markdown
from indexer.formats.markdown.blocks import markdown_blocks
from indexer.formats.markdown.inline import plain_text
from indexer.model.documents import Document, Paragraph
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span
from tests.support.reading import documents_in

FILE = """\
---
author: [甲, 乙]
date: 2021-10-28 14:08:07
---
# 网络强国

开头一段，
还没完。

## 一、总则 ##
- 项**一**
- [x] 项二
  续行
1. 第一条
> 引文
> 未完

——2018年4月20日，在会上的讲话

```python
x = 1

 **y** = 2
```
### 小节
| 甲 | 乙 |
|----|:--:|
| 1  | 2  |

二、核心
---
尾
"""


def read(text: str) -> Document:
    source = SourceText.from_text("a.md", text)
    assert markdown.recognises(source)
    (document,) = documents_in(markdown.read, source)
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in markdown_blocks(text.split("\n"))]


def test_a_file_is_read_with_front_matter_and_sections() -> None:
    published = day_span(date(2021, 10, 28))

    document = read(FILE)

    assert (document.kind, document.title, document.publisher, document.date) == (
        "markdown",
        "网络强国",
        "甲、乙",
        published,
    )
    assert [(p.lines, p.section, p.role, p.text) for p in document.paragraphs] == [
        ((7, 8), None, "article", "开头一段，还没完。"),
        ((11, 11), "一、总则", "article", "项一"),
        ((12, 13), "一、总则", "article", "项二续行"),
        ((14, 14), "一、总则", "article", "1. 第一条"),
        ((15, 16), "一、总则", "quotation", "引文未完"),
        ((21, 23), "一、总则", "article", "x = 1\n **y** = 2"),
        ((26, 26), "一、总则 / 小节", "article", "甲 乙"),
        ((28, 28), "一、总则 / 小节", "article", "1 2"),
        ((32, 32), "二、核心", "article", "尾"),
    ]
    assert document.paragraphs[0] == Paragraph(
        passage=1,
        text="开头一段，还没完。",
        lines=(7, 8),
        date=published,
        date_kind="publication",
    )


@pytest.mark.parametrize(
    ("text", "title", "sections"),
    [
        ("# 甲\n文", "甲", [None]),
        ("# 甲\n文\n# 乙\n文", None, ["甲", "乙"]),
        ("## 甲\n文\n# 乙\n文", None, ["甲", "乙"]),
        ("---\ntitle: 丙\n---\n# 甲\n文", "丙", ["甲"]),
        ("---\ntitle: 甲\n---\n# 甲\n文", "甲", [None]),
        ("---\ntitle: 1.10\n---\n文", "1.10", [None]),
        ("甲\n===\n文", "甲", [None]),
        ("# 甲\n### 丁\n文\n## 乙\n文", "甲", ["丁", "乙"]),
    ],
)
def test_a_single_first_heading_is_the_title(
    text: str, title: str | None, sections: list[str | None]
) -> None:
    document = read(text)

    assert (document.title, [p.section for p in document.paragraphs]) == (title, sections)


@pytest.mark.parametrize("path", ["a.md", "a.markdown", "a.txt"])
def test_headings_may_lack_the_blank(path: str) -> None:
    source = SourceText.from_text(
        path, "#网络强国\n##一、总则\n第一段，\n还没完。\n##二、人才\n文。"
    )
    assert markdown.recognises(source)

    (document,) = documents_in(markdown.read, source)

    assert document.title == "网络强国"
    assert [(p.section, p.text) for p in document.paragraphs] == [
        ("一、总则", "第一段，还没完。"),
        ("二、人才", "文。"),
    ]


def test_a_hashtag_among_headings_is_text() -> None:
    document = read("# 题\n#话题# 今天开会\n\n#话题 今天开会。\n\n##节？\n文。")

    assert [(p.section, p.text) for p in document.paragraphs] == [
        (None, "#话题# 今天开会"),
        (None, "#话题 今天开会。"),
        ("节？", "文。"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("句子。\n---\n句子。", ["句子。", "句子。"]),
        ("***\n甲\n* * *", ["甲"]),
        ("> 甲\n懒\n\n乙", ["甲懒", "乙"]),
        ("甲\n> 乙\n> > 丙", ["甲", "乙丙"]),
        ("　　甲\n　　乙", ["甲", "乙"]),
        ("甲<br>乙\\\n丙", ["甲", "乙丙"]),
        ("没有网络<br>安全就没有<br/>国家安全。", ["没有网络安全就没有国家安全。"]),
        ("**甲。<br>乙。**", ["甲。", "乙。"]),
        ("# 题<br>目", ["题目"]),
        ("| 甲<br>乙 | 丙 |", ["甲乙 丙"]),
        ("- 甲。<br>乙。\n- 丙", ["甲。", "乙。", "丙"]),
        ("<p>甲。</p><p>乙。</p>丙", ["甲。", "乙。", "丙"]),
        ("甲<div class=x>乙</div>\n丙", ["甲", "乙", "丙"]),
        ("用`<p>`和``<br>``分段", ["用<p>和<br>分段"]),
        ("　　甲。　　乙。　　丙", ["甲。", "乙。", "丙"]),
        ("甲，　　乙", ["甲，　　乙"]),
        ("甲\u2028乙\u2028\u2028丙", ["甲", "乙", "丙"]),
        ("# 题\u2028文", ["题", "文"]),
        ("汉<rt>hàn</rt>字<del>废</del>在<span hidden>无</span>", ["汉字在"]),
        ("用`<del>`标记，汪<sup>1</sup>", ["用<del>标记，汪¹"]),
        ("```\n没有结束", ["没有结束"]),
        ("~~~\n```\n~~~\n甲", ["```", "甲"]),
        ("见[甲][1]，[乙]，[丙]。\n\n[1]: http://x\n[乙]: http://y", ["见甲，乙，[丙]。"]),
        ("话[^1]，[^甲]\n\n[^1]: 注<br>释", ["话[1]，[注]", "[1] 注释"]),
        ("![](a.png)", []),
        ("#标签#", ["#标签#"]),
        ("####### 七", ["####### 七"]),
        ("# C#\n# D #", ["C#", "D"]),
        ("", []),
    ],
)
def test_lines_become_blocks(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**甲**乙*丙*丁***戊***", "甲乙丙丁戊"),
        ("**甲*乙*丙**", "甲乙丙"),
        ("__甲__ _乙_ snake_case_name", "甲 乙 snake_case_name"),
        ("~~甲~~", "甲"),
        ("`a*b*c` ``x ` y``", "a*b*c ``x ` y``"),
        (r"\*不是\* 1\. \\", "*不是* 1. \\"),
        ("[甲](http://x/(y) '题')与![图](a.png)", "甲与图"),
        ("[![图](a.png)](http://x)", "图"),
        ("<https://x.y> <a@b.c> <b>甲</b>", "https://x.y a@b.c 甲"),
        ("1 &lt; 2 &amp; 3 < 4", "1 < 2 & 3 < 4"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("[1]和[2]", "[1]和[2]"),
        ("**没有结束", "**没有结束"),
    ],
)
def test_marks_go_and_words_stay(text: str, expected: str) -> None:
    assert plain_text(text) == expected


@pytest.mark.parametrize("mark", ["*a", "**a ", "[", "![a](", "`a``", "_a ", "<a", "~~a", "&#"])
def test_unpaired_marks_take_linear_time(mark: str) -> None:
    assert len(plain_text(mark * 100_000)) >= 100_000


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.txt", "# 甲\n文", True),
        ("a.txt", "---\ntitle: x\n---\n文", True),
        ("a.txt", "- 甲\n**乙**", False),
        ("a.md", "- 甲\n**乙**", True),
        ("a.md", "没有记号。", False),
        ("a.txt", "---\n没有条目\n---", False),
        ("a.txt", "#标签#", False),
        ("a.txt", "#甲\n#标签#", False),
        ("a.txt", "#注释\n#include", False),
        ("a.txt", "#话题 今天开会。", False),
        ("a.txt", "#" + "长" * 60, False),
        ("a.txt", "#甲\n文。", False),
        ("a.txt", "#甲\n文。\n#乙\n文。", True),
        ("a.txt", "文。\n#於云书田\n文。", False),
        ("a.txt", "文。\n\n# 甲\n文。", False),
        ("a.txt", "文。\n\n# 甲\n- 乙\n文。", True),
        ("a.txt", "文。\n\n# 甲\n见[乙](http://x)。", True),
        ("a.md", "文。\n\n# 甲\n文。", True),
        ("a.md", "#甲\n# 乙", True),
    ],
)
def test_markdown_is_recognised_by_headings(path: str, text: str, expected: bool) -> None:
    assert markdown.recognises(SourceText.from_text(path, text)) is expected
