"""Options that several commands share, and the types of their values.

A plain function as a type keeps to what every click from 8.1 on offers.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from indexer.model.fields import FILTERS
from indexer.wording import say
from searcher.cli.parsing import metavar_in_language, option

if TYPE_CHECKING:
    from indexer.model.build_options import BuildOptions

Function = TypeVar("Function", bound=Callable[..., Any])

DEFAULT_INDEX = Path("index")
DEFAULT_SEEDS = Path("seeds")

_INDEX_VARIABLE = "LUNSHU_INDEX"


def text(value: str) -> str:
    """A text that the library can work with, as a type for click."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as exc:
        raise click.BadParameter(say("usage.utf_8")) from exc
    return value


def count(value: str | int) -> int:
    """A number of things, as a type for click."""
    return _whole(value, 0, "usage.count")


def positive(value: str | int) -> int:
    """A number of things, at least one, as a type for click."""
    return _whole(value, 1, "usage.positive")


def _whole(value: str | int, least: int, key: str) -> int:
    """A whole number; the message `key` says what it must be."""
    try:
        number = int(value)
    except ValueError:
        number = least - 1
    if number < least:
        raise click.BadParameter(say(key, value=value))
    return number


def seconds(value: str | float) -> float:
    """A time in seconds, as a type for click."""
    try:
        time = float(value)
    except ValueError:
        time = -1.0
    if not 0 <= time < float("inf"):
        raise click.BadParameter(say("usage.seconds", value=value))
    return time


def folder(name: str) -> Callable[[str | Path], Path]:
    """The type for click of a folder that the parameter `name` names.

    An empty name, as an unset variable of the shell leaves it, would mean the working folder.
    """
    return _path(lambda: say("usage.folder", name=metavar_in_language(name)))


def file(key: str) -> Callable[[str | Path], Path]:
    """The type for click of a file, whose name may be any bytes; the message `key` asks for one."""
    return _path(lambda: say(key))


def _path(fault: Callable[[], str]) -> Callable[[str | Path], Path]:
    def path(value: str | Path) -> Path:
        if not str(value):
            raise click.UsageError(fault())
        return Path(value)

    return path


def _default_index() -> Path:
    """Click takes an empty variable for one that is not set."""
    return folder(_INDEX_VARIABLE)(os.environ.get(_INDEX_VARIABLE, DEFAULT_INDEX))


def index_option(function: Function) -> Function:
    """`--index DIR`."""
    return option(
        "--index",
        type=folder("--index"),
        metavar="DIR",
        envvar=_INDEX_VARIABLE,
        default=_default_index,
        show_default="./index",
        show_envvar=True,
        help="help.option_index_folder",
    )(function)


def format_option(*formats: str) -> Callable[[Function], Function]:
    """`--format`, with text as the default."""
    return option(
        "--format",
        "output",
        type=click.Choice(["text", *formats]),
        default="text",
        show_default=True,
        help="help.option_format",
    )


def file_options(function: Function) -> Function:
    """`-o FILE` and `--force`."""
    function = option("--force", is_flag=True, help="help.option_force")(function)
    return option(
        "--output",
        "-o",
        "output_file",
        type=file("usage.output_file"),
        metavar="FILE",
        help="help.option_output",
    )(function)


def color_option(function: Function) -> Function:
    """`--color`."""
    return option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        show_default=True,
        help="help.option_color",
    )(function)


def plain_option(function: Function) -> Function:
    """`--plain`."""
    return option("--plain", is_flag=True, help="help.option_plain")(function)


def filter_options(function: Function) -> Function:
    """The options that keep a command to some of the paragraphs, which it gets as `filters`."""
    rows = [(row.name, row.metavar, row.option) for row in FILTERS]
    rows.append(("since", "DATE", "help.option_since"))
    rows.append(("until", "DATE", "help.option_until"))

    @wraps(function)
    def gathering(*arguments: Any, **values: Any) -> Any:
        given = {name: values.pop(name) for name, *_ in rows}
        filters = None
        if any(value is not None for value in given.values()):
            from searcher.language.filters import Filters  # noqa: PLC0415 (mostly none is given)

            filters = Filters(**given)
        return function(*arguments, filters=filters, **values)

    command: Any = gathering
    for name, metavar, help_key in reversed(rows):
        command = option(f"--{name}", type=text, metavar=metavar, help=help_key)(command)
    return cast(Function, command)


def reading_options(function: Function) -> Function:
    """The options that decide how a source file is read; `reading_options_of` takes them."""
    for decorate in (
        option(
            "--max-paragraph",
            "paragraph_characters",
            type=positive,
            metavar="CHARACTERS",
            help="help.option_max_paragraph",
        ),
        option(
            "--max-file-size",
            "file_megabytes",
            type=positive,
            metavar="MB",
            help="help.option_max_file_size",
        ),
        option("--timezone", type=text, metavar="ZONE", help="help.option_timezone"),
    ):
        function = decorate(function)
    return function


def reading_options_of(
    usual: BuildOptions,
    *,
    timezone: str | None,
    file_megabytes: int | None,
    paragraph_characters: int | None,
) -> BuildOptions:
    """The options that are given, and the usual ones where they are not."""
    limits = {
        "file_bytes": file_megabytes and file_megabytes << 20,
        "paragraph_characters": paragraph_characters,
    }
    given = {name: limit for name, limit in limits.items() if limit is not None}
    return replace(
        usual,
        timezone=usual.timezone if timezone is None else timezone,
        limits=replace(usual.limits, **given),
    )


def limit_option(help_key: str) -> Callable[[Function], Function]:
    """`--limit`, 0 for all; the message `help_key` names what is limited."""
    return option(
        "--limit",
        type=count,
        metavar="NUMBER",
        default=10,
        show_default=True,
        help=help_key,
    )


def min_length_option(metavar: str, help_key: str) -> Callable[[Function], Function]:
    """`--min-length`, in characters or letters as `metavar` says."""
    return option("--min-length", type=positive, metavar=metavar, help=help_key)


def within_option(function: Function) -> Function:
    """`--in`, whose values are those of `searcher.language.filters.Within`."""
    return option(
        "--in",
        "within",
        type=click.Choice(["speech", "all"]),
        default=None,
        help="help.option_within",
    )(function)


def is_named() -> bool:
    """Whether the user named the index of the command that runs, by option or by variable."""
    source = click.get_current_context().get_parameter_source("index")
    return source is not ParameterSource.DEFAULT


def search_command(index: Path) -> str:
    """The command that searches the index that this command was given."""
    if click.get_current_context().get_parameter_source("index") is ParameterSource.COMMANDLINE:
        return f"lunshu search --index {quote(str(index))}"
    return "lunshu search"


def quiet_option(function: Function) -> Function:
    """`--quiet`."""
    return option("--quiet", "-q", is_flag=True, help="help.option_quiet")(function)
