"""Options that several commands share, and the types of their values.

A plain function as a type keeps to what every click from 8.1 on offers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from click.core import ParameterSource

Function = TypeVar("Function", bound=Callable[..., Any])

DEFAULT_INDEX = Path("index")
DEFAULT_SEEDS = Path("seeds")

_INDEX_VARIABLE = "LUNSHU_INDEX"


def text(value: str) -> str:
    """A text that the library can work with, as a type for click."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise click.BadParameter("it is not valid UTF-8") from exc
    return value


def count(value: str | int) -> int:
    """A number of things, as a type for click."""
    try:
        number = int(value)
    except ValueError:
        number = -1
    if number < 0:
        raise click.BadParameter(f"{value!r} is not a whole number from 0 on")
    return number


def positive(value: str | int) -> int:
    """A number of things, at least one, as a type for click."""
    try:
        number = int(value)
    except ValueError:
        number = 0
    if number < 1:
        raise click.BadParameter(f"{value!r} is not a whole number from 1 on")
    return number


def seconds(value: str | float) -> float:
    """A time in seconds, as a type for click."""
    try:
        time = float(value)
    except ValueError:
        time = -1.0
    if not 0 <= time < float("inf"):
        raise click.BadParameter(f"{value!r} is not a number of seconds from 0 on")
    return time


def folder(name: str) -> Callable[[str | Path], Path]:
    """The type for click of a folder that the parameter `name` names.

    An empty name, as an unset variable of the shell leaves it, would mean the working folder.
    """

    def path(value: str | Path) -> Path:
        if not str(value):
            raise click.UsageError(f"{name} needs the name of a folder")
        return Path(value)

    return path


def _file(value: str | Path) -> Path:
    """The type for click of a file to be written, whose name may be any bytes."""
    if not str(value):
        raise click.UsageError("-o needs the name of a file")
    return Path(value)


def _default_index() -> Path:
    """Click takes an empty variable for one that is not set."""
    return folder(_INDEX_VARIABLE)(os.environ.get(_INDEX_VARIABLE, DEFAULT_INDEX))


def index_option(function: Function) -> Function:
    """`--index DIR`."""
    return click.option(
        "--index",
        type=folder("--index"),
        metavar="DIR",
        envvar=_INDEX_VARIABLE,
        default=_default_index,
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


def file_options(function: Function) -> Function:
    """`-o FILE` and `--force`."""
    function = click.option("--force", is_flag=True, help="Replace FILE if it is there already.")(
        function
    )
    return click.option(
        "--output",
        "-o",
        "output_file",
        type=_file,
        metavar="FILE",
        help="Write results to FILE; its suffix says the format.",
    )(function)


def color_option(function: Function) -> Function:
    """`--color`."""
    return click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="Colour on a terminal unless NO_COLOR is set, always, or never.",
    )(function)


def filter_options(function: Function) -> Function:
    """The options that keep a command to some of the paragraphs, which it gets as `filters`."""
    from indexer.model.fields import FILTERS  # noqa: PLC0415 (`--version` needs no field)

    rows = [(row.name, row.metavar, row.option) for row in FILTERS]
    rows.append(("since", "DATE", "Only words of DATE or later."))
    rows.append(("until", "DATE", "Only words of DATE or earlier."))

    @wraps(function)
    def gathering(*arguments: Any, **values: Any) -> Any:
        given = {name: values.pop(name) for name, *_ in rows}
        filters = None
        if any(value is not None for value in given.values()):  # mostly none is given
            from searcher.filters import Filters  # noqa: PLC0415

            filters = Filters(**given)
        return function(*arguments, filters=filters, **values)

    command: Any = gathering
    for name, metavar, said in reversed(rows):
        command = click.option(f"--{name}", type=text, metavar=metavar, help=said)(command)
    return cast(Function, command)


def is_named() -> bool:
    """Whether the user named the index of the command that runs, by option or by variable."""
    source = click.get_current_context().get_parameter_source("index")
    return source is not ParameterSource.DEFAULT


def search_command(index: Path) -> str:
    """The command that searches the index that this command was given."""
    if click.get_current_context().get_parameter_source("index") is ParameterSource.COMMANDLINE:
        from shlex import quote  # noqa: PLC0415 (only here)

        return f"lunshu search --index {quote(str(index))}"
    return "lunshu search"


def quiet_option(function: Function) -> Function:
    """`--quiet`."""
    return click.option("--quiet", "-q", is_flag=True, help="Nothing on stderr but errors.")(
        function
    )
