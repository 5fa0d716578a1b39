"""What an exception tells the user, in one line."""

from __future__ import annotations

import click

from indexer.errors import IndexMissingError, LunshuError, QueryError


def error_text(exc: Exception) -> str | None:
    """What went wrong and what to do next; None when the program is to blame, not its use."""
    if isinstance(exc, QueryError):
        from searcher.render.messages import pointed_query  # noqa: PLC0415

        return f"{exc} — {pointed_query(exc.query, exc.position)}"
    if isinstance(exc, IndexMissingError):
        return f"{exc}, or name another folder with --index DIR"
    if isinstance(exc, LunshuError):
        return str(exc)
    if isinstance(exc, click.ClickException):
        return _usage_text(exc)
    if isinstance(exc, OSError):
        return f"{exc.filename}: {exc.strerror}" if exc.filename else (exc.strerror or str(exc))
    return None


def _usage_text(exc: click.ClickException) -> str:
    message = " ".join(exc.format_message().split()).rstrip(".")
    context = exc.ctx if isinstance(exc, click.UsageError) else None
    if context is None:
        return message
    if isinstance(exc, click.NoSuchOption) and not exc.option_name.isascii():
        message += '; write "--" before a query that begins with "-"'
    return f"{message}; see {context.command_path} --help"
