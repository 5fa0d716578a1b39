"""HTML files, whole pages and fragments.

Headings below the title become sections. Reading the tags is the work of `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.model.documents import Document
from indexer.readers.articles import article_paragraphs
from indexer.readers.blocks import Block, line_blocks
from indexer.readers.html.blocks import HtmlPage, read_html
from indexer.readers.markdown.blocks import heading_level
from indexer.readers.site_names import split_title
from indexer.readers.timestamps import publication_date
from indexer.sources.source_text import SourceText, check_pieces

_PRELUDE = r"(?:\s|<!--(?:(?!-->).)*-->|<\?[^>]*>)*"
_PAGE = re.compile(_PRELUDE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FRAGMENT = re.compile(
    _PRELUDE + r"<(?:a|article|b|blockquote|br|center|div|dl|em|figure|font|h[1-6]|header|img|main|"
    r"meta|ol|p|section|span|strong|table|title|ul)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_TAG = re.compile(r"</?(?:br|div|h[1-6]|li|p|table|td|tr|ul)\b[^<>]*>", re.IGNORECASE)
_CHARACTERS_PER_TAG = 300
_LOOKED_AT = 200
_CHARACTERS_LOOKED_AT = 20_000
_MOST_NAMES = 4
_DATE_NAMES = (
    "article:published_time",
    "og:article:published_time",
    "pubdate",
    "publishdate",
    "publish_date",
    "datepublished",
    "dc.date",
    "date",
)
_PUBLISHER_NAMES = ("author", "og:site_name", "article:author")


def is_html(lines: Sequence[str], start: int = 0) -> bool:
    """Whether the lines from index `start` on are a page, or a fragment that tags divide.

    Markdown may contain such fragments between its headings.
    """
    first = lines[start : start + _LOOKED_AT]
    head = "\n".join(first)[:_CHARACTERS_LOOKED_AT]
    if _PAGE.match(head):
        return True
    tags = len(_BLOCK_TAG.findall(head))
    if not (_FRAGMENT.match(head) or (tags > 1 and tags * _CHARACTERS_PER_TAG > len(head))):
        return False
    return not any(map(heading_level, first))


def recognises(source: SourceText) -> bool:
    return is_html(source.lines)


def parse(source: SourceText) -> tuple[Document, ...]:
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)
    page = read_html(source.lines)
    title, blocks = _headline(page)
    first_line = next(line_blocks(source.lines)).lines[0]
    date, problems = publication_date(_first(page, _DATE_NAMES), source.zone, first_line)
    document = Document(
        kind="html",
        title=title,
        paragraphs=article_paragraphs(blocks, date),
        date=date,
        publisher=_first(page, _PUBLISHER_NAMES),
        problems=problems,
    )
    return (document,)


def _headline(page: HtmlPage) -> tuple[str | None, Sequence[Block]]:
    """The title and the blocks without it."""
    headline = _headline_block(page)
    if headline is None:
        return page.title, page.blocks
    return headline.text, [block for block in page.blocks if block is not headline]


def _headline_block(page: HtmlPage) -> Block | None:
    """The block that is the title, to which `<title>` adds the names of site and column.

    A single `<h1>` is that if `<title>` contains it; several are sections.
    """
    headings = [block for block in page.blocks if block.level == 1]
    if len(headings) == 1 and (page.title is None or headings[0].text in page.title):
        return headings[0]
    title = page.title
    for _ in range(_MOST_NAMES):
        for block in page.blocks:
            if block.text == title:
                return block
        parts = split_title(title) if title else None
        title = parts[0] if parts else None
    return None


def _first(page: HtmlPage, names: tuple[str, ...]) -> str | None:
    return next((page.meta[name] for name in names if name in page.meta), None)
