"""What texts were cut into: each word once, and the places of the words of each text, in order.

In this form words take little memory and are counted as arrays.

>>> cut = number_words(["国家安全", "安全"], lambda text: [text[:-2], text[-2:]])
>>> cut.words, cut.numbers.tolist(), cut.counts.tolist()
(['国家', '安全', ''], [0, 1, 2, 1], [2, 2])
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Protocol, TypeVar

import numpy as np

from indexer.segments.batches import Batch, numbered_postings
from indexer.segments.paged import Numbers

Key = TypeVar("Key", bound=Hashable)

CutText = Callable[[str], Sequence[str]]
"""Cuts a folded text into words."""


@dataclass(frozen=True, slots=True)
class CutTexts:
    """What texts were cut into.

    Attributes:
        words: the words, each once; each occurs in a text.
        numbers: the places in `words` of the words of all texts, one text after another.
        counts: the number of words of each text.
    """

    words: list[str]
    numbers: Numbers
    counts: Numbers

    def of_each(self) -> list[list[str]]:
        """The words of each text, in order."""
        words = list(map(self.words.__getitem__, self.numbers.tolist()))
        ends = np.cumsum(self.counts).tolist()
        return [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]

    def renamed(self, rename: Callable[[str], str]) -> CutTexts:
        """The same with another name for each word; those that get the same one become one.

        >>> number_words(["显著 显着"], str.split).renamed(lambda word: "显着").of_each()
        [['显着', '显着']]
        """
        places: defaultdict[str, int] = numbering()
        renumbered = np.array([places[rename(word)] for word in self.words], np.int64)
        numbers = self.numbers if len(places) == len(self.words) else renumbered[self.numbers]
        return CutTexts(list(places), numbers, self.counts)


class CutsTexts(Protocol):
    """What cuts folded texts into words."""

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The words of each of `texts`, in order."""


def number_words(texts: Iterable[str], cut: CutText) -> CutTexts:
    """The words of `texts`, which `cut` cuts one by one."""
    places: defaultdict[str, int] = numbering()
    numbers, counts = array("q"), array("q")
    for text in texts:
        words = cut(text)
        numbers.extend(map(places.__getitem__, words))
        counts.append(len(words))
    return CutTexts(list(places), as_numbers(numbers), as_numbers(counts))


class CutAhead:
    """Cuts `texts` in a thread of its own, which starts at once, while something else is done.

    What takes longest, rjieba and NumPy, lets other threads run meanwhile. Nothing else is shared
    with the thread; so the words and their order are the same as without it.

    Args:
        cutter: cuts the texts; it must not be used meanwhile.
        texts: folded texts.

    >>> class ByBlanks:
    ...     def cut(self, texts):
    ...         return number_words(texts, str.split)
    >>> ahead = CutAhead(ByBlanks(), ["a b", "b"])
    >>> ahead.result().of_each()
    [['a', 'b'], ['b']]
    """

    def __init__(self, cutter: CutsTexts, texts: Sequence[str]) -> None:
        self._cut: CutTexts | None = None
        self._error: BaseException | None = None
        self._thread = Thread(target=self._run, args=(cutter, texts), name="cutting")
        self._thread.start()

    def result(self) -> CutTexts:
        """The words, when all texts are cut; raises what was raised in the thread."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._cut is not None
        return self._cut

    def wait(self) -> None:
        """Wait for the end of the thread, whether it succeeds or not."""
        self._thread.join()

    def _run(self, cutter: CutsTexts, texts: Sequence[str]) -> None:
        try:
            self._cut = cutter.cut(texts)
        except BaseException as exc:  # raised again where it is waited for
            self._error = exc


def cut_postings(cut: CutTexts, first: int) -> Batch:
    """The postings of the words of texts, which are numbered from `first`."""
    texts = np.repeat(np.arange(len(cut.counts)), cut.counts)
    return numbered_postings(cut.words, cut.numbers, texts, first)


def as_numbers(numbers: array[int]) -> Numbers:
    """An array of type "q" as a NumPy array on the same memory."""
    return np.frombuffer(numbers, np.int64)


def numbering() -> defaultdict[Key, int]:
    """A mapping that numbers its keys from 0, in the order in which they are first looked up."""
    places: defaultdict[Key, int] = defaultdict()
    places.default_factory = places.__len__
    return places
