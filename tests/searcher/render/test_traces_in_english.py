"""Traces as people who read English are shown them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from indexer.text.dates import DateSpan
from searcher.articles.article import Attribution
from searcher.render.html.document import page_lines
from searcher.render.reports.trace_entries import entries_of, nothing_text, similarity_text, summary
from searcher.render.reports.trace_markdown import markdown_lines
from searcher.render.reports.trace_text import trace_lines
from searcher.render.typeset.page import COLOURED, Page
from searcher.tracing.results import Trace
from tests.support.example_traces import (
    EXACT,
    LIKE_ANOTHER,
    LIKE_NOTHING,
    NEAR,
    NORMALIZED,
    NOTHING,
    SHORT,
    TRACE,
    TWELVE,
)

WIDE = Page(80)


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def test_a_trace_is_a_summary_and_what_was_found_in_order() -> None:
    assert (
        text(trace_lines(TRACE, WIDE, SHORT))
        == """\
10 quotations: 4 word for word, 1 with other punctuation or spelling, 1 near, 1
only in part, 3 with no source found · 1 attribution disagrees
〔A→B〕 A in the source, B in the article; 〔－A〕 left out; 〔＋B〕 added

 1  line 2  word for word
    网络空间是亿万民众共同的精神家园。网络空间天朗气清、生态良好，符合人民利益
    from  002#116  2016-04-19  在网络安全和信息化工作座谈会上的讲话
          五、构建网上网下同心圆 · 习近平《论党的宣传思想工作》，中央文献出版社
          2020年版, p. 196 · lines 679–681

 2  line 3  other punctuation or spelling
    没有网络安全，就没有国家安全；没有信息化，就没有现代化
    from  002#73.2  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 437
          没有网络安全〔＋，〕就没有国家安全〔，→；〕没有信息化〔＋，〕就没有现
          代化

 3  line 4  near · similarity 80% · attribution disagrees
    网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将
    难求
    from  002#75  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 461
          网络空间〔＋的〕竞争，归根〔到→结〕底是人才竞争。网信领域是技术密集型
          〔－、创新密集型〕领域，千军易得、一将难求
          attribution disagrees: the article says 19 April 2016, “网络安全和信息
          化工作座谈会”; the collection has 20 April 2018, “在全国网络安全和信息
          化工作会议上的讲话”

 4  line 5  only in part · similarity 48%
    必须聚天下英才而用之，各地都要办好人才超市
    from  002#75  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 461
          必须聚天下英才而用之〔＋，各地都要办好人才超市〕

 5  line 6  word for word · part 1 of 3
    坚持依法治网，让互联网始终在法治轨道上健康运行
    from  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 443

 6  line 6  no source found · part 2 of 3
    键盘侠一个也不能放过
    nothing in the collection resembles it

 7  line 6  word for word · part 3 of 3
    坚持正确网络安全观，筑牢国家网络安全屏障
    from  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 443

 8  line 7  no source found
    网络安全事关党的建设，事关国家长治久安，事关每个网民的钱包
    nearest  002#73.2  2018-04-20  在全国网络安全和信息化工作会议上的讲话
             similarity 46% · 三、努力把我国建设成为网络强国 · line 437
             网络安全〔－和信息化〕事关党的〔长期执政→建设〕，事关国家长治久安，
             事关〔经济社会发展和人民群众福祉→每个网民的钱包〕

 9  line 7  no source found
    上网要戴好安全帽
    nothing in the collection resembles it

10  line 8  word for word · not in quotation marks
    坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感
    from  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · line 443
    also  002#39  2018-04-20  similarity 86%  在全国网络安全和信息化工作会议上…
          002#201  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          002#202  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          8 more paragraphs (--format json lists all)
