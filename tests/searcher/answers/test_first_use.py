from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from indexer.errors import OptionError
from searcher import Filters, Searcher, open_index
from searcher.answers.first import FirstUse, first_use
from searcher.answers.search import Asked
from searcher.engine.folder import FolderCollection
from searcher.language.parser import parse
from searcher.patterns import TimeBudget
from tests.support.opened import open_collection
from tests.support.sayings import said, write_index


def first(opened: FolderCollection, query: str, limit: int | None = None) -> FirstUse:
    asked = Asked(query, time.perf_counter(), TimeBudget(query, seconds=2))
    return first_use(opened.store, parse(query), asked=asked, limit=limit)


def ids(answer: FirstUse) -> Sequence[str]:
    return [hit.id for hit in answer]


def test_the_earliest_comes_first_and_what_has_no_date_is_only_counted(
    sayings: FolderCollection,
) -> None:
    answer = first(sayings, "隐患")
    assert ids(answer) == ["said/讲话集#1", "said/杂文#1", "said/讲话集#2"]
    assert (answer.query, answer.total, answer.undated) == ("隐患", 3, 1)
    assert [hit.rank for hit in answer] == [1, 2, 3]
    assert [hit.text[slice(*hit.spans[0])] for hit in answer] == ["隐患"] * 3


def test_what_was_printed_on_a_day_comes_after_what_was_said_on_it(tmp_path: Path) -> None:
    day, next_day = date(2018, 4, 20), date(2018, 4, 21)
    write_index(
        tmp_path,
        {
            "甲": [
                said("甲", 1, "强国", day, role="article", kind="publication"),
                said("甲", 2, "强国", next_day),
                said("甲", 3, "强国", day),
            ],
            "乙": [said("乙", 1, "强国", day)],
        },
    )
    assert ids(first(open_collection(tmp_path), "强国")) == ["乙#1", "甲#3", "甲#1", "甲#2"]


def test_a_limit_cuts_the_hits_and_not_the_count(sayings: FolderCollection) -> None:
    answer = first(sayings, "隐患", limit=1)
    assert (ids(answer), answer.total) == (["said/讲话集#1"], 3)


def test_the_query_is_one_of_the_query_language(sayings: FolderCollection) -> None:
    assert ids(first(sayings, "核心技术 NEAR/5 命门 日期：2019..2020")) == ["said/讲话集#2"]
    assert ids(first(sayings, "/过不了.{3,6}关/ -多次")) == ["said/讲话集#3"]


@pytest.mark.parametrize("query", ["网络安全", "核心技术 OR 强国", "role:article", "NOT 网络"])
def test_it_finds_what_search_finds_exactly(
    seed_searcher: Searcher, seed_collection: FolderCollection, query: str
) -> None:
    answer = first(seed_collection, query)
    found = seed_searcher.search(query, limit=None, sort="date", exact=True)
    assert answer.total + answer.undated == found.total
    dates = [(hit.date, hit.id) for hit in answer if hit.date]
    assert len(dates) == len(answer.hits)
    assert sorted(dates) == sorted((hit.date, hit.id) for hit in found if hit.date)
    assert [day for day, _ in dates] == sorted(day for day, _ in dates)


def test_a_negative_limit_is_an_error(sayings_index: Path) -> None:
    with open_index(sayings_index) as searcher, pytest.raises(OptionError, match="give 0 or more"):
        searcher.first("隐患", limit=-1)


def test_the_searcher_takes_the_filters_of_a_search(sayings_index: Path) -> None:
    with open_index(sayings_index) as searcher:
        assert ids(searcher.first("隐患", filters=Filters(since="2017"))) == ["said/讲话集#2"]
        assert ids(searcher.first("隐患", filters=Filters(role="article"))) == ["said/杂文#1"]
        assert searcher.first("隐患", filters=Filters(speech="集体学习")).total == 1
