"""Times of many queries, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from candidates.asking import Timed

Rounds = list[list[tuple[float, int | None]]]
"""For each round, and in it for each query, its milliseconds and its hits (None: given up)."""

Answered = Mapping[str, Mapping[str, Rounds]]
"""For each list of queries, and in it for each candidate, its rounds."""


@dataclass(frozen=True)
class Timing:
    """The times of a list of queries, in milliseconds.

    Attributes:
        hits: how many hits there were in all.
        late: how many queries were given up; they count as long as they had been waited for.
    """

    queries: int
    p50: float
    p95: float
    p99: float
    hits: int
    late: int


def as_round(answers: Iterable[Timed]) -> list[tuple[float, int | None]]:
    """What is kept of the answers to a list of queries."""
    return [(round(answer.ms, 4), answer.hits) for answer in answers]


def pooled(parts: Sequence[Rounds]) -> Timing:
    """The timing of several lists of queries taken as one."""
    return summarise([[it for part in turn for it in part] for turn in zip(*parts, strict=True)])


def summarise(rounds: Rounds) -> Timing:
    """The timing of queries; the time of one that was asked in several rounds is their median."""
    times = [median(ms for ms, _ in asked) for asked in zip(*rounds, strict=True)]
    return Timing(
        queries=len(times),
        p50=percentile(times, 50),
        p95=percentile(times, 95),
        p99=percentile(times, 99),
        hits=sum(hits or 0 for _, hits in rounds[0]),
        late=sum(hits is None for _, hits in rounds[0]),
    )


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which `percent` of all lie, on the line between the two nearest.

    >>> percentile([1, 2, 3, 4, 5], 50), percentile([0, 10], 95)
    (3.0, 9.5)
    """
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return float(ordered[low] + (ordered[high] - ordered[low]) * (place - low))


def columns(timing: Timing) -> str:
    """The three percentiles, for a table."""
    return f"{timing.p50:.2f} / {timing.p95:.2f} / {timing.p99:.2f}"
