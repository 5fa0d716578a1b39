from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest

from indexer.text.folding import fold
from searcher import Searcher, escape
from searcher.answers.results import Results
from searcher.language.query import Gap
from searcher.patterns import Literal
from searcher.patterns.gapped import Gapped
from searcher.store import Store, matching
from searcher.store.matching import find, frequency_bound
from tests.support.opened import store_of

LITERALS = [
    "核",
    "核心",
    "哈哈",
    "核心技术",
    "没有网络安全就没有国家安全",
    "，",
    "技术，",
    "〇",
    "甲乙丙",
]


@pytest.fixture(scope="module")
def store(seed_searcher: Searcher) -> Store:
    return store_of(seed_searcher)


def scanned(store: Store, text: str) -> dict[int, int]:
    """How often `text` stands in each paragraph, told by looking at all of them."""
    counts = {number: store.texts[number].count(text) for number in range(store.size)}
    return {number: count for number, count in counts.items() if count}


def as_dict(store: Store, text: str) -> dict[int, int]:
    found = find(store, Literal(text))
    return dict(zip(found.docs.tolist(), found.counts.tolist(), strict=True))


@pytest.mark.parametrize("text", [fold(text) for text in LITERALS])
def test_a_string_is_found_and_counted_as_a_scan_counts_it(text: str, store: Store) -> None:
    assert as_dict(store, text) == scanned(store, text)


@pytest.mark.parametrize("bytes_a_look", [0, 10**9])
def test_looking_at_candidates_and_scanning_find_the_same(
    bytes_a_look: int, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "BYTES_A_LOOK", bytes_a_look)
    draw = random.Random(5)
    for _ in range(150):
        text = store.texts[draw.randrange(store.size)]
        start = draw.randrange(len(text))
        span = text[start : start + draw.randint(3, 12)].strip()
        if span:
            assert as_dict(store, span) == scanned(store, span)


@pytest.mark.parametrize("enough", [0, 10**9])
def test_how_far_candidates_are_narrowed_down_does_not_matter(
    enough: int, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "ENOUGH", enough)
    for text in map(fold, LITERALS):
        assert as_dict(store, text) == scanned(store, text)


def test_only_what_is_within_is_looked_at(store: Store) -> None:
    within = np.arange(0, store.size, 3)
    for pattern in (
        Literal("核"),
        Literal("核心"),
        Literal("核心技术"),
        Gapped(("网络", Gap(0, 20), "安全")),
    ):
        every = find(store, pattern).docs
        assert find(store, pattern, within).docs.tolist() == [
            n for n in every.tolist() if n % 3 == 0
        ]


def test_nothing_within_finds_nothing(store: Store) -> None:
    assert find(store, Literal("核心"), np.empty(0, np.int64)).docs.tolist() == []
    assert find(store, Literal("核心技术"), np.empty(0, np.int64)).docs.tolist() == []


def test_no_more_paragraphs_hold_a_pattern_than_its_rarity_says(store: Store) -> None:
    for pattern in (Literal("核心技术"), Gapped(("网络", Gap(0, 20), "安全"))):
        assert len(find(store, pattern).docs) <= frequency_bound(store, pattern) <= store.count


def test_threads_that_share_a_searcher_get_the_answers_of_one(seed_searcher: Searcher) -> None:
    draw = random.Random(8)
    store = store_of(seed_searcher)
    queries = [
        "核心技术",
        "怎样突破核心技术",
        "网络*安全",
        "没有 BEFORE/9 就没有",
        "/一.二/",
        "讲话：贺信",
    ]
    for _ in range(40):
        text = store.texts[draw.randrange(store.size)]
        start = draw.randrange(len(text))
        queries.append(escape(text[start : start + draw.randint(1, 15)]))
    alone = [hits(seed_searcher.search(query)) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda query: hits(seed_searcher.search(query)), queries * 5))
    assert together == alone * 5


def hits(results: Results) -> list[tuple[str, float]]:
    return [(hit.id, hit.score) for hit in results.hits]
