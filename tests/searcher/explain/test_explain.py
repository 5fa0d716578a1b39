"""Explanations: what each clause finds and how, and why a query finds nothing."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from indexer import update_index
from indexer.errors import QueryError
from indexer.text.dates import DateSpan
from searcher import Filters, Searcher, Suggestion
from searcher.cli import main
from searcher.explain.explanation import (
    Clause,
    Conflict,
    Counted,
    Everywhere,
    NoMatchReason,
    NoSuchChapter,
    NoSuchDate,
    NoSuchPattern,
    NoSuchString,
    NoSuchValue,
    Route,
    TooFarApart,
)
from searcher.language.query import escape
from searcher.render.text.explanation import explanation_lines
from searcher.render.typeset.characters import text_width
from searcher.render.typeset.page import COLOURED, Page
from tests.support.corpus import write_corpus
from tests.support.growth import assert_linear
from tests.support.opened import store_of

QUERIES = (
    "核心技术",
    "核心技术 教育",
    "核心技术 突破 -人才",
    "（核心 或 “技术”） 讲话：座谈会",
    "没有网络安金",
    "習?瓶",
    "网络*安全 NOT 信息",
    "核心技术 NEAR/20 突破",
    "核心技术 BEFORE/1 命门",
    '(核心技术 OR "５Ｇ") NEAR/1 命门',
    "/核心.{0,5}术/ 人才",
    "/^.{5}$/",
    "讲话：贺电",
    "章：六 核心",
    "章：十二",
    "日期：2010",
    "日期：2017-01-01 网络",
    "类：quotation 章：六",
    "NOT 的",
    "网络安全 -安全",
    "(长征 或 讲话：贺电) 章：十",
    "核心技术 核心技术",
)


def clauses(tree: Clause) -> Iterator[Clause]:
    yield tree
    for clause in tree.clauses:
        yield from clauses(clause)


@pytest.mark.parametrize("query", QUERIES)
def test_every_count_is_that_of_a_search(seed_searcher: Searcher, query: str) -> None:
    explanation = seed_searcher.explain(query)
    assert explanation.total == seed_searcher.search(query, exact=True).total
    assert seed_searcher.search(explanation.canonical, exact=True).total == explanation.total
    assert bool(explanation.reasons) == (explanation.total == 0)
    for clause in clauses(explanation.tree):
        assert clause.total == seed_searcher.search(clause.query, exact=True).total, clause.query
    for suggestion in explanation.suggestions:
        found = seed_searcher.search(suggestion.query, exact=True).total
        assert found == suggestion.total > 0, suggestion.query


def leaf(kind: str, query: str, total: int, **facts: object) -> Clause:
    plain = {"filter": False, "folded": None, "route": None, "words": (), "clauses": ()}
    return Clause(kind=kind, query=query, total=total, **{**plain, "omitted": 0, **facts})  # type: ignore[arg-type]


def test_the_tree_shows_what_every_clause_finds_and_how(small_searcher: Searcher) -> None:
    filters = Filters(chapter="一")
    explanation = small_searcher.explain('核心技術 -"人才" 讲话：座谈会', filters=filters)
    assert explanation.tree == leaf(
        "and",
        '核心技術 AND NOT "人才" AND speech:座谈会 AND chapter:一',
        1,
        clauses=(
            leaf(
                "text",
                "核心技術",
                2,
                folded="核心技术",
                route=Route(kind="scan", terms=(Counted("心技", 2),), candidates=2),
                words=(Counted("核心技术", 2),),
            ),
            leaf(
                "not",
                'NOT "人才"',
                3,
                clauses=(
                    leaf(
                        "phrase",
                        '"人才"',
                        2,
                        route=Route(kind="bigram", terms=(Counted("人才", 2),)),
                    ),
                ),
            ),
            leaf(
                "field",
                "speech:座谈会",
                1,
                route=Route(
                    kind="values",
                    values=(Counted("在网信工作座谈会上的讲话", 1),),
                    value_count=1,
                ),
            ),
            leaf("chapter", "chapter:一", 2, filter=True, route=Route(kind="number")),
        ),
    )


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("的", "character"),
        ("网络", "bigram"),
        ("没有网络安全", "candidates"),
        ("网络*安全", "candidates"),
        ("/[a-z]+/", "scan"),
        ("中国人民", "candidates"),
        ("date:2018", "dates"),
        ("chapter:六", "number"),
        ("title:网络", "values"),
    ],
)
def test_a_route_is_told(seed_searcher: Searcher, query: str, kind: str) -> None:
    route = seed_searcher.explain(query).tree.route
    assert route is not None
    assert route.kind == kind


@pytest.mark.parametrize(
    ("query", "reasons", "suggestions"),
    [
        (
            "没有网络安金",
            [
                NoSuchString(
                    clause="没有网络安金",
                    parts=(Counted("没有网络安", 1),),
                    similar=(Counted("没有网络安全", 1),),
                    fields=(),
                    complete=True,
                )
            ],
            [("没有网络安全", 1)],
        ),
        (
            '"核心的技木"',
            [
                NoSuchString(
                    clause='"核心的技木"',
                    parts=(Counted("核心的技", 1),),
                    similar=(Counted("核心的技术", 1),),
                    fields=(),
                    complete=True,
                )
            ],
            [('"核心的技术"', 1)],
        ),
        (
            "座谈会",
            [
                NoSuchString(
                    clause="座谈会",
                    parts=(),
                    similar=(),
                    fields=(Suggestion("讲话：座谈会", 1),),
                    complete=True,
                )
            ],
            [("speech:座谈会", 1)],
        ),
        (
            "人才*核心",
            [
                NoSuchPattern(
                    clause="人才*核心",
                    pieces=(Counted("人才", 2), Counted("核心", 3)),
                    together=2,
                )
            ],
            [("人才 AND 核心", 2)],
        ),
        (
            "/强国.*安全/",
            [
                NoSuchPattern(
                    clause="/强国.*安全/",
                    pieces=(Counted("强国", 1), Counted("安全", 1)),
                    together=0,
                )
            ],
            [],
        ),
        (
            "人才 BEFORE/1 核心技术",
            [
                TooFarApart(
                    clause="人才 BEFORE/1 核心技术",
                    together=1,
                    nearest=None,
                    swapped=Suggestion("核心技术 BEFORE/3 人才", 1),
                )
            ],
            [("核心技术 BEFORE/3 人才", 1)],
        ),
        (
            "speech:核心技术",
            [
                NoSuchValue(
                    clause="speech:核心技术",
                    field="speech",
                    parts=(Counted("技术", 1),),
                    values=(Counted("致技术大会的贺信", 1),),
                    value_count=3,
                    elsewhere=(Suggestion("核心技术", 2),),
                )
            ],
            [("speech:致技术大会的贺信", 1), ("核心技术", 2), ("speech:技术", 1)],
        ),
        (
            "章：三",
            [NoSuchChapter(clause="chapter:三", numbers=(1, 12))],
            [("chapter:1", 2)],
        ),
        (
            "日期：2017",
            [
                NoSuchDate(
                    clause="date:2017-01-01..2017-12-31",
                    earliest=DateSpan(date(2014, 2, 27), date(2014, 2, 27)),
                    latest=DateSpan(date(2020, 1, 1), date(2020, 12, 31), "year"),
                    before=Suggestion("date:2016-04-19", 1),
                    after=Suggestion("date:2018-11-01..2018-11-30", 1),
                )
            ],
            [("date:2016-04-19", 1), ("date:2018-11-01..2018-11-30", 1)],
        ),
        (
            "NOT /./",
            [Everywhere(clause="NOT /./")],
            [],
        ),
        (
            "核心 信息化",
            [
                Conflict(clause="核心 AND 信息化", without=("信息化",), filters=False, total=3),
                Conflict(clause="核心 AND 信息化", without=("核心",), filters=False, total=1),
            ],
            [("核心", 3), ("信息化", 1)],
        ),
    ],
)
def test_a_query_that_finds_nothing_is_told_why(
    small_searcher: Searcher,
    query: str,
    reasons: list[NoMatchReason],
    suggestions: list[tuple[str, int]],
) -> None:
    explanation = small_searcher.explain(query)
    assert explanation.total == 0
    assert list(explanation.reasons) == reasons
    found = [(suggestion.query, suggestion.total) for suggestion in explanation.suggestions]
    assert found == suggestions


def test_filters_that_exclude_everything_are_named(small_searcher: Searcher) -> None:
    explanation = small_searcher.explain("核心技术", filters=Filters(role="article", since="2017"))
    first = explanation.reasons[0]
    assert isinstance(first, Conflict)
    assert (first.without, first.filters, first.total) == (("role:article",), True, 1)
    assert explanation.suggestions[0] == Suggestion("核心技术 AND date:2017-01-01..", 1)


def test_a_clause_that_stands_nowhere_and_others_that_exclude_each_other(
    small_searcher: Searcher,
) -> None:
    reasons = small_searcher.explain("核心 信息化 长征").reasons
    assert [reason.kind for reason in reasons] == ["no such string", "conflict", "conflict"]
    ways = [reason.without for reason in reasons if isinstance(reason, Conflict)]
    assert ways == [("长征", "信息化"), ("长征", "核心")]


def test_errors_are_those_of_a_search(small_searcher: Searcher) -> None:
    for query in ("", "核心 (技术", "日期：2018-13", "核心 |", "/(/", "作者：我 author:我"):
        with pytest.raises(QueryError) as searched:
            small_searcher.search(query)
        with pytest.raises(QueryError) as explained:
            small_searcher.explain(query)
        assert str(explained.value) == str(searched.value)
        assert explained.value.position == searched.value.position


def words_of(text: str) -> str:
    """The words of a query that are cut out of a text here and there."""
    words = (text[at : at + 2] for at in range(0, len(text), 7))
    return " ".join(word for word in words if word.isalpha() and not word.isascii())


COSTLY: dict[str, tuple[int, Callable[[str], str]]] = {
    "a long string": (500, escape),
    "a string that stands nowhere": (500, lambda text: escape(text[::3] * 3)),
    "many words": (1_000, words_of),
    "many stars": (4, lambda text: "*".join(filter(str.isalpha, text))),
}


@pytest.mark.parametrize("name", COSTLY)
def test_no_query_costs_more_to_explain_than_its_length(name: str, seed_searcher: Searcher) -> None:
    size, query_of = COSTLY[name]
    text = "".join(record.text for record in store_of(seed_searcher).records())[20_000:]

    def explain(query: str) -> None:
        explanation = seed_searcher.explain(query)
        assert explanation.total > 0 or explanation.reasons

    assert_linear(explain, lambda length: query_of(text[:length]), size, most=4 * size)


@pytest.mark.parametrize("query", ["核心 /(核.*)*心囧/", "/(.+)+囧/ OR 长征"])
def test_a_regular_expression_without_end_is_explained(query: str, seed_searcher: Searcher) -> None:
    explanation = seed_searcher.explain(query)
    assert explanation.total > 0 or explanation.reasons


def test_of_a_long_query_the_beginning_is_described(seed_searcher: Searcher) -> None:
    text = "".join(record.text for record in store_of(seed_searcher).records())
    words = [text[at : at + 2] for at in range(0, 4_000, 7)]
    query = " ".join(word for word in words if word.isalpha() and not word.isascii())
    tree = seed_searcher.explain(query, filters=Filters(chapter="六")).tree
    assert len(tree.clauses) < 101
    assert tree.omitted > 0
    assert tree.clauses[-1].filter


# what people read


def lines(searcher: Searcher, query: str, width: int = 80, **filters: str) -> list[str]:
    explanation = searcher.explain(query, filters=Filters(**filters))
    return list(explanation_lines(explanation, Page(width), "lunshu search"))


@pytest.mark.usefixtures("in_chinese")
def test_an_explanation_is_a_tree_with_counts(small_searcher: Searcher) -> None:
    shown = "\n".join(lines(small_searcher, '核心技術 -"人才" 讲话：座谈会'))
    assert (
        shown
        == """\
