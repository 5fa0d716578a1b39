"""Markdown: headings are the title and the sections, marks are taken away, words stay.

Each list item, each block quotation and each table row is a paragraph; a fenced block of code is
one, its lines as they stand. Front matter may precede the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.blocks import Block, line_blocks
from indexer.readers.front_matter import find_front_matter, read_front_matter
from indexer.readers.markdown_blocks import heading_level, markdown_blocks
from indexer.source_text import SourceText

_SUFFIXES = (".md", ".markdown", ".mdown")
_MARKUP = re.compile(
    r"\s*(?:[-*+]\s|>|```|~~~|\||=+\s*$)|\*\*[^*]+\*\*|!?\[[^\[\]]*\]\([^()]*\)|`[^`]+`"
)


def recognises(source: SourceText) -> bool:
    """Whether there is front matter or a heading; by its name, if there is any mark at all."""
    if find_front_matter(source.lines) is not None:
        return True
    named = source.path.lower().endswith(_SUFFIXES)
    return any(
        heading_level(line.text) or (named and _MARKUP.search(line.text))
        for line in line_blocks(source.lines)
    )


def parse(source: SourceText) -> tuple[Document, ...]:
    facts = read_front_matter(source)
    title, blocks = _headline(markdown_blocks(source.lines, facts.body), facts.title)
    document = Document(
        kind="markdown",
        title=title,
        paragraphs=article_paragraphs(blocks, facts.date),
        date=facts.date,
        publisher=facts.publisher,
        problems=facts.problems,
    )
    return (document,)


def _headline(
    blocks: Sequence[Block], known_title: str | None
) -> tuple[str | None, Sequence[Block]]:
    """The title, and the blocks without the heading that says it.

    A heading is the title if it is the first one and the only one of level 1. Where front matter
    names another title, it is a section.
    """
    headings = [block for block in blocks if block.level]
    highest = [block for block in headings if block.level == 1]
    if len(highest) != 1 or headings[0] is not highest[0]:
        return known_title, blocks
    if known_title not in (None, highest[0].text):
        return known_title, blocks
    return highest[0].text, [block for block in blocks if block is not highest[0]]
