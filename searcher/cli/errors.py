"""What an exception tells the user, in one line."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import click

from indexer.errors import (
    IndexMissingError,
    IndexStoreError,
    LunshuError,
    QueryError,
    SeedsError,
)
from indexer.wording import say
from indexer.wording.said import refusal
from searcher.cli.query_command import QueryCommand
from searcher.cli.usage import usage_message


def error_text(exc: Exception) -> str | None:
    """What went wrong and what to do next; None when the program is to blame, not its use."""
    if isinstance(exc, OSError | IndexStoreError | SeedsError) and _is_homeless():
        return say("process.no_folder", folder=os.environ.get("PWD", "."))
    if isinstance(exc, QueryError):
        from searcher.render.text.messages import pointed_query  # noqa: PLC0415

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
    from shlex import quote  # noqa: PLC0415 (only here, as the next)

    from searcher.cli.nearby import find_indexes  # noqa: PLC0415

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
    """Whether letters behind a single `-` were taken for options, as in `-AI`."""
    return isinstance(exc, click.NoSuchOption) and not exc.option_name.startswith("--")
