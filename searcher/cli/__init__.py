"""The command `lunshu`. A command parses its options, calls the library, renders, and says by its
exit code whether anything was found: 0 found, 1 nothing found, 2 error.

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
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)  # see `interrupting`
    try:
        # These come before everything else.
        from searcher.cli.process import prepare, with_room  # noqa: PLC0415

        prepare()
        from searcher.cli import program  # noqa: PLC0415 (click: only now)

        run = with_room(program.main)
    except Exception as exc:  # there was no memory for it, or the installation is broken
        from searcher.cli.crash import end  # noqa: PLC0415 (hardly ever)

        end(exc)
    run()
