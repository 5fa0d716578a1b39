"""Times tracing an article, in a child process: opening the index, the first time, and later ones.

The first time loads the modules of tracing and looks at pages of the index for the first time,
which are compared with their checksums.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Literal

from traced.timing import timed

from searcher import open_index


def measure(
    index: str, text: str, within: Literal["speech", "all"], exclude: Sequence[str], times: int
) -> dict[str, Any]:
    """The times, and what was found.

    Args:
        times: so often the article is traced.
    """
    searcher, opening = timed(partial(open_index, index))
    trace = partial(searcher.trace, text, within=within, exclude=exclude)
    traced, first = timed(trace)
    return {
        "open": opening,
        "first": first,
        "later": [timed(trace)[1] for _ in range(times - 1)],
        "quotations": len(traced.quotations),
        "sources": sum(len(quotation.sources) for quotation in traced.quotations),
        "not_found": len(traced.not_found),
    }
