"""What the guard looks at: each figure is a ratio of ours to a yardstick of the same run.

The figures that one measurement yields are a group; what is beyond its limit is measured anew with
its whole group.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

METHOD = 1
"""Raise it when a figure comes to be measured otherwise: what was recorded before says nothing."""

Figures = Mapping[str, float]
"""Ratios by the names of their figures."""


@dataclass(frozen=True)
class Figure:
    """A ratio that is guarded.

    Attributes:
        name: under which it is recorded.
        group: what is measured at once.
        meaning: what it is, for a reader of the table.
    """

    name: str
    group: str
    meaning: str


COMMANDS = {
    "quoted": "`lunshu search '\"核心技术\"'`",
    "bare": "`lunshu search 核心技术`",
    "unchanged": "`lunshu index`, nothing changed",
}
"""What is run as whole processes on the seeds."""

LISTS = {
    "core": "ranked core, 1-4 words",
    "finding": "quoted strings, NEAR and wildcards, finding alone",
    "ranked": "bare strings of 4-9 characters",
    "question": "questions that stand nowhere",
    "quoted": "quoted strings of 4-9 characters",
    "frequent": "bare frequent words",
    "dated": "bare strings with a date",
    "chaptered": "bare strings with a chapter",
    "near": "NEAR",
    "wildcard": "wildcards",
}
"""The lists of queries to an open searcher."""

FILTERED = ("dated", "chaptered")
"""The lists whose queries are also asked without their filter."""


def _all() -> tuple[Figure, ...]:
    figures = []
    for name, command in COMMANDS.items():
        figures += [
            Figure(f"shell_{name}", "shell", f"{command}, times importing its packages"),
            Figure(f"shell_{name}_own", "shell", f"{command}, own share, times the importing"),
        ]
    figures += [
        Figure("build_read", "build", "reading the source files, times jieba's cutting"),
        Figure("build_write", "build", "everything after it but cutting, times jieba's cutting"),
        Figure("build_words", "build", "cutting words, times jieba's cutting"),
        Figure("build_peak", "build", "memory of building but for the cutting, times the text"),
        Figure("index_work", "build", "processor time of `lunshu index`, times jieba's cutting"),
        Figure("index_peak", "build", "memory of all processes of `lunshu index`, times the text"),
        Figure("index_size", "build", "index on disk, times the text"),
        Figure("searcher_memory", "memory", "memory a searcher adds to bare Python, times that"),
        Figure("tracing", "tracing", "tracing an article, times the yardstick"),
    ]
    for name, queries in LISTS.items():
        figures += [
            Figure(f"{name}_p50", name, f"{queries}: median, times the yardstick"),
            Figure(f"{name}_slow", name, f"{queries}: slowest tenth, times the yardstick"),
        ]
        if name in FILTERED:
            figures.append(Figure(f"{name}_filter", name, f"{queries}: times the same without it"))
    return tuple(figures)


FIGURES = _all()
