"""In how many paragraphs each run of so many letters stands: all runs of a collection in turn.

They are counted a part of all hashes at a time, so that memory does not grow with the collection;
to go through its texts once more for each part takes less time than sorting them does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.textmatch.letters import SEPARATOR, letters_of
from searcher.textmatch.ngrams import Hashes, ngram_hashes, whole_ngrams
from searcher.textmatch.scanned import Scanned

AT_ONCE = 2_000_000
"""Windows that are sorted at once, at most: they take 40 bytes each."""

Bounds = tuple[np.uint64, np.uint64]


class Windows(NamedTuple):
    """The windows of some paragraphs in their order, each that holds no end of a paragraph.

    Attributes:
        hashes: of each.
        docs: the number of its paragraph.
        places: where it begins among the letters of its paragraph.
    """

    hashes: Hashes
    docs: Numbers
    places: Numbers


class Repeated(NamedTuple):
    """What stands in several paragraphs.

    Attributes:
        hashes: of each such window, rising.
        counts: in how many paragraphs it stands.
    """

    hashes: Hashes
    counts: Numbers


def iter_windows(texts: Scanned, length: int, bounds: Bounds | None = None) -> Iterator[Windows]:
    """The windows of `length` letters of the paragraphs to be compared, many at a time.

    Args:
        bounds: the least and the greatest hash that is wanted; None for all.
    """
    mask = texts.mask
    for first, piece in texts.pieces():
        if not mask[first : first + piece.count(BETWEEN_TEXTS)].any():
            continue
        codes = letters_of(piece).codes
        ends = np.flatnonzero(codes == SEPARATOR)
        hashes, wanted = ngram_hashes(codes, length), whole_ngrams(codes, length)
        if bounds is not None:
            wanted &= (hashes >= bounds[0]) & (hashes <= bounds[1])
        at = np.flatnonzero(wanted)
        docs = ends.searchsorted(at)
        kept = mask[docs + first]
        at, docs = at.compress(kept), docs.compress(kept)
        starts = np.concatenate([[0], ends + 1])
        yield Windows(hashes[at], docs + first, at - starts[docs])


def count_repeated(texts: Scanned, length: int, at_once: int = AT_ONCE) -> Repeated:
    """The windows of `length` letters that occur in several of the paragraphs.

    Args:
        at_once: how many are sorted at once, at most.
    """
    parts = [Repeated(np.empty(0, np.uint64), np.empty(0, np.int32))]
    for bounds in _ranges(texts.text_bytes, at_once):
        hashes, docs = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
        for windows in iter_windows(texts, length, bounds):
            hashes.append(windows.hashes)
            docs.append(windows.docs.astype(np.int32))
        parts.append(_repeated(np.concatenate(hashes), np.concatenate(docs)))
    return Repeated(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _ranges(size: int, at_once: int) -> Iterator[Bounds]:
    """Ranges of hashes, into each of which so many fall; of texts of so many bytes in UTF-8."""
    parts = max(1, size // 3 // at_once)
    for part in range(parts):
        low, high = (at * 2**64 // parts for at in (part, part + 1))
        yield np.uint64(low), np.uint64(high - 1)


def _repeated(hashes: Hashes, docs: Numbers) -> Repeated:
    order = np.argsort(hashes, kind="stable")  # so the paragraphs of one hash rise
    hashes, docs = hashes[order], docs[order]
    begins = np.ones(len(hashes), bool)
    begins[1:] = hashes[1:] != hashes[:-1]
    another = begins.copy()
    another[1:] |= docs[1:] != docs[:-1]
    firsts = np.flatnonzero(begins)
    counts = np.add.reduceat(another, firsts, dtype=np.int32) if len(firsts) else firsts
    several = counts > 1
    return Repeated(hashes[firsts[several]], counts[several])
