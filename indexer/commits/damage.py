"""Damage to an index: what damaged files make Python raise becomes an error that names the file."""

from __future__ import annotations

from pathlib import Path

from indexer.commits.faults import changed_index, corrupt_index
from indexer.commits.generations import newest_generation
from indexer.commits.manifest import Manifest
from indexer.errors import IndexStoreError, LunshuError
from indexer.segments.blocks import BlockFileError, FileChangedError

_SLIPS = (TypeError, AttributeError, NameError)
"""The errors of a caller's slip, such as a number for an id. Damage raises none of them, as the
types of what is read are checked. So a slip does not start the check of a whole index."""


class Damage:
    """A context for asking an index: damage that is met in it becomes an `IndexCorruptError`.

    Checksums show an accident where it is met. A file whose checksums a stranger has made to fit
    can contain anything; rather than guess which errors of Python's that could cause, `explain`
    looks for the cause when there is an error. It may be entered by several threads, and again.
    """

    def __init__(self, index: Path, manifest: Manifest) -> None:
        self._index = index
        self._manifest = manifest
        self._sound = False

    def __enter__(self) -> None:
        """Do nothing beforehand."""

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        """Raise the damage that caused an error, if any did."""
        if isinstance(error, Exception) and not isinstance(error, LunshuError):
            self.explain(error)

    def explain(self, error: Exception) -> None:
        """Raise the damage that made reading the index fail with `error`.

        If the index is sound, or the error is of a kind that damage does not raise, it is a mistake
        of a program, and this returns.

        Raises:
            IndexStoreError: the index is damaged, or cannot be read any more.
        """
        if isinstance(error, FileChangedError):
            raise changed_index(self._index, error.name) from error
        if isinstance(error, BlockFileError):
            raise corrupt_index(self._index, str(error)) from error
        if self._sound or isinstance(error, _SLIPS):
            return
        from indexer.commits.verifying import verify_index  # noqa: PLC0415 (loaded when it is needed)

        try:
            verify_index(self._index, self._manifest)
        except IndexStoreError as fault:
            if newest_generation(self._index) == self._manifest.generation:
                raise fault from error
            return  # a later commit has removed the files, and who knows what was in them
        self._sound = True
