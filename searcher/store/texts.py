"""The folded texts of all segments: read one by one, or searched as they lie in their blobs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from indexer.segments.paged import Docset, Numbers
from indexer.segments.strings import END, StoredTexts

_PIECE = 1 << 20
"""Bytes that are scanned at once."""


class FoldedTexts:
    """The folded texts by the numbers of their paragraphs.

    Args:
        segments: the texts of each segment.
        bases: the number of the first paragraph of each segment, and how many there are in all.
    """

    def __init__(self, segments: Sequence[StoredTexts], bases: Sequence[int]) -> None:
        self._segments = tuple(segments)
        self._bases = np.array(bases, np.int64)

    @property
    def size(self) -> int:
        """The bytes of the texts in UTF-8."""
        return sum(int(texts.ends[-1]) for texts in self._segments)

    def __getitem__(self, number: int) -> str:
        at = int(self._bases.searchsorted(number, "right")) - 1
        return self._segments[at][number - int(self._bases[at])]

    def encoded(self, docs: Docset) -> Iterator[bytes]:
        """The texts of the paragraphs `docs`, in UTF-8 with their `END`."""
        for at, texts in enumerate(self._segments):
            low, high = docs.searchsorted(self._bases[at : at + 2])
            yield from texts.read_each(docs[low:high] - self._bases[at])

    def read(self, docs: Docset) -> Iterator[str]:
        """The texts of the paragraphs `docs`."""
        return (text[: -len(END)].decode() for text in self.encoded(docs))

    def joined(self, docs: Docset) -> Iterator[str]:
        """The texts of the paragraphs `docs`, each with its `END`, many in a string."""
        batch: list[bytes] = []
        size = 0
        for text in self.encoded(docs):
            batch.append(text)
            size += len(text)
            if size >= _PIECE:
                yield b"".join(batch).decode()
                batch, size = [], 0
        if batch:
            yield b"".join(batch).decode()

    def counts(self, needle: bytes, docs: Docset) -> Numbers:
        """How often `needle` occurs in each of the paragraphs `docs`, without overlap."""
        counts = (text.count(needle) for text in self.encoded(docs))
        return np.fromiter(counts, np.int64, len(docs))

    def scan(self, needle: bytes) -> tuple[Docset, Numbers]:
        """The paragraphs that contain `needle`, deleted ones too, and how often each does."""
        docs = [np.empty(0, np.int64)]
        counts = [np.empty(0, np.int64)]
        for at, texts in enumerate(self._segments):
            for places in _scan(texts, needle):
                owners = texts.ends.searchsorted(places, "right") - 1
                firsts = np.flatnonzero(np.diff(owners, prepend=-1))
                docs.append(owners[firsts] + self._bases[at])
                counts.append(np.diff(firsts, append=len(owners)))
        return np.concatenate(docs), np.concatenate(counts)

    def pieces(self) -> Iterator[tuple[int, str]]:
        """All texts, deleted ones too, each with its `END`, many in a string, and the number of
        the first of them."""
        for at, texts in enumerate(self._segments):
            for first, _, piece in _pieces(texts):
                yield first + int(self._bases[at]), piece.decode()


def _scan(texts: StoredTexts, needle: bytes) -> Iterator[Numbers]:
    """Where `needle` occurs in the blob, in bytes, piece by piece."""
    for _, start, piece in _pieces(texts):
        if needle in piece:
            # To split it is twice as quick as to look for one place after another.
            lengths = np.fromiter(map(len, piece.split(needle)), np.int64)
            yield np.cumsum(lengths[:-1] + len(needle)) - len(needle) + start


def _pieces(texts: StoredTexts) -> Iterator[tuple[int, int, bytes]]:
    """The blob in pieces of whole texts: the number of the first, its offset, the piece."""
    first = 0
    while first < len(texts):
        start = int(texts.ends[first])
        last = max(int(texts.ends.searchsorted(start + _PIECE, "right")) - 1, first + 1)
        yield first, start, texts.read(start, int(texts.ends[last]))
        first = last
