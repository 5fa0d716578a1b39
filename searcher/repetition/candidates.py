"""Which paragraphs of the collection may share a run with some: all texts are gone through once.

Whether a hash is one of those that are looked for is asked of a table of flags, so the time grows
with the collection and hardly with what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from indexer.segments.postings import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store import Flags
from searcher.store.docsets import union
from searcher.textmatch.letters import PARTING, letters_of, whole_windows
from searcher.textmatch.scanned import Scanned
from searcher.textmatch.windows import Hashes, window_hashes


def find_candidates(texts: Scanned, folded: Iterable[str], length: int) -> Numbers:
    """The paragraphs in which a run of `length` letters of one of the texts occurs, sorted.

    There may be a few more, of which only the hashes agree.
    """
    codes = letters_of(BETWEEN_TEXTS.join(folded)).codes
    wanted = np.unique(window_hashes(codes, length)[whole_windows(codes, length)])
    if not len(wanted):
        return np.empty(0, np.int64)
    found = union(list(_holding(texts, wanted, length)))
    return found[texts.mask[found]]


def _holding(texts: Scanned, wanted: Hashes, length: int) -> Iterator[Numbers]:
    looked_up = HashTable(wanted)
    for first, piece in texts.pieces():
        codes = letters_of(piece).codes
        places, _ = looked_up.find(window_hashes(codes, length))
        yield np.unique(np.flatnonzero(codes == PARTING).searchsorted(places)) + first


class HashTable:
    """Hashes that are looked up among many others.

    Args:
        hashes: these; they rise.
    """

    def __init__(self, hashes: Hashes) -> None:
        bits = min(max(len(hashes).bit_length() + _SPARSENESS, 16), 24)
        self._hashes = hashes
        self._shift = np.uint64(64 - bits)
        self._flags: Flags = np.zeros(1 << bits, bool)
        self._flags[hashes >> self._shift] = True

    def find(self, others: Hashes) -> tuple[Numbers, Numbers]:
        """Where in `others` one of the hashes stands, and which it is."""
        places = np.flatnonzero(self._flags[others >> self._shift])
        which = self._hashes.searchsorted(others[places])
        which[which == len(self._hashes)] = 0
        equal = self._hashes[which] == others[places]
        return places.compress(equal), which.compress(equal)


_SPARSENESS = 4
"""Of so many bits beyond those that number the hashes, one flag in sixteen is set."""
