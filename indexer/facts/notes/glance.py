"""What no note is without: quick looks at a text, before it is read as a note, which takes long.

A text that one of them lets pass may be anything; one that it does not is no note that can be read.

    >>> may_begin_or_end_in_note("要把网信工作做好。"), may_begin_or_end_in_note("《论甲》，第3页")
    (False, True)
"""

from __future__ import annotations

import re

from indexer.facts.notes.text import NOTE_MARK
from indexer.facts.notes.vocabulary import RELATION
from indexer.text.marks import DASHES
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence

_LONGEST_NOTE = 200  # characters
_HEAD = 200  # characters
_TAIL = 60  # characters

_MARKS = re.compile(
    rf"[（(）)《》]|第[{NUMERAL}]|[{DIGIT}]{{4}}[年.-]|^\s*(?:[{DASHES}]|--)|{RELATION}"
)
_READABLE = re.compile(rf"[年月日页卷期]|[0-9]{{4}}|[PpＰｐ][.．]?[0-9]|出版社|[{DASHES}-]{{1,2}}")
_SIGN = re.compile(rf"[《页頁引摘{DASHES}]|--|[{NUMERAL}]\s*[年月日]|[0-9]{{2}}[.-]|[PpＰｐ][0-9.]")
_END = re.compile(
    rf"[{NUMERAL}]\s*(?:[页頁日月年版期]|旬)|》|[PpＰｐ][.．]?\s?[0-9]|[卷集本]|[0-9]{{4}}[.-]"
    rf"|(?:[{DASHES}]|--)\s*[^{DASHES}]{{2,40}}$|讲话|講話|谈话|談話|[转轉]引|摘自"
)
_CLOSED = re.compile(rf"[》）)】〕\]页頁版期日][。.．]?{NOTE_MARK}?$")
"""How a note ends that ends a sentence."""
_CLOSING_WORDS = frozenset("页頁版期日")
"""Those of `_CLOSED`."""
_DATED = frozenset("页頁日")
"""One of these is in whatever `_BEGIN` finds."""
_BEGIN = re.compile(rf"[{DASHES}《（(【\[-][^。]{{0,120}}(?:第\s*[{NUMERAL}]+\s*[页頁]|日\s*《)")


def has_marks(text: str) -> bool:
    """Whether a line has any of the marks without which nothing is a note, sound or broken."""
    return _MARKS.search(simplified(text)) is not None


def may_be_readable(text: str) -> bool:
    """Whether a line has anything of which every note that can be read has something."""
    return _READABLE.search(simplified(text)) is not None


def has_sign_at_edge(text: str) -> bool:
    """Whether a text begins or ends with something of which every note has some."""
    return _SIGN.search(text[:_HEAD]) is not None or _SIGN.search(text[-_LONGEST_NOTE:]) is not None


def may_begin_or_end_in_note(text: str) -> bool:
    """Whether a text ends as notes do, or begins with one that a text follows on its line."""
    tail = text[-_TAIL:].rstrip()
    if _ends_plainly(tail) or (ends_sentence(tail) and not _CLOSED.search(tail)):
        return _begins(text[:_HEAD])
    return _END.search(tail) is not None


def _ends_plainly(tail: str) -> bool:
    """Whether a sentence ends as most do: with a word and 。"""
    return tail[-1:] == "。" and tail[-2:-1].isalpha() and tail[-2] not in _CLOSING_WORDS


def _begins(head: str) -> bool:
    return not _DATED.isdisjoint(head) and _BEGIN.search(head) is not None
