"""Where an index is: a value that a writer and a searcher choose an engine by.

>>> str(place_of("index"))
'index'
"""

from __future__ import annotations

import os
from pathlib import Path

from indexer.errors import ArgumentError, OptionError
from indexer.value import value
from indexer.wording import say


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

    def __post_init__(self) -> None:
        """Refuse what is no `Path`, such as a string: engines join paths to it."""
        if not isinstance(self.path, Path):
            raise ArgumentError("path", self.path, "Path")

    def __str__(self) -> str:
        return str(self.path)


def place_of(named: str | os.PathLike[str] | Place) -> Place:
    """The place that a caller or a user names: a path names a folder.

    Raises:
        OptionError: no folder can have that name.
    """
    return named if isinstance(named, Place) else Folder(path_of("index", named))


def path_of(argument: str, named: str | os.PathLike[str]) -> Path:
    """The path that a caller or a user gives for an argument.

    Raises:
        OptionError: no file or folder can have that name.
    """
    try:
        possible = b"\0" not in os.fsencode(named)
    except UnicodeEncodeError:  # half of a character
        possible = False
    if not possible:
        raise OptionError(say("options.path", name=argument, path=os.fspath(named)))
    return Path(named)
