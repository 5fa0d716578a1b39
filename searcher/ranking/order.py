"""The order of hits: by score, role, date and id, or by date or place as was asked for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import ROLES
from searcher.ranking.bm25 import Scores
from searcher.ranking.sorting import Sort
from searcher.store import Mask, Numbers, Store

_UNKNOWN_DATE = 99_999_999

DIGITS = 6
"""Digits after the point; scores that are equal in these are equal."""


def order(store: Store, docs: Numbers, scores: Scores, sort: Sort, most: int | None) -> Numbers:
    """The places in `docs` of its paragraphs in the order `sort`.

    By date, what has none comes last both ways.

    Args:
        scores: the score of each, for `"relevance"`.
        most: how many are wanted, None for all.
    """
    if most == 0:
        return np.empty(0, np.int64)
    first = _first_key(store, docs, scores, sort)
    places = np.arange(len(docs))
    if most is not None and most < len(docs):
        places = np.flatnonzero(first <= np.partition(first, most - 1)[most - 1])
    docs = docs[places]
    keys = [_place_by_id(store, docs)]
    if sort == "relevance":
        keys += [_dates(store, docs), _role_ranks(store, docs)]
    ordered = places[np.lexsort((*keys, first[places]))]
    return ordered if most is None else ordered[:most]


def best_first(store: Store, docs: Numbers, scores: Scores) -> Numbers:
    """The places in `docs` of its paragraphs, the best first, then by date, then by id."""
    rounded = np.round(scores, DIGITS)
    return np.lexsort((_place_by_id(store, docs), _dates(store, docs), -rounded))


def in_collection_order(store: Store) -> Numbers:
    """All live paragraphs in the order of the collection."""
    docs = store.live_docs()
    return docs[np.argsort(_place_in_collection(store, docs))]


def _first_key(store: Store, docs: Numbers, scores: Scores, sort: Sort) -> NDArray[np.generic]:
    if sort == "relevance":
        return -np.round(scores, DIGITS)
    if sort == "position":
        return _place_in_collection(store, docs)
    return _dates(store, docs) if sort == "date" else -store.first_dates()[docs].astype(np.int64)


def _dates(store: Store, docs: Numbers) -> Numbers:
    dates = store.first_dates()[docs].astype(np.int64)
    return np.where(dates == 0, _UNKNOWN_DATE, dates)


def _role_ranks(store: Store, docs: Numbers) -> Numbers:
    roles = store.values("role")
    places: dict[str, int] = {role: at for at, role in enumerate(ROLES)}
    ranks = np.array([places[role] for role in roles.names], np.int64)
    return ranks[roles.of[docs]]


def _place_by_id(store: Store, docs: Numbers) -> Numbers:
    """A number that sorts like the id: by document, then by place in it.

    The paragraphs of a document are numbered in its order.
    """
    return store.values("doc").of[docs].astype(np.int64) * store.size + docs


def _place_in_collection(store: Store, docs: Numbers) -> Numbers:
    """A number that sorts like the place of the document in the collection, then in it."""
    documents = [entry.doc for entry in store.catalogue.documents]
    rank = {doc: at for at, doc in enumerate(documents)}
    doc = store.values("doc")
    ranks = np.array([rank.get(name, len(rank)) for name in doc.names], np.int64)
    return ranks[doc.of[docs]] * store.size + docs


def first_by_id(store: Store, docs: Numbers) -> int:
    """The number of the paragraph whose id comes first, whatever numbers they have."""
    return int(docs[_place_by_id(store, docs).argmin()])


def by_date(store: Store, docs: Numbers) -> Numbers:
    """The paragraphs `docs` by the date of their words, the earliest first; what has none is last.

    A paragraph that is dated by its publication comes after what was said on that day: it can only
    have been written down later. Of a date that is known as a month or a year the first day counts.
    """
    docs = docs[order(store, docs, np.zeros(len(docs)), "date", None)]
    firsts, lasts = store.first_dates()[docs], store.last_dates()[docs]
    kinds = store.values("date_kind")
    published = np.array([*(name == "publication" for name in kinds.names), False])[kinds.of[docs]]
    return docs[np.lexsort((lasts, published, firsts, firsts == 0))]


def are_dated(store: Store, docs: Numbers) -> Mask:
    """The mask of those of `docs` that have a date."""
    return np.asarray(store.first_dates()[docs] > 0)
