"""The two files of a segment in a storage of Whoosh's: mapped where they are files on the disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from indexer.segments.blocks import BlockFileError, Blocks
from indexer.segments.index_files import OpenFile
from indexer.segments.segment import DOCUMENTS, POSTINGS, Segment
from indexer.whoosh_codec.segment import ColumnSegment


def folder_of(storage: Any) -> Path | None:
    """The folder of a storage, None where it is no folder."""
    return Path(storage.folder) if isinstance(storage, FileStorage) else None


def open_documents(storage: Any, segment: ColumnSegment) -> Segment:
    """The documents of a segment, without its postings.

    Raises:
        BlockFileError: the file is damaged or belongs to another segment.
        OSError: it cannot be opened.
    """
    return _of_its_size(Segment(open_blocks(storage, segment, DOCUMENTS), None), segment)


def open_segment(storage: Any, segment: ColumnSegment) -> Segment:
    """A segment; likewise."""
    documents, postings = (open_blocks(storage, segment, end) for end in (DOCUMENTS, POSTINGS))
    return _of_its_size(Segment(documents, postings), segment)


def open_blocks(storage: Any, segment: ColumnSegment, ending: str) -> Blocks:
    """The file of a segment whose name has that ending; likewise."""
    name = segment.make_filename(ending)
    folder = folder_of(storage)
    if folder is not None:
        try:
            file = OpenFile(folder / name)
            return Blocks(file.map(), name, file)
        except ValueError as exc:  # of which BlockFileError is one
            raise BlockFileError(str(exc)) from exc
    with storage.open_file(name) as file:
        return Blocks(file.read(), name)


def _of_its_size(opened: Segment, segment: ColumnSegment) -> Segment:
    if opened.size != segment.doc_count_all():
        name = segment.make_filename(DOCUMENTS)
        raise BlockFileError(
            f"{name} has {opened.size} documents where {segment.doc_count_all()} are expected"
        )
    return opened
