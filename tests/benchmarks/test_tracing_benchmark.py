"""The benchmark of tracing measures what it says, on articles that are what they say."""

from __future__ import annotations

import importlib
import json
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index
from tests.support.command_line import CHECKOUT

BENCHMARKS = CHECKOUT / "benchmarks"

TEXTS = [
    f"第{number:c}类单位应当建立健全网络安全管理制度，落实第{number:c}项保护义务和责任。"
    for number in range(0x4E00, 0x4E28)
]
PROSE = "记者从有关方面了解到，情况正在好转，各地群众对此表示欢迎，" * 20


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of the benchmarks as its scripts do."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    return importlib.import_module


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index of the texts, a record each."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    lines = [json.dumps({"text": text, "doc": "法", "title": "法"}) + "\n" for text in TEXTS]
    (seeds / "corpus.jsonl").write_text("".join(lines), "utf-8")
    build_index(seeds, tmp_path / "index")
    return tmp_path / "index"


def cited(load: Any) -> Any:
    articles = load("traced.articles")
    return [articles.Cited("《法》", text) for text in TEXTS]


def test_an_article_is_the_same_each_time_and_as_long_as_the_marks_say(load: Any) -> None:
    articles = load("traced.articles")
    one, same, other = (
        articles.citing("a", cited(load), PROSE, random.Random(seed)) for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other
    assert len(one.text) == articles.LENGTH == 5_000


def test_texts_are_cited_with_marks_and_without_as_they_stand_and_with_slips(load: Any) -> None:
    article = load("traced.articles").citing("a", cited(load), PROSE, random.Random(1))
    lines = article.text.splitlines()[: article.cited]
    assert len(lines) == article.cited == article.text.count("\n")
    quoted = [line.endswith("”。") for line in lines]
    assert quoted == [at % 2 == 1 for at in range(len(lines))]
    whole = [any(text in line for text in TEXTS) for line in lines]
    assert whole == [at % 4 < 2 for at in range(len(lines))]


def test_a_slip_is_a_character_that_is_another_is_missing_or_stands_twice(load: Any) -> None:
    with_slips = load("traced.articles").with_slips
    text = "".join(map(chr, range(0x4E00, 0x4E14)))
    made = [with_slips(text, random.Random(seed)) for seed in range(30)]
    assert {len(slipped) - len(text) for slipped in made} == {-1, 0, 1}
    assert all(slipped != text for slipped in made)
    assert all(len(set(text) - set(slipped)) <= 1 for slipped in made)


def test_texts_are_read_without_their_numbers_and_too_short_ones_are_not(
    load: Any, tmp_path: Path
) -> None:
    records = [
        {"title": "网络安全法", "article": "第一条", "text": f"第一条 {TEXTS[0]}"},
        {"title": "网络安全法", "text": "太短。"},
        {"title": "网络安全法", "text": f"{TEXTS[0]}\n{TEXTS[1]}"},
    ]
    (tmp_path / "corpus").write_text("\n".join(map(json.dumps, records)) + "\n", "utf-8")
    articles = load("traced.articles")
    assert articles.read_texts(tmp_path / "corpus") == [
        articles.Cited("《网络安全法》第一条", TEXTS[0])
    ]


@pytest.mark.slow
def test_everything_is_measured_in_processes_of_its_own(
    load: Any, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, grounds, articles = map(load, ("traced.asking", "traced.grounds", "traced.articles"))
    monkeypatch.setattr(asking, "_COMPARED", 3)
    article = articles.Article("a", f"法律规定：“{TEXTS[3]}”他不同意“从来没有人说过的话”。", 1)
    ground = grounds.Collection("few", index, "all", [], [article], rounds=1, most_ms=300)
    measured = asking.measure_collection(ground)
    raw = measured.raw
    (runs,) = raw["traced"]
    assert [(run["quotations"], run["not_found"], len(run["later"])) for run in runs] == [
        (1, 1, asking.TRACED - 1)
    ]
    assert raw["searched"][0][0]["clauses"]["found"] == 2
    assert raw["scanned"]["paragraphs"] == len(TEXTS)
    assert len(raw["scanned"]["difflib"]) == 3
    assert set(raw["memory"][0]) == set(asking.DOES)
    assert raw["memory"][0]["trace"]["peak"] > raw["memory"][0]["nothing"]["peak"] + 1 > 10
    assert len(raw["similar"]["found"]) == 20
    assert raw["repetitions"]["found"] == [2]
    assert set(raw["cite"]) == {"passage", "gbt7714", "bibtex", "csl-json", "text"}
    summary = load("traced.summary")
    assert len(summary.judge([measured])) == 3
    assert all(table.startswith("| ") for table in summary.tables_of(measured).values())


def test_marks_are_about_the_slowest_article_and_what_does_not_wait(load: Any) -> None:
    def runs(first: float, later: float) -> list[Any]:
        run = {"open": (9, 1), "first": (900, first), "later": [(800, later)]}
        return [run, run]

    def used(resident: float, peak: float) -> dict[str, Any]:
        return {"search quoted": {"resident": resident, "peak": 0}, "trace": {"peak": peak}}

    asking, collection = load("traced.asking"), load("traced.grounds").Collection
    ground = collection("seeds", Path(), "speech", [], [], rounds=2, most_ms=300)
    raw = {
        "traced": [runs(300, 200), runs(200, 301)],
        "memory": [used(50, 99), used(50, 101)],
    }
    judged = load("traced.summary").judge([asking.Measured(ground, raw)])
    assert [(*row,) for row in judged] == [
        (
            *("seeds: opening and the first time, the slowest article, ms", "301", "909"),
            *("≤ 300", "NOT MET"),
        ),
        ("seeds: later times, the slowest article, ms", "301", "800", "≤ 300", "NOT MET"),
        (
            *("seeds: peak memory while tracing, times a searcher's that searched", "2.02", ""),
            *("≤ 2", "NOT MET"),
        ),
    ]
    raw["traced"], raw["memory"] = [runs(299, 300)], [used(50, 100)]
    judged = load("traced.summary").judge([asking.Measured(ground, raw)])
    assert [row[-1] for row in judged] == ["met", "met", "met"]
    unmarked = replace(ground, most_ms=None)
    assert load("traced.summary").judge([asking.Measured(unmarked, raw)]) == []


def test_the_script_says_what_it_takes() -> None:
    command = [sys.executable, str(BENCHMARKS / "tracing.py"), "--help"]
    asked = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert "--record DIR" in asked.stdout
