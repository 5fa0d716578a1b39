"""Ctrl-C: it ends a command at once, unless there is something to be put in order first.

A command that reads leaves nothing behind, so the system may end it at any moment, amid the loading
of a module too, and a shell reports 130. Python's own way would be an exception that comes up
anywhere: in the middle of an import, where it turns into another error, or where nobody can catch
it. What writes does so within `tidying`, where that exception is wanted: what was begun is taken
back, and the exit code is 130.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sys import UnraisableHookArgs
    from types import FrameType

_interrupts: list[int] = []
"""The signals that came while something was being written."""


@contextmanager
def tidying() -> Iterator[None]:
    """A context in which Ctrl-C raises KeyboardInterrupt instead of ending the process at once."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_DFL:
        yield  # it is ignored, or the program that called us looks after it
        return
    hook = sys.unraisablehook
    sys.unraisablehook = _tell_unless_interrupted
    signal.signal(signal.SIGINT, _interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        sys.unraisablehook = hook


def was_interrupted() -> bool:
    """Whether Ctrl-C came within `tidying`: what follows from it is no error, whatever it is."""
    return bool(_interrupts)


def _interrupt(signum: int, _frame: FrameType | None) -> None:
    _interrupts.append(signum)
    raise KeyboardInterrupt


def _tell_unless_interrupted(unraisable: UnraisableHookArgs) -> None:
    """Say nothing of a KeyboardInterrupt that nobody could catch."""
    if not _interrupts:
        sys.__unraisablehook__(unraisable)
