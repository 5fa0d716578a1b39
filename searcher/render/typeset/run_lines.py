"""Text in several colours as lines.

>>> list(run_lines([("亿万", ""), ("民众", "31")], 80))
['亿万\\x1b[31m民众\\x1b[0m']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from searcher.render.typeset.page import paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.wrapping import wrap


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
        yield "".join(_painted(text, start, end, starts, runs))


def _painted(
    text: str, start: int, end: int, starts: Sequence[int], runs: Sequence[tuple[str, str]]
) -> Iterator[str]:
    """The parts of a line, which runs from `start` to `end`."""
    for at, (_, colour) in enumerate(runs):
        part = text[max(start, starts[at]) : min(end, starts[at + 1])]
        if part:
            yield paint(part, colour)
