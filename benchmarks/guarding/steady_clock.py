"""A clock that stands while others have the processor.

On a busy machine most of what spoils a time is waiting for a processor. Linux tells for each thread
how long it has waited so (`/proc/*/schedstat`, the second number); that is taken off. What a
thread waits for otherwise counts: a disk, a lock, a sleep. Where the system does not tell, the
clock is an ordinary one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable


def _open_own() -> int | None:
    try:
        return os.open("/proc/thread-self/schedstat", os.O_RDONLY)
    except OSError:
        return None


_OWN = _open_own()
"""The numbers of the thread that imports this, which is the one that measures."""


def steady_ns() -> int:
    """The time in nanoseconds, but for what this thread has waited for a processor.

    Whoever waits between the two readings is read again: else a short time would come out negative.
    """
    if _OWN is None:
        return time.perf_counter_ns()
    waited = -1
    while True:
        before, now = waited, time.perf_counter_ns()
        waited = int(os.pread(_OWN, 100, 0).split()[1])
        if waited == before:
            return now - waited


def waited_ns(process: int) -> int:
    """How long the first thread of a process, which may have ended, has waited for a processor."""
    try:
        with open(f"/proc/{process}/schedstat", encoding="ascii") as file:
            return int(file.read().split()[1])
    except OSError:
        return 0


def time_ns(action: Callable[[], object]) -> int:
    """How long `action` takes, in nanoseconds of this clock."""
    started = steady_ns()
    action()
    return steady_ns() - started
