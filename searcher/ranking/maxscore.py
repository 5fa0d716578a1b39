"""The best paragraphs for weighted terms, without walking the lists that cannot change the answer.

It is MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) over whole
arrays: terms are added from the rarest on; once the paragraphs that none of the terms so far occurs
in cannot be among the best any more, the longer lists are only asked about those that still can.

The scores are those of the unpruned sum, to the last bit: terms are added in one order, in float64.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from searcher.ranking.bm25 import LengthNorms, Scores, idf, length_norms, saturated
from searcher.ranking.thresholds import DEFAULT
from searcher.store import Docset, Mask, Numbers, Store
from searcher.store.docsets import values_at

_ROUNDING = 1 + 1e-9
"""A bound is one although sums are rounded."""


class Term(NamedTuple):
    """A term to be looked for: in which view of the text, and what it weighs there."""

    view: str
    text: str
    weight: float = 1.0


class Best(NamedTuple):
    """The best paragraphs and their scores: the best first, equal ones by number.

    There may be more than were asked for, where scores are equal.
    """

    docs: Numbers
    scores: Scores


class _List(NamedTuple):
    """The postings of a term, what an occurrence weighs, and the most it can add to a score."""

    docs: Docset
    frequencies: NDArray[np.generic]
    weight: float
    norms: LengthNorms
    most: float

    def allowed(self, mask: Mask | None) -> tuple[Docset, Scores]:
        """The paragraphs of the term that `mask` allows, and what it adds to each of them."""
        docs, frequencies = self.docs, self.frequencies
        if mask is not None:
            kept = mask[docs]
            docs, frequencies = docs.compress(kept), frequencies.compress(kept)
        return docs, saturated(frequencies, self.norms.of(docs), self.weight)

    def scores_of(self, docs: Numbers) -> Scores:
        """What the term adds to each of `docs`, 0 where it does not occur."""
        frequencies = values_at(docs, self.docs, self.frequencies)
        return saturated(frequencies, self.norms.of(docs), self.weight)


class _Buffers(threading.local):
    """A score for every number, all of them 0 between two uses; each thread has its own."""

    def __init__(self) -> None:
        self.scores = np.zeros(0)

    def take(self, size: int) -> Scores:
        """A buffer of at least that size, to be given back clean."""
        scores, self.scores = self.scores, np.zeros(0)
        return scores if len(scores) >= size else np.zeros(size)

    def give_back(self, scores: Scores) -> None:
        """Keep a clean buffer for the next use."""
        self.scores = scores


_BUFFERS = _Buffers()


def best(store: Store, terms: Sequence[Term], count: int, allowed: Mask | None = None) -> Best:
    """The `count` best paragraphs for the sum of all terms' scores, and those equal to the last.

    Args:
        terms: each once.
        count: how many are wanted, at least 1.
        allowed: the mask of those that may be among them, None for all.
    """
    lists = _lists(store, terms)
    if len(lists) == 1:
        return _sorted(*lists[0].allowed(allowed), count)
    rest = list(accumulate((list_.most for list_ in reversed(lists)), initial=0.0))[::-1]
    buffer = _BUFFERS.take(store.size)
    touched: list[Docset] = []
    probed = np.empty(0, np.int64)
    least = 0.0
    at = 0
    while at < len(lists) and least <= rest[at]:
        docs, worth = lists[at].allowed(allowed)
        before = buffer[docs]
        buffer[docs] = before + worth
        touched.append(docs[before == 0])
        at += 1
        if at < len(lists):
            if len(probed) < DEFAULT.probed * count:
                probed = np.concatenate([probed, touched[-1]])
            if len(probed) >= count:
                least = max(least, _least_of_best(buffer[probed], count))
    found, scores = _reaching(buffer, touched, least - rest[at])
    for docs in touched:
        buffer[docs] = 0
    _BUFFERS.give_back(buffer)  # what was broken off on the way here is not given back
    for list_, gain in zip(lists[at:], rest[at + 1 :], strict=True):
        scores += list_.scores_of(found)
        still = scores + gain >= least
        found, scores = found[still], scores[still]
    return _sorted(found, scores, count)


def _lists(store: Store, terms: Sequence[Term]) -> list[_List]:
    """The postings of all terms, the rarest first."""
    lists = []
    for term in sorted(terms, key=lambda term: (term.view, term.text)):
        postings = store.postings(term.view, term.text)
        if len(postings.docs):
            weight = term.weight * idf(len(postings.docs), store.count)
            norms = length_norms(store, term.view)
            most_often = float(postings.frequencies.max())
            most = weight * most_often * (DEFAULT.k1 + 1) / (most_often + norms.least) * _ROUNDING
            lists.append(_List(postings.docs, postings.frequencies, weight, norms, most))
    return sorted(lists, key=lambda list_: len(list_.docs))


def _reaching(buffer: Scores, touched: Sequence[Docset], least: float) -> tuple[Docset, Scores]:
    """The paragraphs whose score in the buffer is at least `least`, sorted, and their scores."""
    if not touched:
        return np.empty(0, np.int64), np.empty(0)
    found = np.concatenate([docs[buffer[docs] >= least] for docs in touched])
    found.sort(kind="stable")
    return found, buffer[found]


def _least_of_best(scores: Scores, count: int) -> float:
    """The score of the last of the `count` best."""
    return float(np.partition(scores, len(scores) - count)[len(scores) - count])


def _sorted(docs: Numbers, scores: Scores, count: int) -> Best:
    if len(docs) > count:
        kept = np.flatnonzero(scores >= _least_of_best(scores, count))
        docs, scores = docs[kept], scores[kept]
    order = np.lexsort((docs, -scores))
    return Best(docs[order], scores[order])
