"""Reading what a commit may be replacing at this moment.

A reader looks at the manifest first and at its files then; a commit that comes in between takes
them away. That passes with the newer generation, and damage does not.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from indexer.commits.generations import newest_generation
from indexer.errors import IndexCorruptError

Read = TypeVar("Read")


def retried(read: Callable[[], Read]) -> Read:
    """What `read` returns, which is tried again where files do not fit together.

    It is given up when two attempts fail and no commit came between them.

    Raises:
        IndexCorruptError: the newest generation is damaged.
    """
    failed: int | None = None
    while True:
        try:
            return read()
        except IndexCorruptError as exc:
            newest = newest_generation(Path(exc.path))
            if newest == failed:
                raise
            failed = newest
