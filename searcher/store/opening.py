"""Opens the newest generation of an index: its manifest is read, its files are mapped."""

from __future__ import annotations

from pathlib import Path

from indexer.columns.blocks import BlockFileError, Blocks
from indexer.columns.deletions import read_deleted
from indexer.columns.segment import DOCUMENTS, POSTINGS, Segment
from indexer.generations import catalogue_name
from indexer.index_files import map_index_file
from indexer.manifest import (
    Manifest,
    SegmentEntry,
    check_files,
    corrupt_index,
    read_manifest,
    unreadable_index,
)
from indexer.retrying import retried
from searcher.store.store import Flags, Store


def open_store(index: Path) -> Store:
    """Open the index in the folder `index`.

    A commit that comes between reading the manifest and opening the files takes them away; then it
    is tried again with the newer generation.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
        IndexStoreError: the operating system does not let us read it.
    """
    return retried(lambda: _open(index))


def _open(index: Path) -> Store:
    manifest = read_manifest(index)
    check_files(index, manifest)
    try:
        segments = [_open_segment(index, manifest, entry) for entry in manifest.segments]
        deleted = [_deleted(index, manifest, entry) for entry in manifest.segments]
        # Held open, it can be read when it is asked for, whatever has been committed since.
        catalogue = map_index_file(index / catalogue_name(manifest.generation))
        store = Store(index, manifest, catalogue, segments, deleted)
    except ValueError as exc:  # of which BlockFileError is one
        raise corrupt_index(index, str(exc)) from exc
    except FileNotFoundError as exc:
        raise corrupt_index(index, f"{exc.filename} is missing") from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc
    if store.count != manifest.paragraphs:
        raise corrupt_index(index, "its files are not those of its manifest")
    return store


def _open_segment(index: Path, manifest: Manifest, entry: SegmentEntry) -> Segment:
    documents, postings = (
        _open_blocks(index, manifest, entry.name + suffix) for suffix in (DOCUMENTS, POSTINGS)
    )
    segment = Segment(documents, postings)
    if segment.size != entry.documents:
        raise BlockFileError(f"{entry.name} is not the segment of its manifest")
    return segment


def _deleted(index: Path, manifest: Manifest, entry: SegmentEntry) -> Flags | None:
    """Which paragraphs of the segment are deleted, None where none is."""
    if entry.deleted is None:
        return None
    return read_deleted(_open_blocks(index, manifest, entry.deleted), entry.documents)


def _open_blocks(index: Path, manifest: Manifest, name: str) -> Blocks:
    blocks = Blocks(map_index_file(index / name), name)
    expected = next((file.identity for file in manifest.files if file.name == name), None)
    if blocks.identity != expected:
        raise BlockFileError(f"{name} belongs to another index")
    return blocks
