"""The folded texts of a segment: one UTF-8 blob in which a line feed ends every text.

Folding never yields a line feed (it drops whitespace or makes a blank of it), so nothing that is
looked for in the blob can match across two texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np

from indexer.segments.blocks import Blocks
from indexer.segments.postings import Numbers
from indexer.text.marks import BETWEEN_TEXTS

END = BETWEEN_TEXTS.encode()
"""What follows every text."""


class Texts:
    """The texts of the blocks `name` and `name/ends`.

    Attributes:
        ends: where in the blob each text begins, and behind it the end of the last; each text is
            followed by `END`.
    """

    def __init__(self, blocks: Blocks, name: str) -> None:
        self._data = blocks.paged(name, "u")
        self._damaged = partial(blocks.damaged, name)
        self.ends: Numbers = blocks.array(f"{name}/ends", "u").astype(np.int64)
        if (
            not len(self.ends)
            or self.ends[0] != 0
            or self.ends[-1] != self._data.nbytes
            or (np.diff(self.ends) < len(END)).any()
        ):
            raise self._damaged()

    def __len__(self) -> int:
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:
        text = self.read(int(self.ends[number]), int(self.ends[number + 1]) - len(END))
        try:
            return text.decode()
        except UnicodeDecodeError as exc:
            raise self._damaged() from exc

    def read(self, start: int, end: int) -> bytes:
        """A part of the blob."""
        return self._data.read(start, end)

    def read_each(self, docs: Numbers) -> Iterator[bytes]:
        """The texts of `docs`, each with its `END`."""
        return self._data.read_each(self.ends[docs], self.ends[docs + 1])
