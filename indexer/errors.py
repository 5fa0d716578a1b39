"""Every error that lunshu raises on purpose.

    LunshuError
    ├── SeedsError            the folder of source files cannot be used
    ├── SourceError           one source file cannot be read, or not in full
    ├── OptionError           a value given by the caller cannot be used
    │   └── ArgumentError         it is of another type; a TypeError, too
    ├── IndexStoreError       the index cannot be used
    │   ├── IndexMissingError     there is none
    │   ├── IndexVersionError     another version wrote it
    │   ├── IndexCorruptError     its files do not fit together
    │   └── IndexLockedError      another process is writing it
    ├── QueryError            the query cannot be understood; `position` says where
    │   └── QueryTimeoutError     its regular expressions take too long
    ├── PassageIdError        an id names no paragraph, or more than one document
    └── SearcherClosedError   a searcher is used after it was closed

The message of each is one line that says what happened, where, and what to do next; the same
facts are attributes. Errors of whoosh, jieba, YAML and the file system are translated into these
where they arise (`raise ... from exc`).
"""

from __future__ import annotations

import copyreg
import reprlib
from typing import TYPE_CHECKING

from indexer.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable


class LunshuError(Exception):
    """Base class: catch this to catch everything that lunshu raises on purpose."""

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...], dict[str, object]]:
        """Copy and pickle it as it is, for other processes: its message is made already."""
        return copyreg.__newobj__, (type(self), *self.args), self.__dict__  # type: ignore[attr-defined]


class SeedsError(LunshuError):
    """The folder of source files is missing, empty or not a folder.

    Attributes:
        path: the folder.
    """

    def __init__(self, message: str, *, path: str) -> None:
        super().__init__(message)
        self.path = path


class SourceError(LunshuError):
    """A source file, or a part of it, cannot be read.

    Attributes:
        path: the file, relative to the seeds folder, with `/` between folders.
        reason: what is wrong and what to do about it, without the path.
        line: the physical line, from 1, where it is known.
    """

    def __init__(self, path: str, reason: str, *, line: int | None = None) -> None:
        place = path if line is None else f"{path}:{line}"
        super().__init__(say("sources.at", place=place, reason=reason))
        self.path = path
        self.reason = reason
        self.line = line


class OptionError(LunshuError):
    """A value given by the caller cannot be used, such as an impossible date in a filter."""


class ArgumentError(OptionError, TypeError):
    """An argument is of another type than it must be, such as a number for a query.

    Attributes:
        name: of the argument.
        given: what was given.
        wanted: what must be given, as it is written in Python.
    """

    def __init__(self, name: str, given: object, wanted: str) -> None:
        super().__init__(say("options.type", name=name, value=_in_one_line(given), known=wanted))
        self.name = name
        self.given = given
        self.wanted = wanted


def _in_one_line(value: object) -> str:
    """Any value as Python shows it, shortened, as it may be a table of a million rows."""
    shortening = reprlib.Repr()
    shortening.maxstring = shortening.maxother = 60
    shown = " ".join(shortening.repr(value).split())
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in shown)


class IndexStoreError(LunshuError):
    """The index in folder `path` cannot be used.

    Attributes:
        path: the folder.
        fault: what is wrong, without what to do about it.
    """

    def __init__(self, message: str, *, path: str, fault: str | None = None) -> None:
        super().__init__(message)
        self.path = path
        self.fault = message if fault is None else fault


class IndexMissingError(IndexStoreError):
    """There is no index in the folder.

    Attributes:
        path: the folder.
        fault: what is wrong, without what to do about it.
    """


class IndexVersionError(IndexStoreError):
    """The index was written in another format.

    Attributes:
        path: the folder.
        fault: what is wrong, without what to do about it.
    """


class IndexCorruptError(IndexStoreError):
    """The files of the index do not fit together.

    Attributes:
        path: the folder.
        fault: what is wrong, without what to do about it.
    """


class IndexLockedError(IndexStoreError):
    """Another process is writing the index, and did not finish in time.

    Attributes:
        path: the folder.
        fault: what is wrong, without what to do about it.
    """


class QueryError(LunshuError):
    """The query cannot be understood.

    Attributes:
        query: the query as given.
        position: where it went wrong, as an offset in characters of `query`.
        reason: what is wrong there and what to do about it, without the place.
        is_syntax: whether it would be understood if it were read as text; the message says how.
    """

    def __init__(self, query: str, position: int, reason: str, *, is_syntax: bool = True) -> None:
        key = "query.at_syntax" if is_syntax else "query.at"
        super().__init__(say(key, position=position + 1, reason=reason))
        self.query = query
        self.position = position
        self.reason = reason
        self.is_syntax = is_syntax


class QueryTimeoutError(QueryError):
    """The regular expressions of a query took longer than they may.

    Attributes:
        query: the query as given.
        position: where the expression begins, as an offset in characters of `query`.
        reason: what is wrong and what to do about it, without the place.
        is_syntax: false, as nothing is wrong with the query.
        seconds: how long they may take together, in seconds of processor time.
    """

    def __init__(self, query: str, position: int, *, seconds: float) -> None:
        reason = say("regex.slow", seconds=f"{seconds:g}")
        super().__init__(query, position, reason, is_syntax=False)
        self.seconds = seconds


class PassageIdError(LunshuError):
    """An id such as `002#12` names no paragraph, or more than one document.

    Attributes:
        id: the id as given.
    """

    def __init__(self, message: str, *, id: str) -> None:
        super().__init__(message)
        self.id = id


class SearcherClosedError(LunshuError):
    """A searcher is used after it was closed."""