"""
    )


def test_one_of_a_kind_is_singular() -> None:
    assert summary(entries_of(NOTHING)) == "no quotations found"
    one = replace(TRACE, quotations=(EXACT,), not_found=())
    assert summary(entries_of(one)) == "1 quotation: 1 word for word"
    two = replace(TRACE, quotations=(NEAR, NEAR), not_found=())
    assert summary(entries_of(two)) == "2 quotations: 2 near · 2 attributions disagree"
    lost = replace(NOTHING, not_found=(LIKE_NOTHING,))
    assert summary(entries_of(lost)) == "1 quotation: 1 with no source found"


def test_colours_are_explained_in_words() -> None:
    lines = list(trace_lines(replace(TRACE, not_found=()), Page(80, COLOURED), SHORT))
    start = lines.index("")
    assert lines[start - 1 : start + 2] == [
        "\x1b[9;31mleft out\x1b[0m; \x1b[4;32madded by the article\x1b[0m",
        "",
        "\x1b[2m 1\x1b[0m  line 2  \x1b[32mword for word\x1b[0m",
    ]
    disagreeing = next(line for line in lines[start:] if "attribution disagrees" in line)
    assert disagreeing.endswith(" · \x1b[1;31mattribution disagrees\x1b[0m")


def test_the_paragraph_is_told_where_a_line_has_several() -> None:
    in_one_line = [replace(found, lines=(1, 1)) for found in (EXACT, NORMALIZED)]
    trace = replace(TRACE, quotations=tuple(in_one_line), not_found=())
    assert [entry.place for entry in entries_of(trace)] == [
        "line 1, paragraph 2",
        "line 1, paragraph 3",
    ]


def test_the_middle_of_a_very_long_quotation_is_left_out() -> None:
    long = replace(LIKE_NOTHING, text="甲" * 200 + "乙" * 121 + "丙" * 100)
    shown = "".join(trace_lines(replace(NOTHING, not_found=(long,)), WIDE, SHORT))
    assert re.sub(r"\s", "", "甲… (121 characters left out) …丙") in re.sub(r"\s", "", shown)


@pytest.mark.parametrize(
    ("attribution", "claim"),
    [
        (
            Attribution(None, DateSpan(date(2016, 4, 1), date(2016, 4, 30), "month")),
            "the article says April 2016; the collection has 20 April 2018,"
            " “在全国网络安全和信息化工作会议上的讲话”",
        ),
        (
            Attribution("座谈会", None),
            "the article says “座谈会”; the collection has 20 April 2018,"
            " “在全国网络安全和信息化工作会议上的讲话”",
        ),
    ],
)
def test_a_disagreement_names_what_is_known(attribution: Attribution, claim: str) -> None:
    found = replace(NEAR, attribution=attribution)
    trace = replace(TRACE, quotations=(found,), not_found=())
    told = [line for line in markdown_lines(trace, "", SHORT) if line.startswith("- **")]
    assert told == [f"- **attribution disagrees**: {claim}"]


def test_what_has_neither_speech_nor_title_is_dated_alone() -> None:
    (best,) = NEAR.sources
    nameless = replace(best, speech=None, title=None)
    trace = replace(TRACE, quotations=(replace(NEAR, sources=(nameless,)),), not_found=())
    told = text(markdown_lines(trace, "", SHORT))
    assert "; the collection has 20 April 2018\n" in told


def test_likeness_is_a_share() -> None:
    assert (similarity_text(0.476), similarity_text(0.9999)) == (
        "similarity 48%",
        "similarity 99%",
    )


def test_nothing_is_said_with_what_may_help() -> None:
    lost = replace(NOTHING, not_found=(LIKE_NOTHING,))
    assert nothing_text(lost) == "no source found for any quotation"
    assert nothing_text(NOTHING) == "no quotations found"
    assert nothing_text(NOTHING, "shorter") == (
        "no quotations found (they have 12 characters or more, in quotation marks 6)"
    )
    assert nothing_text(NOTHING, "articles") == (
        "no quotations found (no passage of the collection names its speech; "
        "--in all compares with every text)"
    )


def test_a_report_is_markdown() -> None:
    trace = replace(TRACE, quotations=(NEAR, TWELVE), not_found=(LIKE_NOTHING, LIKE_ANOTHER))
    assert (
        text(markdown_lines(trace, "a_b.md", SHORT))
        == """\
# Quotations checked: a\\_b.md

4 quotations: 1 word for word, 1 near, 2 with no source found · 1 attribution disagrees

In a comparison, 〔~~A~~〕 is left out by the article and 〔**B**〕 added by it.

## 1 near (line 4 · similarity 80% · attribution disagrees)

> 网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将难求

- from: `002#75` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
- where: 三、努力把我国建设成为网络强国 · line 461
- compared: 网络空间〔**的**〕竞争，归根〔~~到~~〕〔**结**〕底是人才竞争。网信领域是技术密集型〔~~、创新密集型~~〕领域，千军易得、一将难求
- **attribution disagrees**: the article says 19 April 2016, “网络安全和信息化工作座谈会”; the collection has 20 April 2018, “在全国网络安全和信息化工作会议上的讲话”

## 2 no source found (line 7)

> 网络安全事关党的建设，事关国家长治久安，事关每个网民的钱包

