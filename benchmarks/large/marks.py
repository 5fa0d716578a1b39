"""The marks of the large corpus, and whether a run meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """What a figure should reach.

    Attributes:
        figure: its name among the figures of a run.
        meaning: what it is.
        limit: the figure should be at most this, or at least where `least` is set.
    """

    figure: str
    meaning: str
    limit: float
    least: bool = False

    def met(self, value: float) -> bool:
        """Whether a figure reaches the mark."""
        return value >= self.limit if self.least else value <= self.limit


MARKS = (
    Mark("build_speedup", "building three fields, times faster than Whoosh one", 12, least=True),
    Mark("peak_of_text", "peak memory of `lunshu index`, times the text", 12),
    Mark("core_p50_of_tantivy", "ranked core p50, times tantivy's", 1.5),
    Mark("core_p95_of_tantivy", "ranked core p95, times tantivy's", 4),
    Mark("core_p95_speedup", "ranked core p95, times faster than Whoosh", 20, least=True),
    Mark("search_p50_of_scan", "whole search, four lists, p50, times the scan's", 0.4),
    Mark("search_p95_of_scan", "whole search, four lists, p95, times the scan's", 1.0),
    Mark("frequent_p95_of_scan", "whole search, `frequent`, p95, times the scan's", 3),
    Mark("quoted_p50_of_scan", "quoted strings of 4-9 characters, p50, times the scan's", 0.15),
    Mark("quoted_p95_of_scan", "quoted strings of 4-9 characters, p95, times the scan's", 0.5),
    Mark("index_of_text", "index on disk, times the text (the aim is 4)", 6),
    Mark("private_mb", "private memory of a searcher above bare Python's, MB", 100),
    Mark("core_differing", "queries of which the pruned top ten is not the unpruned one", 0),
    Mark("spans_differing", "quoted spans whose total is not that of a scan", 0),
)


def judge(figures: Mapping[str, float | None]) -> Sequence[tuple[str, str, str, str]]:
    """For each mark what it is, what was measured, what it should be, and whether it is met."""
    return [
        (
            mark.meaning,
            "–" if value is None else f"{value:.2f}",
            f"{'≥' if mark.least else '≤'} {mark.limit:g}",
            "not measured" if value is None else "met" if mark.met(value) else "NOT MET",
        )
        for mark in MARKS
        for value in [figures.get(mark.figure)]
    ]
