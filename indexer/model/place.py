"""Where an index is: a value that a writer and a searcher choose an engine by.

>>> str(place_of("index"))
'index'
"""

from __future__ import annotations

import os
from pathlib import Path

from indexer.value import value


class Place:
    """Where an index is; `str` names it to a user. Each engine has its own kind."""

    __slots__ = ()


@value(frozen=True, slots=True)
class Folder(Place):
    """An index in a folder of this machine.

    Attributes:
        path: the folder.
    """

    path: Path

    def __str__(self) -> str:
        return str(self.path)


def place_of(named: str | os.PathLike[str] | Place) -> Place:
    """The place that a caller or a user names: a path names a folder."""
    return named if isinstance(named, Place) else Folder(Path(named))
