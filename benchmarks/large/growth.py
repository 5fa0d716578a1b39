"""How does each figure grow when the corpus does?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from large.timings import Answered, Timing, summarise
from recording import as_table

Timings = Mapping[str, Mapping[str, Timing]]
"""For each kind of query and candidate its timing."""


def timings_of(
    core: Answered, search: Answered, filtered: Answered
) -> dict[str, dict[str, Timing]]:
    """Every kind of query that was measured at one size."""
    kinds = {f"core: {label}": candidates for label, candidates in core.items()}
    kinds |= dict(search)
    for label, forms in filtered.items():
        kinds |= {f"{label} + {name}": {"lunshu": its} for name, its in forms.items()}
    return {
        kind: {name: summarise(rounds) for name, rounds in candidates.items()}
        for kind, candidates in kinds.items()
    }


def growth_table(small: Timings, large: Timings, times: int) -> str:
    """The times at one size and at the other, and how often the one goes into the other.

    What grows faster than the corpus stands in bold.
    """
    rows = []
    for kind, candidates in large.items():
        for name, many in candidates.items():
            one = small[kind].get(name)
            if one is not None:
                grown = [_grown(one, many, percent, times) for percent in ("p50", "p95", "p99")]
                rows.append((kind, name, _three(one), _three(many), *grown, one.hits, many.hits))
    head = ["kind", "candidate", "p50 / p95 / p99 ms", f"… at {times} times"]
    return as_table([*head, "p50 grows", "p95 grows", "p99 grows", "hits", "hits then"], rows)


def hits_differing(small: Answered, large: Answered, times: int) -> int:
    """Of how many queries the total is not so many times as large in a corpus taken so often."""
    return sum(
        (ours[1] or 0) * times != (theirs[1] or 0)
        for label in small
        for ours, theirs in zip(small[label]["lunshu"][0], large[label]["lunshu"][0], strict=True)
        if ours[1] is not None and theirs[1] is not None
    )


def figure_table(
    small: Mapping[str, float | None], large: Mapping[str, float | None], names: Sequence[str]
) -> str:
    """Other figures at one size and at the other."""
    rows = []
    for name in names:
        one, many = small.get(name), large.get(name)
        if one is not None and many is not None:
            rows.append((name, f"{one:.2f}", f"{many:.2f}", f"{many / one:.2f}"))
    return as_table(["figure", "once", "then", "grows"], rows)


def _three(timing: Timing) -> str:
    return f"{timing.p50:.2f} / {timing.p95:.2f} / {timing.p99:.2f}"


def _grown(one: Timing, many: Timing, percent: str, times: int) -> str:
    grown = float(getattr(many, percent) / getattr(one, percent))
    return f"**{grown:.1f}**" if grown > times else f"{grown:.1f}"
