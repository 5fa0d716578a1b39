"""What is set in the process before anything is loaded, so that it starts and ends quickly."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from types import FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Result = TypeVar("Result")

_OBJECTS = 100_000
"""So many new objects make the garbage collector look for cycles. Loading everything that a search
needs makes half as many, and none of them is garbage."""


_SLOTS = 32_000
"""Values that a frame has room for. With the thousand more that Python adds they take a little over
256 KiB, so that the chunk has 512 KiB, of which half is left."""


def prepare() -> None:
    """Set up the process. Click and NumPy are loaded after this."""
    _speak_utf8()
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)  # nor does the end look through all that is still in use
    # NumPy's linear algebra, which nothing here needs, would start a thread for each processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def with_room(function: Callable[[], Result]) -> Callable[[], Result]:
    """The same function, below which calls as deep as any find room for their frames.

    From 3.11 on Python takes memory for frames from the system in chunks of 16 KiB, and gives a
    chunk back when the last frame in it is done. Where a loop calls something just at the end of a
    chunk, each call costs two calls of the system: more than a thousand while NumPy is loaded, if
    that happens at the wrong depth. A frame that needs much gets a larger chunk, whose rest is
    there for all frames below it. What is not used is never touched.
    """
    return FunctionType(
        function.__code__.replace(co_stacksize=_SLOTS),
        function.__globals__,
        function.__name__,
        function.__defaults__,
        function.__closure__,
    )


def _speak_utf8() -> None:
    """Start again in Python's UTF-8 mode where the locale names another encoding.

    Queries, paths and names of source files are then what shell and file system hold, not what
    the locale makes of them.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
