"""A trace as a page for a browser."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from searcher.render.html.document import page_lines
from searcher.render.reports.trace_entries import entries_of
from searcher.render.typeset.characters import visible
from searcher.tracing.results import Trace
from tests.support.example_traces import (
    ARTICLE,
    EXACT,
    LIKE_NOTHING,
    NEAR,
    NOTHING,
    SHORT,
    TRACE,
    TWELVE,
)
from tests.support.hostile_traces import HOSTILE, NASTY

pytestmark = pytest.mark.usefixtures("in_chinese")

VOID = {"meta"}


class Page(HTMLParser):
    """What a browser makes of a page: elements that are closed in order, and the texts in them."""

    def __init__(self, trace: Trace, name: str = "a.txt") -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.texts: list[tuple[Sequence[str], str]] = []
        self.html = "".join(f"{line}\n" for line in page_lines(trace, name, SHORT))
        self.feed(self.html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An element begins."""
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """An element ends."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Text, or the style sheet."""
        self.texts.append((tuple(self.open), data))

    def values(self, name: str, *tags: str) -> list[str]:
        """The values of an attribute, in order."""
        return [
            value for tag, key, value in self.attributes if key == name and tag in (tags or tag)
        ]

    def text(self, *within: str) -> str:
        """The text inside such elements."""
        return "".join(data for place, data in self.texts if all(one in place for one in within))


def test_the_article_stands_there_with_numbers_and_signs() -> None:
    page = Page(TRACE)
    article = page.text("main")
    signs = ["1✓", "2✓", "3≈≠", "4◐", "5✓", "6✗", "7✓", "8✗", "9✗", "10✓"]
    assert [data for place, data in page.texts if place[-1:] == ("sup",)] == signs
    for sign in signs:
        article = article.replace(sign, "", 1)
    assert article.strip() == ARTICLE.strip()


def test_quotations_and_cards_lead_to_each_other() -> None:
    page = Page(TRACE)
    ids = page.values("id")
    assert len(ids) == len(set(ids)) == 20
    targets = {href.removeprefix("#") for href in page.values("href")}
    assert targets == set(ids)


def test_a_card_tells_verdict_source_and_difference() -> None:
    page = Page(replace(TRACE, quotations=(NEAR,), not_found=()))
    assert page.text("aside").replace("\n", "") == (
        "1 ≈ 文字有出入 第4行 · 相似度 80% · 出处不符"
        "出处不符：文中作 2016年4月19日“网络安全和信息化工作座谈会”，"
        "库中见于 2018年4月20日《在全国网络安全和信息化工作会议上的讲话》"
        "002#75 2018-04-20 在全国网络安全和信息化工作会议上的讲话"
        "三、努力把我国建设成为网络强国 · 第461行"
        "网络空间的竞争，归根到结底是人才竞争。网信领域是技术密集型、创新密集型领域，千军易得、一将难求"
        "，必须聚天下英才而用之。要鼓励支持国内科研院所、网信企业吸引海外高端人才。"
    )
    assert page.text("aside", "del") == "到、创新密集型"
    assert page.text("aside", "ins") == "的结"


def test_the_words_that_were_quoted_are_marked_and_long_surroundings_cut() -> None:
    page = Page(replace(TRACE, quotations=(TWELVE,), not_found=()))
    before = TWELVE.sources[0].text.split(TWELVE.text)[0]
    assert page.text("blockquote", "mark") == TWELVE.text
    assert page.text("blockquote") == f"…{before[-60:]}{TWELVE.text}。"
    assert "另见 11 段" in page.text("details")


def test_what_has_no_source_shows_its_beginning() -> None:
    long = replace(LIKE_NOTHING, text="长" * 61)
    for found, shown in ((LIKE_NOTHING, LIKE_NOTHING.text), (long, f"{'长' * 60}…")):
        page = Page(replace(TRACE, quotations=(), not_found=(found,)))
        assert page.text("blockquote") == shown
        assert "没有近似的段落" in page.text("aside")


