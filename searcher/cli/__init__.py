"""The command `lunshu`. A command parses its options, calls the library, renders, and says by its
exit code whether anything was found: 0 found, 1 nothing found, 2 error.

Importing this imports nothing heavy. A user at a shell waits for the whole process, so a command,
its part of the library and its rendering are imported when it runs.
"""

from __future__ import annotations

from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run `lunshu` with the arguments of this process."""
    from searcher.cli.process import prepare  # noqa: PLC0415 (it comes before everything else)

    prepare()
    from searcher.cli import program  # noqa: PLC0415 (click: only now)

    program.main()
