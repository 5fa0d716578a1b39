"""A mark of a note that was copied with the words is left out where they are found without it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from searcher import Filters, Searcher
from searcher.answers.pasted import without_marks
from searcher.language.parser import parse
from tests.support.command_line import Lunshu, Run
from tests.support.made_collection import collection, record

WORDS = "声讨卖国贼汪精卫，又是为了团结一切抗日力量"


@pytest.fixture
def texts() -> Iterator[Searcher]:
    """Words without marks, and words that have what looks like one."""
    day = date(1940, 2, 1)
    dated = replace(record("甲", 1, f"{WORDS}。"), date=day, date_end=day, date_precision="day")
    with collection(
        甲=[dated, record("甲", 2, "第一，①发展生产；②改善生活。国发〔2014〕63号文件。")],
        乙=[record("乙", 1, "汪精卫〔4〕是国民党的要人。")],
    ) as searcher:
        yield searcher


@pytest.mark.parametrize("mark", ["〔4〕", "[4]", "［4］", "⑴", "①", "¹", "〔12〕"])
@pytest.mark.parametrize("form", ['"{}"', "{}", "“{}”"])
def test_a_pasted_mark_is_left_out_and_the_answer_says_so(
    mark: str, form: str, texts: Searcher
) -> None:
    query = form.format(WORDS.replace("卫", f"卫{mark}"))
    results = texts.search(query)
    found = [(hit.id, hit.spans) for hit in results if hit.match == "exact"]
    assert found == [("甲#1", ((0, 21),))]
    assert (results.query, results.total, results.dropped_marks) == (query, 1, (mark,))
    first = texts.first(query)
    assert ([hit.id for hit in first], first.dropped_marks) == (["甲#1"], (mark,))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ('"汪精卫〔4〕是"', ["乙#1"]),
        ("汪精卫〔4〕", ["乙#1"]),
        ('"①发展生产"', ["甲#2"]),
        ('"；②改善"', ["甲#2"]),
        ('"国发〔2014〕63号"', ["甲#2"]),
        ('"①"', ["甲#2"]),
        (f'"{WORDS}"', ["甲#1"]),
    ],
)
def test_what_is_found_as_it_stands_is_never_changed(
    query: str, found: list[str], texts: Searcher
) -> None:
    results = texts.search(query, exact=True)
    assert ([hit.id for hit in results], results.dropped_marks) == (found, ())


@pytest.mark.parametrize(
    "query",
    [
        '"没有这样的话〔4〕"',
        '"〔4〕没有"',
        '"国发〔2015〕63号"',
        f'"{WORDS}⑴" 没有这样的话',
        "-汪精卫⑴ 无此",
    ],
)
def test_what_is_not_found_without_marks_either_stays_as_it_is(query: str, texts: Searcher) -> None:
    results = texts.search(query, exact=True)
    assert (results.total, results.dropped_marks) == (0, ())


def test_each_clause_is_judged_by_itself_and_filters_hold(texts: Searcher) -> None:
    query = '"汪精卫〔4〕" "国民党⑴的要人"'
    results = texts.search(query)
    assert ([hit.id for hit in results], results.dropped_marks) == (["乙#1"], ("⑴",))
    mixed = texts.search('"汪精卫〔4〕，又是"', filters=Filters(doc="乙"))
    assert (mixed.total, mixed.dropped_marks) == (0, ())
    assert texts.search('"汪精卫〔4〕，又是"', filters=Filters(doc="甲")).total == 1
    either = texts.search('"没有的⑴" OR "精卫⑵，又是"')
    assert ([hit.id for hit in either], either.dropped_marks) == (["甲#1"], ("⑵",))


def test_a_query_is_rewritten_wherever_its_clauses_stand() -> None:
    query = parse('("甲⑴" OR 乙[2]) -丙⑶ 讲话：丁⑷ 戊')
    plain = without_marks(query, lambda clause: "⑴" not in clause.text and "[" not in clause.text)
    assert str(plain.query) == '("甲" OR 乙) AND NOT 丙⑶ AND speech:丁⑷ AND 戊'
    assert plain.marks == ("⑴", "[2]")


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.usefixtures("at_terminal")
def test_a_line_says_which_marks_were_left_out(lunshu: Lunshu, desk: Path) -> None:
    (desk / "seeds").mkdir()
    (desk / "seeds" / "a.txt").write_text(f"题\n（1940年2月1日）\n\n{WORDS}。\n", "utf-8")
    lunshu("index", "-q")
    query = f'"{WORDS[:8]}⑴{WORDS[8:12]}"'
    run = lunshu("search", query)
    said = "lunshu: 所查文字已略去注释号 ⑴：带注释号则查不到\n"
    assert (run.code, run.err) == (0, said)
    assert lunshu("first", query).err == said
    explained = lunshu("explain", query)
    assert explained.code == 0
    assert explained.out.splitlines()[:3] == [
        "1 段（全库 1 段）",
        f'理解为："{WORDS[:12]}"',
        "所查文字已略去注释号 ⑴：带注释号则查不到",
    ]
    assert json.loads(lunshu("search", query, "--format", "json").out)["dropped_marks"] == ["⑴"]
    assert lunshu("search", '"无此⑴"') == Run(1, "", "lunshu: 没有找到\n")
