"""A trace at a terminal, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from indexer.text.dates import DateSpan, Precision
from searcher.articles.article import Attribution
from searcher.render.reports.trace_entries import entries_of, similarity_text, summary
from searcher.render.reports.trace_text import trace_lines
from searcher.render.text.dates import sentence_date
from searcher.render.typeset.characters import text_width
from searcher.render.typeset.diffs import DiffPiece, marked, pieces_of, shortened
from searcher.render.typeset.page import COLOURED, Page, run_lines
from searcher.textmatch.alignment import Edit
from searcher.tracing.results import Quotation
from tests.support.example_traces import (
    CLEAR_SKY,
    EXACT,
    LIKE_ANOTHER,
    LIKE_NOTHING,
    NEAR,
    NORMALIZED,
    NOTHING,
    PARTS,
    SHORT,
    TRACE,
    TWELVE,
    quotation,
    source,
)
from tests.support.hostile_traces import HOSTILE, WORDS

pytestmark = pytest.mark.usefixtures("in_chinese")

WIDE = Page(80)


def text(lines: Iterable[str]) -> str:
    return "\n".join(lines) + "\n"


def shown(*found: Quotation, page: Page = WIDE) -> str:
    """What is shown of quotations, without the summary."""
    trace = replace(TRACE, quotations=found, not_found=())
    lines = list(trace_lines(trace, page, SHORT))
    return text(lines[lines.index("") + 1 :])


def test_a_trace_is_a_summary_and_what_was_found_in_order() -> None:
    assert (
        text(trace_lines(TRACE, WIDE, SHORT))
        == """\
10 处引文：4 处一字不差，1 处仅标点或写法不同，1 处文字有出入，1 处仅部分见于原
文，3 处查无出处 · 1 处出处不符
〔甲→乙〕原文作甲，文中作乙；〔－甲〕文中缺甲；〔＋乙〕文中多乙

 1  第2行  一字不差
    网络空间是亿万民众共同的精神家园。网络空间天朗气清、生态良好，符合人民利益
    出自  002#116  2016-04-19  在网络安全和信息化工作座谈会上的讲话
          五、构建网上网下同心圆 · 习近平《论党的宣传思想工作》，中央文献出版社
          2020年版，第196页 · 第679–681行

 2  第3行  仅标点或写法不同
    没有网络安全，就没有国家安全；没有信息化，就没有现代化
    出自  002#73.2  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第437行
          没有网络安全〔＋，〕就没有国家安全〔，→；〕没有信息化〔＋，〕就没有现
          代化

 3  第4行  文字有出入 · 相似度 80% · 出处不符
    网络空间的竞争，归根结底是人才竞争。网信领域是技术密集型领域，千军易得、一将
    难求
    出自  002#75  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第461行
          网络空间〔＋的〕竞争，归根〔到→结〕底是人才竞争。网信领域是技术密集型
          〔－、创新密集型〕领域，千军易得、一将难求
          出处不符：文中作 2016年4月19日“网络安全和信息化工作座谈会”，库中见于
          2018年4月20日《在全国网络安全和信息化工作会议上的讲话》

 4  第5行  仅部分见于原文 · 相似度 48%
    必须聚天下英才而用之，各地都要办好人才超市
    出自  002#75  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第461行
          必须聚天下英才而用之〔＋，各地都要办好人才超市〕

 5  第6行  一字不差 · 分段引文 1/3
    坚持依法治网，让互联网始终在法治轨道上健康运行
    出自  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第443行

 6  第6行  查无出处 · 分段引文 2/3
    键盘侠一个也不能放过
    没有近似的段落

 7  第6行  一字不差 · 分段引文 3/3
    坚持正确网络安全观，筑牢国家网络安全屏障
    出自  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第443行

 8  第7行  查无出处
    网络安全事关党的建设，事关国家长治久安，事关每个网民的钱包
    近似  002#73.2  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          相似度 46% · 三、努力把我国建设成为网络强国 · 第437行
          网络安全〔－和信息化〕事关党的〔长期执政→建设〕，事关国家长治久安，事
          关〔经济社会发展和人民群众福祉→每个网民的钱包〕

 9  第7行  查无出处
    上网要戴好安全帽
    没有近似的段落

10  第8行  一字不差 · 未加引号
    坚持以人民为中心的发展思想，让亿万人民在共享互联网发展成果上有更多获得感
    出自  002#73.4  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          三、努力把我国建设成为网络强国 · 第443行
    另见  002#39  2018-04-20  相似度 86%  在全国网络安全和信息化工作会议上的讲话
          002#201  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          002#202  2018-04-20  在全国网络安全和信息化工作会议上的讲话
          还有 8 段（--format json 列出全部）
