"""Times references to passages in every style, in a child process, beside finding the passages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import get_args

from traced.timing import Times, timed

from searcher import open_index
from searcher.citing import Style


def measure(index: str, ids: Sequence[str]) -> dict[str, list[Times]]:
    """For each style the times of each id; under `passage` those of finding it.

    Each was asked for once before.
    """
    with open_index(index) as searcher:
        actions: Mapping[str, Callable[[str], object]] = {
            "passage": searcher.passage,
            **{style: partial(searcher.cite, style=style) for style in get_args(Style)},
        }
        for action in actions.values():
            for id_ in ids:
                action(id_)
        return {
            name: [timed(partial(action, id_))[1] for id_ in ids]
            for name, action in actions.items()
        }
