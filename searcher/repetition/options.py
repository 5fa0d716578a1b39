"""What callers may give."""

from __future__ import annotations

from indexer.errors import OptionError
from indexer.wording import say
from searcher.repetition.results import LEAST, MIN_LENGTH


def checked_length(min_length: int | None) -> int:
    """How many letters a run has at least; None stands for the default.

    Raises:
        OptionError: it is too small.
    """
    if min_length is None:
        return MIN_LENGTH
    if min_length < LEAST:
        raise OptionError(say("options.short_runs", length=min_length, least=LEAST))
    return min_length


def check_limit(limit: int | None) -> None:
    """Raise `OptionError` where `limit` is no number of results."""
    if limit is not None and limit < 0:
        raise OptionError(say("options.limit", limit=limit))
