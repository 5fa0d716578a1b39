"""Texts that are cut while something else is done.

What takes longest of it, rjieba and NumPy, lets other threads run meanwhile. Nothing else is shared
with the thread, and what is cut is waited for in turn, so the words and their order are the same.

>>> from indexer.words.cut_texts import number_words
>>> class ByBlanks:
...     def cut(self, texts):
...         return number_words(texts, str.split)
>>> ahead = CutAhead(ByBlanks(), ["a b", "b"])
>>> ahead.result().of_each()
[['a', 'b'], ['b']]
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indexer.words.analysis import CutsTexts
    from indexer.words.cut_texts import CutTexts


class CutAhead:
    """Begins at once to cut `texts` in a thread of its own; `cutter` must not be used meanwhile."""

    def __init__(self, cutter: CutsTexts, texts: Sequence[str]) -> None:
        self._cut: CutTexts | None = None
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, args=(cutter, texts), name="cutting")
        self._thread.start()

    def result(self) -> CutTexts:
        """Wait for the words, and raise what was raised when they were looked for."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._cut is not None
        return self._cut

    def wait(self) -> None:
        """Wait for the end, whatever comes of it."""
        self._thread.join()

    def _run(self, cutter: CutsTexts, texts: Sequence[str]) -> None:
        try:
            self._cut = cutter.cut(texts)
        except BaseException as exc:  # raised again where it is waited for
            self._error = exc
