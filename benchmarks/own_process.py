"""What this process costs: a clock that stops while others have the processor, and its memory.

On a busy machine most of what spoils a time is waiting for a processor. Linux reports for each
thread how long it has waited so (`/proc/*/schedstat`, the second number); that is taken off. What
a thread waits for otherwise counts: a disk, a lock, a sleep. Where the system does not report it,
the clock is an ordinary one. Memory is reported by Linux alone.

Processes that measure what lunshu loads import this first, so it loads next to nothing itself.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable

TYPE_CHECKING = False  # `typing` would have to be loaded for it
if TYPE_CHECKING:
    from typing import TypeVar

    Result = TypeVar("Result")


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


def timed(action: Callable[[], Result]) -> tuple[Result, float]:
    """What an action returns, and how long it takes, in milliseconds of this clock."""
    started = steady_ns()
    result = action()
    return result, round((steady_ns() - started) / 1e6, 3)


def reset_peak() -> int:
    """Forget how much memory there once was. Returns how much there is now, in bytes."""
    with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
        file.write("5")
    return resident_bytes()


def resident_bytes() -> int:
    """How much memory there is now, shared pages included."""
    return _reported("/proc/self/status", "VmRSS")


def peak_bytes() -> int:
    """The most memory there was since `reset_peak`."""
    return _reported("/proc/self/status", "VmHWM")


def private_bytes() -> int:
    """The memory that this process shares with no other; mapped pages of an index count."""
    rollup = "/proc/self/smaps_rollup"
    return _reported(rollup, "Private_Clean") + _reported(rollup, "Private_Dirty")


def _reported(path: str, name: str) -> int:
    """The bytes that a file of /proc reports under a name.

    Raises:
        OSError: it does not.
    """
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * 1024
    raise OSError(f"{path} does not report {name}")
