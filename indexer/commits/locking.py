"""One writer at a time: a lock on the index folder that the operating system holds.

It is the file that Whoosh's own writers lock, so neither they nor we write while the other does. A
process that dies leaves no lock: only a file stays, which nobody has locked.
"""

from __future__ import annotations

import errno
import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timezone
from pathlib import Path

import orjson

from indexer.commits.faults import unwritable_index
from indexer.errors import IndexLockedError, LunshuError
from indexer.sources.plain_files import open_plain
from indexer.wording import say

NAME = "MAIN_WRITELOCK"
_DELAY_S = 0.05
_MOST_BYTES = 1 << 10


@contextmanager
def exclusive(
    index: Path, wait_s: float, waiting: Callable[[float], None] | None = None
) -> Iterator[None]:
    """Hold the lock of the index folder, which is made where it is missing.

    Args:
        index: the folder.
        wait_s: how long to wait for another process that holds it, in seconds.
        waiting: called while waiting, with the seconds waited so far.

    Raises:
        IndexLockedError: another process has held it for `wait_s` seconds.
        IndexStoreError: the folder cannot be written.
    """
    while True:
        try:
            index.mkdir(parents=True, exist_ok=True)
            descriptor = open_plain(index / NAME, flags=os.O_RDWR | os.O_CREAT)
        except (OSError, ValueError) as exc:
            raise _unusable(index, exc) from exc
        try:
            if os.fstat(descriptor).st_nlink > 1:  # what we write would be in the other file, too
                raise _unusable(index, ValueError(say("index.lock_second_name")))
            _acquire(index, descriptor, wait_s, waiting)
            if not _is_at(descriptor, index / NAME):
                continue  # the folder was removed, and perhaps made anew, while we waited
            _sign(descriptor)
            yield
            return
        finally:
            os.close(descriptor)  # which releases the lock


def _acquire(
    index: Path, descriptor: int, wait_s: float, waiting: Callable[[float], None] | None
) -> None:
    started = time.monotonic()
    try:
        while not _try_lock(descriptor):
            waited = time.monotonic() - started
            if waited >= wait_s:
                holder, passed = _holder(descriptor), f"{waited:.1f}"
                message = say("index.locked", index=index, holder=holder, waited=passed)
                raise IndexLockedError(message, path=str(index))
            if waiting is not None:
                waiting(waited)
            time.sleep(min(_DELAY_S, wait_s - waited))
    except OSError as exc:
        raise unwritable_index(index, exc) from exc


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether an open file is still the one at `path`."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except OSError:
        return False


def _try_lock(descriptor: int) -> bool:
    """Take the lock of an open file, unless another process has it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(descriptor: int) -> None:
    """Write into the file who holds its lock. It is for people: nothing depends on it."""
    since = datetime.now(timezone.utc).isoformat(timespec="seconds")
    holder = {"pid": os.getpid(), "host": os.uname().nodename, "since": since}
    with suppress(OSError):  # a full disk is no reason not to remove files from it
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, orjson.dumps(holder), 0)


def _holder(descriptor: int) -> str:
    """Who holds the lock, as that process has written into the file."""
    try:
        facts = orjson.loads(os.pread(descriptor, _MOST_BYTES, 0))
        since = datetime.fromisoformat(facts["since"]).astimezone()
        pid, host = int(facts["pid"]), str(facts["host"])[:64]
        return say("index.holder", pid=pid, host=host, since=f"{since:%H:%M:%S}")
    except (OSError, ValueError, KeyError, TypeError, OverflowError):
        return say("index.another_process")


def _unusable(index: Path, exc: OSError | ValueError) -> LunshuError:
    if isinstance(exc, OSError) and exc.errno not in (errno.ELOOP, errno.EISDIR):
        return unwritable_index(index, exc)
    reason = say("index.lock_no_file") if isinstance(exc, OSError) else str(exc)
    message = say("index.no_lock", path=index / NAME, reason=reason)
    return IndexLockedError(message, path=str(index))
