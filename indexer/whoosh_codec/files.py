"""The two files of a segment in a folder: opened, and while they are written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from whoosh.codec.base import Segment as WhooshSegment
from whoosh.filedb.filestore import FileStorage

from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.building import SegmentBuilder
from indexer.segments.index_files import DOCUMENTS, POSTINGS, OpenFile
from indexer.segments.segment import Segment


def open_documents(storage: Any, segment: WhooshSegment) -> Segment:
    """The documents of a segment, without its postings.

    Raises:
        BlockFileError: the file is damaged or belongs to another segment.
        OSError: it cannot be opened.
    """
    return _of_its_size(Segment(_open(storage, segment, DOCUMENTS), None), segment)


def open_segment(storage: Any, segment: WhooshSegment) -> Segment:
    """The documents and the postings of a segment.

    Raises:
        BlockFileError: a file is damaged or belongs to another segment.
        OSError: one cannot be opened.
    """
    documents, postings = (_open(storage, segment, end) for end in (DOCUMENTS, POSTINGS))
    return _of_its_size(Segment(documents, postings), segment)


class Draft:
    """A segment that is being written: its documents and its postings share one builder.

    Attributes:
        builder: what takes its content.
        size: the number of its documents so far.
    """

    def __init__(self, storage: Any, segment: WhooshSegment, searched: Collection[str]) -> None:
        self.builder = SegmentBuilder(_folder_of(storage), searched)
        self.size = 0
        self._storage = storage
        self._segment = segment

    def write_documents(self) -> None:
        """Write the file of documents."""
        self._segment.set_doc_count(self.size)
        with self._segment.create_file(self._storage, DOCUMENTS) as file, BlockWriter(file) as to:
            self.builder.write_documents(to, self.size)

    def write_postings(self) -> None:
        """Write the file of postings."""
        with self._segment.create_file(self._storage, POSTINGS) as file, BlockWriter(file) as to:
            self.builder.write_postings(to, self.size)

    def close(self) -> None:
        """Give the disk space of temporary files back."""
        self.builder.close()


def _folder_of(storage: Any) -> Path:
    if not isinstance(storage, FileStorage):
        raise TypeError("a segment of columns is kept in a folder, and nowhere else")
    return Path(storage.folder)


def _open(storage: Any, segment: WhooshSegment, ending: str) -> Blocks:
    """The file of a segment whose name has that ending."""
    name = segment.make_filename(ending)
    try:
        file = OpenFile(_folder_of(storage) / name)
        return Blocks(file.map(), name, file)
    except ValueError as exc:  # of which BlockFileError is one
        raise BlockFileError(str(exc)) from exc


def _of_its_size(opened: Segment, segment: WhooshSegment) -> Segment:
    if opened.size != segment.doc_count_all():
        name = segment.make_filename(DOCUMENTS)
        raise BlockFileError(
            f"{name} has {opened.size} documents where {segment.doc_count_all()} are expected"
        )
    return opened
