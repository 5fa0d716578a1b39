"""HTML: what divides, what is skipped, which lines a paragraph has."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts import read_documents
from indexer.formats.blocks import Block
from indexer.formats.html import reader as html
from indexer.formats.html.blocks import read_html
from indexer.model.documents import Document, Paragraph, Problem, Understood
from indexer.sources.source_text import SourceText
from indexer.text.dates import day_span
from tests.support.reading import documents_in

PAGE = """\
<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>让互联网更好造福人民 - 新华网</title>
<meta name="author" content="新华社"><meta property="article:published_time"
 content="2018-04-20T23:30:00Z"><style>p { color: red }</style></head>
<body><nav>首页 &gt; 要闻</nav><header>新华网</header>
<h1>让互联网更好造福人民</h1>
<h2>一、网络安全</h2>
<p>没有网络安全
   就没有<b>国家</b>安全&mdash;&mdash;&ldquo;命门&rdquo;。</p>散在外面的话
<h3>（一）人才</h3><ul><li>聚天下英才<li>而用之</ul>
<h2>二、<em>核心</em>技术</h2><table><tr><td>甲</td><td>乙</td></tr></table>
<script>var x = "<p>不是正文</p>";</script><footer>版权所有</footer></body></html>
"""


def read(text: str) -> Document:
    source = SourceText.from_text("a.html", text)
    assert html.recognises(source)
    (document,) = documents_in(html.read, source)
    return document


def texts(text: str) -> list[str]:
    return [block.text for block in read_html(text.split("\n")).blocks]


def test_a_page_is_read_with_sections_date_and_lines() -> None:
    published = day_span(date(2018, 4, 21))

    def paragraph(number: int, text: str, lines: tuple[int, int], section: str) -> Paragraph:
        return Paragraph(
            passage=number,
            text=text,
            lines=lines,
            section=section,
            date=published,
            date_kind="publication",
        )

    assert read(PAGE) == Document(
        kind="html",
        title="让互联网更好造福人民",
        date=published,
        publisher="新华社",
        understood=(
            Understood(
                lines=(6, 6),
                text="让互联网更好造福人民",
                became="title",
                facts=(("title", "让互联网更好造福人民"),),
            ),
        ),
        paragraphs=(
            paragraph(1, "没有网络安全就没有国家安全——“命门”。", (8, 9), "一、网络安全"),
            paragraph(2, "散在外面的话", (9, 9), "一、网络安全"),
            paragraph(3, "聚天下英才", (10, 10), "一、网络安全 / （一）人才"),
            paragraph(4, "而用之", (10, 10), "一、网络安全 / （一）人才"),
            paragraph(5, "甲 乙", (11, 11), "二、核心技术"),
        ),
    )


def test_carriage_returns_do_not_move_the_lines() -> None:
    assert read(PAGE.replace("\n", "\r\n")) == read(PAGE)


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>第一段<p>第二段", ["第一段", "第二段"]),
        ("<p>甲</p>乙<p>丙</p>丁", ["甲", "乙", "丙", "丁"]),
        ("<p>信<strong>息</strong>化</p>", ["信息化"]),
        ("<p>甲<br>乙</p>", ["甲", "乙"]),
        ("<p>甲，<br>乙</p>", ["甲，乙"]),
        (
            "<p>时间：今天<br>地点：北京<br>主讲：某某</p>",
            ["时间：今天", "地点：北京", "主讲：某某"],
        ),
        ("<p>没有网络安全<br>就没有国家安全。</p>", ["没有网络安全就没有国家安全。"]),
        ("<h1>没有网络安全<br><br>就没有国家安全</h1>", ["没有网络安全就没有国家安全"]),
        ("<h1><br></h1>文", ["文"]),
        ("<p>网络&nbsp;&nbsp;&nbsp;强国</p>", ["网络 强国"]),
        ("<ul><li>甲<ol><li>乙</ol><li>丙<ul><li>丁</ul></ul>", ["甲", "乙", "丙", "丁"]),
        (
            "<table><tr><th>年<th>数<tr>\n<td>2013</td>\n<td>6亿</td></tr></table>",
            ["年 数", "2013 6亿"],
        ),
        ("<table><tr><td>栏目<td><p>一。<p>二。</table>", ["栏目", "一。", "二。"]),
        ("<table><tr><td><table><tr><td>甲<td>乙</table><td>丙</table>", ["甲 乙", "丙"]),
        ("<table><tr><td><td>甲<td></table>", ["甲"]),
        ("<p>甲<br><br/>乙</p>", ["甲", "乙"]),
        ("<p>甲。<br>乙</p>", ["甲。", "乙"]),
        ("<p>甲<br>　　乙</p>", ["甲", "乙"]),
        ("<p>甲<br>&nbsp;&nbsp;乙</p>", ["甲", "乙"]),
        ("<p>Big\n  Data <br>today.</p>", ["Big Data today."]),
        ("<p>中国\nGDP</p>", ["中国GDP"]),
        ("<p>中国 GDP</p>", ["中国 GDP"]),
        ("<pre>第一段没完\n接着。\n\n第二段</pre>", ["第一段没完接着。", "第二段"]),
        ("<p>1 &lt; 2 &#38; 3&amp4</p>", ["1 < 2 & 3&4"]),
        ("<p>核&shy;心&#8203;技&zwj;术</p>", ["核心技术"]),
        ("<p>x</p><script>if (a<b) </scr</script><p>y</p>", ["x", "y"]),
        ("<p>x<!-- <p>z --></p><p>y<!-- 没完 <p>z</p>", ["x", "y"]),
        ("<![if !IE]>x<![endif]><![CDATA[z]]>y", ["xy"]),
        ("<svg><title>图</title><text>z</text></svg>y", ["y"]),
        ("<div><nav>菜单<ul><li>甲</div>正文", ["正文"]),
        ("<article><header><h1>题</h1></header>文</article>", ["题", "文"]),
        ("<form>整页在表单里<select><option>z</select></form>", ["整页在表单里"]),
        ("</p></div>甲</b>乙", ["甲乙"]),
        ("甲 < 乙 <3 丙", ["甲 < 乙 <3 丙"]),
        ("<p ", []),
        ("", []),
    ],
)
def test_text_is_found_between_tags(markup: str, expected: list[str]) -> None:
    assert texts(markup) == expected


def test_an_unclosed_heading_does_not_swallow_the_text() -> None:
    assert read_html(["<h2>题<p>文", "<h2>又<div>一题</div></h2>文"]).blocks == (
        Block("题", (1, 1), 2),
        Block("文", (1, 1)),
        Block("又", (2, 2), 2),
        Block("一题", (2, 2), 2),
        Block("文", (2, 2)),
    )


def test_several_first_headings_are_sections() -> None:
    document = read("<html><title>书</title><h1>甲</h1>文一<h1>乙</h1>文二")

    assert (document.title, [(p.section, p.text) for p in document.paragraphs]) == (
        "书",
        [("甲", "文一"), ("乙", "文二")],
    )


@pytest.mark.parametrize(
    "page_title",
    ["座谈会召开", "座谈会召开_新华网", "座谈会召开-时政-新华网", "座谈会召开 | 新华网"],
)
@pytest.mark.parametrize(
    "headline", ["<h1>新华网</h1><h1>座谈会召开</h1>", "<h1>座谈会召开</h1>", "<h2>座谈会召开</h2>"]
)
def test_the_site_is_no_part_of_the_title(page_title: str, headline: str) -> None:
    document = read(f"<html><title>{page_title}</title>{headline}<p>文</p>")

    assert document.title == "座谈会召开"
    assert [p.text for p in document.paragraphs] == ["文"]
    assert {p.section for p in document.paragraphs} <= {None, "新华网"}


def test_a_mark_in_a_title_that_occurs_nowhere_else_stays() -> None:
    assert read("<html><title>中国-东盟博览会</title><p>文</p>").title == "中国-东盟博览会"


NEWS_SITE = """\
<!DOCTYPE html>
<html><head><title>座谈会在京召开-时政-某某网</title></head>
<body class="page menu">
<div class="top_nav nav"><a href="/">首页</a> <a href="/sz">时政</a></div>
<div id="breadcrumb">首页 &gt; 时政 &gt; 正文</div>
<div class="main"><h1>座谈会在京召开</h1>
<div class="info">2018年4月20日 08:30 来源：某某网</div>
<div class="share"><a>分享到微信</a><a>分享到微博</a></div>
<div id="content"><p>　　第一段。</p><p>　　第二段。</p></div>
<div class="related-news"><h3>相关阅读</h3><ul><li>另一篇</li></ul></div>
</div>
<aside>热榜</aside>
<div id="Footer" class="site_footer"><p>关于我们</p><p>京ICP备00000000号</p></div>
</body></html>
"""


def test_what_a_news_site_sets_around_the_article_is_left_out() -> None:
    document = read(NEWS_SITE)

    assert (document.title, document.date, document.publisher) == (
        "座谈会在京召开",
        day_span(date(2018, 4, 20)),
        "某某网",
    )
    assert [(p.section, p.text, p.date) for p in document.paragraphs] == [
        (None, "第一段。", day_span(date(2018, 4, 20))),
        (None, "第二段。", day_span(date(2018, 4, 20))),
    ]


def test_an_element_that_need_not_be_closed_swallows_no_text() -> None:
    assert texts("<div><p class=share>分享<p>文</div><li class=nav>首页<li>又文") == [
        "分享",
        "文",
        "首页",
        "又文",
    ]


def test_a_page_that_calls_all_of_it_a_menu_is_read_nevertheless() -> None:
    assert texts("<div class=menu><p>文</p></div>") == ["文"]


def test_a_meta_date_that_is_none_is_a_problem() -> None:
    document = read("<html><meta name=date content=昨天><p>文</p>")

    assert document.problems == (Problem("the date '昨天' is not understood; write 2018-04-20", 1),)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 200_000 + "核心技术",
        "<div><nav></div>" * 50_000 + "核心技术",
        "<b>" * 100_000 + "<p>核心技术" + "</p>" * 100_000,
        "<p>核心技术" + "<!--" * 100_000,
        "<p>核心技术" + "<![CDATA[" * 50_000,
        "<p>核心技术</p><a " + "b='\"" * 50_000,
        "<p>核心技术" + " " * 1_000_000 + "<br>" * 50_000,
    ],
)
def test_hostile_markup_takes_linear_time(markup: str) -> None:
    assert texts(markup) == ["核心技术"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\n<!-- a --><!-- b -->\n<HTML>", True),
        ("<?xml version='1.0'?><!DOCTYPE html>", True),
        ("<div>文</div>", True),
        ("开头的话<br>第二行<br>第三行", True),
        ("<div align=center>\n\n# 标题\n\n文", False),
        ("文中提到<p>这个标签", False),
        ("a < b", False),
        ("<核心技术>", False),
        ("", False),
    ],
)
def test_html_is_recognised_by_its_tags(text: str, expected: bool) -> None:
    assert html.recognises(SourceText.from_text("a.html", text)) is expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>甲<del>废</del>乙<s>划</s>丙<strike>去</strike></p>", ["甲乙丙"]),
        ("<p>甲<s>没有关<p>乙</p>", ["甲", "乙"]),
        ("<p>甲</p><del><p>废</p></del><p>乙", ["甲", "乙"]),
        ("<p>乙<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp>字<rt>zì</ruby>好</p>", ["乙漢字好"]),
        ("<p>甲</p><p hidden>藏<p>乙<div style='color:red;display: none'>藏</div>", ["甲", "乙"]),
        ("<p>甲<span aria-hidden='true'>藏</span>乙<i style=visibility:hidden>藏</i>", ["甲乙"]),
        ("<ul><li hidden>藏<li>甲</ul><p hidden=until-found>乙", ["甲", "乙"]),
        ("<table><tr hidden><td>藏<tr><td>甲</table>", ["甲"]),
        ("<body style='display:none'><p>全文</p></body>", ["全文"]),
        ("<p>面积十m<sup>2</sup>，<sup>a</sup>", ["面积十m²，a"]),
        ("<p><mark>甲</mark><ins>乙</ins>", ["甲乙"]),
    ],
)
def test_what_nobody_sees_or_reads_out_is_no_word(html: str, expected: list[str]) -> None:
    (document,) = read_documents(SourceText.from_text("a.html", f"<html>{html}</html>"))

    assert [one.text for one in document.paragraphs] == expected


def test_a_raised_number_is_the_mark_of_a_note_as_printed() -> None:
    page = "<p>汪精卫<sup>1</sup>，汉奸<sup><a href='#n2'>[2]</a></sup>。</p>"
    (document,) = read_documents(SourceText.from_text("a.html", page))

    assert document.paragraphs[0].text == "汪精卫，汉奸。"
    assert document.paragraphs[0].marks == ((3, "¹"), (6, "[2]"))
