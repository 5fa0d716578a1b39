"""How long something takes, and how much of that was waiting for a processor that others had."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from guarding.steady_clock import steady_ns

Result = TypeVar("Result")
Times = tuple[float, float]
"""Milliseconds on the wall, and those of them that this thread did not wait for a processor."""


def timed(action: Callable[[], Result]) -> tuple[Result, Times]:
    """What an action returns, and how long it takes."""
    steady, started = steady_ns(), time.perf_counter_ns()
    result = action()
    ended, steady_end = time.perf_counter_ns(), steady_ns()
    return result, (round((ended - started) / 1e6, 3), round((steady_end - steady) / 1e6, 3))
