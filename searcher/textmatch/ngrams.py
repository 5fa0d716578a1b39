"""N-grams of letters as hashes, and a table in which many are looked up.

Equal n-grams have equal hashes. Unequal ones hardly ever have, so what is found by hashes is only a
hint: whoever uses it compares the letters themselves.

    >>> from searcher.textmatch.letters import letters_of
    >>> wanted = np.unique(ngram_hashes(letters_of("网络安全").codes, 2))
    >>> text = letters_of("国家网络\\n安全").codes
    >>> places, _ = HashTable(wanted).find(ngram_hashes(text, 2))
    >>> places.tolist(), whole_ngrams(text, 2).tolist()
    ([2, 5], [True, True, True, False, False, True])

There are two hashes. That of 64 bits takes n-grams of any length and is wide enough to be counted
by alone. That of 32 bits takes `SIZE` letters only and is many times as fast: all texts of a
collection are hashed by it for each article that is traced.
"""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from searcher.store.docsets import Mask
from searcher.textmatch.letters import SEPARATOR, Codes

SIZE = 6
"""Letters of an n-gram of which the hash has 32 bits. A text of 30 letters, of which any 4 are
changed, still has an unchanged one; and a shorter n-gram occurs in too many places to say much."""

Hashes = NDArray[np.uint64]
SeedHashes = NDArray[np.uint32]
Hash = TypeVar("Hash", np.uint32, np.uint64)

# Large odd constants and a shift that brings upper bits down, as multiplicative hashing wants them
# (Knuth, TAOCP 3, 6.4); the constants are xxHash's primes.
_FIRST, _SECOND, _THIRD, _LAST = (
    np.uint32(prime) for prime in (2654435761, 2246822519, 3266489917, 668265263)
)
_HEAD, _TAIL = np.uint64(0x9E3779B185EBCA87), np.uint64(0xC2B2AE3D27D4EB4F)
_SHIFT = np.uint64(29)

_SPARE_BITS = 6
"""Bits of a table beyond those that number its hashes: one flag in 64 or fewer is set."""
_LEAST_BITS, _MOST_BITS = 16, 22


def seed_hashes(codes: Codes) -> SeedHashes:
    """The hash of each n-gram of `SIZE` letters, in order.

    A polynomial in odd constants modulo 2³², on whose upper bits all letters have an effect.
    """
    if len(codes) < SIZE:
        return np.empty(0, np.uint32)
    pairs = codes[:-1] * _FIRST + codes[1:]
    fours = pairs[:-2] * _SECOND + pairs[2:]
    sixes: SeedHashes = (fours[:-2] * _THIRD + pairs[4:]) * _LAST
    return sixes


def ngram_hashes(codes: Codes, length: int) -> Hashes:
    """The hash of each n-gram of `length` letters, in order.

    The hash of an n-gram is made of those of its two halves, which overlap where the length is not
    a power of two; so a longer n-gram costs no more than a shorter one, but for a doubling.
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


def whole_ngrams(codes: Codes, length: int) -> Mask:
    """The mask of the n-grams of `length` letters, by where they begin, without a `SEPARATOR`."""
    if len(codes) < length:
        return np.zeros(0, bool)
    separators = np.concatenate([[0], np.cumsum(codes == SEPARATOR, dtype=np.int32)])
    flags: Mask = separators[length:] == separators[:-length]
    return flags


class HashTable(Generic[Hash]):
    """Hashes of 32 or 64 bits that are looked up among many others.

    Whether a hash may be one of them is asked of flags for their upper bits, so the time grows with
    what they are looked up in, and hardly with their number.

    Args:
        hashes: each once; sorted.
    """

    def __init__(self, hashes: NDArray[Hash]) -> None:
        bits = min(max(len(hashes).bit_length() + _SPARE_BITS, _LEAST_BITS), _MOST_BITS)
        self._hashes: NDArray[Hash] = hashes
        self._shift: Hash = hashes.dtype.type(8 * hashes.itemsize - bits)
        self._flags: Mask = np.zeros(1 << bits, bool)
        self._flags[hashes >> self._shift] = True

    def find(self, others: NDArray[Hash]) -> tuple[Numbers, Numbers]:
        """The places of the hashes in `others`, sorted, and for each place the number of its hash
        in the table."""
        places = np.flatnonzero(self._flags[others >> self._shift])
        which = self._hashes.searchsorted(others[places])
        which[which == len(self._hashes)] = 0
        equal = self._hashes[which] == others[places]
        return places.compress(equal), which.compress(equal)
