"""The process: what is set before anything is loaded, Ctrl-C, and the end that nobody foresaw.

Ctrl-C ends a command at once, unless there is something to be put in order first. A command that
reads leaves nothing behind, so the system may end it at any moment, amid the loading of a module
too, and a shell reports 130. Python's own way would be an exception that comes up anywhere: in the
middle of an import, where it turns into another error, or where nobody can catch it. What writes
does so within `Tidying`, where that exception is wanted: what was begun is taken back, and the exit
code is 130.

Memory that ran out is reported in a line, a mistake of ours in full, both with exit code 2, since
Python's own would be 1, which says that nothing was found. This module is loaded first and imports
nearly nothing, so that it is there when nothing else can be loaded any more.
"""

from __future__ import annotations

import atexit
import errno
import gc
import os
import sys
from types import FunctionType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from sys import UnraisableHookArgs
    from types import FrameType
    from typing import NoReturn, TypeVar

    Result = TypeVar("Result")

FOUND = 0
NOTHING_FOUND = 1
ERROR = 2
INTERRUPTED = 130
"""The exit codes. The last is what a shell reports of a process that Ctrl-C has ended, as it ends
most commands: by the signal."""

_OBJECTS = 100_000
"""New objects after which the garbage collector looks for cycles. Loading everything that a search
needs makes half as many, and none of them is garbage."""

_SLOTS = 32_000
"""Values that a frame has room for. With the thousand more that Python adds they take a little over
256 KiB, so that the chunk has 512 KiB, of which half is left."""

_NO_ROOM = ("failed to map segment", "annot allocate memory", "an't start new thread")
"""What the system's loader and its threads say where there is no memory for them."""

_RESERVE = 4 << 20
"""Bytes that are set aside for saying that memory ran out. They are never touched, so they cost
nothing but room for addresses."""

_reserve: list[bytes] = []
"""The reserve, from `prepare` until it has been said that memory ran out."""

_interrupts: list[int] = []
"""The signals that came while something was being written."""


def prepare() -> None:
    """Set up the process. Click and NumPy are loaded after this."""
    _speak_utf8()
    _reserve.append(bytes(_RESERVE))
    gc.set_threshold(_OBJECTS)
    atexit.register(gc.freeze)  # nor does the end look through all that is still in use
    # NumPy's linear algebra, which nothing here needs, would start a thread for each processor.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def _speak_utf8() -> None:
    """Start again in Python's UTF-8 mode where the locale names another encoding.

    Queries, paths and names of source files are then what shell and file system have, not what
    the locale makes of them.
    """
    if sys.getfilesystemencoding() != "utf-8" and not sys.flags.utf8_mode:
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


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


class Tidying:
    """A context in which Ctrl-C raises KeyboardInterrupt instead of ending the process at once.

    Nothing changes where Ctrl-C is ignored, or where the program that called us looks after it.
    """

    def __enter__(self) -> None:
        import signal  # noqa: PLC0415 (which loads enum)

        self._is_ours = signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        if self._is_ours:
            self._hook = sys.unraisablehook
            sys.unraisablehook = _report_unless_interrupted
            signal.signal(signal.SIGINT, _interrupt)

    def __exit__(self, *_: object) -> None:
        if self._is_ours:
            import signal  # noqa: PLC0415 (which loads enum)

            signal.signal(signal.SIGINT, signal.SIG_DFL)
            sys.unraisablehook = self._hook


def was_interrupted() -> bool:
    """Whether Ctrl-C came within `Tidying`: what follows from it is no error, whatever it is."""
    return bool(_interrupts)


def _interrupt(signum: int, _frame: FrameType | None) -> None:
    _interrupts.append(signum)
    raise KeyboardInterrupt


def _report_unless_interrupted(unraisable: UnraisableHookArgs) -> None:
    """Say nothing of a KeyboardInterrupt that nobody could catch."""
    if not _interrupts:
        sys.__unraisablehook__(unraisable)


def end(error: BaseException) -> NoReturn:
    """End the process that failed with `error`."""
    report(error)
    sys.exit(ERROR)


def end_without_memory(error: MemoryError) -> NoReturn:
    """End the process whose memory ran out, on the way to its end perhaps: it is said once."""
    if _reserve:
        report(error)
    sys.exit(ERROR)


def report(error: BaseException) -> None:
    """Say on stderr why the process ends."""
    try:
        if is_out_of_memory(error):
            _let_go(error)
            _reserve.clear()
            sys.stderr.write(f"lunshu: {_memory_text()}\n")
            sys.stderr.flush()
        else:
            sys.excepthook(type(error), error, error.__traceback__)
    except (OSError, ValueError):  # nobody can read it, and the exit code says it
        return


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


def _let_go(error: BaseException) -> None:
    """Give up what the frames of a failure still have in use, all of it in vain."""
    try:
        error.__traceback__ = None
    except BaseException:
        return


def _memory_text() -> str:
    try:
        from indexer.wording import say  # noqa: PLC0415 (it takes memory)

        return say("process.memory")
    except Exception:  # there is not even enough for that
        return "内存不足 / not enough memory"
