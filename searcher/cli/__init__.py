"""The command `lunshu`. A command parses its options, calls the library, renders, and says by its
exit code whether anything was found: 0 found, 1 nothing found, 2 error.

    process       what is set before anything is loaded, Ctrl-C, an end that nobody foresaw
    program       arguments in, exit code out; the group of commands
    parsing       Click's commands and parameters in the language of the user
    chinese_help  its help texts in Chinese
    options       options that several commands share
    frame         what all commands that answer have in common
    commands      one module a command, and the table of them
    queries       queries from standard input
    opening       opening the index that a command asks, or building it
    streams       stdout and stderr; output_file: results in a file
    errors        an error as a person and as a program reads it

Importing this imports nothing at all. A user at a shell waits for the whole process, so a command,
its part of the library and its rendering are imported when it runs; and Ctrl-C ends it calmly only
once `main` has begun.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run `lunshu` with the arguments of this process."""
    # `signal` would load enum and more before Ctrl-C is what it is to be.
    import _signal  # type: ignore[import-not-found] # noqa: PLC0415

    if _signal.getsignal(_signal.SIGINT) is _signal.default_int_handler:  # else it is ignored
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # see `process`
    # These come before everything else.
    from searcher.cli.process import end, end_without_memory, prepare, with_room  # noqa: PLC0415

    try:
        prepare()
        from searcher.cli import program  # noqa: PLC0415 (click: only now)

        run = with_room(program.main)
    except Exception as exc:  # there was no memory for it, or the installation is broken
        end(exc)
    try:
        run()
    except MemoryError as exc:  # none was left for the frame, or to hand on the end itself
        end_without_memory(exc)
