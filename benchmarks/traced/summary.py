"""What is said of the measurements: tables, and verdicts on the marks.

Times leave out waiting for a processor that others had; what stands on the wall is beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import mean, median
from typing import Any

from recording import as_table
from traced.asking import DOES, Measured
from traced.timing import Times

MEMORY = 2
"""Times what a searcher takes that has answered a few searches."""


Row = Sequence[str]


def judge(measured: Sequence[Measured]) -> list[Row]:
    """What was measured beside what it should be, of the collections that have marks."""
    rows: list[Row] = []
    for one in measured:
        name, most = one.collection.name, one.collection.most_ms
        if most is None:
            continue
        for label, times in {"opening and the first time": _cold, "later times": _later}.items():
            medians = [_median(times(runs)) for runs in one.raw["traced"]]
            wall, steady = max(medians, key=lambda it: it[1])
            meaning = f"{name}: {label}, the slowest article, ms"
            rows.append(_verdict(meaning, steady, most, ".0f", wall=f"{wall:.0f}"))
        worst = max(_memory_ratio(memory) for memory in one.raw["memory"])
        meaning = f"{name}: peak memory while tracing, times a searcher's that searched"
        rows.append(_verdict(meaning, worst, MEMORY, ".2f"))
    return rows


def tables_of(one: Measured) -> Mapping[str, str]:
    """The tables of a collection by their headings."""
    name = one.collection.name
    return {
        f"Tracing in {name}": _traced_table(one),
        f"Beside it in {name}": _peers_table(one),
        f"Memory in {name}": _memory_table(one),
        f"Variants, repetitions and references in {name}": _others_table(one),
    }


def _traced_table(one: Measured) -> str:
    scan = _median(one.raw["scanned"]["scans"])[1]
    rows = []
    for article, runs in zip(one.raw["articles"], one.raw["traced"], strict=True):
        cold, later = _cold(runs), _later(runs)
        rows.append(
            [
                article["name"],
                *(f"{runs[0][what]}" for what in ("quotations", "sources", "not_found")),
                "–" if article["cited"] is None else str(article["cited"]),
                f"{_median(run['open'] for run in runs)[1]:.1f}",
                _spread(cold),
                _spread(later),
                f"{_median(cold)[0]:.0f}, {_median(later)[0]:.0f}",
                f"{_median(later)[1] / scan:.0f}",
            ]
        )
    head = ["article", "quotations", "sources", "not found", "put in", "opening ms"]
    head += ["opening and first: median (min–max) ms", "later", "both on the wall"]
    return as_table([*head, "later, times a scan"], rows)


def _peers_table(one: Measured) -> str:
    scanned = one.raw["scanned"]
    scans, compared = scanned["scans"], scanned["difflib"]
    whole_ms = mean(steady for _, steady in compared) * scanned["paragraphs"]
    first = _median(_later(one.raw["traced"][0]))[1]
    rows = [
        ["`bytes.count` of one string", "–", "–", _spread(scans, ".1f"), "–"],
        [
            f"`difflib`, reckoned from {len(compared)} paragraphs",
            str(scanned["paragraphs"]),
            "–",
            f"{whole_ms:.0f}",
            f"{whole_ms / first:.0f}",
        ],
    ]
    for article, runs, traced in zip(
        one.raw["articles"], one.raw["searched"], one.raw["traced"], strict=True
    ):
        for what, asked in runs[0].items():
            times = [run[what]["times"] for run in runs]
            rows.append(
                [
                    f"search every {what[:-1]}: {article['name']}",
                    str(asked["asked"]),
                    str(asked["found"]),
                    _spread(times),
                    f"{_median(times)[1] / _median(_later(traced))[1]:.2f}",
                ]
            )
    return as_table(["what", "asked", "found", "median (min–max) ms", "times tracing later"], rows)


def _memory_table(one: Measured) -> str:
    rows = []
    for article, memory in zip(one.raw["articles"], one.raw["memory"], strict=True):
        resident = [f"{memory[does]['resident']:.0f}" for does in DOES]
        ratios = [memory["trace"]["peak"] / memory[does]["resident"] for does in DOES[:-1]]
        peak = f"{memory['trace']['peak']:.0f}"
        rows.append([article["name"], *resident, peak, ", ".join(f"{it:.2f}" for it in ratios)])
    head = ["article", "opened: resident MB", "and 5 quoted searches", "and 5 bare ones instead"]
    head += ["traced twice", "peak while tracing", "peak, times each of the first three"]
    return as_table(head, rows)


def _others_table(one: Measured) -> str:
    scan = _median(one.raw["scanned"]["scans"])[1]
    similar, cited = one.raw["similar"], one.raw["cite"]
    rows = [
        ["`similar`", _spread(similar["times"], ".1f"), f"{sum(similar['found'])} variants"],
        *([f"`cite`, {name}", _spread(times, ".2f"), ""] for name, times in cited.items()),
    ]
    rows[1][0] = "`passage`"
    if "repetitions" in one.raw:
        repeated = one.raw["repetitions"]
        found = f"{repeated['found'][0]} groups, {repeated['above_mb']:.0f} MB more at most"
        rows.append(["`repetitions`", _spread(repeated["times"]), found])
    rows.append(["a scan", _spread(one.raw["scanned"]["scans"], ".1f"), f"median {scan:.1f} ms"])
    return as_table(["what", "median (min–max) ms", "found"], rows)


def _cold(runs: Iterable[Mapping[str, Any]]) -> list[Times]:
    """Opening and tracing for the first time."""
    return [_sum(run["open"], run["first"]) for run in runs]


def _later(runs: Iterable[Mapping[str, Any]]) -> list[Times]:
    return [times for run in runs for times in run["later"]]


def _sum(one: Times, other: Times) -> Times:
    return one[0] + other[0], one[1] + other[1]


def _median(times: Iterable[Times]) -> Times:
    walls, steady = zip(*times, strict=True)
    return median(walls), median(steady)


def _spread(times: Sequence[Times], form: str = ".0f") -> str:
    steady = [one[1] for one in times]
    return f"{median(steady):{form}} ({min(steady):{form}}–{max(steady):{form}})"


def _memory_ratio(memory: Mapping[str, Mapping[str, float]]) -> float:
    return memory["trace"]["peak"] / memory["search quoted"]["resident"]


def _verdict(meaning: str, value: float, most: float, form: str, wall: str = "") -> Row:
    return meaning, f"{value:{form}}", wall, f"≤ {most:g}", "met" if value <= most else "NOT MET"
