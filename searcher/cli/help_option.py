"""`--help`, as Click would make it, but without looking for translations of its one sentence.

Click makes the option for every command that runs and has none, also where nobody asks for help.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from searcher.cli.speaking import option

Function = TypeVar("Function", bound=Callable[..., Any])


def help_option(function: Function) -> Function:
    """`--help`."""
    return option(
        "-h",
        "--help",
        is_flag=True,
        expose_value=False,
        is_eager=True,
        callback=_show_help,
        help="help.option_help",
    )(function)


def _show_help(ctx: click.Context, _param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(ctx.get_help(), color=ctx.color)
        ctx.exit()
