"""The numbers that decide what counts as a repetition, each with its unit and what measured it.

Where it says "not measured" nobody has; the reason is given for which a number was chosen, if one
is known. How much is sorted at once bounds memory alone and is beside the code.
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.errors import OptionError
from indexer.wording import say


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What repetition goes by."""

    usual_run: int = 13
    """Letters that two passages share in a row to be similar, unless another number is asked for.

    Measured on the seeds, with `searcher.repetitions(min_length=12)` and 13: every second pair of
    passages whose longest common run has 12 letters shares 新一轮科技革命和产业变革, and nearly all
    others share a name or the half of a clause; at 13 whole clauses begin to prevail, of which
    没有网络安全就没有国家安全 is the first.
    """
    shortest_run: int = 6
    """Letters; nobody can ask for less. Not measured: shorter runs are words and names."""
    gap: int = 40
    """Letters between two runs of a stretch, in either text, at most. Not measured."""
    flank: int = 60
    """Folded characters before and after the runs that are looked at. Not measured."""
    pinned: int = 200
    """Letters of a run that are aligned at once: it bounds what aligning costs. Not measured by
    itself; `benchmarks/tracing.py` measures `similar`."""
    little: int = 10
    """Letters that are added at an edge of a group's heading, at most: the rest of a clause, and
    seldom a whole one. Not measured."""


DEFAULT = Thresholds()


def checked_length(min_length: int | None) -> int:
    """The fewest letters of a run; the usual number for None.

    Raises:
        OptionError: it is too small.
    """
    if min_length is None:
        return DEFAULT.usual_run
    if min_length < DEFAULT.shortest_run:
        raise OptionError(say("options.short_runs", length=min_length, least=DEFAULT.shortest_run))
    return min_length
