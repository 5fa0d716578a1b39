"""What damaged files make Python raise, said in our words."""

from __future__ import annotations

from pathlib import Path

from indexer.errors import LunshuError
from indexer.manifest import corrupt_index

_RAISED = (ValueError, IndexError, KeyError, TypeError, OverflowError)
"""What reading numbers, offsets and values that make no sense can raise."""


class Damage:
    """A context for reading an index: an error of Python's in it becomes an `IndexCorruptError`."""

    def __init__(self, index: Path) -> None:
        self._index = index

    def __enter__(self) -> None:
        """Nothing is done beforehand."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Translate an error."""
        if isinstance(error, _RAISED) and not isinstance(error, LunshuError):
            raise corrupt_index(self._index, "its content cannot be read") from error
