"""How long does an open searcher take for an answer?

    python benchmarks/warm_queries.py INDEX

prints the timings as JSON. In one process on the seeds, after warm-up: 100 queries drawn from the
text with a fixed seed, in four kinds. The number of hits stands beside the time, so that a quick
wrong answer shows.
"""

from __future__ import annotations

import json
import random
import re
import statistics
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from searcher import Searcher

_CLAUSE = re.compile(r"[\u4e00-\u9fff]{4,}")


@dataclass(frozen=True)
class Timing:
    """The times of one kind of query, in milliseconds."""

    queries: int
    p50_ms: float
    p95_ms: float
    exact_hits: int
    related_hits: int


def warm_queries(index: Path) -> dict[str, Timing]:
    """The timing of each kind of query."""
    from searcher import open_index  # noqa: PLC0415 (who only makes the table needs no lunshu)

    with open_index(index) as searcher:
        kinds = _queries(searcher)
        kinds["all of them"] = [query for queries in kinds.values() for query in queries]
        return {kind: _time(searcher, queries) for kind, queries in kinds.items()}


def _queries(searcher: Searcher) -> dict[str, list[str]]:
    """25 queries of each kind."""
    from searcher import escape  # noqa: PLC0415

    draw = random.Random(1)
    texts = [hit.text for hit in searcher.search("date:1900.. OR NOT date:1900..", limit=None).hits]
    clauses = sorted({clause for text in texts for clause in _CLAUSE.findall(text)})
    cut = [draw.choice(clauses) for _ in range(100)]
    return {
        "exact, 2–8 characters": [escape(clause[: draw.randint(2, 8)]) for clause in cut[:25]],
        "bare clause": cut[25:50],
        "two clauses": [f"{one[:3]} {two[:3]}" for one, two in zip(cut[50:75], cut, strict=False)],
        "question that stands nowhere": [
            one + two for one, two in zip(cut[75:], cut, strict=False)
        ],
    }


def _time(searcher: Searcher, queries: list[str]) -> Timing:
    for query in queries[:3]:
        searcher.search(query)
    times, exact, related = [], 0, 0
    for query in queries:
        started = time.perf_counter()
        results = searcher.search(query)
        times.append((time.perf_counter() - started) * 1e3)
        exact += results.total
        related += results.related
    return Timing(
        queries=len(queries),
        p50_ms=statistics.median(times),
        p95_ms=statistics.quantiles(times, n=20)[-1],
        exact_hits=exact,
        related_hits=related,
    )


def table(results: Mapping[str, Mapping[str, float]]) -> str:
    """The timings, each as a mapping, as a Markdown table."""
    rows = [
        "| kind | queries | p50 ms | p95 ms | exact hits | related hits shown |",
        "|---|---|---|---|---|---|",
    ]
    rows += [
        f"| {kind} | {timing['queries']} | {timing['p50_ms']:.1f} | {timing['p95_ms']:.1f} "
        f"| {timing['exact_hits']} | {timing['related_hits']} |"
        for kind, timing in results.items()
    ]
    return "\n".join(rows)


if __name__ == "__main__":
    timings = warm_queries(Path(sys.argv[1]))
    print(json.dumps({kind: asdict(timing) for kind, timing in timings.items()}))
