"""Where the print went on to a new page inside a paragraph.

Text recognition leaves an empty line at the foot of every page, so a paragraph that runs over it
falls in two, often inside a word. A block of text that does not end a sentence is continued by
the next one: that finds nearly all of these cuts. A cut may also fall after a full stop by chance.
Then only the measure of the print distinguishes it from the end of a paragraph: the last line is
full, and it is the last of its page.

    >>> cut_texts((TextBlock("亮利"), TextBlock("剑，打赢斗争。")))
    frozenset({0})

Checked against the volume 《习近平关于网络强国论述摘编》: of its 84 cuts inside a sentence, 57
follow a line that is full by this count (by chance it would be 4; the print moves a character
to the next line rather than begin that with a comma). 54 of them come one page after another cut,
or after the beginning of a chapter, and 53 of these lie 22 to 24 lines after it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.text.typography import ends_sentence


@dataclass(frozen=True, slots=True)
class Measure:
    """How a volume is set.

    Attributes:
        columns: characters in a line of text.
        indent: characters by which the first line of a paragraph is indented.
        rows: lines of text on a page.
        note_columns: characters in a line of an attribution, which is set smaller and narrower.
    """

    columns: int = 23
    indent: int = 2
    rows: int = 23
    note_columns: int = 22


SERIES = Measure()
"""The setting that the volumes of the series (论述摘编) share."""

_ENOUGH_CUTS = 3
"""The least number of cuts inside a sentence on full lines that shows that setting."""


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Text between two empty lines, mended."""

    text: str


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """An attribution.

    Attributes:
        lines: its lines.
        separated: whether an empty line separates two of them. Some of these are page cuts and
            some are not, so after one nobody knows how far down the page the text has come.
    """

    lines: tuple[str, ...]
    separated: bool = False


@dataclass(frozen=True, slots=True)
class PageStart:
    """A place that always begins a page: the first text after the heading of a chapter."""


Flow = Sequence[TextBlock | NoteBlock | PageStart]


def cut_texts(flow: Flow, measure: Measure = SERIES) -> frozenset[int]:
    """The places in `flow` of the text blocks that are continued by the block after them."""
    cuts = frozenset(
        place
        for place, (block, after) in enumerate(pairwise(flow))
        if isinstance(block, TextBlock)
        and isinstance(after, TextBlock)
        and not ends_sentence(block.text)
    )
    if not _is_set_in(flow, cuts, measure):
        return cuts
    return cuts | _cuts_after_full_stops(flow, cuts, measure)


def _cuts_after_full_stops(flow: Flow, cuts: frozenset[int], measure: Measure) -> frozenset[int]:
    """The blocks that end a sentence, a full line and a page at once.

    `depth` is the number of print lines since the last place known to begin a page, or None where
    there is none. A page comes out one line too long or too short, as the attributions on it are
    set closer than text; over several pages that adds up to more than chance.
    """
    found: set[int] = set()
    depth: int | None = None
    continues = False
    for place, block in enumerate(flow):
        if isinstance(block, PageStart):
            depth, continues = 0, False
        elif isinstance(block, NoteBlock):
            depth = None if block.separated or depth is None else depth + _note_rows(block, measure)
            continues = False
        else:
            if depth is not None:
                depth += _rows(block.text, continues, measure)
            cut = place in cuts or (
                isinstance(_at(flow, place + 1), TextBlock)
                and _fills_line(block.text, continues, measure)
                and depth is not None
                and abs(depth - measure.rows) <= 1
            )
            if cut:
                found.add(place)
                depth = 0
            continues = cut
    return frozenset(found)


def _is_set_in(flow: Flow, cuts: frozenset[int], measure: Measure) -> bool:
    """Whether the cuts inside sentences confirm `measure`.

    A third of them on full lines is half of what the series shows and seven times what chance
    would bring. A text without page cuts has none, and nothing to be merged after a full stop.
    """
    full = 0
    for place in cuts:
        block = flow[place]
        assert isinstance(block, TextBlock)
        full += _fills_line(block.text, place - 1 in cuts, measure)
    return full >= _ENOUGH_CUTS and 3 * full >= len(cuts)


def _at(flow: Flow, place: int) -> TextBlock | NoteBlock | PageStart | None:
    return flow[place] if place < len(flow) else None


def _length(text: str, continues: bool, measure: Measure) -> int:
    return len(text) + (0 if continues else measure.indent)


def _rows(text: str, continues: bool, measure: Measure) -> int:
    return math.ceil(_length(text, continues, measure) / measure.columns)


def _fills_line(text: str, continues: bool, measure: Measure) -> bool:
    return _length(text, continues, measure) % measure.columns == 0


def _note_rows(note: NoteBlock, measure: Measure) -> int:
    """Its lines, and the empty one between its passage and the next.

    Letters and digits are half as wide as a Chinese character. Half-width commas and brackets
    come from text recognition: the print has the wide ones.
    """
    widths = (
        sum(0.5 if mark.isascii() and (mark.isalnum() or mark == "-") else 1.0 for mark in line)
        for line in note.lines
    )
    return sum(math.ceil(width / measure.note_columns) for width in widths) + 1
