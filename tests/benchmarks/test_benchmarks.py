"""The figures that benchmarks print are what they say, by values computed by hand."""

from __future__ import annotations

import doctest
import importlib
import json
import math
import os
import random
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import CHECKOUT

BENCHMARKS = CHECKOUT / "benchmarks"


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Imports a module of the benchmarks as its scripts do."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module


def test_ndcg_discounts_by_rank_and_divides_by_the_ideal(load: Any) -> None:
    ndcg = load("metrics").ndcg
    assert ndcg(["a"], {"a": 1}) == 1
    assert ndcg(["b", "a"], {"a": 1}) == pytest.approx(1 / math.log2(3))
    assert ndcg(["b", "c", "a"], {"a": 1}) == pytest.approx(0.5)
    # 1/1 + 2/log2(3), of at best 2/1 + 1/log2(3)
    assert ndcg(["a", "b"], {"a": 1, "b": 2}) == pytest.approx(2.2618595 / 2.6309298)
    # one of two that are relevant, at rank 1: 1 of at best 1 + 0.6309298
    assert ndcg(["a", "x"], {"a": 1, "b": 1}) == pytest.approx(0.6131472)


def test_nothing_counts_behind_the_tenth_rank(load: Any) -> None:
    metrics = load("metrics")
    ranking = [*"bcdefghijk", "a"]
    assert metrics.ndcg(ranking, {"a": 1}) == 0
    assert metrics.reciprocal_rank(ranking, {"a": 1}) == 0
    assert metrics.recall(ranking, {"a": 1}) == 0
    assert metrics.ndcg(ranking[1:], {"a": 1}) == pytest.approx(1 / math.log2(11))
    assert metrics.reciprocal_rank(ranking[1:], {"a": 1}) == 0.1
    assert metrics.recall(ranking[1:], {"a": 1}) == 1


def test_reciprocal_rank_is_that_of_the_first_relevant(load: Any) -> None:
    reciprocal_rank = load("metrics").reciprocal_rank
    assert reciprocal_rank(["x", "b", "a"], {"a": 1, "b": 1}) == 0.5
    assert reciprocal_rank(["x", "b", "a"], {"a": 1, "b": 0}) == pytest.approx(1 / 3)


def test_recall_is_the_share_of_the_relevant(load: Any) -> None:
    recall = load("metrics").recall
    assert recall(["a", "x", "b"], {"a": 1, "b": 2, "c": 1, "d": 0}) == pytest.approx(2 / 3)


def test_figures_of_a_query_without_answer_or_grades_are_0(load: Any) -> None:
    metrics = load("metrics")
    for figure in (metrics.ndcg, metrics.reciprocal_rank, metrics.recall):
        assert figure([], {"a": 1}) == figure(["a"], {}) == figure(["a"], {"a": 0}) == 0


def test_plain_bm25_is_the_formula(load: Any) -> None:
    plain = load("plain_bm25")
    documents = plain.PlainBM25([["a", "a", "b"], ["b"], ["c", "c"]])
    # idf(a) = ln(1 + 2.5/1.5); the average length is 2; 2·2.2 / (2 + 1.2·(0.25 + 0.75·1.5))
    score = math.log(1 + 2.5 / 1.5) * 4.4 / (2 + 1.2 * (0.25 + 0.75 * 1.5))
    assert documents.scores(["a"]).tolist() == pytest.approx([score, 0, 0])
    assert documents.scores(["a", "a"]).tolist() == pytest.approx([2 * score, 0, 0])
    assert documents.scores(["x"]).tolist() == [0, 0, 0]
    assert plain.best(documents.scores(["b"]), 10) == [1, 0]


def test_the_difference_of_two_systems_has_its_standard_error(load: Any) -> None:
    # differences 1, 0, 0.5: mean 0.5, standard deviation 0.5
    gain, error = load("relevance").difference([1, 0.5, 1], [0, 0.5, 0.5])
    assert (gain, error) == pytest.approx((0.5, 0.5 / math.sqrt(3)))


