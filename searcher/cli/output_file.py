"""Results in a file: `-o FILE`. The whole of them is there, or nothing is.

They are written beside FILE under another name, synced, and renamed. A file that is there already
is only replaced where the user says so, and nothing but a plain file ever is. What the results are
made from is never written to: neither the index, nor the folder of its source files, nor a file
that is looked at.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from indexer.errors import OptionError
from indexer.wording import say

_NO_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
"""What a file system answers that has no hard links."""


def check_target(path: Path, *, force: bool) -> None:
    """Raise what would keep results from being written to `path`, before they are looked for.

    Raises:
        OptionError: its folder is missing, it is no plain file, or it exists and `force` is unset.
        OSError: the folder may not be looked at or written to.
    """
    folder = path.parent
    if not folder.is_dir():
        raise OptionError(say("output.no_folder", path=path, folder=folder))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise OptionError(say("output.folder_read_only", path=path, folder=folder))
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return
    if stat.S_ISLNK(mode):
        raise OptionError(say("output.symbolic_link", path=path))
    if stat.S_ISDIR(mode):
        raise OptionError(say("output.is_folder", path=path))
    if not stat.S_ISREG(mode):
        raise OptionError(say("output.no_plain_file", path=path))
    if not force:
        raise _exists(path)


def keep_apart(path: Path, *, index: Path, seeds: Path, read: Path | None) -> None:
    """Raise it if results in `path` would change what results are made from.

    Args:
        path: the file that is to be written; its folder exists.
        index: the folder of the index.
        seeds: the folder of the source files, where every file counts as one.
        read: a file that the results are about.

    Raises:
        OptionError: it is that file, or lies in one of the folders.
    """
    place = path.parent.resolve() / path.name
    for folder, key in ((index, "output.in_index"), (seeds, "output.in_seeds")):
        if place.is_relative_to(folder.resolve()):
            raise OptionError(say(key, path=path, folder=folder))
    if read is not None and path.exists() and read.exists() and path.samefile(read):
        raise OptionError(say("output.is_read", path=path))


def write_file(path: Path, content: Iterable[str | bytes], *, force: bool) -> None:
    """Write `content`, texts in UTF-8, to `path`.

    Raises:
        OptionError: as `check_target`; it is looked at again when all is written.
        OSError: it cannot be written; nothing is left of it then.
    """
    beside = path.with_name(f".lunshu-{secrets.token_hex(8)}.tmp")
    try:
        with open(beside, "xb") as file:
            for part in content:
                file.write(part if isinstance(part, bytes) else _encoded(part))
            file.flush()
            os.fsync(file.fileno())
        check_target(path, force=force)
        _publish(beside, path, force=force)
    except OSError as exc:
        raise OSError(exc.errno, exc.strerror, str(path)) from exc
    finally:
        with suppress(OSError):  # it has its other name now, or never came to be
            beside.unlink()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")  # as what is written to stdout


def _publish(beside: Path, path: Path, *, force: bool) -> None:
    if force:
        os.replace(beside, path)
    else:
        try:
            os.link(beside, path)  # unlike a rename it never replaces what has just come to be
        except FileExistsError:
            raise _exists(path) from None
        except OSError as exc:
            if exc.errno not in _NO_LINKS:
                raise
            os.replace(beside, path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _exists(path: Path) -> OptionError:
    return OptionError(say("output.exists", path=path))
