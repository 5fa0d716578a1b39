"""How a candidate is asked: one JSON request a line on its standard input, one answer a line.

Every candidate is a script of this folder that runs in a process of its own, some under another
Python; so nothing here or in the scripts of peers needs lunshu.

    {"do": "open", "with": {"target": "work/fts5"}}    ->  null
    {"do": "ask", "with": {"queries": [["核心技术"]]}}    ->  [[1.25, 10, null]]

Every candidate is told to "open" first, except for those that only build.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

LIMIT_S = 10
"""How long a candidate may take for one query."""

Answer = tuple[int, Any]
"""How many hits there were, and which: whatever two candidates can compare, or None."""


class _OutOfTimeError(Exception):
    pass


def serve(actions: Mapping[str, Callable[..., Any]]) -> None:
    """Carry out requests until there are no more."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a library prints is no answer
    for line in sys.stdin:
        request = json.loads(line)
        answer = {**actions, "memory": _memory}[request["do"]](**request["with"])
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def time_each(
    ask: Callable[[Any], Answer], queries: Sequence[Any]
) -> list[tuple[float, int | None, Any]]:
    """For each query the milliseconds that it took, and its answer.

    A query that takes longer than `LIMIT_S` is given up; it then has None hits.
    """
    signal.signal(signal.SIGALRM, _stop)
    timed: list[tuple[float, int | None, Any]] = []
    for query in queries:
        hits: int | None = None
        which = None
        started = time.perf_counter()
        signal.setitimer(signal.ITIMER_REAL, LIMIT_S)
        try:
            hits, which = ask(query)
        except _OutOfTimeError:
            pass
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        timed.append(((time.perf_counter() - started) * 1e3, hits, which))
    return timed


def read_cut(cut: str, times: int = 1) -> Iterator[tuple[str, list[str]]]:
    """The folded text of every paragraph, and the words that it was cut into.

    All of them come so many `times`, one round after another, and are read anew in each.
    """
    for _ in range(times):
        with Path(cut).open(encoding="utf-8") as file:
            for line in file:
                fields = json.loads(line)
                yield fields["text"], fields["words"]


def size_mb(folder: str) -> float:
    """How much the files in a folder take, in megabytes (10^6 bytes)."""
    return sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6


def _memory() -> dict[str, float]:
    """What the process has for itself alone, what it wrote of that, and the most it ever had."""
    lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()[1:]
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    private = kilobytes["Private_Clean"] + kilobytes["Private_Dirty"]
    return {
        "private_mb": private * 1024 / 1e6,
        "written_mb": kilobytes["Private_Dirty"] * 1024 / 1e6,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
    }


def _stop(*_: object) -> None:
    raise _OutOfTimeError
