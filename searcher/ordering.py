"""The order of exact hits. Ties break by date, then by place in the collection."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from indexer.errors import OptionError
from searcher.ranking import Scores
from searcher.store import Numbers, Store

Sort = Literal["relevance", "date", "-date", "position"]

_ROLES = ("speech", "quotation", "article")
"""On equal score, the words themselves come before those who quote them."""

_UNKNOWN_DATE = 99_999_999


def check_sort(sort: str) -> None:
    """Raise `OptionError` where `sort` is no order."""
    if sort not in get_args(Sort):
        raise OptionError(f"sort {sort!r} is not known; give one of {', '.join(get_args(Sort))}")


def order(store: Store, docs: Numbers, scores: Scores, sort: Sort) -> Numbers:
    """The paragraphs `docs` in the order `sort`; by date, what has none comes last both ways."""
    dates = store.first_dates()[docs]
    early = np.where(dates == 0, _UNKNOWN_DATE, dates)
    keys: dict[Sort, tuple[NDArray[np.generic], ...]] = {
        "relevance": (docs, early, _role_ranks(store, docs), -np.round(scores[docs], 6)),
        "date": (docs, early),
        "-date": (docs, -dates),
        "position": (docs,),
    }
    return docs[np.lexsort(keys[sort])]


def _role_ranks(store: Store, docs: Numbers) -> Numbers:
    roles = store.ordinals("role")
    ranks = np.array([_ROLES.index(role) for role in roles.values], np.int32)
    return ranks[roles.of[docs]]
