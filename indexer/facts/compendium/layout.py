"""How the lines of a book stand: broken at a width or not, and what an empty line means in it.

In a text that its author wrote an empty line ends a paragraph; in a print that was recognised it
may as well be the foot of a page, in the middle of a word. That shows in blocks that break off
inside a sentence and in page numbers between them.

    >>> lay_out([Block("文一。", (1, 1)), Block("文二。", (2, 2))]).apart
    True
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.facts.compendium.chapters import parse_heading
from indexer.facts.compendium.furniture import without_furniture
from indexer.facts.compendium.notes import find_note
from indexer.facts.compendium.print_lines import (
    PrintLine,
    PrintStanza,
    print_lines,
    print_stanzas,
)
from indexer.facts.compendium.standing import split_note
from indexer.facts.notes.likeness import has_sign
from indexer.facts.notes.text import ends
from indexer.formats.blocks import Block
from indexer.formats.hard_wraps import cells
from indexer.text.folding import HAN
from indexer.text.marks import DASHES, without
from indexer.text.simplified import simplified

_NARROWEST = 30  # characters; no line of a print has more, in the series it has 23
_WIDEST = 264  # cells: lines of 120 characters, with what is squeezed in
_RAGGED = 8  # cells by which a full line may be short: a word of other letters did not fit
_SIGNED = re.compile(rf"(?:——|--|[{without(DASHES, '—')}])\s*[{HAN}·]{{2,8}}$")
"""A line that ends with who said it."""

_CLAUSE = re.compile("[，,。；]")
_GOES_ON = ("：", ":", "；", "、", "——", "…")
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a book, and what they mean.

    Attributes:
        lines: its lines; each that is a paragraph of its own opens.
        wrapped: whether lines are broken at a width, so that they join.
        apart: whether an empty line always ends a paragraph.
    """

    lines: tuple[PrintLine, ...]
    wrapped: bool
    apart: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BookForm:
    """How a book is written, as far as that decides what its lines are.

    Attributes:
        contents: the chapter headings that its contents announce, by their numbers.
        numbered: whether its chapters are known by their numbers.
        level: the level of the headings that begin a chapter, 0 where a format marks none.
        wrapped: whether lines are broken at a width.
        apart: whether an empty line always ends a paragraph.
        single: whether nearly every passage is one paragraph, so that a second one is suspect.
        behind: whether notes stand behind their texts, so that the last sentence is suspect.
    """

    contents: Mapping[int, str]
    numbered: bool = True
    level: int = 0
    wrapped: bool = False
    apart: bool = False
    single: bool = False
    behind: bool = False


def lay_out(blocks: Sequence[Block], *, marked: bool = False) -> Layout:
    """How the lines of `blocks` stand; `marked` ones are paragraphs by the marks of a format."""
    lines = print_lines(blocks)
    wrapped = is_wrapped(lines)
    apart = marked or not _is_cut(lines, wrapped=wrapped)
    if not wrapped and (apart or _few_open(lines)):
        lines = tuple(line if line.opens else replace(line, opens=True) for line in lines)
    elif wrapped and 2 * sum(line.indented for line in lines) > sum(line.opens for line in lines):
        lines = _opened_by_indents(lines)
    return Layout(lines, wrapped, apart)


def _opened_by_indents(lines: Sequence[PrintLine]) -> tuple[PrintLine, ...]:
    """Lines that begin a paragraph, open: with an indent, after a short line, and headings."""
    widths = sorted(cells(line.text) for line in lines)
    column = widths[len(widths) * 9 // 10]
    done = list(lines[:1])
    for before, line in pairwise(lines):
        begins = line.indented or cells(before.text) < column - _RAGGED
        begins = begins or parse_heading(line.text) is not None
        done.append(replace(line, opens=True) if begins and not line.opens else line)
    return tuple(done)


def is_wrapped(lines: Sequence[PrintLine]) -> bool:
    """Whether `lines` are broken at a width, and are not whole blocks or paragraphs.

    Then most that another follows directly are full and break off inside a sentence.
    """
    inner = [line.text for line, after in pairwise(lines) if not after.opens]
    signed = sum(_SIGNED.search(line) is not None for line in inner)
    if 2 * signed >= len(inner):
        return False
    widths = sorted(map(cells, inner))
    column = widths[len(widths) * 9 // 10]
    narrow = 4 * sum(len(line.text) > _NARROWEST for line in lines) < len(lines)
    if narrow and 10 * sum(width >= column - 2 for width in widths) >= 9 * len(inner):
        return True
    if 2 * sum(map(ends, inner)) > len(inner):
        return False
    if narrow and not _few_open(lines):
        return True
    full = sum(width >= column - _RAGGED for width in widths)
    return column <= _WIDEST and 10 * full >= 6 * len(inner)


def _few_open(lines: Sequence[PrintLine]) -> bool:
    """Whether empty lines are too few to part the paragraphs."""
    return 6 * sum(line.opens for line in lines) < len(lines)


def _is_cut(lines: Sequence[PrintLine], *, wrapped: bool) -> bool:
    """Whether the foot of pages left line ends or empty lines inside paragraphs."""
    if len(without_furniture(lines, None)) < len(lines):
        return True
    every = print_stanzas(lines) if wrapped else [PrintStanza((line,)) for line in lines]
    first = [0]
    for stanza in every:
        first.append(first[-1] + len(stanza.lines))
    cut = sum(
        _breaks_off(stanza.text) and find_note(lines, after) is None
        for stanza, after in zip(every, first[1:], strict=True)
        if after < len(lines)
    )
    return 50 * cut > len(every)


def _breaks_off(text: str) -> bool:
    """Whether a block ends inside a sentence, and is no heading and nothing like a note."""
    return (
        _CLAUSE.search(text) is not None
        and not ends(text)
        and not text.endswith(_GOES_ON)
        and not has_sign(simplified(text)[:_LONGEST_HEADING])
        and (len(text) > _LONGEST_HEADING or parse_heading(text) is None)
        and split_note(text) is None
    )
