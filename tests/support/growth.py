"""How the cost of something grows with its size, on a machine that may be busy.

The cost is processor time, not time of the clock, and two costs are compared, never one with a
number of seconds: four times the text costs about four times as much where the cost is linear, and
sixteen times as much where it is quadratic, on any machine. Of several takes the least counts,
since whatever disturbs one adds to it.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from typing import Final, TypeVar

_TIMES: Final = 4
"""The larger of two sizes is so many times the smaller."""
_BOUND: Final = 8.0
"""What is linear costs 4 times as much, what is quadratic 16 times; this is halfway by ratio."""
_TELLING_S: Final = 0.02
"""Processor seconds below which a cost says too little, so that larger sizes are taken."""
_NOISE_S: Final = 0.005
"""Processor seconds that a cost may differ by for no reason."""
_TAKES: Final = 8
"""How often both are measured before they are said to differ. One that is right needs one take."""

Input = TypeVar("Input")


def assert_linear(
    act: Callable[[Input], object],
    make: Callable[[int], Input],
    size: int,
    *,
    most: int | None = None,
) -> None:
    """Assert that the cost of `act` grows in proportion to the size of what it is given.

    Args:
        act: what is measured.
        make: makes something of a given size for it; that costs nothing here.
        size: the smaller of the two sizes to begin with; the larger is four times it.
        most: up to which larger size both grow while the cost is too small to tell; 256 times
            `size` unless given.
    """
    most = 256 * size if most is None else most
    again = False
    short, long = _cost(act, make(size)), _cost(act, make(_TIMES * size))
    while long < _TELLING_S and _TIMES * _TIMES * size <= most:
        size *= _TIMES
        short, long = long, _cost(act, make(_TIMES * size))
    while True:
        for _ in range(2 if again else _TAKES):
            if long <= _BOUND * short + _NOISE_S:
                return
            short = min(short, _cost(act, make(size)))
            long = min(long, _cost(act, make(_TIMES * size)))
        # Where others fill the cache, a text that no longer fits costs more, once: what is
        # quadratic costs sixteen times as much at the next size, too.
        if again or _TIMES * _TIMES * size > most:
            raise AssertionError(f"{_TIMES} times {size} costs {long / short:.1f} times as much")
        again, size = True, _TIMES * size
        short, long = long, _cost(act, make(_TIMES * size))


def assert_costs_at_most(
    times: float, act: Callable[[], object], other: Callable[[], object]
) -> None:
    """Assert that `act` costs at most so many times what `other` costs."""
    cost, others = _cost(act), _cost(other)
    for _ in range(_TAKES):
        if cost <= times * others:
            return
        cost, others = min(cost, _cost(act)), max(others, _cost(other))
    raise AssertionError(f"it costs {cost / others:.1f} times as much, not {times:g} times at most")


def _cost(act: Callable[..., object], *given: object) -> float:
    """The processor time of one call, in seconds, without that of collecting garbage."""
    collects = gc.isenabled()
    gc.disable()
    try:
        started = time.process_time()
        act(*given)
        return time.process_time() - started
    finally:
        if collects:
            gc.enable()
