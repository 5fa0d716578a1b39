"""Times what is repeated, in child processes: the variants of a passage, and of a collection."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Literal

from guarding.memory import peak_bytes, reset_peak
from traced.timing import timed

from searcher import open_index

SHOWN = 10
"""So many are made ready to be shown, as many as the commands show; all are found."""


def measure(
    index: str, ids: Sequence[str], within: Literal["speech", "all"], times: int
) -> dict[str, Any]:
    """`similar` of each id, one after another, or `repetitions` where there is none.

    Args:
        times: so often it is asked for the repetitions.
    """
    with open_index(index) as searcher:
        if ids:
            searcher.search('"核心技术"')
            asked = [timed(partial(searcher.similar, id_, limit=SHOWN)) for id_ in ids]
            return {
                "times": [times for _, times in asked],
                "found": [found.total for found, _ in asked],
            }
        held = reset_peak()
        rounds = [
            timed(partial(searcher.repetitions, within=within, limit=SHOWN)) for _ in range(times)
        ]
        return {
            "times": [times for _, times in rounds],
            "found": [rounds[0][0].total],
            "above_mb": (peak_bytes() - held) / 1e6,
        }
