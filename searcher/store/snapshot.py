"""What keeps an open index a snapshot: its catalogue held open, and a watch over each question."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from indexer.segments.blocks import FileChangedError, Steady
from indexer.segments.index_files import OpenFile, is_changed, is_touched

if TYPE_CHECKING:
    from types import TracebackType

    from indexer.commits.damage import Damage


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


class Reading:
    """A context for one question to a store (see `Store.reading`).

    Raises:
        IndexCorruptError: the index is damaged, or was changed in place.
        IndexStoreError: it cannot be read any more.
    """

    def __init__(self, damage: Damage, steady: Steady) -> None:
        self._damage = damage
        self._steady = steady

    def __enter__(self) -> None:
        """See that the files are as they were when they were opened."""
        with self._damage:
            self._steady.__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """See that they are still so, and say what is damaged if there is an error."""
        with self._damage:
            self._steady.__exit__(kind, error, trace)
        self._damage.__exit__(kind, error, trace)
