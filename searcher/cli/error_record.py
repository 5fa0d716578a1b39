"""Errors for programs: with `--format json` or `jsonl` one record on stdout.

    {"error":{"kind":"query","message":"query, character 3: …","position":2}}

`kind` is the name of the error's class without `Error`, in snake case, or of the class that it
belongs to: it never changes, as `message` may. `position` is the character of the query that is
wrong, from 0, null for other errors. The line on stderr is the same as ever; with `-o` it is all
there is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

import click

from indexer.errors import (
    ArgumentError,
    LunshuError,
    OptionError,
    QueryError,
    QueryTimeoutError,
)
from indexer.wording import say
from searcher.cli.crash import is_out_of_memory
from searcher.cli.errors import error_text
from searcher.cli.interrupting import was_interrupted
from searcher.cli.streams import print_lines

_OF_THE_KIND: Final[dict[type[LunshuError], type[LunshuError]]] = {
    ArgumentError: OptionError,
    QueryTimeoutError: QueryError,
}
"""Classes whose kind is that of another: what it has always been to programs."""

_TO_FILE: Final = re.compile("-q*o|--output")
"""How an argument begins that sends results to a file; `-q` can stand before the `o`."""


def tell_program(exc: Exception, arguments: Sequence[str]) -> None:
    """Write the record of `exc` to stdout if the arguments of `lunshu` ask for JSON."""
    if not asks_for_json(arguments) or was_interrupted():
        return
    from searcher.render.data.records import json_text  # noqa: PLC0415 (where there is an error)
    from searcher.render.typeset.characters import visible  # noqa: PLC0415

    record = {
        "kind": error_kind(exc),
        "message": visible(_message(exc)),  # a path may hold what is no UTF-8
        "position": exc.position if isinstance(exc, QueryError) else None,
    }
    with suppress(OSError):  # it may be what is told
        print_lines([json_text({"error": record})])


def _message(exc: Exception) -> str:
    """The line that stderr has, without the query where `position` points into it."""
    if is_out_of_memory(exc):
        return say("process.memory")
    said = str(exc) if isinstance(exc, QueryError) else error_text(exc)
    return said or f"{type(exc).__name__}: {exc}"


def error_kind(exc: Exception) -> str:
    """The kind of an error, for a program to decide by."""
    if isinstance(exc, LunshuError):
        kind = _OF_THE_KIND.get(type(exc), type(exc))
        name = kind.__name__.removesuffix("Error")
        return re.sub("(?<=.)(?=[A-Z])", "_", name).lower()
    if isinstance(exc, click.ClickException):
        return "usage"
    if is_out_of_memory(exc):
        return "memory"
    return "system" if isinstance(exc, OSError) else "unexpected"


def asks_for_json(arguments: Sequence[str]) -> bool:
    """Whether results were to go to stdout as JSON, as far as these arguments can be read."""
    asked = ""
    before = ""
    for argument in arguments:
        if argument == "--":
            break
        if before == "--format":
            asked = argument
        elif argument.startswith("--format="):
            asked = argument.removeprefix("--format=")
        elif _TO_FILE.match(argument):
            return False
        before = argument
    return asked in ("json", "jsonl")
