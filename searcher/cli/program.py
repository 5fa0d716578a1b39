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
from indexer.wording import misnamed_language
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
        code = INTERRUPTED
        if sys.stderr.isatty():
            sys.stderr.write("\n")  # the shell's prompt does not follow ^C on its line
    except BrokenPipeError:
        abandon(sys.stdout)  # the reader has seen enough, as in `lunshu search … | head -1`
    except Exception as exc:
        code = ERROR
        _report(exc)
    sys.exit(code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code.

    Raises:
        OptionError: LUNSHU_LANG names a language that is not spoken.
    """
    misnamed = misnamed_language()
    if misnamed is not None:
        raise OptionError(misnamed)
    try:
        with lunshu.make_context("lunshu", list(arguments)) as context:
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
    """Say in one line what is wrong; what is not the user's to mend is raised again."""
    from searcher.cli.errors import error_text  # noqa: PLC0415 (not needed where all is well)

    text = error_text(exc)
    if text is None:
        raise exc
    with suppress(OSError):  # it may be what this reports
        flush_results()
    with suppress(OSError):  # then nobody can be told, and the exit code says it
        note(text)
