"""The words of some texts: each of them once, and which of them stand in each text, in order.

So they take little room and are counted as arrays.

>>> cut = number_words(["国家安全", "安全"], lambda text: [text[:-2], text[-2:]])
>>> cut.words, cut.numbers.tolist(), cut.counts.tolist()
(['国家', '安全', ''], [0, 1, 2, 1], [2, 2])
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from indexer.segments.batches import Batch
from indexer.segments.postings import Numbers
from indexer.segments.tokens import numbered_postings

Flags = NDArray[np.bool_]

Key = TypeVar("Key", bound=Hashable)

CutText = Callable[[str], Sequence[str]]
"""Cuts a folded text into words."""


@dataclass(frozen=True, slots=True)
class CutTexts:
    """What texts were cut into.

    Attributes:
        words: the words, each once, and each stands in a text.
        numbers: the places in `words` of the words of all texts, one text after another.
        counts: how many words each text has.
    """

    words: list[str]
    numbers: Numbers
    counts: Numbers

    def of_each(self) -> list[list[str]]:
        """The words of each text, in order."""
        words = list(map(self.words.__getitem__, self.numbers.tolist()))
        ends = np.cumsum(self.counts).tolist()
        return [words[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def number_words(texts: Iterable[str], cut: CutText) -> CutTexts:
    """Cut `texts` one by one."""
    places: defaultdict[str, int] = numbering()
    numbers, counts = array("q"), array("q")
    for text in texts:
        words = cut(text)
        numbers.extend(map(places.__getitem__, words))
        counts.append(len(words))
    return CutTexts(list(places), as_numbers(numbers), as_numbers(counts))


def cut_postings(cut: CutTexts, first: int) -> Batch:
    """The postings of the words of texts, which are numbered from `first`."""
    texts = np.repeat(np.arange(len(cut.counts)), cut.counts)
    return numbered_postings(cut.words, cut.numbers, texts, first)


def as_numbers(numbers: array[int]) -> Numbers:
    """An array of type "q" as one of NumPy's, of the same memory."""
    return np.frombuffer(numbers, np.int64)


def numbering() -> defaultdict[Key, int]:
    """A mapping that numbers what it is asked for, from 0, in the order of first questions."""
    places: defaultdict[Key, int] = defaultdict()
    places.default_factory = places.__len__
    return places
