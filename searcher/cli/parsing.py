"""Click's commands and parameters with texts in the language of the user.

The help of a command or an option is the key of a message, `help.search`; it is looked up when it
is printed, so that no catalogue is loaded before. What Click writes itself, `Usage:` and the like,
is its own in English and ours in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from functools import partial
from shlex import quote
from typing import Any, Final, TypeVar

import click

from indexer.wording import language, say

Function = TypeVar("Function", bound=Callable[..., Any])

METAVARS: Final = {
    "CHARACTERS": "help.metavar_characters",
    "DATE": "help.metavar_date",
    "DIR": "help.metavar_folder",
    "FILE": "help.metavar_file",
    "FOLDER": "help.metavar_folder",
    "ID": "help.metavar_id",
    "LETTERS": "help.metavar_characters",
    "NUMBER": "help.metavar_number",
    "QUERY": "help.metavar_query",
    "SECONDS": "help.metavar_seconds",
    "TEXT": "help.metavar_text",
    "WHAT": "help.metavar_what",
    "ZONE": "help.metavar_zone",
}
"""The messages that name what a user puts in the place of a word of capital letters."""


class _InLanguage:
    """A text of Click's that may be the key of a message: reading it returns the message."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_message_{name}"

    def __get__(self, thing: object, owner: type | None = None) -> Any:
        text = getattr(thing, self._name, None)
        return say(text) if text and text.startswith("help.") else text

    def __set__(self, thing: object, text: str | None) -> None:
        setattr(thing, self._name, text)


def metavar_in_language(metavar: str) -> str:
    """`NUMBER` in the language of the user: English is Click's own."""
    if language() == "en":
        return metavar
    return re.sub(
        "[A-Z]+", lambda word: say(METAVARS[word[0]]) if word[0] in METAVARS else word[0], metavar
    )


class Option(click.Option):
    """An option whose help is the key of a message."""

    help: Any = _InLanguage()

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """The word for the value. Not every Click passes the context, nor by its name."""
        return metavar_in_language(super().make_metavar(*context, **named))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as they are printed beside each other."""
        record = super().get_help_record(ctx)
        if record is None:
            return None
        names, text = record
        if isinstance(self.show_default, str):  # which Click puts in brackets
            text = text.replace(f"({self.show_default})", self.show_default)
        if language() == "en":
            return names, text
        before, opening, facts = text.rpartition("  [")
        if not opening:
            return names, text
        for english, key in (("env var: ", "help.env_var"), ("default: ", "help.default")):
            facts = facts.replace(english, say(key))
        return names, before + opening + facts.replace("; ", say("help.semicolon"))


class Argument(click.Argument):
    """An argument, whose name in help and errors is in the language of the user."""

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """The word for the value. Not every Click passes the context, nor by its name."""
        return metavar_in_language(super().make_metavar(*context, **named))

    def get_error_hint(self, ctx: click.Context | None) -> str:
        """The name in an error, where it is not told that the argument may be missing."""
        return super().get_error_hint(ctx).replace("[", "").replace("]", "")


class Command(click.Command):
    """A command whose texts are keys of messages."""

    help: Any = _InLanguage()
    short_help: Any = _InLanguage()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse a command line; what is wrong with it names this command."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as exc:
            if exc.ctx is None:  # as where an option has no value, or one too many
                exc.ctx = ctx
            raise

    def get_help(self, ctx: click.Context) -> str:
        """The whole help text."""
        if language() == "en":
            return super().get_help(ctx)
        from searcher.cli.chinese_help import ChineseFormatter  # noqa: PLC0415 (only for help)

        formatter = ChineseFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the command in its usage."""
        pieces = super().collect_usage_pieces(ctx)
        if language() == "en":
            return pieces
        messages = {
            "[OPTIONS]": "help.options_metavar",
            "COMMAND [ARGS]...": "help.command_metavar",
        }
        return [say(messages[piece]) if piece in messages else piece for piece in pieces]


class CommandGroup(Command, click.Group):
    """A group of such commands."""


class QueryCommand(Command):
    """A command whose argument is a query, which may begin with `-`: `lunshu search -核心`.

    Click takes what begins with `-` for options. None of ours begins with `-` and then anything
    but an ASCII letter or another `-`, so an argument that does is the query; options may follow.
    """

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, the query after `--`."""
        extra = super().parse_args(ctx, query_last(args, self._with_value()))
        if extra:
            words = " ".join([ctx.params["query"], *extra])
            raise click.UsageError(say("usage.one_query", query=quote(words)), ctx)
        return extra

    def _with_value(self) -> set[str]:
        """The options that take a value."""
        options = [param for param in self.params if isinstance(param, click.Option)]
        return {name for option in options if not option.is_flag for name in option.opts}


def query_last(arguments: Sequence[str], with_value: Collection[str]) -> list[str]:
    """The arguments with `--` and a query that begins with `-` at their end.

    Args:
        arguments: those of a command.
        with_value: the options that take a value, which may begin with `-` too.

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


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)


def help_option(function: Function) -> Function:
    """`--help`, as Click would make it, but without looking for translations of its one sentence.

    Click makes the option for every command that runs and has none, also where nobody asks for
    help.
    """
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