"""
    )


@pytest.mark.parametrize("width", [28, 40, 60, 80, 100])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_line_is_wider_than_the_page(
    width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", language)
    for page in (Page(width), Page(width, COLOURED)):
        for line in trace_lines(TRACE, page, SHORT):
            assert text_width(re.sub("\x1b\\[[0-9;]*m", "", line)) <= width, line


def test_colours_tell_verdicts_and_differences() -> None:
    lines = list(trace_lines(replace(TRACE, not_found=()), Page(80, COLOURED), SHORT))
    assert lines[2:5] == [
        "\x1b[9;31m原文有而文中无\x1b[0m；\x1b[4;32m文中有而原文无\x1b[0m",
        "",
        "\x1b[2m 1\x1b[0m  第2行  \x1b[32m一字不差\x1b[0m",
    ]
    assert (
        "          网络空间\x1b[4;32m的\x1b[0m竞争，归根\x1b[9;31m到\x1b[0m\x1b[4;32m结\x1b[0m"
        "底是人才竞争。网信领域是技术密集型\x1b[9;31m、创新密集型\x1b[0m"
    ) in lines
    near = "\x1b[33m文字有出入\x1b[0m · 相似度 80% · \x1b[1;31m出处不符\x1b[0m"
    assert f"\x1b[2m 3\x1b[0m  第4行  {near}" in lines


def test_nothing_has_no_lines() -> None:
    assert list(trace_lines(NOTHING, WIDE, SHORT)) == []


def test_marks_are_explained_only_where_they_are_used() -> None:
    trace = replace(TRACE, quotations=(EXACT,), not_found=(LIKE_NOTHING,))
    assert list(trace_lines(trace, WIDE, SHORT))[:2] == [
        "2 处引文：1 处一字不差，1 处查无出处",
        "",
    ]


def test_the_middle_of_a_very_long_quotation_is_left_out() -> None:
    words = "".join(chr(0x4E00 + at) for at in range(400))
    paragraph = replace(CLEAR_SKY, text=words)
    found = quotation(words, source(paragraph, "exact", words, article=words), article=words)
    lines = shown(found).splitlines()[1:10]
    assert "".join(line.strip() for line in lines) == (
        f"{words[:200]}…（略 100 字）…{words[-100:]}"
    )
    shorter = words[:320]
    found = quotation(shorter, source(paragraph, "exact", shorter, article=words), article=words)
    assert "略" not in shown(found)


def test_other_sources_take_a_line_each_also_where_ids_are_long() -> None:
    others = (replace(TWELVE.sources[0], id="很长的文件名" * 9 + "#1", speech=None, title=None),)
    lines = shown(replace(TWELVE, sources=(*TWELVE.sources[:1], *others))).splitlines()
    assert lines[4:] == ["    另见  很长的文件…长的文件名#1  2018-04-20"]


def test_a_disagreement_names_what_is_known() -> None:
    def told(attribution: Attribution, **facts: object) -> str:
        best = replace(NEAR.sources[0], **facts)  # type: ignore[arg-type]
        found = replace(NEAR, attribution=attribution, sources=(best,))
        return "".join(line.strip() for line in shown(found).splitlines()[-2:])

    month = DateSpan(date(2016, 4, 1), date(2016, 4, 30), "month")
    assert told(Attribution(None, month)).endswith(
        "文中作 2016年4月，库中见于 2018年4月20日《在全国网络安全和信息化工作会议上的讲话》"
    )
    unknown = {"date": None, "date_end": None, "date_precision": None, "speech": None}
    assert told(Attribution("座谈会", None), **unknown).endswith(
        "出处不符：文中作“座谈会”，库中见于《习近平关于网络强国论述摘编》"
    )


def test_nothing_in_a_trace_steers_the_terminal() -> None:
    for page in (WIDE, Page(80, COLOURED)):
        lines = text(trace_lines(HOSTILE, page, {}))
        bare = re.sub("\x1b\\[[0-9;]*m", "", lines)
        assert bare.replace("\n", "").isprintable()
        assert bare.count("␛[2J") >= 12
        assert WORDS not in lines


# the parts


def test_the_order_is_that_of_the_input() -> None:
    entries = entries_of(TRACE)
    assert [entry.number for entry in entries] == list(range(1, 11))
    assert [entry.found for entry in entries[5:9]] == [
        PARTS[1],
        PARTS[2],
        LIKE_ANOTHER,
        LIKE_NOTHING,
    ]
    assert [entry.part for entry in entries if entry.part] == [(1, 3), (2, 3), (3, 3)]


def test_the_paragraph_is_told_where_a_line_has_several() -> None:
    assert [entry.place for entry in entries_of(TRACE)][:2] == ["第2行", "第3行"]
    in_one_line = [replace(one, lines=(16, 16)) for one in (EXACT, NORMALIZED, TWELVE)]
    trace = replace(TRACE, quotations=tuple(in_one_line), not_found=())
    places = [entry.place for entry in entries_of(trace)]
    assert places == ["第16行第2段", "第16行第3段", "第16行第8段"]


def test_a_summary_counts_what_there_is() -> None:
    only = replace(TRACE, quotations=(NORMALIZED, EXACT), not_found=())
    assert summary(entries_of(only)) == "2 处引文：1 处一字不差，1 处仅标点或写法不同"
    assert summary(entries_of(NOTHING)) == "没有找到引文"


@pytest.mark.parametrize(
    ("similarity", "shown"),
    [(0.931, "93%"), (0.999, "99%"), (1.0, "100%"), (0.0, "0%")],
)
def test_what_differs_is_never_wholly_alike(similarity: float, shown: str) -> None:
    assert similarity_text(similarity) == f"相似度 {shown}"


@pytest.mark.parametrize(
    ("first", "last", "precision", "days", "written"),
    [
        ((2018, 4, 20), (2018, 4, 20), "day", (), "2018年4月20日"),
        ((2018, 4, 20), (2018, 4, 21), "day", (), "2018年4月20日至21日"),
        ((2020, 3, 29), (2020, 4, 1), "day", (), "2020年3月29日至4月1日"),
        ((2019, 12, 31), (2020, 1, 1), "day", (), "2019年12月31日至2020年1月1日"),
        ((2018, 11, 1), (2018, 11, 30), "month", (), "2018年11月"),
        ((2018, 11, 1), (2019, 1, 31), "month", (), "2018年11月至2019年1月"),
        ((2018, 1, 1), (2018, 12, 31), "year", (), "2018年"),
        (
            (2020, 2, 5),
            (2020, 3, 1),
            "day",
            ((2020, 2, 5), (2020, 2, 14), (2020, 3, 1)),
            "2020年2月5日、14日、3月1日",
        ),
    ],
)
def test_dates_are_written_as_sentences_write_them(
    first: tuple[int, int, int],
    last: tuple[int, int, int],
    precision: Precision,
    days: tuple[tuple[int, int, int], ...],
    written: str,
) -> None:
    span = DateSpan(date(*first), date(*last), precision, tuple(date(*day) for day in days))
    assert sentence_date(span) == written


def pieces(*kinds_and_texts: str) -> list[DiffPiece]:
    """Pieces: `=甲` both have it, `-甲` the source alone, `+甲` the article alone."""
    kinds = {"=": "same", "-": "left_out", "+": "added"}
    return [DiffPiece(kinds[one[0]], one[1:]) for one in kinds_and_texts]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("diff", "expected"),
    [
        ((), []),
        ((Edit("equal", (1, 3), (0, 2)),), ["=甲乙"]),
        ((Edit("replace", (1, 3), (0, 2)),), ["-甲乙", "+天地"]),
        ((Edit("delete", (1, 1), (0, 1)), Edit("equal", (1, 2), (1, 2))), ["-甲", "=乙"]),
        # One character that stays between two differences is part of both.
        (
            (
                Edit("delete", (1, 1), (0, 1)),
                Edit("equal", (1, 2), (1, 2)),
                Edit("insert", (2, 4), (2, 2)),
                Edit("equal", (4, 5), (2, 3)),
            ),
            ["-甲乙", "+天地玄", "=丙"],
        ),
        (
            (
                Edit("delete", (1, 1), (0, 1)),
                Edit("equal", (1, 3), (1, 3)),
                Edit("insert", (3, 4), (3, 3)),
            ),
            ["-甲", "=乙丙", "+玄"],
        ),
        ((Edit("insert", (1, 3), (0, 0)), Edit("equal", (3, 4), (0, 1))), ["+天地", "=甲"]),
    ],
)
def test_edits_become_pieces(diff: tuple[Edit, ...], expected: list[str]) -> None:
    assert pieces_of("，天地玄黄", "甲乙丙丁", diff) == pieces(*expected)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["=一二三四五六七"], "…"),
        (["-甲", "=一二三四五六七", "+乙"], "〔－甲〕一二三四五六七〔＋乙〕"),
        (["-甲", "=一二三四五六七八", "+乙"], "〔－甲〕一二三…六七八〔＋乙〕"),
        (["=一二三四五", "-甲", "+乙", "=一二三四"], "…三四五〔甲→乙〕一二三四"),
        (["=一二三四五", "-甲", "+乙", "=一二三四五"], "…三四五〔甲→乙〕一二三…"),
    ],
)
def test_what_is_the_same_for_long_is_cut(given: list[str], expected: str) -> None:
    cut = shortened(pieces(*given), 3)
    assert "".join(one for one, _ in marked(cut, coloured=False)) == expected


def test_differences_are_marked_without_colours_and_with_them() -> None:
    given = pieces("-甲", "=乙", "+丙", "=丁", "-戊", "+己", "-庚")
    assert "".join(one for one, _ in marked(given, coloured=False)) == (
        "〔－甲〕乙〔＋丙〕丁〔戊→己〕〔－庚〕"
    )
    assert [colour for _, colour in marked(given, coloured=True)] == [
        "9;31",
        "",
        "4;32",
        "",
        "9;31",
        "4;32",
        "9;31",
    ]


def test_colours_go_on_in_the_next_line() -> None:
    assert list(run_lines([("一二", ""), ("三四五", "31"), ("六", "")], 8)) == [
        "一二\x1b[31m三四\x1b[0m",
        "\x1b[31m五\x1b[0m六",
    ]
