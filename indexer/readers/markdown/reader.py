"""Markdown: headings are the title and the sections, marks are taken away, words stay.

Each list item, each block quotation and each table row is a paragraph; a fenced block of code is
one, its lines unchanged. Front matter may precede the text. A heading may lack the blank after `#`
where that is the habit of the file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.model.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.blocks import Block, line_blocks
from indexer.readers.front_matter import find_front_matter, read_front_matter
from indexer.readers.markdown.blocks import crowded_heading_level, heading_level, markdown_blocks
from indexer.sources.source_text import SourceText, check_pieces

_SUFFIXES = (".md", ".markdown", ".mdown")
_MARKUP = re.compile(r"[-*+]\s|>|```|~~~|\||=\s*$|\*\*[^*]+\*\*|!?\[[^\[\]]*\]\([^()]*\)|`[^`]+`")


def recognises(source: SourceText) -> bool:
    """Whether there is front matter or a heading; by its name, if there is any mark at all."""
    if find_front_matter(source.lines) is not None or _has_crowded_headings(source):
        return True
    named = _is_named_markdown(source)
    return any(
        heading_level(line.text) or (named and _MARKUP.search(line.text))
        for line in line_blocks(source.lines)
    )


def parse(source: SourceText) -> tuple[Document, ...]:
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)  # <br>, above all
    facts = read_front_matter(source)
    crowded = _has_crowded_headings(source)
    title, blocks = _headline(
        markdown_blocks(source.lines, facts.body, crowded=crowded), facts.title
    )
    document = Document(
        kind="markdown",
        title=title,
        paragraphs=article_paragraphs(blocks, facts.date),
        date=facts.date,
        publisher=facts.publisher,
        problems=facts.problems,
    )
    return (document,)


def _is_named_markdown(source: SourceText) -> bool:
    return source.path.lower().endswith(_SUFFIXES)


def _has_crowded_headings(source: SourceText) -> bool:
    """Whether `#标题` is a heading here: by the file's name, or because every `#` is written so."""
    marked = [line for line in source.lines if line.lstrip().startswith("#")]
    headings = [line for line in marked if crowded_heading_level(line)]
    return bool(headings) and (_is_named_markdown(source) or len(headings) == len(marked))


def _headline(
    blocks: Sequence[Block], known_title: str | None
) -> tuple[str | None, Sequence[Block]]:
    """The title, and the blocks without the heading that is it.

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