1 段（全库 5 段）
理解为：核心技術 AND NOT "人才" AND speech:座谈会

  1  同时满足（AND）
  2  ├ 核心技術  文字
     │   规范形式：核心技术
     │   查法：由双字索引（心技 2）得候选 2 段；通读全文更快，故通读，2 段确有
     │   切词（段数）：核心技术 2
  3  ├ 排除（NOT）
  2  │ └ "人才"  原文
     │     查法：直接查双字索引
  1  └ 讲话：座谈会  字段
         查法：比对各个讲话标题，1 个含有：在网信工作座谈会上的讲话（1 段）

相关段落按切出的词排序。"""
    )


@pytest.mark.usefixtures("in_chinese")
def test_nothing_found_is_explained(small_searcher: Searcher) -> None:
    shown = "\n".join(lines(small_searcher, "没有网络安金 人才", 40))
    assert (
        shown
        == """\
0 段（全库 5 段）
理解为：没有网络安金 AND 人才

  0  同时满足（AND）
  0  ├ 没有网络安金  文字
     │   查法：双字索引里没有 安金，不必
     │   核对原文
     │   切词（段数）：没有 1、网 0、络
     │   0、安 0、金 0
  2  └ 人才  文字
         查法：直接查双字索引
         切词（段数）：人才 1

