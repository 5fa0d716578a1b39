"""Tags in a plain text: what a copy of a web page has left in it, too few to make it one.

    >>> lines = "<tr>甲。<td>乙。", "<tbody>", "丙<b>丁</b>。<br>", "用<p>分段。"
    >>> [block.text for block in without_tags(map(Block, lines, [(1, 1)] * 4))]
    ['甲。 乙。', '丙丁。', '用', '分段。']

They are tags only where they stand as tags do three times at least: at the beginning or end of a
line, beside another, with attributes, around words. A text about HTML names them in its sentences.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from indexer.formats.blocks import Block
from indexer.formats.html.blocks import with_short_references

_DIVIDING: Final = (
    "article|blockquote|body|br|center|dd|div|dl|dt|h[1-6]|head|hr|html|li|ol|p|pre|section|table|"
    "tbody|tfoot|thead|title|tr|ul"
)
_INSIDE: Final = "a|b|big|em|font|i|img|o:p|small|span|strong|sub|sup|td|th|u"
_TAG: Final = re.compile(
    rf"</?(?:(?P<divides>{_DIVIDING})|(?P<cell>td|th)|{_INSIDE})(?=[\s/>])[^<>]*>|<!--[^<>]*-->",
    re.IGNORECASE,
)
_AS_TAGS_STAND: Final = re.compile(
    rf"(?:^\s*|>\s*)</?(?:{_DIVIDING})(?=[\s/>])[^<>]*>"
    rf"|</?(?:{_DIVIDING})(?=[\s/>])[^<>]*>(?=\s*$|\s*<)"
    rf"|<(?:{_DIVIDING})\s+[a-z]+\s*=[^<>]*>"
    r"|<(b|em|font|i|span|strong|u)(?=[\s>])[^<>]*>[^<>]*</\1>",
    re.IGNORECASE,
)
_FEWEST: Final = 3


def have_tags(lines: Iterable[str]) -> bool:
    """Whether there are tags in a plain text that are no words."""
    found = 0
    for line in lines:
        if "<" in line:
            found += len(_AS_TAGS_STAND.findall(line))
            if found >= _FEWEST:
                return True
    return False


def without_tags(blocks: Iterable[Block]) -> Iterator[Block]:
    """The lines without tags, and parted where these divide."""
    for block in blocks:
        if "<" not in block.text and "&" not in block.text:
            yield block
            continue
        opens = block.opens
        for text in _parted(block.text):
            yield replace(block, text=text, opens=opens)
            opens = True


def _parted(line: str) -> Sequence[str]:
    parts = [""]
    at = 0
    for tag in _TAG.finditer(line):
        parts[-1] += line[at : tag.start()]
        at = tag.end()
        if tag["divides"]:
            parts.append("")
        elif tag["cell"]:
            parts[-1] += " "
    parts[-1] += line[at:]
    plain = (html.unescape(with_short_references(part)) for part in parts)
    return [part.rstrip(" ") for part in plain if part and not part.isspace()]
