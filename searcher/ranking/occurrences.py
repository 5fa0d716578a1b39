"""Where the terms of a query stand in a few texts, all of them looked through at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS


class Occurrences:
    """The texts, reduced to those of their characters that the terms are made of.

    Args:
        texts: folded texts.
        characters: all characters of all terms that will be asked for.
    """

    def __init__(self, texts: Sequence[str], characters: Iterable[str]) -> None:
        self.size = len(texts)
        joined = BETWEEN_TEXTS.join([*texts, ""])
        self._symbols = {char: at for at, char in enumerate(dict.fromkeys(characters), 1)}
        table = np.zeros(0x110000, np.min_scalar_type(len(self._symbols)))
        table[[ord(character) for character in self._symbols]] = list(self._symbols.values())
        codes = table[np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")]
        lengths = np.fromiter(map(len, texts), np.int64, self.size) + len(BETWEEN_TEXTS)
        self.starts = np.cumsum(lengths) - lengths
        self._places = np.flatnonzero(codes)
        self._kept = codes[self._places]
        self._found: dict[str, Numbers] = {}

    def of(self, term: str) -> Numbers:
        """Where `term` begins in all texts joined, overlapping occurrences included."""
        found = self._found.get(term)
        if found is None:
            found = self._found[term] = self._places[self._beginnings(term)]
        return found

    def texts_of(self, places: Numbers) -> Numbers:
        """Which texts these places are in."""
        return self.starts.searchsorted(places, "right") - 1

    def counts(self, term: str) -> Numbers:
        """How often `term` stands in each text, overlapping occurrences included."""
        return np.bincount(self.texts_of(self.of(term)), minlength=self.size)

    def _beginnings(self, term: str) -> Numbers:
        first = np.flatnonzero(self._kept == self._symbols[term[0]])
        for ahead, character in enumerate(term[1:], 1):
            first = first[first + ahead < len(self._kept)]
            here = first + ahead
            fits = self._kept[here] == self._symbols[character]
            first = first[fits & (self._places[here] - self._places[first] == ahead)]
        return first