- nearest: `002#73.2` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话” (similarity 46%)
- where: 三、努力把我国建设成为网络强国 · line 437
- compared: 网络安全〔~~和信息化~~〕事关党的〔~~长期执政~~〕〔**建设**〕，事关国家长治久安，事关〔~~经济社会发展和人民群众福祉~~〕〔**每个网民的钱包**〕

## 3 no source found (line 7)

> 上网要戴好安全帽

- nothing in the collection resembles it

## 4 word for word (line 8 · not in quotation marks)

> 坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感

- from: `002#73.4` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
- where: 三、努力把我国建设成为网络强国 · line 443
- also in 11 paragraphs:
  - `002#39` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话” (similarity 86%)
  - `002#201` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#202` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#203` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#204` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#205` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#206` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#207` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#208` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - `002#209` 2018-04-20 “在全国网络安全和信息化工作会议上的讲话”
  - 1 more paragraph (`--format json` lists all)
"""  # noqa: E501 (a paragraph of Markdown is a line)
    )
    assert list(markdown_lines(NOTHING, "", SHORT)) == [
        "# Quotations checked",
        "",
        "no quotations found",
    ]


class Reader(HTMLParser):
    """What a browser shows: texts with the languages they are marked as."""

    def __init__(self, trace: Trace, name: str) -> None:
        super().__init__()
        self.page_language = ""
        self.labels: list[str] = []
        self.texts: list[tuple[str, str]] = []
        self._languages: list[str] = []
        self.feed("\n".join(page_lines(trace, name, SHORT)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "html":
            self.page_language = told["lang"] or ""
        if "aria-label" in told:
            self.labels.append(told["aria-label"] or "")
        if tag != "meta":
            before = self._languages[-1] if self._languages else ""
            self._languages.append(told.get("lang") or before)

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 (HTMLParser names it)
        self._languages.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self._languages[-1], data.strip()))


def test_a_page_is_english_and_its_texts_are_marked_as_chinese() -> None:
    trace = replace(TRACE, quotations=(NEAR,), not_found=(LIKE_ANOTHER, LIKE_NOTHING))
    page = Reader(trace, "a.md")
    assert page.page_language == "en"
    assert page.labels == ["article", "sources"]
    english = [said for language, said in page.texts if language == "en" and "{" not in said]
    assert english == [
        "Quotations checked: a.md",
        "Quotations checked: a.md",
        "3 quotations: 1 near, 2 with no source found · 1 attribution disagrees",
        "Go to each",
        "near:",
        "1",
        "no source found:",
        "2",
        "3",
        "attribution disagrees:",
        "1",
        "word for word ✓",
        "other punctuation or spelling ✓",
        "near ≈",
        "only in part ◐",
        "no source found ✗",
        "attribution disagrees ≠",
        "In the sources, the article leaves out what is",
        "struck out",
        "and adds what is",
        "underlined",
        ".",
        "1",
        "≈ near",
        "line 4 · similarity 80% · attribution disagrees",
        "attribution disagrees: the article says 19 April 2016, “网络安全和信息化工作座谈会”; "
        "the collection has 20 April 2018, “在全国网络安全和信息化工作会议上的讲话”",
        "002#75",
        "2018-04-20",
        "三、努力把我国建设成为网络强国 · line 461",
        "2",
        "✗ no source found",
        "line 7",
        "002#73.2",
        "2018-04-20",
        "the nearest paragraph, similarity 46% · 三、努力把我国建设成为网络强国 · line 437",
        "3",
        "✗ no source found",
        "line 7",
        "nothing in the collection resembles it",
    ]
    chinese = [said for language, said in page.texts if language == "zh-CN"]
    assert chinese[0] == "网信事业二三事"
    assert not any(re.search("[a-z]", said) for said in chinese)


def test_a_page_of_nothing_says_so() -> None:
    said = [text for _, text in Reader(NOTHING, "").texts if "{" not in text]
    title = "Quotations checked"
    assert said == [title, title, "no quotations found", "今天天气很好。"]


def test_a_page_lists_other_sources() -> None:
    texts = [said for _, said in Reader(replace(TRACE, quotations=(TWELVE,)), "").texts]
    assert "also in 11 paragraphs" in texts
    many = replace(TWELVE, sources=TWELVE.sources * 2)
    texts = [said for _, said in Reader(replace(TRACE, quotations=(many,)), "").texts]
    assert "3 more paragraphs (--format json lists all)" in texts
