"""The process: arguments in, exit code out, and a calm end whatever happens."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from indexer.errors import OptionError
from indexer.wording import misnamed_language, one_language
from searcher.cli.commands import lunshu
from searcher.cli.exit_codes import ERROR, FOUND, INTERRUPTED
from searcher.cli.streams import abandon, flush_results, note


def main() -> NoReturn:
    """Run `lunshu` with the arguments of this process."""
    _open_streams()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # what whoosh and jieba make Python say is not for users
    code = FOUND
    try:
        code = run(sys.argv[1:])
        flush_results()
    except KeyboardInterrupt:
        code = _end_calmly()
    except BrokenPipeError:
        abandon(sys.stdout)  # the reader has seen enough, as in `lunshu search … | head -1`
    except Exception as exc:
        from searcher.cli.interrupting import was_interrupted  # noqa: PLC0415

        if was_interrupted():  # and what was being loaded made another error of it
            code = _end_calmly()
        else:
            code = ERROR
            _report(exc)
    sys.exit(code)


def _end_calmly() -> int:
    """The exit code after Ctrl-C, which is no error."""
    if sys.stderr.isatty():
        with suppress(OSError):
            sys.stderr.write("\n")  # the shell's prompt does not follow ^C on its line
            sys.stderr.flush()
    return INTERRUPTED


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code.

    Raises:
        OptionError: LUNSHU_LANG names a language that is not spoken.
    """
    misnamed = misnamed_language()
    if misnamed is not None:
        from searcher.cli.error_record import tell_program  # noqa: PLC0415 (where there is an error)

        tell_program(error := OptionError(misnamed), arguments)
        raise error
    try:
        with one_language(), lunshu.make_context("lunshu", list(arguments)) as context:
            return int(lunshu.invoke(context) or FOUND)
    except click.exceptions.Exit as exc:  # --help and --version end so
        return exc.exit_code


def _open_streams() -> None:
    """Make both streams write UTF-8; a closed one takes what is written and drops it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _report(exc: Exception) -> None:
    """Say in one line what is wrong; what is not the user's to mend, with its traceback."""
    from searcher.cli.crash import is_out_of_memory, tell  # noqa: PLC0415 (only where it is needed)

    text = None
    if not is_out_of_memory(exc):
        from searcher.cli.errors import error_text  # noqa: PLC0415

        text = error_text(exc)
    if text is None:
        with suppress(OSError):
            flush_results()
        tell(exc)
        return
    with suppress(OSError):  # it may be what this reports
        flush_results()
    with suppress(OSError):  # then nobody can be told, and the exit code says it
        note(text)
