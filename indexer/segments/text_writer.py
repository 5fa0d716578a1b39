"""Folded texts on their way into a segment (see `texts`)."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy as np

from indexer.segments.blocks import BlockWriter
from indexer.segments.postings import Numbers
from indexer.segments.spool import Spool
from indexer.segments.strings import write_ends
from indexer.segments.texts import END, Texts

_AT_ONCE = 1 << 14
"""How many texts are taken over at once."""


class TextWriter:
    """Takes folded texts one after another and writes them."""

    def __init__(self, folder: Path | None) -> None:
        self._blob = Spool("|u1", folder)
        self._lengths = array("I")

    def add(self, texts: list[str]) -> None:
        """Take the next texts."""
        data = [text.encode("utf-8") + END for text in texts]
        self._blob.add(np.frombuffer(b"".join(data), np.uint8))
        self._lengths.extend(map(len, data))

    def extend(self, texts: Texts, docs: Numbers) -> None:
        """Take the texts of `docs`, which are documents of another segment."""
        for at in range(0, len(docs), _AT_ONCE):
            data = list(texts.read_each(docs[at : at + _AT_ONCE]))
            self._blob.add(np.frombuffer(b"".join(data), np.uint8))
            self._lengths.extend(map(len, data))

    def skip_to(self, count: int) -> None:
        """Take it that all texts up to the `count`th that have not been added are empty."""
        if count < len(self):
            raise ValueError(f"{len(self)} texts came for {count} documents")
        self.add([""] * (count - len(self)))

    def __len__(self) -> int:
        return len(self._lengths)

    def write(self, writer: BlockWriter, name: str) -> None:
        """Write the blocks."""
        writer.add_bytes(name, (piece.tobytes() for piece in self._blob.pieces()))
        write_ends(writer, name, np.array(self._lengths, np.int64))

    def close(self) -> None:
        """Give the disk space back."""
        self._blob.close()
