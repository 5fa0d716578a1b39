"""Docsets: sets of paragraph numbers as sorted arrays, each number once; and masks.

What a mask leaves of a long array is taken by `compress`: where every second number is left,
indexing with the mask takes up to eight times as long (measured).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Docset

Mask = NDArray[np.bool_]

_Number = TypeVar("_Number", bound=np.integer[Any])
"""A flag for each paragraph number, or for each element of another array."""

_CLEARED, _MARKED = 4096, 32
"""Looking a number up in a docset takes as long as clearing 4096 flags of a mask, or as setting 32
(measured with ten thousand to a million numbers)."""


def as_mask(docs: Docset, size: int) -> Mask:
    """The mask of the numbers below `size` that `docs` contains."""
    mask = np.zeros(size, bool)
    mask[docs] = True
    return mask


def union(parts: Sequence[Docset]) -> Docset:
    """The union of `parts`."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return np.empty(0, np.int64)
    # NumPy's own `unique` goes through a hash table; a stable sort merges what is sorted.
    return distinct(np.sort(np.concatenate(parts), kind="stable"))


def distinct(ordered: NDArray[_Number]) -> NDArray[_Number]:
    """Each of some sorted numbers once.

    NumPy's own `unique` loads masked arrays.
    """
    first = np.ones(len(ordered), bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


def intersection(left: Docset, right: Docset) -> Docset:
    """The numbers that both docsets contain."""
    if len(left) > len(right):
        left, right = right, left
    both: Docset = left.compress(contained(left, right))
    return both


def difference(numbers: Docset, others: Docset) -> Docset:
    """Those of `numbers` that `others` does not contain."""
    rest: Docset = numbers.compress(~contained(numbers, others))
    return rest


def contained(numbers: Docset, others: Docset) -> Mask:
    """The mask of those of `numbers` that `others` contains."""
    if not len(others) or not len(numbers):
        return np.zeros(len(numbers), bool)
    if _are_many(numbers, others):
        return np.asarray(as_mask(others, int(max(numbers[-1], others[-1])) + 1)[numbers])
    at = others.searchsorted(numbers)
    at[at == len(others)] = 0
    return np.asarray(others[at] == numbers)


def values_at(numbers: Docset, others: Docset, values: NDArray[Any]) -> NDArray[Any]:
    """The value of each of `numbers`; `values` are those of `others`. 0 where these lack it."""
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


def _are_many(numbers: Docset, others: Docset) -> bool:
    """Whether marking all of `others` is quicker than looking each of `numbers` up in them."""
    size = int(max(numbers[-1], others[-1])) + 1
    return len(numbers) > size // _CLEARED + len(others) // _MARKED
