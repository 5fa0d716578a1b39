"""The page that text is laid out for, and coloured or marked text as lines of it.

>>> list(marked_lines("实现核心技术突破。", ((2, 6),), Page(80)))
['实现[核心技术]突破。']
>>> list(run_lines([("亿万", ""), ("民众", "31")], 80))
['亿万\\x1b[31m民众\\x1b[0m']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from searcher.render.typeset.characters import visible
from searcher.render.typeset.wrapping import wrap, wrapped

Spans: TypeAlias = Sequence[tuple[int, int]]


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


def painted_lines(text: str, page: Page, colour: str, *, indent: int = 0) -> Iterator[str]:
    """The lines of `text`, which is safe to show, in one colour and after `indent` blanks."""
    for line in wrapped(text, page.width - indent):
        yield " " * indent + paint(line, colour)


def marked_lines(text: str, spans: Spans, page: Page, *, indent: int = 0) -> Iterator[str]:
    """The lines of `text`, after `indent` blanks, with `spans` coloured or in brackets."""
    text = visible(text)
    if not page.palette.found:
        text, spans = _bracketed(text, spans), ()
    for start, end in wrap(text, page.width - indent):
        inside = [
            (max(start, first), min(end, last))
            for first, last in spans
            if first < end and last > start
        ]
        line = "".join(_with_spans(text, start, end, inside, page.palette.found))
        yield " " * indent + line


def _bracketed(text: str, spans: Spans) -> str:
    """`text` with brackets around `spans`, one pair around those that touch."""
    parts = []
    position = 0
    for start, end in united(spans):
        parts += [text[position:start], "[", text[start:end], "]"]
        position = end
    return "".join([*parts, text[position:]])


def united(spans: Spans) -> list[tuple[int, int]]:
    """Sorted spans, those that overlap or touch as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _with_spans(text: str, start: int, end: int, spans: Spans, colour: str) -> Iterator[str]:
    """The parts of a line, which is `[start, end)` of the text."""
    for first, last in spans:
        yield text[start:first]
        yield paint(text[first:last], colour)
        start = last
    yield text[start:end]


def run_lines(runs: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    """The lines of texts that follow each other, each with its colour, safe to show.

    Args:
        runs: the texts, each with the parameters of an SGR sequence, empty for no colour.
        width: of the page, in columns.
    """
    runs = list(runs)
    text = visible("".join(part for part, _ in runs))
    starts = [0]
    for part, _ in runs:
        starts.append(starts[-1] + len(part))
    for start, end in wrap(text, width):
        yield "".join(_with_colours(text, start, end, starts, runs))


def _with_colours(
    text: str, start: int, end: int, starts: Sequence[int], runs: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """The parts of a line, which is `[start, end)` of the texts together."""
    for at, (_, colour) in enumerate(runs):
        part = text[max(start, starts[at]) : min(end, starts[at + 1])]
        if part:
            yield paint(part, colour)
