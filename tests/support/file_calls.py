"""Every call that changes files below a folder, so that a test can list, stop or fail any of them.

What is reported are the calls of the operating system, not those of Python: a buffered file that is
flushed reports one write, however often its `write` was called before.

>>> with watching(Path("index"), print):                      # doctest: +SKIP
...     update_index("seeds", "index")
"""

from __future__ import annotations

import builtins
import fcntl
import io
import os
import pathlib
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from unittest import mock

Made = TypeVar("Made")

_OF_NAMES = ("rename", "replace", "link", "symlink", "unlink", "remove", "mkdir", "rmdir")
_OF_FILES = ("write", "fchmod", "pwrite", "fsync", "fdatasync", "ftruncate", "posix_fallocate")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_GENERATED = re.compile(r"(?<=MAIN_)[0-9a-z]{16}")


@dataclass(frozen=True, slots=True)
class Call:
    """A call that changes a file, or makes it safe.

    Attributes:
        operation: `open` (for writing), `write`, `fsync`, `lock`, or a function of `os`.
        path: of the file or folder, relative to the folder that is watched, which is `.`.
        to: the new path, where it gets one.
        when: `before` or `after` it was done.
    """

    operation: str
    path: str
    to: str | None
    when: str

    def __str__(self) -> str:
        target = "" if self.to is None else f" to {self.to}"
        return _GENERATED.sub("…", f"{self.when} {self.operation} {self.path}{target}")

    @property
    def switches(self) -> bool:
        """Whether it makes a generation visible."""
        return self.to is not None and re.fullmatch(r"_MAIN_\d+\.toc", self.to) is not None


Listener = Callable[[Call], None]


@contextmanager
def watching(folder: Path, listener: Listener) -> Iterator[None]:
    """Call `listener` before and after each call; what it raises is raised by the call.

    One thread at a time may work while a folder is watched.
    """
    watch = _Watch(folder.resolve(), listener)
    with ExitStack() as stack:
        for name in _OF_NAMES:
            watch.replace(stack, os, name, watch.of_names(name, getattr(os, name)))
        for name in _OF_FILES:
            if hasattr(os, name):
                watch.replace(stack, os, name, watch.of_files(name, getattr(os, name)))
        watch.replace(stack, fcntl, "flock", watch.of_files("lock", fcntl.flock))
        watch.replace(stack, os, "open", watch.os_open(os.open))
        opened = watch.io_open(io.open)
        watch.replace(stack, io, "open", opened)
        watch.replace(stack, builtins, "open", opened)
        yield


class _Watch:
    """Makes the functions that stand in the place of Python's."""

    def __init__(self, folder: Path, listener: Listener) -> None:
        self._folder = folder
        self._listener = listener

    def replace(self, stack: ExitStack, module: Any, name: str, function: Any) -> None:
        """Put `function` in the place of `module.name` until the stack is closed."""
        accessor = getattr(pathlib, "_NormalAccessor", None)  # Python 3.10 keeps its own names
        if module in (os, io) and getattr(accessor, name, None) is getattr(module, name):
            stack.enter_context(mock.patch.object(accessor, name, staticmethod(function)))
        stack.enter_context(mock.patch.object(module, name, function))

    def run(self, operation: str, path: str | None, to: str | None, do: Callable[[], Made]) -> Made:
        """Do a call, and tell of it unless it is about something outside the folder."""
        if path is None:
            return do()
        self._listener(Call(operation, path, to, "before"))
        made = do()
        self._listener(Call(operation, path, to, "after"))
        return made

    def of_names(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *args: Any, **options: Any) -> Any:
            at = options.get("dir_fd", options.get("src_dir_fd"))
            to = None
            if args and not isinstance(args[0], int):
                to = self._inside(args[0], options.get("dst_dir_fd"))
            return self.run(name, self._inside(path, at), to, partial(real, path, *args, **options))

        return call

    def of_files(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(file: Any, *args: Any) -> Any:
            number = file if isinstance(file, int) else file.fileno()
            return self.run(name, self._inside(number), None, partial(real, file, *args))

        return call

    def os_open(self, real: Callable[..., int]) -> Callable[..., int]:
        def call(path: Any, flags: int, *args: Any, **options: Any) -> int:
            writing = flags & _WRITING
            inside = self._inside(path, options.get("dir_fd")) if writing else None
            return self.run("open", inside, None, partial(real, path, flags, *args, **options))

        return call

    def io_open(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(  # noqa: PLR0917 (the signature is Python's)
            file: Any,
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,
            opener: Any = None,
        ) -> Any:
            inside = self._inside(file) if set(mode) & set("wax+") else None
            if inside is None:
                return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
            plain = mode.replace("b", "").replace("t", "")
            make = partial(_WatchedFile, self, file, plain, closefd, opener)
            raw = make() if isinstance(file, int) else self.run("open", inside, None, make)
            if buffering == 0:
                return raw
            buffered = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            if "b" in mode:
                return buffered
            return io.TextIOWrapper(buffered, encoding, errors, newline)

        return call

    def _inside(self, file: Any, at: int | None = None) -> str | None:
        """The path of a file relative to the folder; None where it lies elsewhere."""
        path = _name_of(file) if isinstance(file, int) else os.fsdecode(file)
        if at is not None:
            path = os.path.join(_name_of(at), path)
        absolute = os.path.abspath(path)
        if absolute == str(self._folder):
            return "."
        prefix = f"{self._folder}{os.sep}"
        return absolute[len(prefix) :] if absolute.startswith(prefix) else None


class _WatchedFile(io.FileIO):
    """A file without a buffer that tells of its writes."""

    def __init__(self, watch: _Watch, file: Any, mode: str, closefd: bool, opener: Any) -> None:
        self._watch = watch
        super().__init__(file, mode, closefd, opener)

    def write(self, data: Any) -> int:
        inside = self._watch._inside(self.fileno())
        return self._watch.run("write", inside, None, lambda: super(_WatchedFile, self).write(data))


def _name_of(number: int) -> str:
    """The path of an open file. A file without a name has one that tells its folder."""
    name = os.readlink(f"/proc/self/fd/{number}")
    folder, _, last = name.partition("/#")
    return f"{folder}/unnamed" if last.endswith(" (deleted)") else name
