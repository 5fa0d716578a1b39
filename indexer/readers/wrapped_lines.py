"""Lines between two blank ones: broken at a width, so that they join, or paragraphs of their own.

>>> stanza = Block("没有网络安全", (1, 1)), Block("就没有国家安全。", (2, 2))
>>> list(paragraph_blocks(stanza))
[Block(text='没有网络安全就没有国家安全。', lines=(1, 2), level=0)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from indexer.readers.blocks import Block
from indexer.readers.hard_wraps import begins_paragraph, cells, column_width, joined
from indexer.readers.sentences import ends_sentence
from indexer.text.numerals import HAN_NUMERAL

_LONGEST_WRAPPED = 100
_NARROWEST = 40
_ROOM = 4
_CONTINUES = "，,、—（(《“"
_LIST_ITEM = re.compile(
    rf"\s*(?:[{HAN_NUMERAL}]{{1,3}}、|[（(][{HAN_NUMERAL}0-9]{{1,3}}[）)]|[0-9]{{1,3}}[.．、](?![0-9])|"
    rf"第[{HAN_NUMERAL}0-9]{{1,4}}[章节条]|[-*•●■]\s)"
)


def is_list_item(line: str) -> bool:
    """Whether `line` begins with a number or a bullet."""
    return _LIST_ITEM.match(line) is not None


def paragraph_blocks(stanza: Sequence[Block]) -> Iterator[Block]:
    """The paragraphs in a run of lines."""
    if not _are_wrapped(stanza):
        for line in stanza:
            yield replace(line, text=line.text.strip())
        return
    column = column_width(stanza)
    paragraph = [stanza[0]]
    for line in stanza[1:]:
        if is_list_item(line.text) or begins_paragraph(paragraph[-1].text, line.text, column):
            yield joined(paragraph)
            paragraph = []
        paragraph.append(line)
    yield joined(paragraph)


def _are_wrapped(stanza: Sequence[Block]) -> bool:
    """Whether lines were broken at a width, so that most go on in the next one.

    That shows in the last line, which ends the sentence, in commas at the line's end, or in
    lines as wide as the column. Otherwise it is a list, a table or verse.
    """
    inner = [line.text.strip() for line in stanza[:-1]]
    if not inner or any(cells(line) > _LONGEST_WRAPPED for line in inner):
        return False
    if 2 * sum(map(ends_sentence, inner)) >= len(inner):
        return False
    if ends_sentence(stanza[-1].text) or any(line.endswith(tuple(_CONTINUES)) for line in inner):
        return True
    column = column_width(stanza)
    full = sum(cells(line) + _ROOM > column for line in inner)
    return column > _NARROWEST and 5 * full >= 3 * len(inner)
