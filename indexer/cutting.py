"""Where texts are cut into words: in this process, or in several beside it.

Cutting is most of what a build does. A process that cuts takes half a second of work to start and
about 130 MB of memory (jieba and its dictionary), so few texts are cut here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Protocol

from indexer import analysis
from indexer.cutting_words import CutTexts, number_words
from indexer.errors import OptionError
from indexer.wording import say

MOST_BY_DEFAULT = 4
"""How many processes cut where nobody says: with more the rest of the build is the slower part."""

MOST = 64

ENOUGH = 500_000
"""How many characters keep a process busy for about as long as it takes to start."""

Words = Callable[[], Sequence[CutTexts]]
"""Waits for the words of texts: those of the first texts, those of the next, and so on."""


class CutsWords(Protocol):
    """What cuts a folded text into words."""

    def words(self, folded: str) -> Sequence[str]:
        """The words of `folded`, in order."""


class Cutting(Protocol):
    """What cuts many texts."""

    def begin(self, texts: Sequence[str]) -> Words:
        """Begin to cut `texts`; what is returned waits for their words."""

    def close(self) -> None:
        """Give up what has been begun, and give the memory back."""


class CuttingHere:
    """Cuts in this process, at once."""

    def __init__(self, cutter: CutsWords) -> None:
        self._cutter: CutsWords | None = cutter

    def begin(self, texts: Sequence[str]) -> Words:
        """The words of `texts`."""
        assert self._cutter is not None
        cut = (number_words(texts, self._cutter.words),)
        return lambda: cut

    def close(self) -> None:
        """Give jieba's dictionary up."""
        self._cutter = None


def choose_cutting(whole: Sequence[str], characters: int, processes: int | None) -> Cutting:
    """Who cuts the texts of a build.

    Args:
        whole: words that are never cut.
        characters: how long the texts are together.
        processes: in how many processes at most; None for one a core.
    """
    cutter = analysis.Cutter(whole)
    count = min(_default() if processes is None else processes, characters // ENOUGH)
    if count < 2:
        return CuttingHere(cutter)
    from indexer.cutting_pool import CuttingPool  # noqa: PLC0415 (few texts need none of it)

    return CuttingPool(cutter, whole, count)


def check_processes(processes: int | None) -> None:
    """See that a number of processes makes sense.

    Raises:
        OptionError: it does not.
    """
    if processes is not None and not 1 <= processes <= MOST:
        raise OptionError(say("options.processes", processes=processes, most=MOST))


def _default() -> int:
    """The cores that this process may use, but no more than are of use."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # only Linux has it
        cores = os.cpu_count() or 1
    return min(cores, MOST_BY_DEFAULT)
