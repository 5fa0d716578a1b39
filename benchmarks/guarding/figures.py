"""What the guard looks at, and what it says of it; nothing here measures.

Each figure is a ratio of ours to a yardstick of the same run, or a count. The figures that one
measurement yields are a group; what is beyond its limit is measured anew with its whole group.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from queries import FILTERED

METHOD = 1
"""Raise it when a figure comes to be measured otherwise: what was recorded before says nothing."""

ALLOWED = 1.5
"""The most that a ratio may be, times what was recorded."""

ALLOWED_OF_COUNTS = 1.1
"""The most that a count may be: it is the same each time."""

Figures = Mapping[str, float]
"""Ratios and counts by the names of their figures."""


@dataclass(frozen=True)
class Figure:
    """A ratio or a count that is guarded.

    Attributes:
        name: under which it is recorded.
        group: what is measured at once.
        meaning: what it is, for a reader of the table.
        allowed: the most that it may be, times what was recorded.
    """

    name: str
    group: str
    meaning: str
    allowed: float = ALLOWED


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


def _all() -> tuple[Figure, ...]:
    figures, searching = [], COMMANDS["bare"]
    for name, command in COMMANDS.items():
        figures += [
            Figure(f"shell_{name}", "shell", f"{command}, times importing its packages"),
            Figure(f"shell_{name}_own", "shell", f"{command}, own share, times the importing"),
        ]
    figures += [
        Figure(
            "start_work", "start", f"processor time of {searching}, times importing its packages"
        ),
        *(
            Figure(f"start_{name}", "start", f"{what} that {searching} loads", ALLOWED_OF_COUNTS)
            for name, what in (("modules", "modules"), ("own_modules", "modules of lunshu"))
        ),
        Figure("build_read", "build", "reading the source files, times jieba's cutting"),
        Figure("build_write", "build", "everything after it but cutting, times jieba's cutting"),
        Figure("build_words", "build", "cutting words, times jieba's cutting"),
        Figure("build_peak", "build", "memory of building but for the cutting, times the text"),
        Figure("index_work", "build", "processor time of `lunshu index`, times jieba's cutting"),
        Figure("index_peak", "build", "peak memory of `lunshu index`, times the text"),
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


@dataclass(frozen=True)
class Verdict:
    """What is said of a figure.

    Attributes:
        measured: its ratio in this run.
        recorded: the ratio that is recorded.
    """

    figure: Figure
    measured: float
    recorded: float

    @property
    def limit(self) -> float:
        """The most that the figure may be.

        >>> Verdict(FIGURES[0], measured=2.0, recorded=1.0).limit
        1.5
        """
        return self.recorded * self.figure.allowed

    @property
    def broken(self) -> bool:
        """Whether the figure is beyond its limit; one that is no number is."""
        return not self.measured <= self.limit

    @property
    def outdone(self) -> bool:
        """Whether the figure is so much better that the record has become a slack limit."""
        return self.measured < self.recorded / self.figure.allowed


def judge(figures: Iterable[Figure], measured: Figures, recorded: Figures) -> list[Verdict]:
    """A verdict for each of `figures`, in their order.

    Raises:
        KeyError: one of them was not measured, or is not recorded.
    """
    return [Verdict(it, measured[it.name], recorded[it.name]) for it in figures]


def broken_groups(verdicts: Iterable[Verdict]) -> list[str]:
    """The groups of which a figure is broken, each once."""
    return list(dict.fromkeys(it.figure.group for it in verdicts if it.broken))


def exit_code(verdicts: Iterable[Verdict]) -> int:
    """0 where all figures are within their limits, else 1."""
    return 1 if any(it.broken for it in verdicts) else 0


HEAD = ("figure", "measured", "recorded", "limit", "", "what it is")


def rows(verdicts: Iterable[Verdict]) -> list[Sequence[str]]:
    """The verdicts as rows of a table, under `HEAD`."""
    return [
        (
            it.figure.name,
            f"{it.measured:.3f}",
            f"{it.recorded:.3f}",
            f"{it.limit:.3f}",
            "BROKEN" if it.broken else "better: record anew" if it.outdone else "",
            it.figure.meaning,
        )
        for it in verdicts
    ]
