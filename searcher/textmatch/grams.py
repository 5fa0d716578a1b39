"""N-grams of letters as numbers: equal ones have equal hashes, unequal ones hardly ever have.

What is found by hashes is only a hint: whoever uses it compares the letters themselves.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from searcher.textmatch.letters import Codes

SIZE = 6
"""Letters in an n-gram. A text of 30 letters, of which any 4 are changed, still has an unchanged
one; and a shorter n-gram stands in so many places that it tells little."""

Hashes = NDArray[np.uint32]


def gram_hashes(codes: Codes) -> Hashes:
    """The hash of each of the n-grams of `codes`, in order.

    A polynomial in odd constants modulo 2³², in whose upper bits all letters have a say.
    """
    if len(codes) < SIZE:
        return np.empty(0, np.uint32)
    pairs = codes[:-1] * _FIRST + codes[1:]
    fours = pairs[:-2] * _SECOND + pairs[2:]
    sixes: Hashes = (fours[:-2] * _THIRD + pairs[4:]) * _LAST
    return sixes


# Large odd constants, as multiplicative hashing wants them (Knuth, TAOCP 3, 6.4); xxHash's primes.
_FIRST, _SECOND, _THIRD, _LAST = (
    np.uint32(prime) for prime in (2654435761, 2246822519, 3266489917, 668265263)
)
