"""Titles, speeches, headings, speakers and dates speak for the paragraphs that have them."""

from __future__ import annotations

import doctest
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from indexer.text.folding import fold
from indexer.words.terms import bigrams
from searcher import Searcher, open_index
from searcher.ranking import named_days
from searcher.ranking.bm25 import idf
from searcher.ranking.evidence import EVIDENCE, date_scores, field_scores
from searcher.ranking.named_days import named_days as days_in
from searcher.ranking.query_terms import query_terms
from searcher.ranking.rerank import rerank_scores
from searcher.ranking.thresholds import DEFAULT
from searcher.store import Store
from tests.support.index_folder import quick_folder
from tests.support.made_collection import change, collection, record
from tests.support.opened import store_of

PAIRS = tuple(bigrams("在网络安全和信息化工作座谈会上的讲话习近平维护"))


def brute_field_scores(store: Store, query: str) -> list[float]:
    """The evidence of every live paragraph, from its record."""
    terms = query_terms(store, store.lexicon("text"), fold(query))
    records = list(store.records())
    folded = [
        {field: fold(value) for field in EVIDENCE if (value := getattr(one, field))}
        for one in records
    ]
    different = {(field, value) for values in folded for field, value in values.items()}
    counted = Counter((field, pair) for field, value in different for pair in set(bigrams(value)))
    counts = Counter(field for field, _ in different)
    return [
        sum(
            max(
                (
                    idf(counted[field, pair], counts[field])
                    for field, value in values.items()
                    if pair in value
                ),
                default=0.0,
            )
            for pair in terms.informative_bigrams()
        )
        for values in folded
    ]


@pytest.mark.parametrize(
    "query", ["网络安全座谈会上怎样谈核心技术", "习近平", "在全国宣传思想工作会议上的讲话", "啊"]
)
def test_evidence_is_the_formula(query: str, seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    terms = query_terms(store, store.lexicon("text"), fold(query))
    found = field_scores(store, terms, store.live_docs())
    assert found.tolist() == pytest.approx(brute_field_scores(store, query))


def test_dates_are_terms_of_the_paragraphs_that_they_meet(seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    terms = query_terms(store, store.lexicon("text"), fold("2016年4月19日谈了什么"))
    assert terms.days == ((20160419, 20160419),)
    scores = date_scores(store, terms, store.live_docs())
    day = date(2016, 4, 19)
    dated = [(one.date, one.date_end) for one in store.records()]
    met = [first is not None and first <= day <= (last or first) for first, last in dated]
    assert sum(met) > 40
    weight = idf(sum(met), store.count)
    assert scores.tolist() == [weight * one for one in met]


@pytest.mark.parametrize(
    ("query", "speech"),
    [
        ("在网络安全和信息化工作座谈会上对人才提出了哪些要求", "网络安全和信息化工作座谈会"),
        ("全国宣传思想工作会议怎样谈网上斗争", "全国宣传思想工作会议"),
        ("给世界互联网大会的贺信里说了什么", "互联网大会"),
    ],
)
def test_the_speech_that_a_question_names_is_among_the_first_three(
    query: str, speech: str, seed_searcher: Searcher
) -> None:
    hits = seed_searcher.search(query, limit=3).hits
    assert any(speech in (hit.speech or "") for hit in hits)


def test_a_speech_that_is_named_is_related_whatever_its_text_shares_with_the_question() -> None:
    said = [
        replace(record("甲", 1, "水库要修好。"), speech="在春耕会议上的讲话"),
        replace(record("甲", 2, "春耕会议上有人说到种子。"), speech="在别处的讲话"),
        *(replace(record("甲", at, f"种子{at}号"), speech=f"讲话{at}") for at in range(3, 20)),
    ]
    with collection(甲=said) as searcher:
        hits = searcher.search("在春耕会议上讲的是什么").hits
        assert {hit.id for hit in hits[:2]} == {"甲#1", "甲#2"}
        assert {hit.match for hit in hits} == {"related"}


def test_texts_without_such_facts_have_the_scores_of_their_text_alone() -> None:
    texts = [f"第{at}条 春耕会议讲种子和水库{at * '，水利'}" for at in range(1, 9)]
    with collection(*texts) as searcher:
        store = store_of(searcher)
        terms = query_terms(store, store.lexicon("text"), fold("2016年春耕会议怎样讲水利"))
        docs = store.live_docs()
        alone = DEFAULT._replace(field_weight=0, date_weight=0)
        weighed = rerank_scores(store, terms, docs)
        assert weighed.tolist() == rerank_scores(store, terms, docs, alone).tolist()
        assert weighed.min() > 0


@pytest.fixture
def changed() -> Iterator[Searcher]:
    """A collection of several segments, of which some records are gone."""
    titles = ["在网络安全座谈会上", "信息化工作", None, "维护网络", "座谈会"]
    held = {
        doc: [
            replace(record(doc, at, f"段落{at}"), speech=title) for at, title in enumerate(said, 1)
        ]
        for doc, said in {"甲": titles, "乙": titles[1:], "丙": titles[::2], "丁": titles}.items()
    }
    with quick_folder() as folder:
        index = folder / "index"
        for doc in held:
            change(index, held, added=[doc])
        del held["乙"]
        held["丁"] = held["丁"][:2]
        change(index, held, added=["丁"], removed=["乙", "丁"])
        with open_index(index) as searcher:
            yield searcher


def test_only_live_paragraphs_are_counted(changed: Searcher) -> None:
    store = store_of(changed)
    view = store.field("speech")
    speeches = [fold(one.speech or "") for one in store.records()]
    different = set(speeches) - {""}
    expected = [sum(pair in speech for speech in different) for pair in PAIRS]
    assert view.count == len(different)
    assert view.frequencies(PAIRS).tolist() == expected
    which, values = view.containing(PAIRS)
    named = {(PAIRS[at], int(value)) for at, value in zip(which, values, strict=True)}
    for number, speech in zip(store.live_docs().tolist(), speeches, strict=True):
        assert {pair for pair in PAIRS if (pair, int(view.of[number])) in named} == {
            pair for pair in PAIRS if pair in speech
        }
    assert view.containing([])[0].tolist() == view.frequencies([]).tolist() == []


@pytest.mark.parametrize("query", ["2016年13月", "一千年以来", "12016", "3.2016", "二〇一六", ""])
def test_what_is_no_date_names_no_days(query: str) -> None:
    assert days_in(fold(query)) == ()


def test_examples_in_the_module_are_true() -> None:
    outcome = doctest.testmod(named_days)
    assert outcome.attempted
    assert not outcome.failed
