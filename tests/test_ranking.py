from __future__ import annotations

import math
from collections import Counter

import pytest
from corpus import RECORDS

from indexer.analysis import Cutter, bigrams, characters
from indexer.folding import fold
from searcher import Searcher
from searcher.ranking import Terms, query_terms, resembling, score

TEXTS = [fold(str(record["text"])) for record in RECORDS]


@pytest.fixture(scope="module")
def views() -> dict[str, list[list[str]]]:
    """Every view of every text of the small collection, cut without an index."""
    cutter = Cutter()
    return {
        "text": [cutter.words(text) for text in TEXTS],
        "chars": [characters(text) for text in TEXTS],
        "bigrams": [bigrams(text) for text in TEXTS],
    }


def bm25(term: str, document: list[str], documents: list[list[str]]) -> float:
    """The textbook formula for one term and one document."""
    holding = sum(term in other for other in documents)
    idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
    average = sum(map(len, documents)) / len(documents)
    frequency = Counter(document)[term]
    return idf * frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * len(document) / average))


def test_a_score_is_bm25_over_the_three_views_added(
    small_searcher: Searcher, views: dict[str, list[list[str]]]
) -> None:
    terms = Terms(words=("人才", "技术"), characters=("国", "核"), bigrams=("核心", "网络"))
    scores = score(small_searcher._store, terms)
    for number in range(len(TEXTS)):
        expected = sum(
            bm25(term, views[view][number], views[view])
            for view, view_terms in terms.by_view()
            for term in view_terms
        )
        assert scores[number] == pytest.approx(expected), TEXTS[number]


def test_a_query_is_cut_into_sorted_terms_without_marks(small_searcher: Searcher) -> None:
    terms = query_terms(small_searcher._store, [fold("突破，核心技术！"), fold("核心")])
    assert terms == Terms(
        words=("核心", "核心技术", "突破"),
        characters=("心", "技", "术", "核", "破", "突"),
        bigrams=("心技", "技术", "核心", "突破"),
    )


def test_paragraphs_that_share_a_long_word_or_a_bigram_resemble_a_query(
    small_searcher: Searcher,
) -> None:
    store = small_searcher._store
    assert resembling(store, query_terms(store, ["安全人才"])).tolist() == [1, 2, 3]
    assert resembling(store, query_terms(store, ["人"])).tolist() == []
    assert resembling(store, query_terms(store, ["，。"])).tolist() == []
