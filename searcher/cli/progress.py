"""How far a run is, on stderr: one line, rewritten on a terminal, written once elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from indexer.model.report import Progress
from indexer.wording import say
from searcher.cli.streams import note
from searcher.cli.terminal import terminal_width
from searcher.render.typeset.characters import text_width, truncate, visible

_DOING = {
    "wait": "progress.wait",
    "read": "progress.read",
    "cut": "progress.cut",
    "write": "progress.write",
}
_EVERY_S = 0.1
_CLEAR = "\r\x1b[K"


@contextmanager
def progress_line(title: str, *, quiet: bool) -> Iterator[Callable[[Progress], None] | None]:
    """Show the progress that is told to the listener given, and clean up at the end.

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
    """Says once what is being done, when the work begins: not where there is nothing to do."""

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
