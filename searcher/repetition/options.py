"""What callers may give."""

from __future__ import annotations

from indexer.errors import OptionError
from indexer.wording import say
from searcher.repetition.thresholds import DEFAULT


def checked_length(min_length: int | None) -> int:
    """How many letters a run has at least; None stands for the default.

    Raises:
        OptionError: it is too small.
    """
    if min_length is None:
        return DEFAULT.usual_run
    if min_length < DEFAULT.shortest_run:
        raise OptionError(say("options.short_runs", length=min_length, least=DEFAULT.shortest_run))
    return min_length


def check_limit(limit: int | None) -> None:
    """Raise `OptionError` where `limit` is no number of results."""
    if limit is not None and limit < 0:
        raise OptionError(say("options.limit", limit=limit))
