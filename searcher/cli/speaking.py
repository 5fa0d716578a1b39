"""Click's commands and parameters with texts in the language of the user.

The help of a command or an option is the key of a message, `help.search`; it is said when somebody
asks for it, so that no catalogue is loaded before. What Click writes itself, `Usage:` and the like,
is its own in English and ours in Chinese, and so is the width of lines there: Click counts
characters, of which each Chinese one takes two columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Final

import click

from indexer.wording import language, say

METAVARS: Final = {
    "CHARACTERS": "help.metavar_characters",
    "DATE": "help.metavar_date",
    "DIR": "help.metavar_folder",
    "FILE": "help.metavar_file",
    "ID": "help.metavar_id",
    "LETTERS": "help.metavar_characters",
    "NUMBER": "help.metavar_number",
    "QUERY": "help.metavar_query",
    "SECONDS": "help.metavar_seconds",
    "SEEDS": "help.metavar_folder",
    "TEXT": "help.metavar_text",
    "WHAT": "help.metavar_what",
    "ZONE": "help.metavar_zone",
}
"""The messages that name what a user puts in the place of a word of capital letters."""


class _Spoken:
    """A text of Click's which may be the key of a message, and is said when it is read."""

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = f"_spoken_{name}"

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

    help: Any = _Spoken()

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """What stands for the value. Not every Click gives the context, nor by its name."""
        return metavar_in_language(super().make_metavar(*context, **named))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """The option and its help, as they stand beside each other."""
        record = super().get_help_record(ctx)
        if record is None or language() == "en":
            return record
        names, told = record
        text, opening, facts = told.rpartition("  [")
        if not opening:
            return record
        for english, key in (("env var: ", "help.env_var"), ("default: ", "help.default")):
            facts = facts.replace(english, say(key))
        return names, text + opening + facts.replace("; ", say("help.semicolon"))


class Argument(click.Argument):
    """An argument, whose name in help and errors is in the language of the user."""

    def make_metavar(self, *context: Any, **named: Any) -> str:
        """What stands for the value. Not every Click gives the context, nor by its name."""
        return metavar_in_language(super().make_metavar(*context, **named))


class Command(click.Command):
    """A command whose texts are keys of messages."""

    help: Any = _Spoken()
    short_help: Any = _Spoken()

    def get_help(self, ctx: click.Context) -> str:
        """The whole help text."""
        if language() == "en":
            return super().get_help(ctx)
        formatter = _ChineseFormatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the name of the command in its usage."""
        pieces = super().collect_usage_pieces(ctx)
        if language() == "en":
            return pieces
        spoken = {"[OPTIONS]": "help.options_metavar", "COMMAND [ARGS]...": "help.command_metavar"}
        return [say(spoken[piece]) if piece in spoken else piece for piece in pieces]


class Group(Command, click.Group):
    """A group of such commands."""


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)


class _ChineseFormatter(click.HelpFormatter):
    """Lays out help texts by columns, and breaks lines by the rules of Chinese typesetting."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        self.write(f"{say('help.usage')}{prog} {args}\n" if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """The line above options or commands."""
        headings = {"Options": "help.options", "Commands": "help.commands"}
        told = say(headings[heading]) if heading in headings else heading
        self.write(f"{'':>{self.current_indent}}{told}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, which blank lines part; what follows a line with `\\b` stays as it is."""
        for at, paragraph in enumerate(text.split("\n\n")):
            if at:
                self.write("\n")
            for line in _lines(paragraph, self.width - self.current_indent):
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Terms in a column, and beside them what they mean."""
        from searcher.render.width import text_width  # noqa: PLC0415 (only for help)
        from searcher.render.wrapping import wrapped  # noqa: PLC0415

        rows = tuple(rows)
        widest = max((text_width(term) for term, _ in rows), default=0)
        column = min(widest, col_max) + col_spacing
        indent = " " * self.current_indent
        for term, told in rows:
            fits = text_width(term) <= column - col_spacing
            lines = wrapped(told, max(self.width - len(indent) - column, 10)) or [""]
            if not fits:
                self.write(f"{indent}{term}\n")
            for at, line in enumerate(lines):
                left = (
                    term + " " * (column - text_width(term)) if at == 0 and fits else " " * column
                )
                self.write(f"{indent}{left}{line}".rstrip() + "\n")


def _lines(paragraph: str, width: int) -> Iterator[str]:
    first, _, rest = paragraph.partition("\n")
    if first == "\b":
        yield from rest.rstrip("\n").split("\n")
        return
    from searcher.render.wrapping import wrapped  # noqa: PLC0415 (only for help)

    yield from wrapped("".join(paragraph.split("\n")), width)
