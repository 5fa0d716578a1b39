"""Where an article and the collection share n-grams of letters: the seeds of everything traced.

All texts are gone through once, a mebibyte at a time. Whether a hash is one of the article's is
looked up in a `HashTable`, so the time grows with the collection and hardly with the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from searcher.store.docsets import Mask
from searcher.textmatch.letters import Codes
from searcher.textmatch.ngrams import SIZE, HashTable, SeedHashes, seed_hashes, whole_ngrams
from searcher.textmatch.scanned import Scanned, iter_lettered
from searcher.textmatch.thresholds import DEFAULT, Thresholds

_AT_ONCE = 4
"""The most pieces of the texts, a mebibyte each, that are held in memory."""


class SharedRuns(NamedTuple):
    """Stretches of letters that an article and a paragraph share, as columns.

    They are ordered by paragraph, then by their place in the article.

    Attributes:
        docs: the number of the paragraph.
        inputs: where a run begins among the letters of the article.
        sources: where it begins among the letters of the paragraph.
        lengths: how many letters it has.
    """

    docs: Numbers
    inputs: Numbers
    sources: Numbers
    lengths: Numbers


class _Hits(NamedTuple):
    """Where n-grams of the article occur in the collection, as columns.

    Attributes:
        grams: the number of the n-gram among the distinct ones of the article.
        docs: the number of the paragraph.
        sources: where the n-gram begins among the letters of the paragraph.
    """

    grams: Numbers
    docs: Numbers
    sources: Numbers


def shared_runs(texts: Scanned, codes: Codes, by: Thresholds = DEFAULT) -> SharedRuns:
    """Where the letters `codes` of an article occur in the paragraphs to be compared with.

    A run that contains common n-grams may come in several pieces. None contains a `SEPARATOR`.
    """
    hashes = seed_hashes(codes)
    whole = whole_ngrams(codes, SIZE)
    inputs = np.flatnonzero(whole)
    distinct, grams, often = np.unique(hashes[whole], return_inverse=True, return_counts=True)
    hits = _find(texts, distinct, often, by)
    return _joined(_paired(hits, inputs[np.argsort(grams, kind="stable")], often))


def _find(texts: Scanned, distinct: SeedHashes, often: Numbers, by: Thresholds) -> _Hits:
    """Where the `distinct` n-grams occur, without common ones.

    Args:
        often: how often each of them occurs in the article.
    """
    counts = np.zeros(len(distinct), np.int64)
    parts = [_Hits(*(np.empty(0, np.int64) for _ in _Hits._fields))]
    for part in _each_hit(texts, distinct):
        counts += np.bincount(part.grams, minlength=len(counts))
        parts.append(_kept(part, _are_rare(counts, often, by)[part.grams]))
    hits = _Hits(*map(np.concatenate, zip(*parts, strict=True)))
    return _kept(hits, _are_rare(counts, often, by)[hits.grams])


def _are_rare(counts: Numbers, often: Numbers, by: Thresholds) -> Mask:
    """The mask of the n-grams that occur so seldom that they say something by themselves."""
    rare: Mask = (counts <= by.common) & (counts * often <= by.most_pairs)
    return rare


def _each_hit(texts: Scanned, distinct: SeedHashes) -> Iterator[_Hits]:
    mask = texts.mask
    if not len(distinct) or not mask.any():
        return
    table = HashTable(distinct)
    for piece in iter_lettered(texts.releasing(texts.pieces(), _AT_ONCE), mask):
        places, grams = table.find(seed_hashes(piece.codes))
        docs = piece.docs(places)
        hits = _kept(_Hits(grams, docs, places), mask[docs])
        yield hits._replace(sources=piece.within_texts(hits.sources, hits.docs))


def _kept(hits: _Hits, mask: Mask) -> _Hits:
    return _Hits(*(column.compress(mask) for column in hits))


def _paired(hits: _Hits, inputs: Numbers, often: Numbers) -> NDArray[np.int64]:
    """Every place in the collection with every place in the article: docs, diagonals, inputs.

    Args:
        hits: the places in the collection.
        inputs: the places in the article, those of each distinct n-gram together.
        often: the number of these, for each distinct n-gram.
    """
    ends = np.cumsum(often)
    times = often[hits.grams]
    of = np.repeat(np.arange(len(times)), times)
    within = np.arange(len(of)) - np.repeat(np.cumsum(times) - times, times)
    places = inputs[(ends - often)[hits.grams][of] + within]
    docs, diagonals = hits.docs[of], hits.sources[of] - places
    return np.stack([docs, diagonals, places])[:, np.lexsort((places, diagonals, docs))]


def _joined(pairs: NDArray[np.int64]) -> SharedRuns:
    """Runs of the places that follow each other on the same diagonal of the same paragraph."""
    docs, diagonals, places = pairs
    begins = np.ones(len(docs), bool)
    begins[1:] = (
        (np.diff(docs) != 0) | (np.diff(diagonals) != 0) | (places[1:] > places[:-1] + SIZE)
    )
    firsts = np.flatnonzero(begins)
    lasts = np.append(firsts[1:], len(docs))[: len(firsts)] - 1
    inputs, lengths = places[firsts], places[lasts] + SIZE - places[firsts]
    runs = SharedRuns(docs[firsts], inputs, inputs + diagonals[firsts], lengths)
    order = np.lexsort((runs.sources, runs.inputs, runs.docs))
    return SharedRuns(*(column[order] for column in runs))