def test_a_test_set_is_read_indexed_and_asked(load: Any, tmp_path: Path) -> None:
    texts = {"d1": "核心技术受制于人", "d2": "人民当家作主", "d3": "技术标准"}
    write_lines(tmp_path / "corpus.jsonl", texts)
    write_lines(tmp_path / "queries.jsonl", {"q1": "核心技术？", "q2": "(人民"})
    (tmp_path / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\nq2\td2\t1\n")
    relevance, sets = load("relevance"), load("relevance_sets")
    test_set = sets.read_test_set(tmp_path, 0)
    with relevance.indexed(test_set) as searcher:
        rankings, refused = relevance.lunshu(searcher, test_set.queries)
    assert refused == 1
    assert rankings["q1"] == ["d1", "d3"]
    assert rankings["q2"][0] == "d2"
    assert relevance.judge(rankings, test_set)["nDCG@10"] == [1, 1]


def write_lines(path: Path, texts: dict[str, str]) -> None:
    lines = [json.dumps({"_id": id_, "text": text}) + "\n" for id_, text in texts.items()]
    path.write_text("".join(lines))


def test_the_time_of_a_query_is_the_median_of_its_rounds(load: Any) -> None:
    timings = load("large.timings")
    rounds = [[(1.0, 10), (9.0, None)], [(3.0, 10), (7.0, 2)], [(2.0, 10), (8.0, 2)]]
    timing = timings.summarise(rounds)
    assert (timing.queries, timing.p50, timing.hits, timing.late) == (2, 5.0, 10, 1)
    assert timings.percentile([4, 1, 3, 2, 5], 95) == pytest.approx(4.8)


def test_shared_queries_are_the_same_each_time(load: Any) -> None:
    shared = load("shared_queries")
    texts = ["为了规范口岸开放管理，提高口岸通关效率，制定本条例。" for _ in range(3)]
    words = ["为了", "规范", "口岸", "开放", "管理", "提高", "口岸", "通关", "效率", "制定"]
    paragraphs = [shared.Paragraph(text, words) for text in texts]
    lists = shared.make_queries(paragraphs)
    assert lists == shared.make_queries(paragraphs)
    assert all(1 <= len(query) <= 4 for query in lists["or"])
    assert all(4 <= len(phrase) <= 9 and phrase in texts[0] for (phrase,) in lists["phrase"])
    assert all(question not in texts[0] for (question,) in lists["question"])
    assert sorted(word for (word,) in lists["frequent"]) == sorted(set(words))
    assert all(set(pair) < set(words) and len(set(pair)) == 2 for pair in lists["near"])
    for before, mark, after in lists["wildcard"]:
        gap = "." if mark == "?" else ".{1,3}"
        assert re.search(before + gap + after, texts[0])
        assert len(before) >= 2 <= len(after)


def test_a_generated_corpus_is_the_same_each_time(load: Any, tmp_path: Path) -> None:
    generated = load("generated_corpus")
    for name in ("one", "two"):
        generated.write_corpus(tmp_path / name, 100)
    assert (tmp_path / "one").read_text("utf-8") == (tmp_path / "two").read_text("utf-8")
    records = [json.loads(line) for line in (tmp_path / "one").read_text("utf-8").splitlines()]
    assert len(records) == 100
    assert len({record["doc"] for record in records}) == 2


def test_spans_that_a_scan_finds_are_found(load: Any, seed_lines: list[str]) -> None:
    exactness = load("exactness")
    texts = [line.strip() for line in seed_lines[:200]]
    outcome = exactness.compare(texts, exactness.draw_spans(texts, 50, random.Random(1)))
    assert outcome["differing"] == []
    assert outcome["paragraphs found"] >= 50


def test_a_candidate_answers_and_says_of_what_it_died(load: Any) -> None:
    asking = load("candidates.asking")
    with asking.Candidate("bare_python") as candidate:
        assert candidate.do("memory")["private_mb"] > 0
        with pytest.raises(asking.CandidateError, match=r"bare_python: (.|\n)*KeyError: 'ask'"):
            candidate.ask([])


def test_the_peak_of_a_tree_is_that_of_its_processes_together() -> None:
    child = "import time; held = bytearray(60_000_000); time.sleep(1)"
    parent = f"import subprocess, sys; c = [sys.executable, '-c', {child!r}]; "
    parent += "[p.wait() for p in [subprocess.Popen(c), subprocess.Popen(c)]]"
    # In a process of its own, as a child begins with the peak of the one that starts it.
    measure = "import sys, processes; "
    measure += f"print(processes.measure_tree([sys.executable, '-c', {parent!r}]).peak_mb)"
    run = subprocess.run(
        [sys.executable, "-c", measure],
        check=True,
        capture_output=True,
        text=True,
        cwd=CHECKOUT / "benchmarks",
    )
    assert 120 < float(run.stdout) < 250


@pytest.mark.parametrize("module", ["metrics", "plain_bm25", "large.timings"])
def test_examples_in_modules_are_true(load: Any, module: str) -> None:
    outcome = doctest.testmod(load(module))
    assert outcome.attempted
    assert not outcome.failed


@pytest.mark.parametrize("script", ["run", "relevance", "first_stage", "cutters", "index_beside"])
def test_scripts_say_what_they_take(script: str) -> None:
    command = [sys.executable, str(BENCHMARKS / f"{script}.py"), "--help"]
    asked = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
    )
    assert "--record DIR" in asked.stdout


def test_cutters_are_compared_on_every_kind_of_run(
    load: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "一.txt").write_text("核心技术，张三疯2020-2035。\nabc与Ｄ\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["cutters.py", str(tmp_path / "texts"), "--drawn", "300"])
    cutters = load("cutters")
    assert cutters.main() == 0
    told = capsys.readouterr().out
    assert "| corpora | Han | 1 | 4 | 0 | 0 |" in told
    assert "| corpora | with an ASCII mark | 1 | 12 | 0 | 1 |" in told
    assert "| corpora | whole texts | 2 |" in told
