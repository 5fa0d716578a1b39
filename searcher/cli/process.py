"""What is set in the process before anything is loaded, so that it starts and ends quickly."""

from __future__ import annotations

import atexit
import gc
import os
import sys

_OBJECTS = 100_000
"""So many new objects make the garbage collector look for cycles. Loading everything that a search
needs makes half as many, and none of them is garbage."""


def prepare() -> None:
    """Set up the process. Click and NumPy are loaded after this."""
    _speak_utf8()
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)  # nor does the end look through all that is still in use
    # NumPy's linear algebra, which nothing here needs, would start a thread for each processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _speak_utf8() -> None:
    """Start again in Python's UTF-8 mode where the locale names another encoding.

    Queries, paths and names of source files are then what shell and file system hold, not what
    the locale makes of them.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
