"""What goes where: results to stdout, everything else to stderr, one line each."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from searcher.render.visible import visible


def print_lines(lines: Iterable[str]) -> None:
    """Print results."""
    sys.stdout.writelines(f"{line}\n" for line in lines)


def note(message: str) -> None:
    """Tell the user something that is no result. Results printed so far come first."""
    sys.stdout.flush()
    sys.stderr.write(f"lunshu: {visible(message)}\n")
    sys.stderr.flush()
