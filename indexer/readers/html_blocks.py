"""From HTML to blocks of text, with the lines they stand on.

The standard library's parser is used because it alone reports positions, and every paragraph keeps
the lines it came from. It builds no tree, so neither depth nor missing end tags cost anything.

    >>> read_html(["<p>召开这次<b>座谈", "会</b></p>"]).blocks
    (Block(text='召开这次座谈会', lines=(1, 2), level=0),)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html.parser import HTMLParser

from indexer.readers.blocks import Block
from indexer.readers.html_rows import Row, collapsed, divided
from indexer.readers.html_tags import (
    DIVIDING,
    FURNITURE,
    HEADINGS,
    NEVER_TEXT,
    PARAGRAPHS,
    VOID,
)

_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """What is in an HTML file.

    Attributes:
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
    for skipped in (NEVER_TEXT | FURNITURE, NEVER_TEXT):
        collector = _BlockCollector(skipped, start, len(lines))
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
    return text.replace("<![", "<!x[") + "<!-- -->"


class _BlockCollector(HTMLParser):
    """Collects the text of an HTML file between the tags that divide it."""

    def __init__(self, skipped: frozenset[str], start: int, last_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.title: list[str] = []
        self.meta: dict[str, str] = {}
        self._skipped = skipped
        self._start = start
        self._last_line = last_line
        self._stack: list[tuple[str, bool]] = []
        self._open: Counter[str] = Counter()
        self._skipping = 0
        self._level = 0
        self._rows = [Row()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DIVIDING:
            self.flush()
            if self._open["title"] and tag != "title":
                self._close("title")
        if tag == "br":
            self._rows.append(Row())
        elif tag == "meta":
            self._read_meta(dict(attrs))
        if tag in HEADINGS:
            self._level = HEADINGS[tag]
        elif tag in PARAGRAPHS:
            self._level = 0
        if tag not in VOID:
            skips = self._skips(tag)
            self._stack.append((tag, skips))
            self._open[tag] += 1
            self._skipping += skips

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash means nothing in HTML but at the end of a void element or inside SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID and self._open["svg"]:
            self._close(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in DIVIDING:
            self.flush()
        if tag == "br":
            self._rows.append(Row())
        if self._open[tag]:
            self._close(tag)

    def handle_data(self, data: str) -> None:
        if self._open["title"] and not self._skipping:
            self.title.append(data)
        elif not self._skipping:
            line = self._start + self.getpos()[0]
            if self._open["pre"]:
                for offset, part in enumerate(data.split("\n")):
                    if offset:
                        self._rows.append(Row())
                    self._rows[-1].add(part, line + offset)
            else:
                self._rows[-1].add(data, line)

    def flush(self) -> None:
        """End the block that is being read."""
        if len(self._rows) == 1 and not self._rows[0].first:
            self._rows[0].pieces.clear()
            return
        rows, self._rows = self._rows, [Row()]
        for block in divided(rows, self._last_line):
            level = self._level if len(block.text) <= _LONGEST_HEADING else 0
            self.blocks.append(Block(block.text, block.lines, level))

    def _skips(self, tag: str) -> bool:
        """The head of an article belongs to it, the head of a page does not."""
        in_article = tag == "header" and (self._open["article"] or self._open["main"])
        return tag in self._skipped and not in_article

    def _close(self, tag: str) -> None:
        """Close the innermost `tag` and everything left open inside it."""
        while True:
            name, skips = self._stack.pop()
            self._open[name] -= 1
            self._skipping -= skips
            if name in HEADINGS:
                self._level = 0
            if name == tag:
                return

    def _read_meta(self, attributes: dict[str, str | None]) -> None:
        name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop")
        content = attributes.get("content")
        if name and content and content.strip():
            self.meta.setdefault(name.strip().lower(), collapsed(content))
