"""The words of the editors at the end of a volume, where no heading parts them from its last work.

They are told by their signature and by what they begin with: 本书收入…, 编者 under it. Where only
one of these is there, nobody can tell.
"""

from __future__ import annotations

import re
from dataclasses import replace

from indexer.model.documents import Document, Paragraph
from indexer.text.numerals import NUMERAL

_SIGNED = re.compile(
    r"(?:本书)?(?:编者|编辑者|选编者|编译者|出版者)|[^，。：；]{2,30}(?:编辑组|编写组|编辑部|编委会"
    r"|编辑委员会|编辑小组|文献研究室|出版社)"
)
_DAY = re.compile(rf"[{NUMERAL}]{{4}}年(?:[{NUMERAL}]{{1,3}}月)?(?:[{NUMERAL}]{{1,3}}日)?")
_BEGINS = re.compile("(?:本书|本卷|本集|本文集|本选集|这[本部](?:书|文集|选集)|编者)")
_LONGEST_SIGNATURE = 40  # characters
_MOST = 30  # paragraphs


def without_afterword(document: Document) -> Document:
    """The last work of a volume with the words of its editors as nobody's, if it ends with any."""
    paragraphs = document.paragraphs
    end = len(paragraphs)
    if end and _DAY.fullmatch(paragraphs[end - 1].text.strip("（） ")):
        end -= 1
    if not end or not _is_signature(paragraphs[end - 1].text):
        return document
    begins = (
        place
        for place in range(max(1, end - _MOST), end - 1)
        if _BEGINS.match(paragraphs[place].text)
    )
    start = next(begins, None)
    if start is None:
        return document
    editors = tuple(map(_of_editors, paragraphs[start:]))
    return replace(document, paragraphs=(*paragraphs[:start], *editors))


def _is_signature(text: str) -> bool:
    bare = text.strip()
    return len(bare) <= _LONGEST_SIGNATURE and _SIGNED.fullmatch(bare) is not None


def _of_editors(one: Paragraph) -> Paragraph:
    if one.role == "note":
        return one
    return replace(
        one,
        role="article",
        speech=None,
        speaker=None,
        date=None,
        date_kind=None,
        source=None,
        pages=None,
    )
