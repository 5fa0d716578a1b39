"""Which paragraphs of the collection may share a run with some: all texts are gone through once.

Whether a hash is one of those that are looked for is asked of a table of flags, so the time grows
with the collection and hardly with what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.store.docsets import union
from searcher.textmatch.letters import SEPARATOR, letters_of
from searcher.textmatch.ngrams import Hashes, HashTable, ngram_hashes, whole_ngrams
from searcher.textmatch.scanned import Scanned


def find_candidates(texts: Scanned, folded: Iterable[str], length: int) -> Numbers:
    """The paragraphs in which a run of `length` letters of one of the texts occurs, sorted.

    There may be a few more, of which only the hashes agree.
    """
    codes = letters_of(BETWEEN_TEXTS.join(folded)).codes
    wanted = np.unique(ngram_hashes(codes, length)[whole_ngrams(codes, length)])
    if not len(wanted):
        return np.empty(0, np.int64)
    found = union(list(_holding(texts, wanted, length)))
    return found[texts.mask[found]]


def _holding(texts: Scanned, wanted: Hashes, length: int) -> Iterator[Numbers]:
    table = HashTable(wanted)
    for first, piece in texts.pieces():
        codes = letters_of(piece).codes
        places, _ = table.find(ngram_hashes(codes, length))
        yield np.unique(np.flatnonzero(codes == SEPARATOR).searchsorted(places)) + first
