"""Which documents of a segment are deleted: one bit each, in a file of its own for each commit."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.segments.blocks import Blocks, BlockWriter

_BLOCK = "deleted"


def write_deleted(writer: BlockWriter, deleted: NDArray[np.bool_]) -> None:
    """Write which documents are deleted."""
    writer.add(_BLOCK, np.packbits(deleted, bitorder="little"))


def read_deleted(blocks: Blocks, documents: int) -> NDArray[np.bool_]:
    """Which of the documents are deleted.

    Raises:
        BlockFileError: the file is about another number of documents.
    """
    bits = blocks.array(_BLOCK, "u")
    if bits.dtype != np.uint8 or len(bits) != (documents + 7) // 8:
        raise blocks.damaged(_BLOCK)
    return np.unpackbits(bits, count=documents, bitorder="little").astype(bool)
