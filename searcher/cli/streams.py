"""What goes where: results to stdout, everything else to stderr, one line each.

An error of the operating system names the stream that could not be written, and nothing more is
written to that one.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TextIO

from searcher.render.typeset.characters import visible


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
