"""An error as one line on stderr for a person, and as one record on stdout for a program.

With `--format json` or `jsonl` the record is

    {"error":{"kind":"query","message":"query, character 3: …","position":2}}

`kind` is the name of the error's class without `Error`, in snake case, or of the class that it
belongs to: it never changes, as `message` may. `position` is the character of the query that is
wrong, from 0, null for other errors. The line on stderr is the same as ever; with `-o` it is all
there is.
"""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from shlex import quote
from typing import Final

import click

from indexer.errors import (
    ArgumentError,
    IndexMissingError,
    IndexStoreError,
    LunshuError,
    OptionError,
    QueryError,
    QueryTimeoutError,
    SeedsError,
)
from indexer.wording import language, listed, say
from indexer.wording.said import refusal
from searcher.cli.opening import find_indexes
from searcher.cli.parsing import QueryCommand
from searcher.cli.process import is_out_of_memory, was_interrupted
from searcher.cli.streams import print_lines
from searcher.render.data.records import json_text
from searcher.render.text.messages import pointed_query
from searcher.render.typeset.characters import visible

_QUOTED: Final = "(['\"])(?P<{}>.*)\\1"
"""What somebody wrote, as Python repeats it: in other marks where it has a `'` in it."""

_KNOWN: Final = (
    (r"Missing command", "usage.no_command"),
    (rf"No such command {_QUOTED.format('name')}", "usage.unknown_command"),
    (r"Got unexpected extra arguments? \((?P<extra>.*)\)", "usage.extra"),
    (rf"Option {_QUOTED.format('option')} requires an argument", "usage.no_value"),
    (rf"Option {_QUOTED.format('option')} does not take a value", "usage.takes_no_value"),
    (rf"{_QUOTED.format('value')} is not one of (?P<choices>.*)", "usage.choice"),
)
"""What Click says, and the message that says the same."""

_OF_THE_KIND: Final[dict[type[LunshuError], type[LunshuError]]] = {
    ArgumentError: OptionError,
    QueryTimeoutError: QueryError,
}
"""Classes whose kind is that of another: what it has always been to programs."""

_TO_FILE: Final = re.compile("-q*o|--output")
"""How an argument begins that sends results to a file; `-q` can come before the `o`."""


def error_text(exc: Exception) -> str | None:
    """What went wrong and what to do next; None when the program is to blame, not its use."""
    if isinstance(exc, OSError | IndexStoreError | SeedsError) and _is_homeless():
        return say("process.no_folder", folder=os.environ.get("PWD", "."))
    if isinstance(exc, QueryError):
        return say("usage.pointed", message=exc, place=pointed_query(exc.query, exc.position))
    if isinstance(exc, LunshuError):
        return _missing_text(exc) if isinstance(exc, IndexMissingError) else str(exc)
    if isinstance(exc, click.ClickException):
        return _usage_text(exc)
    if isinstance(exc, OSError):
        return _system_text(exc)
    return None


def _is_homeless() -> bool:
    """Whether the working folder has been removed, so that no relative path leads anywhere."""
    try:
        os.getcwd()
    except FileNotFoundError:
        return True
    return False


def _missing_text(exc: IndexMissingError) -> str:
    """That there is no index, where there is one nearby, and how to build one."""
    found = find_indexes(Path(exc.path))
    if not found:
        return say("index.missing_name_another", fault=str(exc))
    others = say("index.between_folders").join(map(quote, found))
    return say("index.missing_nearby", fault=str(exc), others=others)


def _system_text(exc: OSError) -> str:
    reason = refusal(exc)
    if exc.errno == errno.ENOSPC:
        reason = say("usage.no_space", reason=reason)
    return say("usage.system", path=exc.filename, reason=reason) if exc.filename else reason


def _usage_text(exc: click.ClickException) -> str:
    message = usage_message(exc)
    context = exc.ctx if isinstance(exc, click.UsageError) else None
    if context is None:
        return message
    if isinstance(context.command, QueryCommand) and _is_cluster(exc):
        message = say("usage.dash", message=message)
    return say("usage.see", message=message, command=context.command_path)


def _is_cluster(exc: click.ClickException) -> bool:
    """Whether letters after a single `-` were taken for options, as in `-AI`."""
    return isinstance(exc, click.NoSuchOption) and not exc.option_name.startswith("--")


def usage_message(exc: click.ClickException) -> str:
    """What is wrong with a command line, in the language of the user and without a full stop.

    Click says it in English, and differently from version to version. What it says otherwise than
    is known here stays as it says it.
    """
    near = listed(sorted(exc.possibilities or ())) if isinstance(exc, click.NoSuchOption) else ""
    if isinstance(exc, click.NoSuchOption) and near:
        return say("usage.unknown_option_near", option=exc.option_name, near=near)
    if language() == "en":
        return " ".join(exc.format_message().split()).rstrip(".")
    if isinstance(exc, click.NoSuchOption):
        return say("usage.unknown_option", option=exc.option_name)
    if isinstance(exc, click.MissingParameter):
        return say("usage.missing", name=_name(exc))
    if isinstance(exc, click.BadParameter):
        return say("usage.bad_value", name=_name(exc), reason=_translated(exc.message))
    return _translated(exc.format_message())


def _name(exc: click.BadParameter) -> str:
    """The option or the argument that is wrong."""
    hint = exc.param_hint
    if hint is None and exc.param is not None:
        hint = exc.param.get_error_hint(exc.ctx)
    return hint.strip("'") if isinstance(hint, str) else " / ".join(hint or ())


def _translated(english: str) -> str:
    """What Click has said, as one of our messages where it is known."""
    line = " ".join(english.split()).rstrip(".")
    for pattern, key in _KNOWN:
        found = re.match(pattern, line)
        if found:
            facts = found.groupdict()
            if "choices" in facts:
                facts["choices"] = listed(re.findall(r"'(.*?)'", facts["choices"]))
            return say(key, **facts)
    return line


def write_error_record(exc: Exception, arguments: Sequence[str]) -> None:
    """Write the record of `exc` to stdout if the arguments of `lunshu` ask for JSON."""
    if not asks_for_json(arguments) or was_interrupted():
        return
    with suppress(OSError):  # it may be what is reported
        print_lines([json_text({"error": error_record(exc)})])


def error_record(exc: Exception) -> dict[str, object]:
    """What a program is told of an error."""
    return {
        "kind": error_kind(exc),
        "message": visible(_message(exc)),  # a path may contain what is no UTF-8
        "position": exc.position if isinstance(exc, QueryError) else None,
    }


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
