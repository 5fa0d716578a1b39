"""The command group: each command's module is imported when the command is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from searcher.cli.help_option import help_option

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


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command


def _print_version(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted:
        from indexer.version import __version__  # noqa: PLC0415

        click.echo(f"lunshu {__version__}")
        ctx.exit()


@click.group(
    cls=_LazyGroup,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Show the version and exit.",
)
@help_option
def lunshu() -> None:
    """Search collections of Chinese speeches and documents (论述).

    Every passage that says something, an exact count, and for each the speech, date, chapter
    and page.

    \b
    Example:
      lunshu search '"没有网络安全"'

    Exit code: 0 when anything was found, 1 when nothing was, 2 after an error.
    """
