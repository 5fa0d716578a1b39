"""HTML files, whole pages and fragments.

Headings below the title become sections. Reading the tags is the work of `blocks`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from indexer.formats.blocks import Content, Stated, Statement, line_blocks
from indexer.formats.html.blocks import HtmlPage, read_html
from indexer.formats.markdown.blocks import heading_level
from indexer.sources.source_text import SourceText, check_pieces

NAME = "html"

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


def read(source: SourceText) -> Content:
    """The blocks of a page, and what its head states."""
    check_pieces(source.path, source.count("<"), "limits.tags", source.limits)
    page = read_html(source.lines)
    line = next(line_blocks(source.lines)).lines[0]
    stated = Stated(
        title=Statement(page.title, line) if page.title else None,
        published=_first(page, _DATE_NAMES, line),
        publisher=_first(page, _PUBLISHER_NAMES, line),
    )
    return Content.of(source, NAME, page.blocks, stated, title_place="page")


def _first(page: HtmlPage, names: tuple[str, ...], line: int) -> Statement | None:
    return next((Statement(page.meta[name], line) for name in names if name in page.meta), None)
