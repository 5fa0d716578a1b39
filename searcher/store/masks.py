"""Filter masks: which paragraphs a comparison looks in, a flag for each number."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from searcher.language.filters import Filters, Within
from searcher.store import Flags, Store
from searcher.store.retrieval import select


def mask_of(
    store: Store, within: Within, filters: Filters | None, exclude: Collection[str] = ()
) -> Flags:
    """Which live paragraphs are of the role `within` and satisfy `filters`.

    Args:
        exclude: the ids of documents whose paragraphs are left out.
    """
    mask = np.zeros(store.size, bool)
    if within == "all":
        mask[store.numbers()] = True
    else:
        mask[store.values("role").equal_to("speech").numbers()] = True
    for clause in filters.clauses if filters else ():
        found = np.zeros(store.size, bool)
        found[select(store, clause).numbers()] = True
        mask &= found
    for doc in exclude:
        mask[store.postings("doc", doc).docs] = False
    return mask
