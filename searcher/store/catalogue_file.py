"""The catalogue of the generation that is open: held, and read when it is asked for."""

from __future__ import annotations

import os

from indexer.columns.blocks import FileChangedError
from indexer.index_files import OpenFile, is_changed, is_touched


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
