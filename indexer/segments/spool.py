"""A temporary array on disk: written piece by piece, then mapped.

It has no name in its folder, so nothing is left of it when the process dies.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

_PIECE = 1 << 20


class Spool:
    """Numbers of one type, in the order in which they were added.

    Args:
        dtype: their type.
        folder: where the temporary file lies; None for the system's own folder.
    """

    def __init__(self, dtype: str, folder: Path | None) -> None:
        self.dtype = np.dtype(dtype)
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 (`close` closes it)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def add(self, values: NDArray[Any]) -> None:
        """Append numbers, converted to the spool's type."""
        self._file.write(np.ascontiguousarray(values, self.dtype).data)
        self._count += len(values)

    def array(self) -> NDArray[Any]:
        """All numbers; they are read from disk where they are used."""
        self._file.flush()
        if not self._count:
            return np.empty(0, self.dtype)
        return np.memmap(self._file, self.dtype, "r", shape=(self._count,))

    def pieces(self) -> Iterator[NDArray[Any]]:
        """All numbers, in pieces of bounded size."""
        array = self.array()
        return (array[at : at + _PIECE] for at in range(0, self._count, _PIECE))

    def close(self) -> None:
        """Give the disk space back, also that of a disk on which nothing more can be written."""
        with suppress(OSError):  # what was still to be written is not wanted any more
            self._file.close()
