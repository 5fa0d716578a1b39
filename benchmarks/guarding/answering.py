"""Times queries to an open searcher, in a child process, each beside the yardstick.

Every query is asked in several passes over all lists; what counts is the least of its times, which
others on the machine have spoilt least.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from guarding.steady_clock import time_ns
from guarding.yardstick import Yardstick

from searcher import Searcher, open_index
from searcher.language.parser import parse
from searcher.patterns import TimeBudget
from searcher.ranking.maxscore import Term, best
from searcher.store import Store, open_store
from searcher.store.retrieval import Retrieval

PASSES = 6
IN_A_ROW = 3
"""So often a query is asked each time: the first time the processor has forgotten what it needs."""

Action = Callable[[], object]


def measure(
    index: str, cut: str, queries: str, lists: Sequence[str]
) -> dict[str, dict[str, list[int]]]:
    """For each list the nanoseconds of each query: `ours`, the `yardstick`, and ours `without`
    its filter where it has one.
    """
    asked = json.loads(Path(queries).read_text("utf-8"))
    yardstick = Yardstick(json.loads(Path(cut).read_text("utf-8"))).work
    store = open_store(Path(index))
    times: dict[str, list[list[list[int]]]] = {name: [] for name in lists}
    makers = {"core": _core(store), "finding": _finding(store)}
    with open_index(index) as searcher:
        for _ in range(PASSES + 1):
            for name in lists:
                make = makers.get(name, _search(searcher))
                times[name].append(
                    [[_time(it) for it in (yardstick, *make(query))] for query in asked[name]]
                )
    return {name: _least(passes[1:]) for name, passes in times.items()}


def _time(action: Action) -> int:
    return min(time_ns(action) for _ in range(IN_A_ROW))


def _core(store: Store) -> Callable[[Sequence[str]], Sequence[Action]]:
    def make(words: Sequence[str]) -> Sequence[Action]:
        terms = [Term("text", word) for word in words]
        return [partial(best, store, terms, 10)]

    return make


def _finding(store: Store) -> Callable[[Sequence[str]], Sequence[Action]]:
    def evaluate(query: str) -> object:
        return Retrieval(store, TimeBudget(query, seconds=10)).evaluate(parse(query))

    def make(forms: Sequence[str]) -> Sequence[Action]:
        return [partial(evaluate, forms[0])]

    return make


def _search(searcher: Searcher) -> Callable[[Sequence[str]], Sequence[Action]]:
    def make(forms: Sequence[str]) -> Sequence[Action]:
        return [partial(searcher.search, query, limit=10) for query in forms]

    return make


def _least(passes: Sequence[Sequence[Sequence[int]]]) -> dict[str, list[int]]:
    """Of each query the least times over all passes."""
    least = [
        [min(times) for times in zip(*asked, strict=True)] for asked in zip(*passes, strict=True)
    ]
    columns = list(zip(*least, strict=True))
    return {
        name: list(column)
        for name, column in zip(("yardstick", "ours", "without"), columns, strict=False)
    }
