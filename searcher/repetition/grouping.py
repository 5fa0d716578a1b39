"""Which runs of letters are one repeated stretch, and which paragraphs hold it.

Two windows that follow each other, one letter on, belong together where at least half of the
paragraphs that hold either hold both, one behind the other. So a stretch ends where another begins:
a formula that thousands use does not join what stands beside it in two of them, and variants of a
sentence stay one group though each has lost or gained some words. Groups that the same paragraphs
hold are one.

That is told by the paragraphs that hold the windows alone: neither the order of the paragraphs nor
what unrelated ones say changes a group.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from searcher.repetition.counting import AT_ONCE, Repeated, count_repeated, iter_windows
from searcher.textmatch.ngrams import Hashes, HashTable
from searcher.textmatch.scanned import Scanned

Nodes = NDArray[np.int32]
"""Windows by their places among those that are repeated."""


class RepeatedGroup(NamedTuple):
    """A repeated stretch.

    Attributes:
        docs: the paragraphs that hold some of it, rising.
        windows: it, as hashes of its windows.
        counts: in how many paragraphs each of them stands.
    """

    docs: Numbers
    windows: Hashes
    counts: Numbers


def find_groups(texts: Scanned, length: int, at_once: int = AT_ONCE) -> list[RepeatedGroup]:
    """The groups of the paragraphs to be compared, in no particular order.

    Args:
        at_once: how many windows are sorted at once, at most.
    """
    repeated = count_repeated(texts, length, at_once)
    if not len(repeated.hashes):
        return []
    labels = _components(len(repeated.hashes), *_links(texts, length, repeated, at_once))
    holders = _holders(texts, length, repeated, labels)
    order = np.argsort(labels, kind="stable")
    firsts = labels[order].searchsorted(np.arange(labels.max() + 2))
    together: dict[bytes, list[int]] = {}
    for label, docs in enumerate(holders):
        together.setdefault(docs.tobytes(), []).append(label)
    return [
        _group(np.frombuffer(docs, np.int32), repeated, order, firsts, same)
        for docs, same in together.items()
    ]


def _group(
    docs: Numbers, repeated: Repeated, order: Numbers, firsts: Numbers, labels: list[int]
) -> RepeatedGroup:
    windows = np.concatenate([order[firsts[label] : firsts[label + 1]] for label in labels])
    return RepeatedGroup(docs, repeated.hashes[windows], repeated.counts[windows])


def _links(texts: Scanned, length: int, repeated: Repeated, at_once: int) -> tuple[Nodes, Nodes]:
    """The windows that belong together with the next one, and these."""
    longer = count_repeated(texts, length + 1, at_once)
    ones, nexts = np.zeros((2, len(longer.hashes)), np.int32)
    table, longer_table = HashTable(repeated.hashes), HashTable(longer.hashes)
    pieces = zip(iter_windows(texts, length), iter_windows(texts, length + 1), strict=True)
    for windows, pairs in pieces:
        at = np.flatnonzero(windows.docs[1:] == windows.docs[:-1])
        which = np.full(len(windows.docs), -1, np.int32)
        places, found = table.find(windows.hashes)
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


def _holders(texts: Scanned, length: int, repeated: Repeated, labels: Nodes) -> Iterator[Numbers]:
    """The paragraphs that hold windows of each label, rising."""
    table = HashTable(repeated.hashes)
    parts = [np.empty(0, np.int64)]
    for windows in iter_windows(texts, length):
        places, which = table.find(windows.hashes)
        parts.append(np.unique((labels[which].astype(np.int64) << 32) | windows.docs[places]))
    holding = np.sort(np.concatenate(parts))
    docs = (holding & 0xFFFFFFFF).astype(np.int32)
    ends = holding.searchsorted(np.arange(1, int(labels.max()) + 2) << 32)
    return iter(np.split(docs, ends[:-1]))
