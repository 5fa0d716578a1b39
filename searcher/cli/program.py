"""The program: arguments in, exit code out, and a calm end whatever happens."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import Any, NoReturn

import click

from indexer.errors import OptionError
from indexer.version import __version__
from indexer.wording import misnamed_language, one_language, say
from searcher.cli.commands import COMMANDS
from searcher.cli.parsing import CommandGroup, help_option, option
from searcher.cli.process import (
    ERROR,
    FOUND,
    INTERRUPTED,
    is_out_of_memory,
    report,
    was_interrupted,
)
from searcher.cli.streams import abandon, flush_results, note

_ARGUMENTS = "lunshu.arguments"
"""Where a context keeps the arguments of the program."""


class _LazyGroup(CommandGroup):
    """The group, which imports the module of a command when that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands, of which none is imported for that."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, say(f"help.{name}_short")) for name in COMMANDS])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ARGUMENTS] = list(args)  # Click takes from the others what it has parsed
        with _recording_errors(ctx.meta[_ARGUMENTS]):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _recording_errors(ctx.meta[_ARGUMENTS]):
            return super().invoke(ctx)


@contextmanager
def _recording_errors(arguments: Sequence[str]) -> Iterator[None]:
    """Write the error that ends a command to stdout, too, if JSON was asked for."""
    try:
        yield
    except (click.exceptions.Exit, click.exceptions.Abort, BrokenPipeError):
        raise
    except Exception as exc:
        from searcher.cli.errors import write_error_record  # noqa: PLC0415 (where there is an error)

        write_error_record(exc, arguments)
        raise


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"lunshu {__version__}")
        ctx.exit()


@click.group(
    cls=_LazyGroup,
    help="help.lunshu",
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="help.option_version",
)
@help_option
def lunshu() -> None:
    """The program."""


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
        OptionError: LUNSHU_LANG names an unknown language.
    """
    misnamed = misnamed_language()
    if misnamed is not None:
        from searcher.cli.errors import write_error_record  # noqa: PLC0415 (where there is an error)

        write_error_record(error := OptionError(misnamed), arguments)
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
    text = None
    if not is_out_of_memory(exc):
        from searcher.cli.errors import error_text  # noqa: PLC0415

        text = error_text(exc)
    if text is None:
        with suppress(OSError):
            flush_results()
        report(exc)
        return
    with suppress(OSError):  # it may be what this reports
        flush_results()
    with suppress(OSError):  # then nobody can read it, and the exit code says it
        note(text)
