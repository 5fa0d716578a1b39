"""What goes where: results to stdout, everything else to stderr, one line each.

An error of the operating system names the stream that could not be written, and nothing more is
written to that one. How wide text may be and whether it has colours, stdout decides. How far a run
is, is one line on stderr, rewritten on a terminal, written once elsewhere.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from indexer.wording import say
from searcher.render.typeset.characters import text_width, truncate, visible
from searcher.render.typeset.page import COLOURED, PLAIN, Page

if TYPE_CHECKING:
    from indexer.model.report import Progress
    from searcher.render.typeset.page import Page

_WIDTH = 80
_NARROWEST, _WIDEST = 28, 100
"""Wider lines are hard to read; an id or two dates do not fit, indented, into narrower ones."""

_DOING = {
    "wait": "progress.wait",
    "read": "progress.read",
    "cut": "progress.cut",
    "write": "progress.write",
}
_EVERY_S = 0.1
_CLEAR = "\r\x1b[K"


def print_lines(lines: Iterable[str]) -> None:
    """Print results."""
    print_content(f"{line}\n" for line in lines)


def print_content(content: Iterable[str | bytes]) -> None:
    """Print results that are text, or bytes that are none; all of them are made first."""
    parts = list(content)
    texts = [part for part in parts if isinstance(part, str)]
    with _blamed(sys.stdout, "stdout"):
        if len(texts) == len(parts):
            sys.stdout.write("".join(texts))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(part for part in parts if isinstance(part, bytes))


def flush_results() -> None:
    """Send off the results printed so far."""
    with _blamed(sys.stdout, "stdout"):
        sys.stdout.flush()


def note(message: str) -> None:
    """Tell the user something that is no result. Results printed so far come first."""
    flush_results()
    with _blamed(sys.stderr, "stderr"):
        sys.stderr.write(f"lunshu: {visible(message)}\n")
        sys.stderr.flush()


def notes_are_seen() -> bool:
    """Whether somebody sits at a terminal where notes appear."""
    return sys.stderr.isatty()


def abandon(stream: TextIO) -> None:
    """Send what is still to be flushed at exit nowhere, so that it cannot fail again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


@contextmanager
def _blamed(stream: TextIO, name: str) -> Iterator[None]:
    try:
        yield
    except OSError as exc:
        abandon(stream)
        raise OSError(exc.errno, exc.strerror, name) from exc


def find_page(color: str, *, in_file: bool = False) -> Page:
    """The page that stdout is.

    Args:
        color: `"always"`, `"never"`, or `"auto"`: on a terminal that has colours, unless
            the environment variable NO_COLOR is set.
        in_file: whether it is a file that stdout has nothing to do with.
    """
    if in_file:
        return Page(_WIDTH, COLOURED if color == "always" else PLAIN)
    coloured = color == "always" or (color == "auto" and _has_colours())
    return Page(
        max(_NARROWEST, min(terminal_width(sys.stdout), _WIDEST)), COLOURED if coloured else PLAIN
    )


def _has_colours() -> bool:
    environment = os.environ
    return (
        sys.stdout.isatty()
        and not environment.get("NO_COLOR")
        and environment.get("TERM") != "dumb"
    )


def terminal_width(stream: TextIO) -> int:
    """How many columns the terminal of `stream` has, 80 where there is none."""
    if not stream.isatty():
        return _WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError):  # a stand-in for a terminal, as in tests
        return _WIDTH


@contextmanager
def progress_line(title: str, *, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Show on stderr what the listener receives of a run, and clean up at the end.

    Args:
        title: what is being done.
        quiet: whether to show nothing.
    """
    if quiet:
        yield None
    elif sys.stderr.isatty():
        try:
            yield _Rewriter(visible(title))
        finally:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
    else:
        yield _Announcement(title)


class _Announcement:
    """Writes once what is being done, when the work begins: not where there is nothing to do."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._made = False

    def __call__(self, _progress: Progress) -> None:
        if not self._made:
            self._made = True
            note(self._title)


class _Rewriter:
    """Rewrites its line on stderr when a stage begins and then a few times a second."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._stage = ""
        self._next = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.stage == self._stage and now < self._next:
            return
        self._stage, self._next = progress.stage, now + _EVERY_S
        share = 100 * progress.done // max(1, progress.total)
        state = say("progress.state", stage=say(_DOING[progress.stage]), share=share)
        room = terminal_width(sys.stderr) - 1 - text_width(state)
        sys.stderr.write(_CLEAR + truncate(f"lunshu: {self._title}", room) + state)
        sys.stderr.flush()
