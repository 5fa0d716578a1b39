"""A newspaper page, as text recognition leaves it: short lines, broken at the column's width.

Blank lines are wherever the scan was cut, inside paragraphs too, and the indent of a paragraph's
first line is gone. What can be relied on: wrapped lines are as wide as their column, the last line
of a paragraph ends a sentence, and a first line is narrower by its indent. A line too short to be
wrapped that ends no sentence is display type: the headline, a deck, a heading.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indexer.facts.articles.sections import article_paragraphs
from indexer.formats.blocks import Block, Content, Stanza, stanzas
from indexer.formats.hard_wraps import INDENT_CELLS, begins_paragraph, cells, column_width, joined
from indexer.model.documents import Document, Understood
from indexer.text.typography import ends_sentence, has_han, without_padding

_FEWEST_LINES = 8
_COLUMN_CELLS = range(20, 53)
_TOLERANCE = 8
_SHORT_BY = 6


def recognises(content: Content) -> bool:
    """Whether most lines are Chinese, of nearly one short width, and end in mid-sentence.

    Text that is broken at a width but has its blank lines between paragraphs is no scan.
    """
    if content.marked:
        return False
    page = list(stanzas(content.blocks))
    lines = [line.text.strip() for stanza in page for line in stanza]
    if len(lines) < _FEWEST_LINES:
        return False
    widths = sorted(map(cells, lines))
    column = widths[len(widths) * 3 // 4]
    if column not in _COLUMN_CELLS or 15 * sum(line.count("。") for line in lines) < len(lines):
        return False
    wrapped = sum(_is_wrapped(line, column) for line in lines)
    cut = any(len(stanza) > 1 and _is_wrapped(stanza[-1].text.strip(), column) for stanza in page)
    return cut and 10 * wrapped >= 6 * len(lines)


def read(content: Content) -> tuple[Document, ...] | None:
    """The page that a content is, None where it is none."""
    return (read_page(content),) if recognises(content) else None


def read_page(content: Content) -> Document:
    """The lines of a page as a document."""
    title, lines = _read(list(stanzas(content.blocks)))
    blocks = [replace(block, text=without_padding(block.text)) for block in map(joined, lines)]
    told: list[Understood] = []
    paragraphs = article_paragraphs(blocks, told=told)
    return Document(
        kind="newspaper",
        title=without_padding(title.text) if title else None,
        paragraphs=paragraphs,
        understood=tuple(told),
        problems=content.problems,
    )


def _is_wrapped(line: str, column: int) -> bool:
    """Whether `line` is full and breaks off inside a sentence."""
    return abs(cells(line) - column) <= _TOLERANCE and line[-1].isalnum() and has_han(line)


def _read(page: Sequence[Stanza]) -> tuple[Block | None, list[list[Block]]]:
    """The headline and the lines of each paragraph.

    The headline is the first line in display type. Running text that is cut by display type or
    by the end of a stanza goes on where the next running text begins.
    """
    title: Block | None = None
    paragraphs: list[list[Block]] = []
    unfinished: list[Block] | None = None
    for index, stanza in enumerate(page):
        if _is_display(page, index):
            decks = list(stanza)
            if title is None:
                title = decks.pop(0)
            paragraphs += [[deck] for deck in decks]
            continue
        column = column_width(stanza)
        for position, line in enumerate(stanza):
            previous = stanza[position - 1].text if position else ""
            if unfinished is None or (position and begins_paragraph(previous, line.text, column)):
                unfinished = []
                paragraphs.append(unfinished)
            unfinished.append(line)
        if ends_sentence(stanza[-1].text):
            unfinished = None
    return title, paragraphs


def _is_display(page: Sequence[Stanza], index: int) -> bool:
    """Whether a stanza is set in display type.

    A line in running text may be a mark or two narrower than the widest, and a first line by its
    indent. A last line may be short because the page ends there.
    """
    stanza = page[index]
    if ends_sentence(stanza[-1].text):
        return False
    lines = stanza[:-1] or stanza
    column = max((_widest(near) for near in _measures(page, index)), default=0)
    short = [
        line
        for position, line in enumerate(lines)
        if cells(line.text.strip()) < column - (_SHORT_BY if position else _SHORT_BY + INDENT_CELLS)
        and not ends_sentence(line.text)
    ]
    return len(short) * 4 >= len(lines)


def _measures(page: Sequence[Stanza], index: int) -> Sequence[Stanza]:
    """The stanzas whose width shows what is a full line in stanza `index`.

    A line that is alone is measured against the narrower of its neighbours.
    """
    if len(page[index]) > 1:
        return [page[index]]
    around = [near for near in page[max(index - 1, 0) : index + 2] if len(near) > 1]
    return sorted(around, key=_widest)[:1]


def _widest(stanza: Stanza) -> int:
    return max(cells(line.text.strip()) for line in stanza)
