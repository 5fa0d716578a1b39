"""The benchmark of tracing measures what it says, on articles that are what they say."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index

TEXTS = [
    f"第{number:c}类单位应当建立健全网络安全管理制度，落实第{number:c}项保护义务和责任。"
    for number in range(0x4E00, 0x4E28)
]
PROSE = "记者从有关方面了解到，情况正在好转，各地群众对此表示欢迎，" * 20


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
    articles = load("articles")
    return [articles.Cited("《法》", text) for text in TEXTS]


def test_an_article_is_the_same_each_time_and_as_long_as_the_marks_say(load: Any) -> None:
    articles = load("articles")
    one, same, other = (
        articles.citing("a", cited(load), PROSE, random.Random(seed)) for seed in (1, 1, 2)
    )
    assert one == same
    assert one != other
    assert len(one.text) == articles.LENGTH == 5_000


def test_texts_are_cited_with_marks_and_without_as_they_stand_and_with_slips(load: Any) -> None:
    article = load("articles").citing("a", cited(load), PROSE, random.Random(1))
    lines = article.text.splitlines()[: article.cited]
    assert len(lines) == article.cited == article.text.count("\n")
    quoted = [line.endswith("”。") for line in lines]
    assert quoted == [at % 2 == 1 for at in range(len(lines))]
    whole = [any(text in line for text in TEXTS) for line in lines]
    assert whole == [at % 4 < 2 for at in range(len(lines))]


def test_a_slip_is_a_character_that_is_another_is_missing_or_doubled(load: Any) -> None:
    with_slips = load("articles").with_slips
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
    articles = load("articles")
    assert articles.read_texts(tmp_path / "corpus") == [
        articles.Cited("《网络安全法》第一条", TEXTS[0])
    ]


@pytest.mark.slow
def test_everything_is_measured_in_processes_of_its_own(load: Any, index: Path) -> None:
    tracing, articles = load("tracing"), load("articles")
    load("apart").use_checkout()
    article = articles.Article("a", f"法律规定：“{TEXTS[3]}”他不同意“从来没有人说过的话”。", 1)
    ground = tracing.Collection("few", index, "all", [], [article], most_ms=300)
    measured = tracing.measure_collection(ground, rounds=1)
    (runs,) = measured["traced"]
    assert [(run["quotations"], run["not_found"], len(run["later"])) for run in runs] == [
        (1, 1, tracing.TRACED - 1)
    ]
    assert runs[0]["peak_mb"] > measured["searched_mb"][0] > 10
    assert len(measured["similar"]["times"]) == 20
    # Some of the characters that tell the texts apart are forms of others: 丄 of 上, 丗 of 世.
    assert measured["repetitions"]["found"] == 7
    assert len(tracing.judge(ground, measured)) == 3
    (row,) = tracing.articles_table(ground, measured).splitlines()[2:]
    assert row.startswith("| a | 1 | 1 | 1 | 1 | ")
    assert len(tracing.others_table(measured).splitlines()) == 4


def test_marks_are_about_the_slowest_article(load: Any) -> None:
    def runs(first: float, later: float, peak: float) -> list[Any]:
        run = {"open": 1.0, "first": first, "later": [later], "peak_mb": peak}
        return [run, run]

    tracing = load("tracing")
    ground = tracing.Collection("few", Path(), "speech", [], [], most_ms=300)
    measured = {"traced": [runs(300, 200, 99), runs(200, 301, 101)], "searched_mb": [50, 50]}
    assert [(*row,) for row in tracing.judge(ground, measured)] == [
        ("opening and the first time, the slowest article, ms", "301", "≤ 300", "NOT MET"),
        ("later times, the slowest article, ms", "301", "≤ 300", "NOT MET"),
        (
            *("peak memory while tracing, times a searcher's that searched", "2.02"),
            *("≤ 2", "NOT MET"),
        ),
    ]
    measured = {"traced": [runs(299, 300, 100)], "searched_mb": [50]}
    assert [row[-1] for row in tracing.judge(ground, measured)] == ["met", "met", "met"]
