"""Where an index is: a value that a writer and a searcher choose an engine by.

>>> str(place_of("index"))
'index'
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Folder:
    """An index in a folder of this machine."""

    path: Path

    def __str__(self) -> str:
        return str(self.path)

    def __fspath__(self) -> str:
        return str(self.path)


Place: TypeAlias = Folder
"""All kinds of places; the engine of each stands in a row of `searcher.engine.ENGINES`."""


def place_of(named: str | os.PathLike[str] | Place) -> Place:
    """The place that a caller or a user names."""
    return named if isinstance(named, Folder) else Folder(Path(named))