def test_the_summary_leads_to_what_is_wanting() -> None:
    page = Page(TRACE)
    assert page.text("header").startswith("\n引文核对：a.txt\n10 处引文：4 处一字不差，")
    assert page.text("header", "ul") == "文字有出入：3仅部分见于原文：4查无出处：6 8 9出处不符：3"


def test_many_links_are_folded_away() -> None:
    few, many = (replace(TRACE, not_found=(LIKE_NOTHING,) * number) for number in (57, 58))
    assert Page(few).attributes.count(("details", "open", "")) == 1
    assert Page(many).attributes.count(("details", "open", "")) == 0


def test_a_page_of_nothing_says_so() -> None:
    page = Page(NOTHING, "")
    assert page.text("header").split() == ["引文核对", "没有找到引文"]
    assert page.text("main").strip() == "今天天气很好。"
    assert "引文都查无出处" in Page(replace(TRACE, quotations=())).text("header")


def test_nothing_runs_and_nothing_is_fetched() -> None:
    for trace in (TRACE, HOSTILE):
        page = Page(trace, trace.text)
        style = page.text("style")
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        (policy, *_) = page.values("content", "meta")
        assert policy == (
            f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        assert not re.search(r"url\(|@import|//", style)
        assert {name for _, name, _ in page.attributes} <= {
            "aria-label", "charset", "class", "content", "href", "http-equiv", "id", "lang",
            "name", "open", "tabindex",
        }  # fmt: skip
        assert {tag for tag, name, _ in page.attributes if name == "href"} == {"a"}
        assert all(re.fullmatch(r"#[qs]\d+", href) for href in page.values("href"))


def test_a_text_is_only_ever_text() -> None:
    page = Page(HOSTILE, NASTY)
    tags = {tag for place, _ in page.texts for tag in place}
    assert "script" not in tags
    assert page.text("title") == page.text("h1") == f"引文核对：{visible(NASTY)}"
    assert page.html.replace("\n", "").isprintable()
    shown = page.text("main")
    for sign in ("1≈≠", "2✗", "3✗"):
        shown = shown.replace(sign, "", 1)
    assert shown.replace("\n", "") == "".join(map(visible, HOSTILE.text.split("\n")))


def test_quotations_that_overlap_or_run_over_paragraphs_lose_no_text() -> None:
    inner = replace(EXACT, start=EXACT.start + 3, end=EXACT.start + 5, text="间是")
    across = replace(EXACT, end=EXACT.end + 30, text=ARTICLE[EXACT.start : EXACT.end + 30])
    beyond = replace(EXACT, start=len(ARTICLE), end=len(ARTICLE) + 9)
    page = Page(replace(TRACE, text=ARTICLE, quotations=(across, inner, beyond), not_found=()))
    article = page.text("main")
    for sign in ("1✓", "2✓", "3✓"):
        article = article.replace(sign, "", 1)
    assert article.replace("\n", "") == ARTICLE.replace("\n", "")
    assert sorted(page.values("id")) == ["q1", "q2", "q3", "s1", "s2", "s3"]


def test_on_a_narrow_page_cards_stand_behind_their_paragraph() -> None:
    page = Page(TRACE)
    style = page.text("style")
    steps = [int(value[4:]) for value in page.values("class", "p", "ol") if value[:4] == "step"]
    assert all(f".step{step}{{order:{step}}}" in style for step in steps)
    lists = [int(value[4:]) for value in page.values("class", "ol")]
    assert lists == [1, 3, 5, 7, 9, 11, 13]
    assert len(page.values("class", "ol")) == len({one.found.lines for one in entries_of(TRACE)})


def test_a_page_has_no_words_of_a_style_sheet_but_its_own() -> None:
    page = Page(TRACE)
    assert "/*" not in page.text("style")
    assert page.text("style").count("{background:var(--target)}\n") == 10
