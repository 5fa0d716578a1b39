"""The title of a text whose marks tell headings from text."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from indexer.facts.site_names import split_title
from indexer.formats.blocks import Block, Content

_MOST_NAMES = 4
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_SITE = re.compile(
    r"\s*(?:[-_|｜]|[–—](?![–—]))\s*\S|\s*[（(]?(?:全文|原文|在线|完整|阅读|下载|最新)"
)


def headline(content: Content) -> tuple[str | None, int | None]:
    """The title, and the place of the block that is it; None where no block is."""
    known = _stated(content)
    if content.title_place == "page":
        found = _named_by_page(content.blocks, known)
    elif content.title_place == "heading":
        found = _first_heading(content.blocks, known)
    else:
        found = None
    return (known, None) if found is None else (content.blocks[found].text, found)


def _stated(content: Content) -> str | None:
    """The title that a file states. Exporters leave references of HTML in that of front matter."""
    if content.stated.title is None:
        return None
    title = content.stated.title.text
    if content.title_place == "page" or "&" not in title:
        return title
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), title)


def _named_by_page(blocks: Sequence[Block], page_title: str | None) -> int | None:
    """The place of the block that is the title, to which `<title>` adds names of site and column.

    A single `<h1>` is that if `<title>` contains it; several are sections.
    """
    headings = [place for place, block in enumerate(blocks) if block.level == 1]
    if len(headings) == 1:
        heading = "".join(blocks[headings[0]].text.split())
        if page_title is None or heading in "".join(page_title.split()):
            return headings[0]
    title = page_title
    for _ in range(_MOST_NAMES):
        for place, block in enumerate(blocks):
            if block.text == title:
                return place
        parts = split_title(title) if title else None
        title = parts[0] if parts else None
    return None


def _first_heading(blocks: Sequence[Block], known_title: str | None) -> int | None:
    """The place of the heading that is the title: the first one, if it is the only one of level 1.

    Where front matter names another title, it is a section; one that goes on with the name of a
    site (论政策全文在线阅读 - 毛泽东选集) is no other.
    """
    headings = [place for place, block in enumerate(blocks) if block.level]
    highest = [place for place in headings if blocks[place].level == 1]
    if len(highest) != 1 or headings[0] != highest[0]:
        return None
    heading = blocks[highest[0]].text
    if known_title is None or known_title == heading or _goes_on(known_title, heading):
        return highest[0]
    return None


def _goes_on(title: str, heading: str) -> bool:
    """Whether `title` is `heading` with the name of a site or its praise after it."""
    return title.startswith(heading) and _SITE.match(title, len(heading)) is not None
