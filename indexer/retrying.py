"""Reading what a commit may be replacing at this moment.

A reader looks at the manifest first and at its files then; a commit that comes in between takes
them away. That passes, and damage does not.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from indexer.errors import IndexCorruptError

Read = TypeVar("Read")

_PAUSES_S = (0.01, 0.05, 0.2)


def retried(read: Callable[[], Read]) -> Read:
    """What `read` returns, which is tried again where files do not fit together.

    Raises:
        IndexCorruptError: they do not even after a moment.
    """
    for pause in _PAUSES_S:
        try:
            return read()
        except IndexCorruptError:
            time.sleep(pause)
    return read()
