"""Engines: what answers a searcher. `protocol` says what one is asked; each is a module and a row,
and `folder` is the first.

A searcher knows the protocol alone. To add an engine, write a module with a kind of `Place`, a
class that fulfils `Collection` and a function that opens one there, and add its row to `ENGINES`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

from indexer.errors import ArgumentError
from indexer.model.place import Folder, Place

if TYPE_CHECKING:
    from searcher.engine.protocol import Collection

ENGINES: Final[dict[type[Place], str]] = {
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
        ArgumentError: no engine has that kind of place.
    """
    if type(place) not in ENGINES:
        raise ArgumentError("index", place, " | ".join(kind.__name__ for kind in ENGINES))
    module, _, name = ENGINES[type(place)].partition(":")
    collection: Collection = getattr(import_module(module), name)(place)
    return collection
