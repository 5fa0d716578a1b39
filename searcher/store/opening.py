"""Opens the newest generation of an index: its manifest is read, its files are mapped
or, where they are small, read."""

from __future__ import annotations

import os
from pathlib import Path

from indexer.commits.faults import corrupt_index, unreadable_index
from indexer.commits.generations import catalogue_name, manifest_name, retried
from indexer.commits.manifest import check_files, read_manifest
from indexer.commits.segment_files import is_read_into_memory, open_segment_files
from indexer.segments.blocks import FileChangedError
from indexer.segments.index_files import MOST_CATALOGUE, OpenFile, is_changed, is_touched
from indexer.wording import say
from searcher.store.store import Store


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


class CatalogueFile:
    """A catalogue that can be read whatever has been committed since it was opened.

    It has no checksums: whatever may have changed it is an error.
    """

    def __init__(self, file: OpenFile) -> None:
        self._file: OpenFile | None = file
        self._name = file.name
        self._data = b""

    def keep(self) -> None:
        """Read it now; what becomes of the file does not matter any more.

        Raises:
            ValueError: it was changed since it was opened; the message begins with its name.
        """
        if self._file is not None:
            self._data, self._file = self._file.read(), None

    def read(self) -> bytes:
        """Its content.

        Raises:
            FileChangedError: it was changed in place.
        """
        if self._file is None:
            return self._data
        try:
            return self._file.read()
        except ValueError as exc:
            raise FileChangedError(self._name) from exc

    def begin_reading(self) -> os.stat_result | None:
        """See that it is as it was when it was opened, and return its state (see `Steady`)."""
        if self._file is None:
            return None
        self.end_reading(self._file.opened)
        self._file.opened = self._file.look()
        return self._file.opened

    def end_reading(self, begun: os.stat_result | None) -> None:
        """See that it is as it was when `begin_reading` returned `begun`."""
        if self._file is not None and begun is not None:
            now = self._file.look()
            if is_changed(begun, now) or is_touched(begun, now):
                raise FileChangedError(self._name)


def _open(index: Path) -> Store:
    manifest = read_manifest(index)
    check_files(index, manifest)
    catalogue = catalogue_name(manifest.generation)
    try:
        opened = [open_segment_files(index, manifest, entry) for entry in manifest.segments]
        # Held open, it can be read when it is asked for, whatever has been committed since.
        held = CatalogueFile(OpenFile(index / catalogue, MOST_CATALOGUE))
        if is_read_into_memory(manifest):
            held.keep()
    except ValueError as exc:  # of which BlockFileError is one; the message names the file
        raise corrupt_index(index, str(exc)) from exc
    except FileNotFoundError as exc:
        raise corrupt_index(index, say("damage.missing", name=Path(exc.filename).name)) from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc
    store = Store(index, manifest, held, [o.segment for o in opened], [o.deleted for o in opened])
    if store.count != manifest.paragraphs:
        raise corrupt_index(
            index,
            say(
                "damage.paragraphs",
                name=manifest_name(manifest.generation),
                told=manifest.paragraphs,
                count=store.count,
            ),
        )
    return store
