"""What is repeated in a collection: each repeated stretch, and its paragraphs by date."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from searcher.answers.search import check_limit
from searcher.engine.protocol import Collection, Texts
from searcher.language.filters import Filters, Within, find_scope
from searcher.repetition.grouping import AT_ONCE, RepeatedGroup, find_groups
from searcher.repetition.members import CommonRun, common_run, repetition_of
from searcher.repetition.results import Repetitions
from searcher.repetition.thresholds import checked_length


def find_repeated(
    collection: Collection,
    *,
    min_length: int | None = None,
    within: Within | None = None,
    limit: int | None = None,
    filters: Filters | None = None,
    at_once: int = AT_ONCE,
) -> Repetitions:
    """The long runs of letters that several paragraphs contain, and who said them first.

    Args:
        min_length: the fewest letters of a run; None for the usual number.
        within: look in attributed words alone, or in all paragraphs but notes; None for the
            former where there are any.
        limit: the most groups that are returned; None for all.
        filters: only paragraphs that satisfy these take part; None for all.
        at_once: the most n-grams that are sorted at once: memory depends on it, and no answer.

    Raises:
        OptionError: an argument cannot be used.
    """
    started = time.perf_counter()
    length = checked_length(min_length)
    check_limit(limit)
    scope = find_scope(within, filters, collection.roles())
    texts = collection.texts(scope.within, filters)
    groups = find_groups(texts, length, at_once)
    texts.release()  # the texts of a whole collection have been looked at
    ranks = _ranks(texts)
    ordered = sorted(
        (_ranked(texts, group, ranks, length) for group in _largest(groups, limit)),
        key=lambda each: each.order(ranks),
    )
    return Repetitions(
        min_length=length,
        within=scope.within,
        unattributed=scope.unattributed,
        total=len(groups),
        groups=tuple(
            repetition_of(texts, each.group, each.docs, each.common, length)
            for each in ordered[:limit]
        ),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


class _Ranked(NamedTuple):
    """A group, its paragraphs by date, and what most of them share."""

    group: RepeatedGroup
    docs: Numbers
    common: CommonRun

    def order(self, ranks: Numbers) -> tuple[int, int, bytes]:
        """What groups are ordered by: members, the longest run, then who was first, who second,
        and so on.

        Names do not come after sentences: no rule tells them apart without a dictionary. That a
        short run begins or ends inside a clause wherever it occurs is true of one name in the
        seeds' book and of 42 sayings, 和平、安全、开放、合作的网络空间 among them.
        """
        members = ranks[self.docs].astype(">u4").tobytes()  # bytes sort like the numbers
        return -len(self.docs), -self.common.letters, members


def _ranked(texts: Texts, group: RepeatedGroup, ranks: Numbers, length: int) -> _Ranked:
    docs = group.docs[np.argsort(ranks[group.docs])]
    return _Ranked(group, docs, common_run(texts, group, docs, length))


def _largest(groups: Sequence[RepeatedGroup], limit: int | None) -> Sequence[RepeatedGroup]:
    """The groups of most members: `limit` of them, and all that have as many as the last."""
    if limit is None or limit >= len(groups):
        return groups
    sizes = sorted((len(group.docs) for group in groups), reverse=True)
    return [group for group in groups if limit and len(group.docs) >= sizes[limit - 1]]


def _ranks(texts: Texts) -> Numbers:
    """For each paragraph to be compared its place by date."""
    ranks = np.zeros(len(texts.mask), np.int64)
    numbers = np.flatnonzero(texts.mask)
    ranks[texts.by_date(numbers)] = np.arange(len(numbers))
    return ranks
