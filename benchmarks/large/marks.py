"""The marks of a run, and whether it meets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TEN = "@10"
"""Ends the name of a figure that was measured with the corpus taken ten times."""


@dataclass(frozen=True)
class Mark:
    """What a figure should reach.

    Attributes:
        figure: its name among the figures of a run.
        meaning: what it is.
        limit: the figure should be at most this, or at least where `least` is set.
        aim: what would be better still; None where there is no such thing.
    """

    figure: str
    meaning: str
    limit: float
    least: bool = False
    aim: float | None = None

    def met(self, value: float) -> bool:
        """Whether a figure reaches the mark."""
        return value >= self.limit if self.least else value <= self.limit


def _at_both(figure: str, meaning: str, limit: float) -> tuple[Mark, Mark]:
    """The same mark for the corpus taken once and ten times."""
    return Mark(figure, meaning, limit), Mark(figure + TEN, f"{meaning}, at ten times", limit)


MARKS = (
    Mark("cold_of_obvious", "one answer at the shell, times the obvious script's", 0.25, aim=0.1),
    Mark("cold_peak_mb", "its peak memory, MB", 70),
    Mark("build_speedup", "building three fields, times faster than Whoosh one", 12, least=True),
    Mark("rest_of_cutting", "everything else of a build, times cutting in one process", 1),
    Mark("peak_of_text", "peak memory of `lunshu index`, times the text", 12),
    Mark("index_of_text", "index on disk, times the text", 6, aim=4),
    Mark("core_p50_of_tantivy", "ranked core p50, times tantivy's", 1.5),
    Mark("core_p95_of_tantivy", "ranked core p95, times tantivy's", 4, aim=3),
    Mark("core_p95_of_tantivy@10", "ranked core p95, times tantivy's, at ten times", 6, aim=3),
    Mark("core_p95_speedup", "ranked core p95, times faster than Whoosh", 20, least=True),
    Mark("search_p50_of_scan", "whole search, four lists, p50, times the scan's", 0.4),
    Mark("search_p95_of_scan", "whole search, four lists, p95, times the scan's", 1.0),
    Mark("frequent_p95_of_scan", "whole search, `frequent`, p95, times the scan's", 3),
    Mark("quoted_p50_of_scan", "quoted strings of 4-9 characters, p50, times the scan's", 0.15),
    Mark("quoted_p95_of_scan", "quoted strings of 4-9 characters, p95, times the scan's", 0.5),
    *_at_both(
        "exact_p95_of_scan: phrase, quoted", "quoted phrases p95, times the quicker scan's", 1
    ),
    *_at_both(
        "exact_p95_of_scan: frequent, quoted",
        "quoted frequent words p95, times the quicker scan's",
        1,
    ),
    *_at_both("date_p50_of_unfiltered", "filtered by date, p50, times without, at worst", 1),
    *_at_both("date_p95_of_unfiltered", "filtered by date, p95, times without, at worst", 1),
    *_at_both("chapter_p50_of_unfiltered", "filtered by chapter, p50, times without, at worst", 1),
    *_at_both("chapter_p95_of_unfiltered", "filtered by chapter, p95, times without, at worst", 1),
    Mark("private_mb", "private memory of a searcher above bare Python's, MB", 100),
    *_at_both("core_differing", "queries whose pruned top ten is not the unpruned one", 0),
    Mark("spans_differing", "quoted spans whose total is not that of a scan", 0),
    *_at_both("ripgrep_differing", "quoted strings whose total is not ripgrep's", 0),
    Mark("hits_differing@10", "queries whose total at ten times is not ten times as large", 0),
)


def judge(figures: Mapping[str, float | None]) -> Sequence[tuple[str, str, str, str]]:
    """For each mark what it is, what was measured, what it should be, and whether it is met."""
    return [
        (
            mark.meaning,
            "–" if value is None else f"{value:.2f}",
            f"{'≥' if mark.least else '≤'} {mark.limit:g}"
            + ("" if mark.aim is None else f" (aim {mark.aim:g})"),
            "not measured" if value is None else "met" if mark.met(value) else "NOT MET",
        )
        for mark in MARKS
        for value in [figures.get(mark.figure)]
    ]
