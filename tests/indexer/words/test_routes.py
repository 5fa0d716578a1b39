"""The quick way through a run of text is jieba's own, to the last bit of its figures."""

from __future__ import annotations

from math import log
from typing import Any

import jieba
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.words import dictionary
from indexer.words.analysis import Cutter
from indexer.words.dictionary import CutRoute, route_finder, weigh
from indexer.words.terms import is_word
from tests.support.one_cutter import shared_cutter

CHARACTERS = "核心技术受制于人国家安全网络中华民共和龘𠮷ab5.%-+，。 \n々é"
RUNS = st.text(CHARACTERS, max_size=30)


@pytest.fixture(scope="module")
def tokenizer(tokenizer: jieba.Tokenizer) -> jieba.Tokenizer:
    """jieba, as it is, beside the one that the shared cutter has loaded."""
    shared_cutter().words("核心")  # which loads jieba once more
    return tokenizer


def routes(tokenizer: jieba.Tokenizer, run: str) -> tuple[CutRoute, CutRoute]:
    """jieba's route through a run, and ours."""
    theirs: CutRoute = {}
    tokenizer.calc(run, tokenizer.get_DAG(run), theirs)
    ours: CutRoute = {}
    weights = weigh(dict(tokenizer.FREQ), tokenizer.total)
    assert weights is not None
    route_finder(weights, tokenizer.total)(run, None, ours)
    return theirs, ours


@given(RUNS)
@example("")
@example("中华人民共和国" * 9)
def test_any_text_is_cut_as_jieba_cuts_it(tokenizer: jieba.Tokenizer, text: str) -> None:
    ours = shared_cutter().words(text)
    assert ours == [word for word in tokenizer.cut(text) if is_word(word)]


WORDS = st.text("ab核心", min_size=1, max_size=4)


@given(st.dictionaries(WORDS, st.integers(0, 9), min_size=1), st.text("ab核心c", max_size=12))
@example({"a": 1, "b": 1, "ab": 0}, "ab")
@example({"a": 1, "b": 1, "ab": 1, "心": 8}, "abab")
def test_the_routes_of_any_dictionary_are_jieba_s(words: dict[str, int], run: str) -> None:
    made = jieba.Tokenizer()
    made.FREQ, made.total = {prefix: 0 for word in words for prefix in prefixes(word)}, 0
    made.FREQ |= words
    made.total = sum(words.values())
    made.initialized = True
    if weigh(dict(made.FREQ), made.total) is None:
        assert made.total in (0, max(words.values()))
        return
    theirs, ours = routes(made, run)
    assert ours == theirs


def prefixes(word: str) -> list[str]:
    return [word[:end] for end in range(1, len(word))]


def test_words_are_weighed_in_place_and_prefixes_weigh_nothing() -> None:
    known = {"核心": 1, "核": 0, "技术": 3}
    weights = weigh(known, 4)
    assert weights is known
    assert weights == {"核心": log(1) - log(4), "核": 0, "技术": log(3) - log(4)}


@pytest.mark.parametrize(
    ("known", "total"), [({}, 0), ({"核": 3}, 3), ({"核": -1, "心": 5}, 4), ({"核": 0}, 0)]
)
def test_a_dictionary_of_a_strange_kind_is_left_as_it_is(known: dict[str, int], total: int) -> None:
    before = dict(known)
    assert weigh(known, total) is None
    assert known == before


def test_a_dictionary_that_cannot_be_weighed_is_jieba_s_to_read_and_to_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dictionary, "read_dictionary", "核心 3 n\n".encode)
    cutter = Cutter()
    assert cutter.words("核心核") == ["核心", "核"]
    cutting: Any = cutter._cutting
    assert cutting._tokenizer.get_DAG("核心") == {0: [1], 1: [1]}
