"""Help texts in Chinese: Click counts characters, of which each Chinese one takes two columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from indexer.wording import say
from searcher.render.typeset.characters import pad, text_width
from searcher.render.typeset.wrapping import wrapped


class ChineseFormatter(click.HelpFormatter):
    """Lays out help texts by columns, and breaks lines by the rules of Chinese typesetting."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that says how a command is called."""
        self.write(f"{say('help.usage') if prefix is None else prefix}{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        """The line above options or commands."""
        headings = {"Options": "help.options", "Commands": "help.commands"}
        title = say(headings[heading]) if heading in headings else heading
        self.write(f"{'':>{self.current_indent}}{title}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, separated by blank lines; what follows a line with `\\b` stays as it is."""
        for at, paragraph in enumerate(text.split("\n\n")):
            if at:
                self.write("\n")
            for line in _lines(paragraph, self.width - self.current_indent):
                self.write(f"{'':>{self.current_indent}}{line}\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        """Terms in a column, and beside them what they mean."""
        rows = tuple(rows)
        widest = max((text_width(term) for term, _ in rows), default=0)
        column = min(widest, col_max) + col_spacing
        indent = " " * self.current_indent
        for term, meaning in rows:
            fits = text_width(term) <= column - col_spacing
            lines = wrapped(meaning, max(self.width - len(indent) - column, 10)) or [""]
            if not fits:
                self.write(f"{indent}{term}\n")
            left = pad(term, column) if fits else " " * column
            for line in lines:
                self.write(f"{indent}{left}{line}".rstrip() + "\n")
                left = " " * column


def _lines(paragraph: str, width: int) -> Iterator[str]:
    first, _, rest = paragraph.partition("\n")
    if first == "\b":
        yield from rest.rstrip("\n").split("\n")
        return
    yield from wrapped("".join(paragraph.split("\n")), width)
