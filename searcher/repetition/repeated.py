"""What is repeated in a collection: each repeated stretch, and who holds it by date."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from searcher.language.filters import Filters
from searcher.repetition.cores import Core, core_of
from searcher.repetition.counting import AT_ONCE
from searcher.repetition.dating import by_date
from searcher.repetition.grouping import Group, find_groups
from searcher.repetition.members import repetition_of
from searcher.repetition.options import check_limit, checked_length
from searcher.repetition.results import Repetitions
from searcher.store import Numbers, Store
from searcher.store.within import Within, paragraphs_within


def find_repeated(
    store: Store,
    *,
    min_length: int | None = None,
    within: Within = "speech",
    limit: int | None = None,
    filters: Filters | None = None,
    at_once: int = AT_ONCE,
) -> Repetitions:
    """The long runs of letters that stand in several paragraphs, and who said them first.

    Args:
        min_length: how many letters a run has at least; None for the usual number.
        within: look in attributed words alone, or in all paragraphs.
        limit: how many groups at most; None for all.
        filters: only paragraphs that satisfy these take part; None for all.
        at_once: how many windows are sorted at once, at most: memory depends on it, and no answer.

    Raises:
        OptionError: an argument cannot be used.
    """
    started = time.perf_counter()
    length = checked_length(min_length)
    check_limit(limit)
    groups = find_groups(store.texts, length, paragraphs_within(store, within, filters), at_once)
    store.release()  # the texts of a whole collection have been looked at
    ranks = _ranks(store)
    told = sorted(
        (_Told.of(store, group, ranks, length) for group in _largest(groups, limit)),
        key=lambda each: each.place(ranks),
    )
    return Repetitions(
        min_length=length,
        within=within,
        total=len(groups),
        groups=tuple(
            repetition_of(store, each.group, each.docs, each.core, length) for each in told[:limit]
        ),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


class _Told(NamedTuple):
    """A group, its paragraphs by date, and what most of them share."""

    group: Group
    docs: Numbers
    core: Core

    @classmethod
    def of(cls, store: Store, group: Group, ranks: Numbers, length: int) -> _Told:
        docs = group.docs[np.argsort(ranks[group.docs])]
        return cls(group, docs, core_of(store, group, docs, length))

    def place(self, ranks: Numbers) -> tuple[int, int, bytes]:
        """What groups are ordered by: members, the longest run, then who was first, who second,
        and so on.

        Names do not come after sentences: no rule tells them apart without a dictionary. That a
        short run begins or ends inside a clause wherever it stands is true of one name in the
        seeds' book and of 42 sayings, 和平、安全、开放、合作的网络空间 among them.
        """
        members = ranks[self.docs].astype(">u4").tobytes()  # bytes sort like the numbers
        return -len(self.docs), -self.core.letters, members


def _largest(groups: Sequence[Group], limit: int | None) -> Sequence[Group]:
    """The groups of most members: `limit` of them, and all that have as many as the last."""
    if limit is None or limit >= len(groups):
        return groups
    sizes = sorted((len(group.docs) for group in groups), reverse=True)
    return [group for group in groups if limit and len(group.docs) >= sizes[limit - 1]]


def _ranks(store: Store) -> Numbers:
    """For each live paragraph its place by date."""
    ranks = np.zeros(store.size, np.int64)
    ranks[by_date(store, store.numbers())] = np.arange(store.count)
    return ranks
