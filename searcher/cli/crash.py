"""The end that nobody foresaw: memory that ran out is told in a line, a mistake of ours in full.

The exit code is 2 in any case. Python's own would be 1, which says that nothing was found.
"""

from __future__ import annotations

import errno
import sys
from contextlib import suppress
from typing import NoReturn

from searcher.cli.exit_codes import ERROR

_NO_ROOM = ("failed to map segment", "annot allocate memory", "an't start new thread")
"""What the system's loader and its threads say where there is no memory for them."""


def end(error: BaseException) -> NoReturn:
    """End the process that failed with `error`."""
    tell(error)
    sys.exit(ERROR)


def tell(error: BaseException) -> None:
    """Say on stderr why the process ends."""
    with suppress(OSError, ValueError):  # nobody can be told, and the exit code says it
        if is_out_of_memory(error):
            with suppress(BaseException):  # what was held in vain may be given up
                error.__traceback__ = None
            sys.stderr.write(f"lunshu: {_memory_text()}\n")
            sys.stderr.flush()
        else:
            sys.excepthook(type(error), error, error.__traceback__)


def is_out_of_memory(error: BaseException | None) -> bool:
    """Whether an error is that there is no more memory, or came of it."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        if isinstance(error, MemoryError):
            return True
        if isinstance(error, OSError) and error.errno == errno.ENOMEM:
            return True
        if isinstance(error, ImportError | RuntimeError | OSError):
            text = str(error)
            if any(sign in text for sign in _NO_ROOM):
                return True
        error = error.__cause__ or error.__context__
    return False


def _memory_text() -> str:
    try:
        from indexer.wording import say  # noqa: PLC0415 (it takes memory)

        return say("process.memory")
    except Exception:  # there is not even enough for that
        return "内存不足 / not enough memory"
