"""Sets of paragraph numbers as sorted arrays.

What is kept of long arrays is taken by `compress`: where every second number is kept, indexing with
flags takes up to eight times as long (measured).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers

Mask = NDArray[np.bool_]
"""A flag for each of some numbers or paragraphs."""

_CLEARED, _MARKED = 4096, 32
"""Looking a number up in a sorted array takes as long as clearing so many flags, or setting so many
of them (measured with ten thousand to a million numbers)."""


def union(parts: Sequence[Numbers]) -> Numbers:
    """The numbers that stand in any of `parts`, each of which rises."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return np.empty(0, np.int64)
    # NumPy's own `unique` goes through a hash table; a stable sort merges what rises already.
    numbers = np.sort(np.concatenate(parts), kind="stable")
    first = np.ones(len(numbers), bool)
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    united: Numbers = numbers[first]
    return united


def intersection(left: Numbers, right: Numbers) -> Numbers:
    """The numbers that stand in both; both rise."""
    if len(left) > len(right):
        left, right = right, left
    both: Numbers = left.compress(contained(left, right))
    return both


def difference(numbers: Numbers, others: Numbers) -> Numbers:
    """Those of `numbers` that do not stand in `others`; both rise."""
    rest: Numbers = numbers.compress(~contained(numbers, others))
    return rest


def contained(numbers: Numbers, others: Numbers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of `numbers` stand in `others`; both rise."""
    if not len(others) or not len(numbers):
        return np.zeros(len(numbers), bool)
    if _are_many(numbers, others):
        flags = np.zeros(int(max(numbers[-1], others[-1])) + 1, bool)
        flags[others] = True
        return np.asarray(flags[numbers])
    at = others.searchsorted(numbers)
    at[at == len(others)] = 0
    return np.asarray(others[at] == numbers)


def values_at(numbers: Numbers, others: Numbers, values: NDArray[Any]) -> NDArray[Any]:
    """The value beside each of `numbers` among `others`; 0 where it is not there. Both rise."""
    if numbers is others:
        return values
    if not len(others) or not len(numbers):
        return np.zeros(len(numbers), np.int64)
    if _are_many(numbers, others):
        found = np.zeros(len(numbers), values.dtype)
        found[contained(numbers, others)] = values.compress(contained(others, numbers))
        return found
    at = others.searchsorted(numbers)
    at[at == len(others)] = 0
    return np.where(others[at] == numbers, values[at], 0)


def _are_many(numbers: Numbers, others: Numbers) -> bool:
    """Whether marking all of `others` is quicker than looking each of `numbers` up in them."""
    size = int(max(numbers[-1], others[-1])) + 1
    return len(numbers) > size // _CLEARED + len(others) // _MARKED
