"""An index folder as an index of Whoosh's, told from our manifest: no pickle of it is ever loaded.

Whoosh keeps a pickled table of contents in the folder. We write it, so that plain Whoosh can open
the index, and never read it: which segments there are, and what is deleted, is in the manifest.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from indexer.codec.index import ColumnIndex
from indexer.codec.segment import ColumnSegment
from indexer.columns.blocks import Blocks
from indexer.columns.deletions import read_deleted
from indexer.generations import newest_generation
from indexer.index_files import map_index_file
from indexer.manifest import Manifest, SegmentEntry
from indexer.schema import make_schema

NAME = "MAIN"
"""Whoosh's name for an index; the names of its files begin with it."""


class WhooshFolder(ColumnIndex):
    """The index in a folder, to be written.

    Args:
        folder: the folder.
        manifest: what it consists of; None for an index that is to be built anew.
    """

    def __init__(self, folder: Path, manifest: Manifest | None) -> None:
        # Whoosh's own way would read the table of contents.
        self.storage = FileStorage(str(folder))
        self.indexname = NAME
        self._schema = make_schema()
        self._folder = folder
        self._entries: Sequence[SegmentEntry] = manifest.segments if manifest else ()

    def _read_toc(self) -> Any:
        segments = [_segment(self._folder, entry) for entry in self._entries]
        generation = newest_generation(self._folder)
        return TOC(self._schema, segments, 0 if generation is None else generation)


def _segment(folder: Path, entry: SegmentEntry) -> ColumnSegment:
    """A segment as the manifest describes it."""
    segment = ColumnSegment(NAME)
    segment.segid = entry.name.removeprefix(f"{NAME}_")
    segment.set_doc_count(entry.documents)
    if entry.deleted is not None:
        blocks = Blocks(map_index_file(folder / entry.deleted), entry.deleted)
        for doc in np.flatnonzero(read_deleted(blocks, entry.documents)).tolist():
            segment.delete_document(doc)
    return segment
