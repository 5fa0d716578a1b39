"""The figures of the ranking are what they say, by values computed by hand."""

from __future__ import annotations

import doctest
import json
import math
from pathlib import Path
from typing import Any

import pytest


def test_ndcg_discounts_by_rank_and_divides_by_the_ideal(load: Any) -> None:
    ndcg = load("textbook").ndcg
    assert ndcg(["a"], {"a": 1}) == 1
    assert ndcg(["b", "a"], {"a": 1}) == pytest.approx(1 / math.log2(3))
    assert ndcg(["b", "c", "a"], {"a": 1}) == pytest.approx(0.5)
    # 1/1 + 2/log2(3), of at best 2/1 + 1/log2(3)
    assert ndcg(["a", "b"], {"a": 1, "b": 2}) == pytest.approx(2.2618595 / 2.6309298)
    # one of two that are relevant, at rank 1: 1 of at best 1 + 0.6309298
    assert ndcg(["a", "x"], {"a": 1, "b": 1}) == pytest.approx(0.6131472)


def test_nothing_counts_after_the_tenth_rank(load: Any) -> None:
    textbook = load("textbook")
    ranking = [*"bcdefghijk", "a"]
    assert textbook.ndcg(ranking, {"a": 1}) == 0
    assert textbook.reciprocal_rank(ranking, {"a": 1}) == 0
    assert textbook.recall(ranking, {"a": 1}) == 0
    assert textbook.ndcg(ranking[1:], {"a": 1}) == pytest.approx(1 / math.log2(11))
    assert textbook.reciprocal_rank(ranking[1:], {"a": 1}) == 0.1
    assert textbook.recall(ranking[1:], {"a": 1}) == 1


def test_reciprocal_rank_is_that_of_the_first_relevant(load: Any) -> None:
    reciprocal_rank = load("textbook").reciprocal_rank
    assert reciprocal_rank(["x", "b", "a"], {"a": 1, "b": 1}) == 0.5
    assert reciprocal_rank(["x", "b", "a"], {"a": 1, "b": 0}) == pytest.approx(1 / 3)


def test_recall_is_the_share_of_the_relevant(load: Any) -> None:
    recall = load("textbook").recall
    assert recall(["a", "x", "b"], {"a": 1, "b": 2, "c": 1, "d": 0}) == pytest.approx(2 / 3)


def test_figures_of_a_query_without_answer_or_grades_are_0(load: Any) -> None:
    textbook = load("textbook")
    for figure in (textbook.ndcg, textbook.reciprocal_rank, textbook.recall):
        assert figure([], {"a": 1}) == figure(["a"], {}) == figure(["a"], {"a": 0}) == 0


def test_plain_bm25_is_the_formula(load: Any) -> None:
    plain = load("textbook")
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
    relevance = load("relevance")
    test_set = relevance.read_test_set(tmp_path, 0)
    with relevance.indexed(test_set) as searcher:
        rankings, refused = relevance.lunshu(searcher, test_set.queries)
    assert refused == 1
    assert rankings["q1"] == ["d1", "d3"]
    assert rankings["q2"][0] == "d2"
    assert relevance.judge(rankings, test_set)["nDCG@10"] == [1, 1]


def write_lines(path: Path, texts: dict[str, str]) -> None:
    lines = [json.dumps({"_id": id_, "text": text}) + "\n" for id_, text in texts.items()]
    path.write_text("".join(lines))


def test_examples_in_the_module_are_true(load: Any) -> None:
    outcome = doctest.testmod(load("textbook"))
    assert outcome.attempted
    assert not outcome.failed
