"""Where text will be shown: how wide it is and whether it has colours."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from searcher.render.typeset.page import COLOURED, PLAIN, Page

_WIDTH = 80
_NARROWEST, _WIDEST = 28, 100
"""Wider lines are hard to read; an id or two dates do not fit, indented, into narrower ones."""


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
    """How many columns the terminal behind `stream` has, 80 where there is none."""
    if not stream.isatty():
        return _WIDTH
    try:
        return os.get_terminal_size(stream.fileno()).columns or _WIDTH
    except (OSError, ValueError):  # a stand-in for a terminal, as in tests
        return _WIDTH
