"""Paragraphs and snippets as lines, with what was found marked in them.

>>> list(marked_lines("实现核心技术突破。", ((2, 6),), Page(80)))
['实现[核心技术]突破。']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.wrapping import wrap

Spans = Sequence[tuple[int, int]]


def marked_lines(text: str, spans: Spans, page: Page) -> Iterator[str]:
    """The lines of `text`, no wider than the page, with `spans` coloured or in brackets."""
    text = visible(text)
    if not page.palette.found:
        text, spans = _bracketed(text, spans), ()
    for start, end in wrap(text, page.width):
        inside = [
            (max(start, first), min(end, last))
            for first, last in spans
            if first < end and last > start
        ]
        yield "".join(_painted(text, start, end, inside, page.palette.found))


def _bracketed(text: str, spans: Spans) -> str:
    """`text` with brackets around `spans`, one pair around those that touch."""
    parts = []
    position = 0
    for start, end in _joined(spans):
        parts += [text[position:start], "[", text[start:end], "]"]
        position = end
    return "".join([*parts, text[position:]])


def _joined(spans: Spans) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _painted(text: str, start: int, end: int, spans: Spans, colour: str) -> Iterator[str]:
    for first, last in spans:
        yield text[start:first]
        yield paint(text[first:last], colour)
        start = last
    yield text[start:end]
