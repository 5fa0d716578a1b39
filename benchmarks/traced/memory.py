"""How much memory an open searcher takes that searches or traces, in child processes.

All that is resident counts: pages of the index as well, and what is shared with other processes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from guarding.memory import peak_bytes, reset_peak, resident_bytes
from traced.sentences import clauses_of

from searcher import escape, open_index

_SEARCHES = 5
"""So many clauses of the article are searched."""


def measure(
    index: str,
    text: str,
    within: Literal["speech", "all"],
    exclude: Sequence[str],
    does: Literal["nothing", "search quoted", "search bare", "trace"],
) -> dict[str, float]:
    """Megabytes: what there is when it is done, and the most there was meanwhile."""
    reset_peak()
    with open_index(index) as searcher:
        clauses = clauses_of(text)[:_SEARCHES]
        if does == "search quoted":
            for clause in clauses:
                searcher.search(escape(clause))
        elif does == "search bare":
            for clause in clauses:
                searcher.search(clause)
        elif does == "trace":
            for _ in range(2):
                searcher.trace(text, within=within, exclude=exclude)
        return {"resident": resident_bytes() / 1e6, "peak": peak_bytes() / 1e6}
