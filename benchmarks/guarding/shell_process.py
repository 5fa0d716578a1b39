"""A command of lunshu as a whole process, which reports how much of its time is lunshu's own.

    python shell_process.py MARKS PACKAGE,PACKAGE [ARGUMENT…]

imports other people's packages, `-` for none, runs lunshu with the arguments, if there are any, and
writes to the file MARKS the nanoseconds that both took, and the number of modules loaded then: all
of them, and lunshu's.
"""

from __future__ import annotations

import sys

from own_process import steady_ns

OURS = ("indexer", "searcher", "lunshu")


def main() -> None:
    """Run, and write how long it took."""
    marks, packages, *arguments = sys.argv[1:]
    started = steady_ns()
    for package in packages.split(",") if packages != "-" else ():
        __import__(package)
    importing = steady_ns() - started
    started = steady_ns()
    if arguments:
        from searcher.cli import main as lunshu  # noqa: PLC0415 (what it imports is timed)

        sys.argv = ["lunshu", *arguments]
        try:
            lunshu()
        except SystemExit as exc:
            if exc.code:
                raise
    own = steady_ns() - started
    ours = [name for name in sys.modules if name.partition(".")[0] in OURS]
    with open(marks, "w", encoding="ascii") as file:
        file.write(f"{importing} {own} {len(sys.modules)} {len(ours)}")


main()
