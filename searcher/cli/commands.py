"""The command group: each command's module is imported when the command is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any

import click

from searcher.cli.help_option import help_option
from searcher.cli.speaking import Group, option

COMMANDS = {
    "search": "searcher.cli.search",
    "explain": "searcher.cli.explain",
    "trace": "searcher.cli.trace",
    "show": "searcher.cli.show",
    "cite": "searcher.cli.cite",
    "similar": "searcher.cli.similar",
    "dupes": "searcher.cli.dupes",
    "first": "searcher.cli.first",
    "list": "searcher.cli.listing",
    "status": "searcher.cli.status",
    "index": "searcher.cli.index",
}
"""Command name to module; in the order of the help text. Each module has its `command`."""


_ARGUMENTS = "lunshu.arguments"
"""Where a context keeps the arguments of the program."""


class _LazyGroup(Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        ctx.meta[_ARGUMENTS] = list(args)  # Click takes from the others what it has parsed
        with _told_to_programs(ctx.meta[_ARGUMENTS]):
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        with _told_to_programs(ctx.meta[_ARGUMENTS]):
            return super().invoke(ctx)


@contextmanager
def _told_to_programs(arguments: Sequence[str]) -> Iterator[None]:
    """Write the error that ends a command to stdout, too, if JSON was asked for."""
    try:
        yield
    except (click.exceptions.Exit, click.exceptions.Abort, BrokenPipeError):
        raise
    except Exception as exc:
        from searcher.cli.error_record import tell_program  # noqa: PLC0415

        tell_program(exc, arguments)
        raise


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from indexer.version import __version__  # noqa: PLC0415

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
