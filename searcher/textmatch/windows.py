"""Windows: all runs of so many letters, as numbers. Equal ones have equal hashes.

What is found by hashes is only a hint: whoever uses it compares the letters themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from searcher.textmatch.letters import Codes

Hashes = NDArray[np.uint64]


def window_hashes(codes: Codes, length: int) -> Hashes:
    """The hash of each window of `length` letters, in order.

    The hash of a window is made of those of its two halves, which overlap where the length is no
    power of two; so a longer window costs no more than a shorter one, but for a doubling.
    """
    if len(codes) < length:
        return np.empty(0, np.uint64)
    hashes = codes.astype(np.uint64)
    size = 1
    while size < length:
        step = min(size, length - size)
        hashes = hashes[:-step] * _HEAD + hashes[step:] * _TAIL
        hashes ^= hashes >> _SHIFT
        size += step
    return hashes


# Large odd constants and a shift that brings upper bits down, as multiplicative hashing wants them
# (Knuth, TAOCP 3, 6.4); the constants are xxHash's.
_HEAD, _TAIL = np.uint64(0x9E3779B185EBCA87), np.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT = np.uint64(29)
