"""Which runs of letters are one repeated stretch, and which paragraphs contain it.

Every n-gram that several paragraphs contain is counted. Two n-grams that follow each other, one
letter on, belong together where at least half of the paragraphs that contain either contain both,
one after the other. So a stretch ends where another begins: a formula that thousands use does not
join what is beside it in two of them, and variants of a sentence stay one group though each has
lost or gained some words. Groups that the same paragraphs contain are one.

The paragraphs that contain the n-grams alone decide: neither the order of the paragraphs nor what
unrelated ones say changes a group. N-grams are counted a part of all hashes at a time, so that
memory does not grow with the collection; to go through its texts once more for each part takes less
time than sorting them does.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from searcher.textmatch.ngrams import Hashes, HashTable, ngram_hashes, whole_ngrams
from searcher.textmatch.scanned import Scanned, iter_lettered

AT_ONCE = 2_000_000
"""N-grams that are sorted at once, at most: they take 40 bytes each."""

Bounds = tuple[np.uint64, np.uint64]

Nodes = NDArray[np.int32]
"""N-grams by their places among those that are repeated."""


class Ngrams(NamedTuple):
    """The n-grams of some paragraphs in their order, without those across the end of a paragraph.

    Attributes:
        hashes: of each.
        docs: the number of its paragraph.
        places: where it begins among the letters of its paragraph.
    """

    hashes: Hashes
    docs: Numbers
    places: Numbers


class Repeated(NamedTuple):
    """N-grams that several paragraphs contain.

    Attributes:
        hashes: of each of them; sorted.
        counts: the number of paragraphs that contain it.
    """

    hashes: Hashes
    counts: Numbers


class RepeatedGroup(NamedTuple):
    """A repeated stretch.

    Attributes:
        docs: the paragraphs that contain some of it, sorted.
        hashes: of its n-grams.
        counts: for each of these the number of paragraphs that contain it.
    """

    docs: Numbers
    hashes: Hashes
    counts: Numbers


def iter_ngrams(texts: Scanned, length: int, bounds: Bounds | None = None) -> Iterator[Ngrams]:
    """The n-grams of `length` letters of the paragraphs to be compared, many at a time.

    Args:
        bounds: the least and the greatest hash that is wanted; None for all.
    """
    mask = texts.mask
    for piece in iter_lettered(texts.pieces(), mask):
        hashes, wanted = ngram_hashes(piece.codes, length), whole_ngrams(piece.codes, length)
        if bounds is not None:
            wanted &= (hashes >= bounds[0]) & (hashes <= bounds[1])
        at = np.flatnonzero(wanted)
        docs = piece.docs(at)
        kept = mask[docs]
        at, docs = at.compress(kept), docs.compress(kept)
        yield Ngrams(hashes[at], docs, piece.within_texts(at, docs))


def count_repeated(texts: Scanned, length: int, at_once: int = AT_ONCE) -> Repeated:
    """The n-grams of `length` letters that several of the paragraphs contain.

    Args:
        at_once: the most that are sorted at once.
    """
    parts = [Repeated(np.empty(0, np.uint64), np.empty(0, np.int32))]
    for bounds in _ranges(texts.text_bytes, at_once):
        hashes, docs = [np.empty(0, np.uint64)], [np.empty(0, np.int32)]
        for ngrams in iter_ngrams(texts, length, bounds):
            hashes.append(ngrams.hashes)
            docs.append(ngrams.docs.astype(np.int32))
        parts.append(_repeated(np.concatenate(hashes), np.concatenate(docs)))
    return Repeated(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _ranges(size: int, at_once: int) -> Iterator[Bounds]:
    """Ranges of hashes, into each of which about `at_once` fall; of texts of `size` bytes."""
    parts = max(1, size // 3 // at_once)
    for part in range(parts):
        low, high = (at * 2**64 // parts for at in (part, part + 1))
        yield np.uint64(low), np.uint64(high - 1)


def _repeated(hashes: Hashes, docs: Numbers) -> Repeated:
    order = np.argsort(hashes, kind="stable")  # so the paragraphs of one hash are sorted
    hashes, docs = hashes[order], docs[order]
    begins = np.ones(len(hashes), bool)
    begins[1:] = hashes[1:] != hashes[:-1]
    another = begins.copy()
    another[1:] |= docs[1:] != docs[:-1]
    firsts = np.flatnonzero(begins)
    counts = np.add.reduceat(another, firsts, dtype=np.int32) if len(firsts) else firsts
    several = counts > 1
    return Repeated(hashes[firsts[several]], counts[several])


def find_groups(texts: Scanned, length: int, at_once: int = AT_ONCE) -> list[RepeatedGroup]:
    """The groups of the paragraphs to be compared, in no particular order.

    Args:
        at_once: the most n-grams that are sorted at once.
    """
    repeated = count_repeated(texts, length, at_once)
    if not len(repeated.hashes):
        return []
    labels = _components(len(repeated.hashes), *_links(texts, length, repeated, at_once))
    docs_of_labels = _docs_of_labels(texts, length, repeated, labels)
    order = np.argsort(labels, kind="stable")
    firsts = labels[order].searchsorted(np.arange(labels.max() + 2))
    together: dict[bytes, list[int]] = {}
    for label, docs in enumerate(docs_of_labels):
        together.setdefault(docs.tobytes(), []).append(label)
    return [
        _group(np.frombuffer(docs, np.int32), repeated, order, firsts, same)
        for docs, same in together.items()
    ]


def _group(
    docs: Numbers, repeated: Repeated, order: Numbers, firsts: Numbers, labels: list[int]
) -> RepeatedGroup:
    nodes = np.concatenate([order[firsts[label] : firsts[label + 1]] for label in labels])
    return RepeatedGroup(docs, repeated.hashes[nodes], repeated.counts[nodes])


def _links(texts: Scanned, length: int, repeated: Repeated, at_once: int) -> tuple[Nodes, Nodes]:
    """The n-grams that belong together with the next one, and these."""
    longer = count_repeated(texts, length + 1, at_once)
    ones, nexts = np.zeros((2, len(longer.hashes)), np.int32)
    table, longer_table = HashTable(repeated.hashes), HashTable(longer.hashes)
    pieces = zip(iter_ngrams(texts, length), iter_ngrams(texts, length + 1), strict=True)
    for ngrams, pairs in pieces:
        at = np.flatnonzero(ngrams.docs[1:] == ngrams.docs[:-1])
        which = np.full(len(ngrams.docs), -1, np.int32)
        places, found = table.find(ngrams.hashes)
        which[places] = found
        places, found = longer_table.find(pairs.hashes)
        ones[found], nexts[found] = which[at[places]], which[at[places] + 1]
    linked = 3 * longer.counts >= repeated.counts[ones] + repeated.counts[nexts]
    return ones[linked], nexts[linked]


def _components(size: int, ones: Nodes, others: Nodes) -> Nodes:
    """For each of `size` nodes the number of its component, where `ones` are joined to `others`.

    Every node takes the least name among its neighbours, and then the name of that one, until
    nothing changes (Shiloach and Vishkin 1982): a long chain takes few rounds.
    """
    names = np.arange(size, dtype=np.int32)
    while True:
        before = names.copy()
        least = np.minimum(names[ones], names[others])
        np.minimum.at(names, before[ones], least)
        np.minimum.at(names, before[others], least)
        while True:
            shorter = names[names]
            if (shorter == names).all():
                break
            names = shorter
        if (names == before).all():
            break
    return np.unique(names, return_inverse=True)[1].astype(np.int32)


def _docs_of_labels(
    texts: Scanned, length: int, repeated: Repeated, labels: Nodes
) -> Iterator[Numbers]:
    """The paragraphs that contain n-grams of each label, sorted."""
    table = HashTable(repeated.hashes)
    parts = [np.empty(0, np.int64)]
    for ngrams in iter_ngrams(texts, length):
        places, which = table.find(ngrams.hashes)
        parts.append(np.unique((labels[which].astype(np.int64) << 32) | ngrams.docs[places]))
    pairs = np.sort(np.concatenate(parts))  # of a label and a paragraph
    docs = (pairs & 0xFFFFFFFF).astype(np.int32)
    ends = pairs.searchsorted(np.arange(1, int(labels.max()) + 2) << 32)
    return iter(np.split(docs, ends[:-1]))
