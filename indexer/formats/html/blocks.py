"""From HTML to blocks of text with their lines.

The standard library's parser is used because it alone reports positions, and every paragraph keeps
the lines it came from. It builds no tree, so neither depth nor missing end tags cost anything.

    >>> read_html(["<p>召开这次<b>座谈", "会</b></p>"]).blocks
    (Block(text='召开这次座谈会', lines=(1, 2), level=0, form='paragraph', opens=True),)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser

from indexer.formats.blocks import Block
from indexer.formats.html.rows import TextRow, collapsed, divided, heading, table_row

_LONGEST_HEADING = 120
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_RAISED = re.compile(r"\s*[0-9]{1,3}\s*", re.ASCII)
_LONG_REFERENCE = re.compile(r"&#(?:0*[1-9][0-9]{8,}|[xX]0*[1-9a-fA-F][0-9a-fA-F]{8,});?")
_PADDED_REFERENCE = re.compile(r"&#(?P<x>[xX]?)0{2,}(?=[0-9a-fA-F])")


def _set_of(names: str) -> frozenset[str]:
    """The names that blanks separate in `names`."""
    return frozenset(names.split())


# What elements mean to somebody who wants the text. _VOID ones have no end tag. _DIVIDING ones
# begin and end a block, and _PARAGRAPHS among them cannot be inside a heading. The content of
# _NEVER_TEXT is not read; that of _NO_WORDS is crossed out, or how a character is read aloud.
# _IMPLIED are the elements that end one whose end tag may be left out, if what is in it is not
# read; a paragraph ends at whatever divides. The content of _FURNITURE belongs to the page and not
# to the article on it; _FURNITURE_NAMES are classes and ids that mean the same of a _BOX, an
# element that is always closed and so cannot swallow what follows it.
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_VOID = _set_of(
    "area base basefont br col embed frame hr img input link meta param source track wbr"
)
_PARAGRAPHS = _set_of("article blockquote body center dl figure hr main ol p pre section table ul")
_DIVIDING = _PARAGRAPHS | _set_of(
    "address aside caption dd details div dt fieldset figcaption footer form "
    "h1 h2 h3 h4 h5 h6 head header html legend li nav option summary tbody td tfoot th thead title "
    "tr"
)
_NEVER_TEXT = _set_of(
    "button canvas iframe math noscript object script select style svg template textarea"
)
_NO_WORDS = _set_of("del rp rt rtc s strike")
_IMPLIED = {
    "dd": _set_of("dd dt"),
    "dt": _set_of("dd dt"),
    "li": _set_of("li"),
    "rp": _set_of("rp rt rtc"),
    "rt": _set_of("rp rt rtc"),
    "td": _set_of("td th tr"),
    "th": _set_of("td th tr"),
    "tr": _set_of("tr"),
}
_FURNITURE = _set_of("aside footer form header nav")
_FURNITURE_NAMES = _set_of(
    "nav navbar main-nav menu main-menu breadcrumb breadcrumbs crumb crumbs "
    "foot footer site-footer page-footer copyright share share-bar share-box bdsharebuttonbox "
    "related related-links related-news recommend sidebar"
)
_BOX = _set_of("div dl ol section table ul")


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """The content of an HTML file.

    Attributes:
        blocks: the text, headings among it.
        title: the content of `<title>`.
        meta: content of `<meta>` elements by name or property in lower case.
    """

    blocks: tuple[Block, ...]
    title: str | None
    meta: dict[str, str]


def read_html(lines: Sequence[str], start: int = 0) -> HtmlPage:
    """Read the lines from index `start` on.

    Navigation, page head and foot, side bars and forms are left out, unless nothing else is
    there: some sites put the whole page into one form.
    """
    for with_furniture in (False, True):
        collector = _BlockCollector(with_furniture, start, len(lines))
        collector.feed(_parseable("\n".join(lines[start:])))
        collector.close()
        collector.flush()
        if collector.blocks:
            break
    title = collapsed("".join(collector.title))
    return HtmlPage(tuple(collector.blocks), title or None, collector.meta)


def _parseable(text: str) -> str:
    """`text` without what html.parser raises on or takes quadratic time for.

    Marked sections become comments, as in HTML 5; a comment at the end closes whatever is still
    open, so that it is not tried again from each of its openings.
    """
    return with_short_references(text).replace("<![", "<!x[") + "<!-- -->"


class _BlockCollector(HTMLParser):
    """Collects the text of an HTML file between the tags that divide it."""

    def __init__(self, with_furniture: bool, start: int, last_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self._with_furniture = with_furniture
        self._start = start
        self._last_line = last_line
        self._stack: list[tuple[str, bool]] = []
        self._open: Counter[str] = Counter()
        self._skipping = 0
        self._level = 0
        self._rows = [TextRow()]
        self._cells: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipping:
            self._end_implied(tag)
        if tag in _DIVIDING:
            self.flush()
            if self._open["title"] and tag != "title":
                self._close("title")
        if tag == "br":
            self._rows.append(TextRow())
        elif tag == "tr":
            self._end_table_row()
        elif tag in ("td", "th"):
            self._cells.append(len(self.blocks))
        elif tag == "meta":
            self._read_meta(dict(attrs))
        if tag in _HEADINGS:
            self._level = _HEADINGS[tag]
        elif tag in _PARAGRAPHS:
            self._level = 0
        if tag not in _VOID:
            unread = tag in _NEVER_TEXT or tag in _NO_WORDS
            self._push(tag, skips=unread or self._is_furniture(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash means nothing in HTML but at the end of a void element or inside SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self._open["svg"]:
            self._close(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _DIVIDING:
            self.flush()
        if tag == "br":
            self._rows.append(TextRow())
        elif tag in ("tr", "table"):
            self._end_table_row()
        if self._open[tag]:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._skipping:
            return
        if self._open["title"]:
            self.title.append(data)
            return
        if self._open["sup"] and _RAISED.fullmatch(data):
            data = raised(data.strip())
        line = self._start + self.getpos()[0]
        if not self._open["pre"]:
            self._rows[-1].add(data, line)
            return
        first, *others = data.split("\n")
        self._rows[-1].add(first, line)
        for number, other in enumerate(others, line + 1):
            self._rows.append(TextRow())
            self._rows[-1].add(other, number)

    def flush(self) -> None:
        """End the block that is being read."""
        if len(self._rows) == 1 and not self._rows[0].first:
            self._rows[0].pieces.clear()
            return
        rows, self._rows = self._rows, [TextRow()]
        if not self._level:
            blocks = divided(rows, self._last_line)
            if self._open["blockquote"]:
                blocks = [replace(block, form="quote") for block in blocks]
            self.blocks.extend(blocks)
            return
        for block in heading(rows, self._last_line):
            level = self._level if len(block.text) <= _LONGEST_HEADING else 0
            self.blocks.append(replace(block, level=level))

    def _is_furniture(self, tag: str, attrs: list[tuple[str, str | None]]) -> bool:
        """Whether an element belongs to the page; the head of an article belongs to the article.

        What nobody sees belongs to the page, too: it is shown at times, or never.
        """
        if self._with_furniture:
            return False
        if attrs and _is_hidden(attrs):
            return True
        if tag in _BOX:
            return any(
                key in ("class", "id") and not _FURNITURE_NAMES.isdisjoint(_names(value))
                for key, value in attrs
            )
        in_article = tag == "header" and (self._open["article"] or self._open["main"])
        return tag in _FURNITURE and not in_article

    def _end_implied(self, tag: str) -> None:
        """End an element that is not read and that `tag` ends, as its end tag was left out."""
        name = next(name for name, skips in reversed(self._stack) if skips)
        if name in _NEVER_TEXT:
            return
        if tag in _IMPLIED.get(name, ()):
            self._close(name)
        elif tag in _DIVIDING and self._open["p"]:
            self._close("p")

    def _end_table_row(self) -> None:
        starts, self._cells = self._cells, []
        if starts:
            ends = (*starts[1:], len(self.blocks))
            cells = [self.blocks[start:end] for start, end in zip(starts, ends, strict=True)]
            self.blocks[starts[0] :] = table_row(cells)

    def _push(self, tag: str, *, skips: bool) -> None:
        self._stack.append((tag, skips))
        self._open[tag] += 1
        self._skipping += skips

    def _close(self, tag: str) -> None:
        """Close the innermost `tag` and everything left open inside it."""
        while True:
            name, skips = self._stack.pop()
            self._open[name] -= 1
            self._skipping -= skips
            if name in _HEADINGS:
                self._level = 0
            if name == tag:
                return

    def _read_meta(self, attributes: dict[str, str | None]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            self.meta.setdefault(name.strip().lower(), collapsed(content))


def _is_hidden(attrs: Sequence[tuple[str, str | None]]) -> bool:
    """Whether the attributes of an element say that nobody sees it."""
    for name, value in attrs:
        if name == "hidden":
            return value != "until-found"
        if name == "style" and value and _NOT_SHOWN.search(value):
            return True
        if name == "aria-hidden" and value == "true":
            return True
    return False


def _names(value: str | None) -> list[str]:
    """The classes in an attribute, or its only id."""
    return (value or "").lower().replace("_", "-").split()


def raised(digits: str) -> str:
    """Digits as they are printed above the line, which a mark of a note and a power both are.

    >>> raised("12")
    '¹²'
    """
    return digits.translate(_SUPERSCRIPTS)


def with_short_references(text: str) -> str:
    """`text` with references to characters of few digits; one to no character is U+FFFD.

    `&#20013;` is 中. The standard library turns the number into an integer, and refuses one of some
    thousand digits.

    >>> with_short_references("&#0000000020013;")
    '&#020013;'
    """
    if "&#" not in text:
        return text
    return _LONG_REFERENCE.sub(
        "\ufffd", _PADDED_REFERENCE.sub(lambda found: f"&#{found['x']}0", text)
    )
