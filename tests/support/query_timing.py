"""Whether the time to read a query grows with its length alone, on a machine that may be busy."""

from __future__ import annotations

import time
from contextlib import suppress

from indexer.errors import QueryError
from searcher.language.parser import parse

_NO_TIME_S = 0.01
_TRIES = 6


def is_linear(short: str, long: str) -> bool:
    """Whether `long`, four times as long as `short`, takes less than eight times as long.

    What is not linear takes sixteen times as long however often it is tried; what is linear is
    taken for slow only if something disturbs it each time.
    """
    return any(_is_linear(short, long) for _ in range(_TRIES))


def _is_linear(short: str, long: str) -> bool:
    long_s = seconds(long)
    return long_s < _NO_TIME_S or long_s < 8 * seconds(short)


def seconds(query: str) -> float:
    """The processor time that it takes to read `query`, or to refuse it."""
    started = time.thread_time()
    with suppress(QueryError):
        parse(query)
    return time.thread_time() - started
