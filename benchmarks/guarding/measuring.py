"""Measures the figures, a group at a time: on a made-up corpus, in processes of their own.

All of them work in one folder. It contains `seeds` (the corpus, one file of records), `index`
(what `lunshu index` makes of it), `cut.json` (its folded texts) and `queries.json`.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from statistics import mean, median

from apart import BENCHMARKS, ask, run
from guarding.figures import LISTS
from guarding.shell import command, measure_shell, measure_start
from processes import measure_once

PARAGRAPHS = 20_000
"""Enough for two batches of the writer, and for queries that take as long as the yardstick."""


def prepare(folder: Path) -> None:
    """Make the corpus up, in an empty folder.

    Raises:
        ChildError: it cannot be made up, for instance because a dependency is missing.
    """
    (folder / "seeds").mkdir()
    script, corpus = BENCHMARKS / "corpora.py", folder / "seeds" / "corpus.jsonl"
    run(script.name, [sys.executable, str(script), str(corpus), str(PARAGRAPHS)])


def measure(folder: Path, groups: Collection[str]) -> dict[str, float]:
    """The figures of these groups; building must be measured before anything is asked.

    Raises:
        ChildError: one of the processes failed.
    """
    figures: dict[str, float] = {}
    for name, measure_group in _GROUPS.items():
        if name in groups:
            figures |= measure_group(folder)
    lists = [name for name in LISTS if name in groups]
    return figures | _queries(folder, lists) if lists else figures


def _build(folder: Path) -> dict[str, float]:
    """Building apart makes an index that is thrown away.

    The whole of `lunshu index` comes right after it, as jieba's time is its yardstick too.
    """
    built: Mapping[str, float] = ask("guarding.building:measure", folder=str(folder))
    index = folder / "index"
    shutil.rmtree(index, ignore_errors=True)
    options = ["--index", str(index), "--quiet"]
    whole = measure_once(command(folder / "marks", "-", "index", str(folder / "seeds"), *options))
    size = sum(path.stat().st_size for path in index.iterdir())
    return {
        "build_read": built["read_s"] / built["jieba_s"],
        "build_write": built["write_s"] / built["jieba_s"],
        "build_words": built["ours_s"] / built["jieba_s"],
        "build_peak": built["peak_bytes"] / built["text_bytes"],
        "index_work": whole.work_s / built["jieba_s"],
        "index_peak": whole.peak_mb * 1e6 / built["text_bytes"],
        "index_size": size / built["text_bytes"],
    }


def _memory(folder: Path) -> dict[str, float]:
    ours, bare = (
        ask("guarding.answering:measure_memory", folder=str(folder), searches=searches)
        for searches in (True, False)
    )
    return {"searcher_memory": (ours - bare) / bare}


def _tracing(folder: Path) -> dict[str, float]:
    times = ask("guarding.answering:measure_tracing", folder=str(folder))
    return {"tracing": times["ours"] / times["yardstick"]}


_GROUPS: Mapping[str, Callable[[Path], dict[str, float]]] = {
    "build": _build,
    "shell": measure_shell,
    "start": measure_start,
    "memory": _memory,
    "tracing": _tracing,
}


def _queries(folder: Path, lists: Sequence[str]) -> dict[str, float]:
    times = ask("guarding.answering:measure_queries", folder=str(folder), lists=lists)
    figures = {}
    for name, of in times.items():
        yardstick = median(of["yardstick"])
        figures[f"{name}_p50"] = median(of["ours"]) / yardstick
        figures[f"{name}_slow"] = slowest_tenth(of["ours"]) / yardstick
        if "without" in of:
            pairs = zip(of["ours"], of["without"], strict=True)
            figures[f"{name}_filter"] = median(ours / without for ours, without in pairs)
    return figures


def slowest_tenth(times: Sequence[float]) -> float:
    """The mean of the slowest tenth, at least of the slowest one.

    >>> slowest_tenth([*range(20)]), slowest_tenth([3.0])
    (18.5, 3.0)
    """
    return mean(sorted(times)[-max(len(times) // 10, 1) :])
