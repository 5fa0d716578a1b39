"""A clock that tells when enough time has been spent on what an answer can do without.

It counts processor time, so that a question has the same answer on a machine that is busy.
"""

from __future__ import annotations

import time


class Clock:
    """Some seconds of processor time, running from now. For one thread."""

    def __init__(self, seconds: float) -> None:
        self._end = time.thread_time() + seconds

    def is_over(self) -> bool:
        """Whether the seconds have been spent."""
        return time.thread_time() >= self._end
