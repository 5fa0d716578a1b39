"""Engines: what answers a searcher. `protocol` says what one is asked; each has a module and a row.

A searcher knows the protocol alone. To add an engine, write a class that fulfils `Collection`, a
class of its places in `indexer.model.place`, and a row here.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Final

from indexer.model.place import Folder, Place

if TYPE_CHECKING:
    from searcher.engine.protocol import Collection

ENGINES: Final[Mapping[type[Place], str]] = {
    Folder: "searcher.engine.folder:open_folder",
}
"""For each kind of place the function that opens a collection there."""


def open_collection(place: Place) -> Collection:
    """Open the collection at a place.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its parts do not fit together.
        IndexStoreError: it cannot be read.
    """
    module, _, name = ENGINES[type(place)].partition(":")
    collection: Collection = getattr(import_module(module), name)(place)
    return collection
