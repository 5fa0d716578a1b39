"""What rendering for people is told: how wide the page is and how its parts are told apart."""

from __future__ import annotations

from typing import NamedTuple


class Palette(NamedTuple):
    """How each part is coloured, as the parameters of an SGR sequence; empty for not at all."""

    found: str
    heading: str
    id: str
    date: str
    faint: str


COLOURED = Palette(found="1;31", heading="1", id="36", date="32", faint="2")
PLAIN = Palette(found="", heading="", id="", date="", faint="")


class Page(NamedTuple):
    """Where text is shown.

    Attributes:
        width: in columns.
        palette: `COLOURED` or `PLAIN`. On a plain page, brackets mark what was found.
    """

    width: int
    palette: Palette = PLAIN


def paint(text: str, colour: str) -> str:
    """`text` in a colour of the palette. Blanks at its end stay outside."""
    shown = text.rstrip()
    if not colour or not shown:
        return text
    return f"\x1b[{colour}m{shown}\x1b[0m{text[len(shown) :]}"
