"""How Chinese text is set: which blanks are the typesetter's, and where a sentence ends.

Chinese is set without blanks, so a blank beside a Chinese character is there for the typesetter
and not for the reader. Which blanks to drop depends on where a text comes from:
feeds and scans pad, other files keep their blanks.

    >>> without_padding('2016 年 4 月，" 互联网 + 教育 " on a Big Screen')
    '2016年4月，"互联网+教育" on a Big Screen'
"""

from __future__ import annotations

import re

from indexer.text.folding import HAN
from indexer.text.marks import (
    BLANKS,
    CLOSING_BRACKETS,
    CLOSING_QUOTES,
    PRINTED_ENDS,
    SHARED_MARKS,
    SINGLE_CLOSING,
    STRAIGHT,
)

_KANA = "\u3040-\u30ff"
_FULL_WIDTH_MARKS = "\u3001-\u3006\u3008-\u303f\uff01-\uffef"
_PADDING = re.compile(
    rf"(?<=[{HAN}{_KANA}{_FULL_WIDTH_MARKS}{SHARED_MARKS}]) "
    rf"| (?=[{HAN}{_KANA}{_FULL_WIDTH_MARKS}{SHARED_MARKS}])"
)
_HAN = re.compile(rf"[{HAN}]")
_CHINESE = re.compile(rf"[{HAN}{_KANA}{_FULL_WIDTH_MARKS}]")
_CLOSING = CLOSING_QUOTES + SINGLE_CLOSING + STRAIGHT + "'" + CLOSING_BRACKETS + BLANKS

_WORD = rf"[^\W_{HAN}]"
_BLANKS = re.compile(rf"(?<=[0-9])\s*\n\s*(?=[0-9])|(?P<gap>(?<={_WORD})\s+(?={_WORD}))|\s+")
"""Only a gap is kept. A line end between two digits separates no words: it is inside a number."""


def has_han(text: str) -> bool:
    """Whether `text` contains a Chinese character."""
    return _HAN.search(text) is not None


def is_chinese(character: str) -> bool:
    """Whether `character` is Chinese or a full-width mark, so that no blank is set beside it."""
    return _CHINESE.match(character) is not None


def without_padding(text: str) -> str:
    """`text` with single blanks, and none beside a Chinese character or full-width mark.

    Quotation marks, dashes and dots that other scripts share count as full-width only in a text
    that has Chinese characters in it.
    """
    single = " ".join(text.split())
    return _PADDING.sub("", single) if has_han(single) else single


def ends_sentence(text: str) -> bool:
    """Whether `text` ends in sentence-final punctuation; closing quotes and brackets may follow it.

    >>> ends_sentence("“这个会，我一直想开。”"), ends_sentence("亮利")
    (True, False)

    A full stop after a digit does not count: a break inside 9.89 looks the same.
    """
    bare = text.rstrip(_CLOSING)
    if bare.endswith("."):
        return not bare[-2:-1].isdigit()
    return bare[-1:] in PRINTED_ENDS and bare != ""


def mend(text: str) -> str:
    """`text` without the blanks and line ends that separate no words.

    >>> mend("出版社 2020 年版， 第 102 页")
    '出版社2020年版，第102页'
    """
    return _BLANKS.sub(lambda blanks: " " if blanks["gap"] else "", text)