相关段落按切出的词排序。

为什么没有结果
· 没有一段含有“没有网络安金”。其中库里有
  的：没有网络安（1 段）。只差一个字的：
  没有网络安全（1 段）。
· 去掉“没有网络安金”，有 2 段。

可以改查
  1  lunshu search '没有网络安全'
  2  lunshu search '人才'"""
    )


def test_an_explanation_is_told_in_english(small_searcher: Searcher) -> None:
    shown = "\n".join(lines(small_searcher, '核心技術 -"人才" 讲话：座谈会', chapter="一"))
    assert (
        shown
        == """\
1 of 5 paragraphs
read as: 核心技術 AND NOT "人才" AND speech:座谈会 AND chapter:一

  1  all of these (AND)
  2  ├ 核心技術  text
     │   folded: 核心技术
     │   lookup: 2 candidates from the bigram index (心技 2); reading every text
     │   is faster, and was done: 2 have it
     │   words (paragraphs): 核心技术 2
  3  ├ excluded (NOT)
  2  │ └ "人才"  exact string
     │     lookup: straight from the bigram index
  1  ├ speech:座谈会  field
     │   lookup: 1 value of the field “speech title” contains it: 在网信工作座谈
     │   会上的讲话 (1 paragraph)
  2  └ chapter:一  chapter number, a filter
         lookup: straight from the index of chapter numbers

