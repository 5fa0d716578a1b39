"""The run in a few lines: each kind of query beside what it is compared with, at every size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from large.growth import Timings
from large.timings import Timing
from recording import as_table


@dataclass(frozen=True)
class Kind:
    """A kind of query.

    Attributes:
        list_: the list of queries that stands for it.
        name: what tables and charts call it.
        beside: what it is compared with: the quickest of these candidates for the same list.
        without: the list that it is compared with instead, because it lacks the filter.
    """

    list_: str
    name: str
    beside: Sequence[str] = ()
    without: str = ""

    def compared(self, timings: Timings) -> tuple[str, Timing] | None:
        """What it is compared with, by name; None where nothing was measured."""
        if self.without:
            plain = timings.get(self.without, {}).get("lunshu")
            return ("no filter", plain) if plain else None
        candidates = timings.get(self.list_, {})
        found = [(name, candidates[name]) for name in self.beside if name in candidates]
        return min(found, key=lambda pair: pair[1].p95, default=None)


SCANS = ("scan", "scan of bytes")
_UNFILTERED = "or, bare + no filter"

KINDS = (
    Kind("core: or", "ranked core", ("tantivy",)),
    Kind("or, bare", "ranked", SCANS),
    Kind("or, bare + date, a tenth", "ranked, by date", without=_UNFILTERED),
    Kind("or, bare + chapter, common", "ranked, by chapter", without=_UNFILTERED),
    Kind("phrase, quoted", "exact", SCANS),
    Kind("frequent", "frequent", SCANS),
    Kind("near", "NEAR"),
    Kind("wildcard", "wildcard"),
)
"""Of NEAR and wildcards a scan only counts the parts, so they are compared with nothing."""


def short_table(sizes: Mapping[str, Timings]) -> str:
    """Each kind of query as a line of a Markdown table.

    Args:
        sizes: for each size, as it is called, the timings.
    """
    head = ["kind", "beside"]
    for size in sizes:
        head += [f"{size}: p50 / p95 / p99 ms", "p50 / p95, times the other"]
    first, last = next(iter(sizes.values())), list(sizes.values())[-1]
    head += ["p95 grows"] if len(sizes) > 1 else []
    rows = []
    for kind in KINDS:
        if any("lunshu" not in timings.get(kind.list_, {}) for timings in sizes.values()):
            continue
        others = [kind.compared(timings) for timings in sizes.values()]
        row = [kind.name, " or ".join(dict.fromkeys(other[0] for other in others if other)) or "–"]
        for timings, other in zip(sizes.values(), others, strict=True):
            ours = timings[kind.list_]["lunshu"]
            row.append(f"{ours.p50:.2f} / {ours.p95:.2f} / {ours.p99:.2f}")
            row.append(
                f"{ours.p50 / other[1].p50:.2f} / {ours.p95 / other[1].p95:.2f}" if other else "–"
            )
        if len(sizes) > 1:
            grown = last[kind.list_]["lunshu"].p95 / first[kind.list_]["lunshu"].p95
            row.append(f"{grown:.1f}")
        rows.append(row)
    return as_table(head, rows)
