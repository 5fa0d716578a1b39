"""A clock that tells when enough time has been spent on what an answer can do without."""

from __future__ import annotations

import time


class Clock:
    """Some seconds, running from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.perf_counter() + seconds

    def is_over(self) -> bool:
        """Whether the seconds have passed."""
        return time.perf_counter() >= self._end
