"""How long the regular expressions of one query may take, all of them over all paragraphs; and a
clock for what an answer can do without.

Patterns can be written whose search takes longer than anyone lives: (.*)*x. Nothing but a clock
ends them. It counts processor time, as that of the engine does: a busy machine refuses nothing that
an idle one answers, and an answer is the same on both.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from indexer.errors import OptionError
from indexer.wording import say

DEFAULT_SECONDS: Final = 2.0

_MOST: Final = 1e6
"""Longer than anybody waits; the engine takes a number that it cannot count for none at all."""


class TimeBudget:
    """Seconds of processor time left for the regular expressions of one query. For one thread.

    Attributes:
        seconds: how many there were at first.
        query: the query as it was asked, for errors; None where it is not known.

    Raises:
        OptionError: the seconds are negative, or no number.
    """

    def __init__(self, query: str | None = None, *, seconds: float = DEFAULT_SECONDS) -> None:
        if not seconds >= 0:  # so that what is no number is refused, too
            raise OptionError(say("options.seconds", seconds=seconds))
        self.query = query
        self.seconds = seconds
        self._left = min(seconds, _MOST)

    @contextmanager
    def spending(self) -> Iterator[float]:
        """Yield the seconds that are left, and take off what is spent inside.

        A timeout inside takes off all of them: the engine counts the time of the whole process, in
        which other threads may have worked, so by our clock a little could be left.

        Raises:
            TimeoutError: none is left.
        """
        if self._left <= 0:
            raise TimeoutError
        started = time.thread_time()
        try:
            yield self._left
        except TimeoutError:
            self._left = 0.0
            raise
        finally:
            self._left -= time.thread_time() - started


class Clock:
    """Some seconds of processor time, running from now. For one thread."""

    def __init__(self, seconds: float) -> None:
        self._end = time.thread_time() + seconds

    def is_over(self) -> bool:
        """Whether the seconds have been spent."""
        return time.thread_time() >= self._end
