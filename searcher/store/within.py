"""Which paragraphs a comparison looks in: attributed words alone, or everything."""

from __future__ import annotations

from typing import Literal, get_args

import numpy as np

from indexer.errors import OptionError
from indexer.wording import listed, say
from searcher.language.filters import Filters
from searcher.store import Flags, Store
from searcher.store.retrieval import select

Within = Literal["speech", "all"]
"""Paragraphs of role `speech` alone, or those of every role."""


def paragraphs_within(store: Store, within: Within, filters: Filters | None = None) -> Flags:
    """Which paragraphs that are and satisfy `filters`, a flag for each number.

    Raises:
        OptionError: `within` is neither, or has nothing of the role that `filters` ask for.
    """
    if within not in get_args(Within):
        raise OptionError(say("options.within", within=within, known=listed(get_args(Within))))
    if within == "speech" and filters and filters.role not in (None, "speech"):
        raise OptionError(say("options.role_within", role=filters.role, within=within, all="all"))
    flags = np.zeros(store.size, bool)
    if within == "all":
        flags[store.numbers()] = True
    else:
        flags[store.values("role").equal_to("speech").numbers()] = True
    return flags & satisfying(store, filters)


def satisfying(store: Store, filters: Filters | None) -> Flags:
    """Which paragraphs satisfy `filters`, a flag for each number."""
    flags = np.ones(store.size, bool)
    for clause in filters.clauses if filters else ():
        found = np.zeros(store.size, bool)
        found[select(store, clause).numbers()] = True
        flags &= found
    return flags
