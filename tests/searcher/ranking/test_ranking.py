from __future__ import annotations

import math
import random
from collections import Counter

import numpy as np
import pytest

from indexer.text.folding import fold
from indexer.words.analysis import Cutter
from indexer.words.terms import bigrams
from searcher import Searcher
from searcher.ranking import maxscore as top
from searcher.ranking.maxscore import Term, best
from searcher.ranking.query_terms import Terms, query_terms
from searcher.ranking.rerank import rerank_scores
from tests.support.corpus import RECORDS
from tests.support.opened import store_of

TEXTS = [fold(str(record["text"])) for record in RECORDS]


@pytest.fixture(scope="module")
def views() -> dict[str, list[list[str]]]:
    """Every view of every text of the small collection, cut without an index."""
    cutter = Cutter()
    return {
        "text": [cutter.words(text) for text in TEXTS],
        "chars": [list(text) for text in TEXTS],
        "bigrams": [bigrams(text) for text in TEXTS],
    }


def bm25(term: str, document: list[str], documents: list[list[str]]) -> float:
    """The textbook formula for one term and one document."""
    holding = sum(term in other for other in documents)
    idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
    average = sum(map(len, documents)) / len(documents)
    frequency = Counter(document)[term]
    return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * len(document) / average))


def unpruned(terms: list[Term], views: dict[str, list[list[str]]], number: int) -> float:
    """The score of a text of the small collection, term by term."""
    return sum(
        term.weight * bm25(term.text, views[term.view][number], views[term.view]) for term in terms
    )


def test_a_score_is_bm25_over_the_three_views_added(
    small_searcher: Searcher, views: dict[str, list[list[str]]]
) -> None:
    terms = [Term("text", "人才", 2.0), Term("text", "技术"), Term("chars", "国")]
    terms += [Term("chars", "核"), Term("bigrams", "核心"), Term("bigrams", "网络")]
    found = best(store_of(small_searcher), terms, 5)
    expected = {number: unpruned(terms, views, number) for number in range(len(TEXTS))}
    assert dict(zip(found.docs.tolist(), found.scores.tolist(), strict=True)) == pytest.approx(
        {number: score for number, score in expected.items() if score}
    )
    assert found.scores.tolist() == sorted(found.scores.tolist(), reverse=True)


def test_what_is_not_allowed_is_not_among_the_best(small_searcher: Searcher) -> None:
    allowed = np.array([False, True, True, True, True])
    found = best(store_of(small_searcher), [Term("bigrams", "核心")], 5, allowed)
    assert found.docs.tolist() == [2, 3]


@pytest.mark.parametrize("count", [1, 3, 10, 60])
def test_pruning_changes_neither_the_best_nor_a_bit_of_their_scores(
    seed_searcher: Searcher, count: int
) -> None:
    store = store_of(seed_searcher)
    draw = random.Random(count)
    for _ in range(60):
        text = fold(store.record(draw.randrange(store.size)).text)
        start = draw.randrange(len(text))
        terms = query_terms(store, store.lexicon("text"), text[start : start + draw.randint(2, 30)])
        wanted = [Term("text", word) for word in terms.words]
        wanted += [Term("chars", char, 0.5) for char in terms.characters]
        every = best(store, wanted, store.size)
        pruned = best(store, wanted, count)
        assert pruned.docs.tolist() == every.docs[: len(pruned.docs)].tolist()
        assert pruned.scores.tolist() == every.scores[: len(pruned.docs)].tolist()
        assert len(pruned.docs) >= min(count, len(every.docs))


def test_a_query_is_cut_into_terms_without_marks(small_searcher: Searcher) -> None:
    terms = query_terms(
        store_of(small_searcher),
        store_of(small_searcher).lexicon("text"),
        fold("突破，核心技术！ 核心"),
    )
    assert terms == Terms(
        words={"核心技术": 1, "突破": 1, "核心": 1},
        characters={"突": 1, "破": 1, "核": 2, "心": 2, "技": 1, "术": 1},
        bigrams={"突破": 1, "核心": 2, "心技": 1, "技术": 1},
    )


def test_words_that_stand_close_together_make_a_text_resemble_a_query_more(
    seed_searcher: Searcher,
) -> None:
    store = store_of(seed_searcher)
    terms = query_terms(store, store.lexicon("text"), fold("核心技术受制于人"))
    docs = np.arange(store.size)
    scores = rerank_scores(store, terms, docs)
    holding = [number for number in docs.tolist() if "受制于人" in store.texts[number]]
    assert scores[holding].min() > np.median(scores)
    best_text = store.texts[int(scores.argmax())]
    assert "核心技术" in best_text
    assert "受制于人" in best_text


def test_a_text_resembles_a_query_the_same_whatever_it_is_compared_beside(
    seed_searcher: Searcher,
) -> None:
    store = store_of(seed_searcher)
    terms = query_terms(store, store.lexicon("text"), fold("网络安全和信息化是一体之两翼"))
    together = rerank_scores(store, terms, np.arange(100))
    alone = [float(rerank_scores(store, terms, np.array([number]))[0]) for number in range(100)]
    assert together.tolist() == alone


def test_a_query_of_many_different_characters_has_related_hits(seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    long = "".join(store.texts[number] for number in range(12))
    for size in (300, 700, 1_500, 3_000):
        assert seed_searcher.search(f"没有这句话{long[:size]}".replace('"', "")).total == 0


def test_a_clause_that_stands_twice_counts_wherever_it_stands(seed_searcher: Searcher) -> None:
    plain = seed_searcher.search("核心技术", limit=None)
    for query in (
        "(文：002 核心技术) OR (文：001 核心技术)",
        "文：002 核心技术 OR 文：00 核心技术",
    ):
        parted = {hit.id: hit.score for hit in seed_searcher.search(query, limit=None)}
        assert {hit.id: hit.score for hit in plain if hit.id in parted} == parted
        assert min(parted.values()) > 0


@pytest.mark.parametrize(
    "query", ["/网络|安全/", "(网络 OR 安全) NEAR/5 (重要 OR 国家)", "/./", "网?*络", "的 OR 。"]
)
def test_no_score_is_negative(query: str, seed_searcher: Searcher) -> None:
    hits = seed_searcher.search(query, limit=None).hits
    assert hits
    assert min(hit.score for hit in hits) >= 0


def test_a_search_that_was_broken_off_does_not_change_the_next_one(
    seed_searcher: Searcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = store_of(seed_searcher)
    terms = [Term("bigrams", "网络"), Term("bigrams", "安全"), Term("bigrams", "核心")]
    expected = best(store, terms, 10)

    def interrupt(*_arguments: object) -> float:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(top, "_least_of_best", interrupt)
        with pytest.raises(KeyboardInterrupt):
            best(store, terms, 10)
    again = best(store, terms, 10)
    assert (again.docs.tolist(), again.scores.tolist()) == (
        expected.docs.tolist(),
        expected.scores.tolist(),
    )
