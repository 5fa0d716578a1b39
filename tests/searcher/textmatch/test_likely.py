"""Paragraphs that resemble a text although the two share no n-gram."""

from __future__ import annotations

import numpy as np
import pytest

from searcher import Searcher
from searcher.textmatch.likely import likely_paragraphs, likely_window
from tests.support.made_collection import collection
from tests.support.opened import store_of


def likely(searcher: Searcher, text: str, most: int = 2) -> list[str]:
    store = store_of(searcher)
    allowed = np.ones(store.size, bool)
    return [store.texts[doc] for doc in likely_paragraphs(store, allowed, text, most)]


TEXT = "核心技术是国之重器"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["毫无关系", "技术"], ["技术"]),
        (["核心的技术", "国之的重器是", "技术"], ["国之的重器是", "核心的技术"]),  # rare ones tell
        (["技术", "技术是", "技术"], ["技术是", "技术", "技术"]),  # all that are as likely
        (["核,心", "技。术"], []),
        ([",是", "空"], []),
    ],
)
def test_those_that_hold_most_of_what_is_rare_come_first(
    paragraphs: list[str], expected: list[str]
) -> None:
    with collection(*paragraphs) as searcher:
        assert likely(searcher, TEXT) == expected


def test_no_more_than_four_times_as_many_come_however_alike_they_are() -> None:
    with collection(*["技术"] * 20) as searcher:
        assert len(likely(searcher, TEXT, most=2)) == 8


def test_what_is_not_allowed_is_not_likely() -> None:
    with collection("核心技术", "技术") as searcher:
        store = store_of(searcher)
        allowed = np.array([text == "技术" for text in map(store.texts.__getitem__, range(2))])
        assert [store.texts[doc] for doc in likely_paragraphs(store, allowed, TEXT, 2)] == ["技术"]
        assert likely_paragraphs(store, np.zeros(2, bool), TEXT, 2) == []


@pytest.mark.parametrize(
    ("text", "source", "place", "shared"),
    [
        ("核心技术", "说到核心技术,", "核心技术", 3),
        ("核心技术", "核心,技术,核心的技术", "核心,技", 1),
        ("核心技术", "技术", "技术", 1),
        ("核心技术", "天", "天", 0),
        ("天", "核心", "核", 0),
    ],
)
def test_the_place_where_most_of_a_text_stands(
    text: str, source: str, place: str, shared: int
) -> None:
    found = likely_window(text, source)
    assert (source[slice(*found.span)], found.shared) == (place, shared)
