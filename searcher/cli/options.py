"""Options that several commands share, and the types of their values.

A plain function as a type keeps to what every click from 8.1 on offers.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])


def text(value: str) -> str:
    """A text that the library can work with, as a type for click."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise click.BadParameter("it is not valid UTF-8") from exc
    return value


DEFAULT_INDEX = Path("index")
DEFAULT_SEEDS = Path("seeds")


def index_option(function: Function) -> Function:
    """`--index DIR`."""
    return click.option(
        "--index",
        type=Path,
        metavar="DIR",
        envvar="LUNSHU_INDEX",
        default=DEFAULT_INDEX,
        show_default="./index",
        show_envvar=True,
        help="The folder of the index.",
    )(function)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """`--format`, with text as the default."""
    return click.option(
        "--format",
        "output",
        type=click.Choice(["text", *formats]),
        default="text",
        show_default=True,
        help="How results are written.",
    )


def color_option(function: Function) -> Function:
    """`--color`."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour on a terminal unless NO_COLOR is set, always, or never.",
    )(function)


def quiet_option(function: Function) -> Function:
    """`--quiet`."""
    return click.option("--quiet", "-q", is_flag=True, help="Nothing on stderr but errors.")(
        function
    )