Related paragraphs are ranked by these words."""
    )


def test_nothing_found_is_explained_in_english(small_searcher: Searcher) -> None:
    shown = "\n".join(lines(small_searcher, "没有网络安金 人才", 40))
    assert (
        shown
        == """\
0 of 5 paragraphs
read as: 没有网络安金 AND 人才

  0  all of these (AND)
  0  ├ 没有网络安金  text
     │   lookup: the bigram index does
     │   not have 安金, so no text was
     │   read
     │   words (paragraphs): 没有 1, 网
     │   0, 络 0, 安 0, 金 0
  2  └ 人才  text
         lookup: straight from the
         bigram index
         words (paragraphs): 人才 1

Related paragraphs are ranked by these
words.

Why nothing was found
· No paragraph contains “没有网络安金”.
  Parts of it that are there: 没有网络安
  (1 paragraph). One character away: 没
  有网络安全 (1 paragraph).
· Some are found without “没有网络安金”
  (2 paragraphs).

Ask instead
  1  lunshu search '没有网络安全'
  2  lunshu search '人才'"""
    )


@pytest.mark.parametrize(
    ("query", "why"),
    [
        (
            "日期：1999",
            "No paragraph has a date in 1999-01-01..1999-12-31. Dates of the collection: 2014-02-27"
            " – 2020. The first one after: date:2014-02-27 (1 paragraph).",
        ),
        (
            "日期：2999",
            "No paragraph has a date in 2999-01-01..2999-12-31. Dates of the collection: 2014-02-27"
            " – 2020. The last one before: date:2020-01-01..2020-12-31 (1 paragraph).",
        ),
        ("章：九", "There is no “chapter:九”; the chapters are numbered 1, 12."),
        (
            "讲话：贺词",
            "None of the 3 values of the field “speech title” contains “贺词”. Nearest:"
            " 致技术大会的贺信 (1 paragraph).",
        ),
        (
            "来源：新华社",
            "The only value of the field “source” lacks “新华社”. Nearest:"
            " 《人民日报》2016年4月26日 (1 paragraph).",
        ),
        (
            "节:核心技术",
            "No paragraph has a value of the field “section heading”, so none contains “核心技术”."
            " Elsewhere: 核心技术 (2 paragraphs).",
        ),
        (
            "网*囧",
            "No paragraph matches “网*囧”. Every match contains: 网 (2 paragraphs), 囧 (0"
            " paragraphs).",
        ),
        (
            "核心 NEAR/1 人才",
            "“核心 NEAR/1 人才”: 2 paragraphs contain both sides, but not in this order or not this"
            " close. Wider, it is found: 核心 NEAR/4 人才 (1 paragraph).",
        ),
        ("核心 NEAR/9 长征", "No paragraph contains “长征”."),
        (
            "人才 BEFORE/1 核心技术",
            "“人才 BEFORE/1 核心技术”: 1 paragraph contains both sides, but not in this order or"
            " not this close. The other way round, it is found: 核心技术 BEFORE/3 人才 (1"
            " paragraph).",
        ),
        (
            "人才 信息化",
            "Each condition is met somewhere, but no paragraph meets them all. Some are found"
            " without “信息化” (2 paragraphs); without “人才” (1 paragraph).",
        ),
        (
            "核心 信息化 长征",
            "Some are found without “长征” and “信息化” (3 paragraphs); without “长征” and “核心”"
            " (1 paragraph).",
        ),
        ("-/./", "“NOT /./” excludes every paragraph."),
    ],
)
def test_each_reason_is_told_in_english(query: str, why: str, small_searcher: Searcher) -> None:
    shown = lines(small_searcher, query, 10_000)
    reasons = [line.removeprefix("· ") for line in shown if line.startswith("· ")]
    assert why in reasons


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [28, 40, 80])
@pytest.mark.parametrize("query", [*QUERIES, "NOT " * 60 + "核心技术", "核" * 500])
def test_no_line_is_wider_than_the_page(
    seed_searcher: Searcher, query: str, width: int, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LUNSHU_LANG", language)
    shown = lines(seed_searcher, query, width)
    commands = {"zh": "可以改查", "en": "Ask instead"}[language]
    told = shown[: shown.index(commands)] if commands in shown else shown
    assert [line for line in told if text_width(line) > width] == []
    assert [line for line in shown if line != line.rstrip()] == []


def test_colours_change_no_text(seed_searcher: Searcher) -> None:
    explanation = seed_searcher.explain("没有网络安金 核心技术")
    coloured = explanation_lines(explanation, Page(80, COLOURED), "lunshu search")
    plain = [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured]
    assert plain == list(explanation_lines(explanation, Page(80), "lunshu search"))


def test_nothing_in_a_query_steers_the_terminal(small_searcher: Searcher) -> None:
    for query in ("核心\x1b[2J", '"核\x1b]0;标题\x07"', "speech:\u202e大会"):
        assert not re.search("[\x00-\x1f\u202e]", "".join(lines(small_searcher, query)))


# the command


@pytest.fixture(scope="module")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("explain")
    write_corpus(folder / "seeds")
    update_index(folder / "seeds", folder / "index")
    return folder / "index"


Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def lunshu(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Command:
    """Runs a command in this process; gives its exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    for name in ("LUNSHU_INDEX", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["lunshu", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        captured = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, captured.out, captured.err

    return run


def test_the_exit_code_tells_whether_anything_satisfies_the_query(
    lunshu: Command, small_index: Path
) -> None:
    asked = ("explain", "--index", small_index)
    assert lunshu(*asked, "核心技术")[0] == 0
    assert lunshu(*asked, "-核心", "--role", "speech")[0] == 0
    assert lunshu(*asked, "网络大会")[0] == 1
    code, out, err = lunshu(*asked, "核心 (技术")
    assert (code, out) == (2, "")
    assert err == lunshu("search", "--index", small_index, "核心 (技术")[2]
    assert "character 4" in err


@pytest.mark.usefixtures("in_chinese")
def test_a_suggested_command_can_be_pasted(lunshu: Command, small_index: Path) -> None:
    _, out, _ = lunshu("explain", "--index", small_index, "没有网络安金", "--chapter", "一")
    command = out.splitlines()[out.splitlines().index("可以改查") + 1]
    assert command == (f"  1  lunshu search --index {small_index} '没有网络安全 AND chapter:一'")
    code, out, _ = lunshu(*shlex.split(command)[2:], "--exact", "--format", "jsonl")
    assert (code, out.count("\n")) == (0, 1)


def test_json_has_the_written_fields(lunshu: Command, small_index: Path) -> None:
    code, out, _ = lunshu(
        "explain", "--index", small_index, "座谈会 日期：2017", "--format", "json", "-q"
    )
    answer = json.loads(out)
    assert (code, out.count("\n"), answer.pop("took_ms") > 0) == (1, 1, True)
    tree = answer.pop("tree")
    assert answer == {
        "format_version": 2,
        "query": "座谈会 日期：2017",
        "canonical": "座谈会 AND date:2017-01-01..2017-12-31",
        "total": 0,
        "paragraphs": 5,
        "dropped_marks": [],
        "as_text": [],
        "reasons": [
            {
                "kind": "no such string",
                "clause": "座谈会",
                "parts": [],
                "similar": [],
                "fields": [{"query": "讲话：座谈会", "total": 1}],
                "complete": True,
            },
            {
                "kind": "no such date",
                "clause": "date:2017-01-01..2017-12-31",
                "earliest": {
                    "first": "2014-02-27",
                    "last": "2014-02-27",
                    "precision": "day",
                    "days": [],
                },
                "latest": {
                    "first": "2020-01-01",
                    "last": "2020-12-31",
                    "precision": "year",
                    "days": [],
                },
                "before": {"query": "date:2016-04-19", "total": 1},
                "after": {"query": "date:2018-11-01..2018-11-30", "total": 1},
            },
        ],
        "suggestions": [
            {"query": "date:2016-04-19", "total": 1},
            {"query": "speech:座谈会", "total": 1},
            {"query": "date:2018-11-01..2018-11-30", "total": 1},
        ],
    }
    assert list(tree) == [
        "kind",
        "query",
        "filter",
        "folded",
        "total",
        "route",
        "words",
        "clauses",
        "omitted",
    ]
    text, days = tree["clauses"]
    assert text["route"] == {
        "kind": "candidates",
        "terms": [{"text": "座谈", "total": 0}],
        "candidates": 0,
        "values": [],
        "value_count": 0,
    }
    assert (days["kind"], days["route"]["kind"], days["total"]) == ("date", "dates", 0)


def test_the_example_in_the_help_works(lunshu: Command, seed_index: Path) -> None:
    code, help_text, _ = lunshu("explain", "--help")
    assert code == 0
    (example,) = re.findall(r"Example:\n +lunshu (.+)\n", help_text)
    code, out, err = lunshu(*shlex.split(example), "--index", seed_index)
    assert (code, bool(out), err) == (0, True, "")


def test_a_part_has_no_mark_that_was_pasted_with_it(seed_searcher: Searcher) -> None:
    asked = "习近平什么时候说过“没有网络安全就没有国家安全”这句话？"
    (reason,) = seed_searcher.explain(asked).reasons
    assert isinstance(reason, NoSuchString)
    assert [part.text for part in reason.parts] == ["没有网络安全就没有国家安全"]
    (suggestion,) = seed_searcher.explain(asked).suggestions
    assert suggestion.query == "没有网络安全就没有国家安全"
    assert suggestion.total == seed_searcher.search(suggestion.query).total == 5
