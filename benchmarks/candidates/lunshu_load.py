"""One searcher that several threads share: how many queries does it answer in a second?"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Sequence
from typing import Any

from serving import serve

from searcher import Searcher, open_index


class _State:
    searcher: Any = None


def open_(target: str) -> None:
    """Open the index."""
    _State.searcher = open_index(target)


def warm_up(queries: Sequence[str]) -> None:
    """Ask every query once."""
    for query in queries:
        _State.searcher.search(query, limit=10)


def load(queries: Sequence[str], threads: int, seconds: float, seed: int) -> dict[str, Any]:
    """Ask the queries again and again, each thread in an order of its own, for so many seconds.

    Returns:
        `seconds` from the start to the last answer, and `ms`, the time of every query.
    """
    together = threading.Barrier(threads + 1)
    times: list[list[float]] = [[] for _ in range(threads)]
    askers = [
        threading.Thread(
            target=_ask,
            args=(_State.searcher, _shuffled(queries, seed + number), seconds, together, its),
        )
        for number, its in enumerate(times)
    ]
    for asker in askers:
        asker.start()
    together.wait()
    started = time.perf_counter()
    for asker in askers:
        asker.join()
    return {
        "seconds": time.perf_counter() - started,
        "ms": [round(ms, 3) for its in times for ms in its],
    }


def _ask(
    searcher: Searcher,
    queries: Sequence[str],
    seconds: float,
    together: threading.Barrier,
    times: list[float],
) -> None:
    together.wait()
    started = asked = time.perf_counter()
    while asked - started < seconds:
        searcher.search(queries[len(times) % len(queries)], limit=10)
        answered = time.perf_counter()
        times.append((answered - asked) * 1e3)
        asked = answered


def _shuffled(queries: Sequence[str], seed: int) -> list[str]:
    return random.Random(seed).sample(queries, len(queries))


serve({"open": open_, "warm_up": warm_up, "load": load})
