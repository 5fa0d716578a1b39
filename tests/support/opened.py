"""An index that is open, seen from within: the engine of a folder, and its store."""

from __future__ import annotations

from pathlib import Path

from indexer.model.place import Folder
from searcher import Searcher
from searcher.engine.folder import FolderCollection, open_folder
from searcher.store import Store


def open_collection(index: Path) -> FolderCollection:
    """The collection in the folder `index`."""
    return open_folder(Folder(index))


def store_of(searcher: Searcher) -> Store:
    """The store that a searcher answers from."""
    collection = searcher._collection
    assert isinstance(collection, FolderCollection)
    return collection.store
