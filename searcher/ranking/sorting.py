"""The orders that hits may come in, and the check of one that was asked for.

It is separate from `order`, which puts hits in order and loads NumPy for it.

    >>> check_sort("date")
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from indexer.errors import OptionError
from indexer.wording import listed, say

Sort = Literal["relevance", "date", "-date", "position"]
"""relevance: the best first. date: the earliest first. -date: the latest first. position: as the
collection has them."""

SORTS: Final[tuple[Sort, ...]] = get_args(Sort)


def check_sort(sort: str) -> None:
    """See that `sort` is one of these orders.

    Raises:
        OptionError: it is not.
    """
    if sort not in SORTS:
        raise OptionError(say("options.sort", sort=sort, sorts=listed(SORTS)))
