"""Whether a run's figures are still those that were recorded; nothing here measures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from guarding.figures import Figure, Figures

ALLOWED = 1.5
"""A figure may be so many times what was recorded."""


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

        >>> from guarding.figures import FIGURES
        >>> Verdict(FIGURES[0], measured=2.0, recorded=1.0).limit
        1.5
        """
        return self.recorded * ALLOWED

    @property
    def broken(self) -> bool:
        """Whether the figure is beyond its limit; one that is no number is."""
        return not self.measured <= self.limit

    @property
    def outdone(self) -> bool:
        """Whether the figure is so much better that the record has become a slack limit."""
        return self.measured < self.recorded / ALLOWED


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


HEAD = ("figure", "measured", "recorded", "limit", "", "what it is")
