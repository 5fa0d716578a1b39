"""The segments of an index, opened as its manifest describes them: no file of another index is one.

A reader, a writer and the deep check all open segments here.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.commits.manifest import Manifest, SegmentEntry
from indexer.segments.blocks import BlockFileError, Blocks, Steady
from indexer.segments.index_files import DOCUMENTS, POSTINGS, OpenFile
from indexer.segments.record_columns import misfit
from indexer.segments.segment import Segment, read_deleted
from indexer.wording import say

IN_MEMORY = 4 << 20
"""An index of no more bytes in its segments is read into memory, where nothing that happens to its
files matters any more. That takes a millisecond; of a larger one all would be read for each search
at the shell."""


class SegmentFiles(NamedTuple):
    """A segment that is open.

    Attributes:
        name: what the names of its files begin with.
        segment: its documents and postings.
        deleted: the mask of its deleted documents, None where none is.
    """

    name: str
    segment: Segment
    deleted: NDArray[np.bool_] | None


def is_read_into_memory(manifest: Manifest) -> bool:
    """Whether the index is so small that it is read when it is opened, and not mapped."""
    return sum(file.size for file in manifest.files) <= IN_MEMORY


def open_segment_files(index: Path, manifest: Manifest, entry: SegmentEntry) -> SegmentFiles:
    """Open a segment of the index in the folder `index`. Its content is not read.

    Raises:
        BlockFileError: a file of it is damaged, or belongs to another index.
        OSError: one cannot be opened.
    """
    documents, postings = (
        open_blocks(index, manifest, entry.name + ending) for ending in (DOCUMENTS, POSTINGS)
    )
    segment = Segment(documents, postings)
    column = misfit(segment)
    if segment.size != entry.documents or column is not None:
        raise documents.damaged("directory" if column is None else column)
    deleted = None
    if entry.deleted is not None:
        blocks = open_blocks(index, manifest, entry.deleted)
        with Steady([blocks]):
            deleted = read_deleted(blocks, entry.documents)
    return SegmentFiles(entry.name, segment, deleted)


def open_blocks(index: Path, manifest: Manifest, name: str) -> Blocks:
    """Open a file of blocks that the manifest names. Its content is not read.

    Raises:
        BlockFileError: it is damaged, or belongs to another index.
        OSError: it cannot be opened.
    """
    try:
        file = OpenFile(index / name)
        if is_read_into_memory(manifest) and file.opened.st_size <= IN_MEMORY:
            blocks = Blocks(file.read(), name)
        else:
            blocks = Blocks(file.map(), name, file)
    except BlockFileError:
        raise
    except ValueError as exc:
        raise BlockFileError(str(exc)) from exc
    expected = next((file.identity for file in manifest.files if file.name == name), None)
    if blocks.identity != expected:
        raise BlockFileError(say("damage.another_index", name=name))
    return blocks
