"""A command whose argument is a query, which may begin with `-`: `lunshu search -核心`.

Click takes what begins with `-` for options. None of ours begins with `-` and then anything but an
ASCII letter or another `-`, so an argument that does is the query.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import click

from indexer.wording import say
from searcher.cli.speaking import Command


class QueryCommand(Command):
    """A command that takes such an argument for its query; options may follow it."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, the query behind `--`."""
        extra = super().parse_args(ctx, query_last(args, self._with_value()))
        if extra:
            from shlex import quote  # noqa: PLC0415 (only here)

            words = " ".join([ctx.params["query"], *extra])
            raise click.UsageError(say("usage.one_query", query=quote(words)), ctx)
        return extra

    def _with_value(self) -> set[str]:
        """The options after which a value stands."""
        options = [param for param in self.params if isinstance(param, click.Option)]
        return {name for option in options if not option.is_flag for name in option.opts}


def query_last(arguments: Sequence[str], with_value: Collection[str]) -> list[str]:
    """The arguments with `--` and a query that begins with `-` at their end.

    Args:
        arguments: those of a command.
        with_value: the options after which a value stands; it may begin with `-` too.

    >>> query_last(["-核心", "--speech", "-大会"], {"--speech"})
    ['--speech', '-大会', '--', '-核心']
    """
    kept: list[str] = []
    queries: list[str] = []
    rest = iter(arguments)
    for argument in rest:
        if argument == "--":
            return [*kept, "--", *queries, *rest]
        if _is_query(argument):
            queries.append(argument)
            continue
        kept.append(argument)
        if argument in with_value:
            kept.extend([value for value in [next(rest, None)] if value is not None])
    return [*kept, "--", *queries] if queries else kept


def _is_query(argument: str) -> bool:
    """Whether `argument` begins with `-` and is no option for all that, nor `-` alone."""
    second = argument[1:2]
    is_option = second == "-" or (second.isascii() and second.isalpha())
    return argument.startswith("-") and bool(second) and not is_option
