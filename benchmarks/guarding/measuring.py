"""Measures the figures, a group at a time: on a made-up corpus, in processes of their own."""

from __future__ import annotations

import resource
import shutil
import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from apart import BENCHMARKS, ask, run_python
from guarding.figures import LISTS
from guarding.shell import command, measure_shell
from processes import measure_tree

PARAGRAPHS = 20_000
"""Enough for two batches of the writer, and for queries that take as long as the yardstick."""


@dataclass(frozen=True)
class Ground:
    """What is measured on: a folder with the corpus, its words, its queries and its index."""

    folder: Path

    @property
    def seeds(self) -> Path:
        """The made-up corpus, one file of records."""
        return self.folder / "seeds"

    @property
    def index(self) -> Path:
        """The index that `lunshu index` makes of it."""
        return self.folder / "index"

    @property
    def cut(self) -> Path:
        """Its folded texts."""
        return self.folder / "cut.json"

    @property
    def queries(self) -> Path:
        """The lists of queries."""
        return self.folder / "queries.json"


def prepare(folder: Path) -> Ground:
    """The ground in an empty folder: only the corpus yet.

    Raises:
        ChildError: it cannot be made up, for instance because a dependency is missing.
    """
    ground = Ground(folder)
    ground.seeds.mkdir()
    script, corpus = BENCHMARKS / "corpora.py", ground.seeds / "corpus.jsonl"
    run_python(script.name, [sys.executable, str(script), str(corpus), str(PARAGRAPHS)])
    return ground


def measure(ground: Ground, groups: Collection[str]) -> dict[str, float]:
    """The figures of these groups; building must be measured before anything is asked.

    Raises:
        ChildError: one of the processes failed.
    """
    figures: dict[str, float] = {}
    for name, measure_group in _GROUPS.items():
        if name in groups:
            figures |= measure_group(ground)
    lists = [name for name in LISTS if name in groups]
    return figures | _queries(ground, lists) if lists else figures


def _build(ground: Ground) -> dict[str, float]:
    """Building takes a folder of its own, which is thrown away.

    The whole of `lunshu index` comes right after it, as jieba's time is its yardstick too.
    """
    aside, marks = ground.folder / "aside", ground.folder / "marks"
    built: Mapping[str, float] = ask(
        "guarding.building:measure",
        seeds=str(ground.seeds),
        index=str(aside),
        cut=str(ground.cut),
        queries=str(ground.queries),
    )
    shutil.rmtree(ground.index, ignore_errors=True)
    before = _work_s()
    options = ["--index", str(ground.index), "--quiet"]
    tree = measure_tree(command(marks, "-", "index", str(ground.seeds), *options))
    size = sum(path.stat().st_size for path in ground.index.iterdir())
    return {
        "build_read": built["read_s"] / built["jieba_s"],
        "build_write": built["write_s"] / built["jieba_s"],
        "build_words": built["ours_s"] / built["jieba_s"],
        "build_peak": built["peak_bytes"] / built["text_bytes"],
        "index_work": (_work_s() - before) / built["jieba_s"],
        "index_peak": tree.peak_mb * 1e6 / built["text_bytes"],
        "index_size": size / built["text_bytes"],
    }


def _work_s() -> float:
    """The processor time of all processes so far that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _memory(ground: Ground) -> dict[str, float]:
    ours, bare = (
        ask("guarding.answering:measure_memory", index=index, queries=str(ground.queries))["bytes"]
        for index in (str(ground.index), None)
    )
    return {"searcher_memory": (ours - bare) / bare}


def _tracing(ground: Ground) -> dict[str, float]:
    times = ask("guarding.answering:measure_tracing", index=str(ground.index), cut=str(ground.cut))
    return {"tracing": times["ours"] / times["yardstick"]}


_GROUPS: Mapping[str, Callable[[Ground], dict[str, float]]] = {
    "build": _build,
    "shell": lambda ground: measure_shell(ground.folder),
    "memory": _memory,
    "tracing": _tracing,
}


def _queries(ground: Ground, lists: Sequence[str]) -> dict[str, float]:
    times = ask(
        "guarding.answering:measure_queries",
        index=str(ground.index),
        cut=str(ground.cut),
        queries=str(ground.queries),
        lists=lists,
    )
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
