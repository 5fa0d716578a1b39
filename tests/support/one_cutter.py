"""One jieba for a whole test run: its dictionary takes half a second to load, a commit a hundredth.

>>> share_cutters()                                          # doctest: +SKIP
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from indexer.words import analysis

_Cutter = analysis.Cutter


def share_cutters() -> None:
    """From now on a cutter is made once for each list of words, by whomever it is asked for."""
    analysis.Cutter = shared_cutter  # type: ignore[assignment,misc]


def shared_cutter(whole: Iterable[str] = ()) -> analysis.Cutter:
    """The cutter that keeps the words `whole`, always the same one."""
    return _made(tuple(whole))


@lru_cache
def _made(whole: tuple[str, ...]) -> analysis.Cutter:
    return _Cutter(whole)
