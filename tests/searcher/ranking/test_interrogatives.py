"""What makes a question of a text weighs nothing; the same characters in other words do."""

from __future__ import annotations

import doctest

import pytest

from indexer.text.folding import fold
from searcher import Searcher
from searcher.ranking import interrogatives
from searcher.ranking.interrogatives import without_interrogatives
from searcher.ranking.query_terms import query_terms
from tests.support.opened import store_of

QUESTIONS = (
    "什么是核心技术",
    "核心技术为什么重要",
    "请问核心技术是谁的？",
    "核心技术有哪些？",
    "核心技术有多少",
    "核心技术怎么样呢？",
    "如何突破核心技术",
    "核心技术何时突破",
    "核心技术能否突破吗",
    "哪一年突破核心技术",
    "有几种核心技术",
)
KEPT = (
    "哪吒闹海",
    "哪怕一万年太久",
    "几何原本",
    "几内亚",
    "任何人",
    "十几个",
    "许多大学",
    "呢子大衣",
    "吗啡",
    "何香凝",
    "多样化",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_of_what_asks_is_a_term(question: str, seed_searcher: Searcher) -> None:
    store = store_of(seed_searcher)
    terms = query_terms(store, store.lexicon("text"), fold(question))
    assert set(terms.characters) <= set("核心技术突破是有的重要种")
    assert set(terms.words) <= {"核心技术", "突破", "是", "有", "的", "重要", "种"}


@pytest.mark.parametrize("text", KEPT)
def test_a_character_of_another_word_is_kept(text: str) -> None:
    assert without_interrogatives(text) == text


@pytest.mark.parametrize("text", ["", "？", "为什么", "怎么样？", "谁 什么"])
def test_a_query_of_nothing_else_is_kept(text: str) -> None:
    assert without_interrogatives(text) == text


def test_a_question_finds_what_its_words_find_in_the_same_order(seed_searcher: Searcher) -> None:
    asked = seed_searcher.search("请问怎样突破核心技术呢？").hits
    said = seed_searcher.search("突破核心技术", exact=False).hits
    related = [hit.id for hit in said if hit.match == "related"]
    assert [hit.id for hit in asked if hit.id in related][:5] == related[:5]


def test_what_is_asked_is_found_exactly_with_every_word(small_searcher: Searcher) -> None:
    for question in ("什么", "为什么人", "怎样"):
        for hit in small_searcher.search(question, limit=None):
            assert question in hit.text


def test_examples_in_the_module_are_true() -> None:
    outcome = doctest.testmod(interrogatives)
    assert outcome.attempted
    assert not outcome.failed
