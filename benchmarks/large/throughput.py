"""How many queries a second does one machine answer?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from statistics import median
from typing import Any

from large.query_forms import search_forms
from large.setting import Setting, opened
from large.timings import percentile
from processes import say
from recording import as_table
from shared_queries import WARM_UP

LOADS = {"1 thread": (1, 1), "2 threads": (1, 2), "4 threads": (1, 4), "2 processes": (2, 1)}
"""Processes, and threads that share the one searcher of each."""

MIX = {"or, bare": 30, "phrase": 20, "question": 20, "phrase, quoted": 20, "frequent": 10}
"""So many queries of each list are asked again and again."""

SEED = 11

Loads = Mapping[str, Sequence[Mapping[str, float]]]


def throughput(setting: Setting, seconds: float) -> Loads:
    """How many queries a second does a searcher answer that threads share, and how many do two?

    Ranked and exact queries, mixed in another order for each thread; all of them were asked once
    before. The time of a query is as one thread sees it, so waiting for the others is part of it.
    All share the processors with the benchmark itself, which only waits.
    """
    forms = search_forms(setting.lists)
    queries = [
        query
        for label, count in MIX.items()
        for query in forms[label].queries[WARM_UP : WARM_UP + count]
    ]
    results: dict[str, list[Mapping[str, float]]] = {}
    for turn in range(setting.rounds):
        say(f"throughput, round {turn + 1}")
        with ExitStack() as stack:
            searchers = [
                stack.enter_context(opened("lunshu_load", setting.index)) for _ in range(2)
            ]
            pool = stack.enter_context(ThreadPoolExecutor(len(searchers)))
            for searcher in searchers:
                searcher.do("warm_up", queries=queries)
            for name, (processes, threads) in LOADS.items():
                asked = [
                    pool.submit(
                        searcher.do,
                        "load",
                        queries=queries,
                        threads=threads,
                        seconds=seconds,
                        seed=SEED * number,
                    )
                    for number, searcher in enumerate(searchers[:processes], 1)
                ]
                loads = [answer.result() for answer in asked]
                results.setdefault(name, []).append(_together(loads))
    return results


def _together(loads: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """The queries a second of processes that ran at once, and the times of their queries."""
    times = [ms for load in loads for ms in load["ms"]]
    return {
        "queries_per_s": sum(len(load["ms"]) / load["seconds"] for load in loads),
        "queries": len(times),
        **{f"p{percent}": percentile(times, percent) for percent in (50, 95, 99)},
    }


def load_table(loads: Loads) -> str:
    """The loads as a Markdown table; each figure is the median of the rounds."""
    rows = []
    alone = _median(loads["1 thread"], "queries_per_s")
    for name, rounds in loads.items():
        rates = [turn["queries_per_s"] for turn in rounds]
        rate = median(rates)
        times = " / ".join(f"{_median(rounds, figure):.2f}" for figure in ("p50", "p95", "p99"))
        spread = f"{min(rates):.0f}–{max(rates):.0f}"
        rows.append((name, f"{rate:.0f} ({spread})", f"{rate / alone:.2f}", times))
    head = ["load", "queries a second: median (min–max)", "times 1 thread"]
    return as_table([*head, "p50 / p95 / p99 ms under load"], rows)


def load_figures(loads: Loads) -> dict[str, float | None]:
    """Queries a second of each load."""
    return {f"queries_per_s: {name}": _median(its, "queries_per_s") for name, its in loads.items()}


def _median(rounds: Sequence[Mapping[str, float]], figure: str) -> float:
    return median(turn[figure] for turn in rounds)
