"""Answers are sequences of what was asked for, and falsy where there is nothing of it."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import FrozenInstanceError, fields, replace
from typing import Any

import pytest

import lunshu

TEXT = "习近平同志强调：“没有网络安全就没有国家安全”，又说：“谁也没有说过的一句话在这里”。"


@pytest.fixture(scope="module")
def answers(seed_searcher: lunshu.Searcher) -> list[tuple[Any, tuple[Any, ...]]]:
    """An answer of each kind, and what it lists."""
    results = seed_searcher.search("核心技术", limit=4)
    similar = seed_searcher.similar("002#202")
    repetitions = seed_searcher.repetitions(limit=3)
    first = seed_searcher.first("网络强国", limit=3)
    passage = seed_searcher.passage("002#73")
    trace = seed_searcher.trace(TEXT)
    return [
        (results, results.hits),
        (similar, similar.variants),
        (repetitions, repetitions.groups),
        (first, first.hits),
        (passage, passage.paragraphs),
        (trace, trace.quotations),
    ]


def test_an_answer_is_the_sequence_of_what_it_lists(
    answers: list[tuple[Sequence[Any], tuple[Any, ...]]],
) -> None:
    assert [type(answer) for answer, _ in answers] == KINDS
    for answer, items in answers:
        assert isinstance(answer, Sequence)
        assert items
        assert answer
        assert (len(answer), tuple(answer), tuple(reversed(answer))) == (
            len(items),
            items,
            items[::-1],
        )
        assert (answer[0], answer[-1], answer[:2], answer[::-1]) == (
            items[0],
            items[-1],
            items[:2],
            items[::-1],
        )
        assert items[0] in answer
        assert "nothing of it" not in answer
        assert (answer.index(items[-1]), answer.count(items[0])) == (len(items) - 1, 1)
        with pytest.raises(IndexError):
            _ = answer[len(items)]


KINDS = [
    lunshu.Results,
    lunshu.Similar,
    lunshu.Repetitions,
    lunshu.FirstUse,
    lunshu.Passage,
    lunshu.Trace,
]


def test_an_answer_stays_a_frozen_value(
    answers: list[tuple[Any, tuple[Any, ...]]],
) -> None:
    for answer, items in answers:
        assert not hasattr(answer, "__dict__")
        with pytest.raises(FrozenInstanceError):
            setattr(answer, fields(answer)[0].name, 1)
        assert pickle.loads(pickle.dumps(answer)) == answer == replace(answer)
        assert answer != items
        assert hash(answer) == hash(replace(answer))


def test_an_answer_without_anything_is_falsy(seed_searcher: lunshu.Searcher) -> None:
    nothing = [
        seed_searcher.search('"查无此话"'),
        seed_searcher.search("核心技术", offset=10_000),
        seed_searcher.similar("002#202", limit=0),
        seed_searcher.repetitions(limit=0),
        seed_searcher.first('"查无此话"'),
        seed_searcher.trace("今天天气很好。"),
    ]
    for answer in nothing:
        assert not answer
        assert len(answer) == 0
        assert list(answer) == []


def test_a_trace_in_which_something_is_missing_is_no_empty_one(
    seed_searcher: lunshu.Searcher,
) -> None:
    trace = seed_searcher.trace("习近平同志强调：“谁也没有说过的一句话在这里”。")
    assert (trace.quotations, len(trace), bool(trace.not_found)) == ((), 0, True)
    assert trace
