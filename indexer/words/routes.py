"""The most probable route through a run of text, found at twice the speed of jieba's own code.

jieba first lists all words of its dictionary that stand in a run (`get_DAG`), then goes through
the run from its end and chooses at each character the word from which the rest is most probable
(`calc`). Here both are one loop, over logarithms that are taken once. The sums are those of
jieba's, of the same numbers in the same order, so the routes are equal to the last bit; what jieba
makes of a route, unknown words included, is left to jieba.
"""

from __future__ import annotations

from collections.abc import Callable
from math import inf, log

Route = dict[int, tuple[float, int]]
"""For each character from the end: how probable the rest is, and where the chosen word ends."""

FindRoute = Callable[[str, object, Route], None]
"""What takes the place of jieba's `calc`."""


def weigh(frequencies: dict[str, int], total: int) -> dict[str, float] | None:
    """The logarithms of the words' shares, and 0 for each prefix that is no word.

    The mapping given becomes the one that is returned, since two of them take much memory.

    Returns:
        None where a word has no logarithm below 0, and then nothing is changed.
    """
    counts = frequencies.values()
    if not 0 <= min(counts, default=0) <= max(counts, default=0) < total:
        return None
    log_total = log(total)
    weight_of = {count: log(count) - log_total if count else 0.0 for count in set(counts)}
    weights: dict[str, float] = frequencies  # type: ignore[assignment]
    weights.update(zip(frequencies, map(weight_of.__getitem__, counts), strict=True))
    return weights


def route_finder(weights: dict[str, float], total: int) -> FindRoute:
    """What finds routes by `weights`, which `weigh` has made of frequencies of the sum `total`."""
    weight_of = weights.get
    unknown = log(1) - log(total)

    def find_route(run: str, _words: object, route: Route) -> None:
        size = len(run)
        best_from = [0.0] * (size + 1)
        route[size] = (0, 0)
        for start in range(size - 1, -1, -1):
            best, last = -inf, start
            end = start + 1
            weight = weight_of(run[start])
            while weight is not None:  # it is a word, or the beginning of one
                if weight:
                    value = weight + best_from[end]
                    if value >= best:  # of two as probable, jieba takes the longer
                        best, last = value, end - 1
                end += 1
                if end > size:
                    break
                weight = weight_of(run[start:end])
            if best == -inf:
                best = unknown + best_from[start + 1]
            best_from[start] = best
            route[start] = (best, last)

    return find_route
