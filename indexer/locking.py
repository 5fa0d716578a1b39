"""One writer at a time: a lock on the index folder that the operating system holds.

A process that dies leaves no lock behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from whoosh.util.filelock import FileLock, try_for

from indexer.errors import IndexStoreError
from indexer.manifest import unwritable_index

NAME = "lock"
_DELAY_S = 0.05


@contextmanager
def exclusive(index: Path, wait_s: float = 30.0) -> Iterator[None]:
    """Hold the lock of the index folder, which is made where it is missing.

    Raises:
        IndexStoreError: another process has held it for `wait_s` seconds, or the folder cannot be
            written.
    """
    try:
        index.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(index / NAME))
        held = try_for(lock.acquire, timeout=wait_s, delay=_DELAY_S)
    except OSError as exc:
        raise unwritable_index(index, exc) from exc
    if not held:
        raise IndexStoreError(
            f"{index}: another process has been writing this index for {wait_s:.0f} s; "
            "try again when it is done",
            path=str(index),
        )
    try:
        yield
    finally:
        lock.release()
