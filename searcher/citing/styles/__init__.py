"""The styles of citations: one table, with a row and a module for each.

To add a style, write a module with a function from a `Reference` to text, and add its row and its
name here: the library, the command and its `-o` then have it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, Literal, NamedTuple, TypeAlias

Style = Literal["gbt7714", "bibtex", "csl-json", "text"]
"""The names of the rows, for type checkers."""

StyleWriter: TypeAlias = Callable[[Any], str]
"""Writes a `searcher.citing.reference.Reference`."""


class StyleRow(NamedTuple):
    """One style.

    Attributes:
        writer: `"module:function"` of what writes a reference.
        suffixes: the ends of the names of files in this style alone, in lower case.
        is_spaced: whether a blank line separates one citation from the next.
        is_json: whether a citation is a JSON object, and several are an array of them.
    """

    writer: str
    suffixes: tuple[str, ...] = ()
    is_spaced: bool = False
    is_json: bool = False

    def load_writer(self) -> StyleWriter:
        """Import and return the writer: those of the other styles are not imported."""
        module, _, name = self.writer.partition(":")
        writer: StyleWriter = getattr(import_module(module), name)
        return writer


STYLES: dict[Style, StyleRow] = {
    "gbt7714": StyleRow("searcher.citing.styles.gbt7714:gbt7714"),
    "bibtex": StyleRow("searcher.citing.styles.bibtex:bibtex", (".bib",), is_spaced=True),
    "csl-json": StyleRow("searcher.citing.styles.csl_json:csl_json", is_json=True),
    "text": StyleRow("searcher.citing.styles.footnote:footnote"),
}
"""By name, the usual one first."""


def style_of_suffix(suffix: str) -> Style | None:
    """The style of files whose names end in `suffix`, which includes the dot."""
    return next((name for name, row in STYLES.items() if suffix.lower() in row.suffixes), None)
