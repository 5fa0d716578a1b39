"""The title of a text whose marks tell headings from text."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.facts.site_names import split_title
from indexer.formats.blocks import Block, Content

_MOST_NAMES = 4


def headline(content: Content) -> tuple[str | None, Sequence[Block]]:
    """The title, and the blocks without the one that is it."""
    known = content.stated.title.text if content.stated.title else None
    if content.format == "html":
        found = _named_by_page(content.blocks, known)
    elif content.format == "markdown":
        found = _first_heading(content.blocks, known)
    else:
        found = None
    if found is None:
        return known, content.blocks
    return found.text, [block for block in content.blocks if block is not found]


def _named_by_page(blocks: Sequence[Block], page_title: str | None) -> Block | None:
    """The block that is the title, to which `<title>` adds the names of site and column.

    A single `<h1>` is that if `<title>` contains it; several are sections.
    """
    headings = [block for block in blocks if block.level == 1]
    if len(headings) == 1 and (page_title is None or headings[0].text in page_title):
        return headings[0]
    title = page_title
    for _ in range(_MOST_NAMES):
        for block in blocks:
            if block.text == title:
                return block
        parts = split_title(title) if title else None
        title = parts[0] if parts else None
    return None


def _first_heading(blocks: Sequence[Block], known_title: str | None) -> Block | None:
    """The heading that is the title: the first one, if it is the only one of level 1.

    Where front matter names another title, it is a section.
    """
    headings = [block for block in blocks if block.level]
    highest = [block for block in headings if block.level == 1]
    if len(highest) != 1 or headings[0] is not highest[0]:
        return None
    return highest[0] if known_title in (None, highest[0].text) else None
