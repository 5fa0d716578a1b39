"""What looks like a note where it stands, in a line of its own or at the end of a text.

>>> split_note("要用好信息技术。《论甲》（2018年4月20日），第3页").read.pages
'3'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.facts.notes.damaged import has_stray_stop, says_what
from indexer.facts.notes.likeness import is_suspect, looks_like_note, may_be_sentence_or_note
from indexer.facts.notes.reading import find_facts
from indexer.facts.notes.text import NOTE_MARK, ends, without_marks
from indexer.facts.notes.vocabulary import RELATION
from indexer.model.documents import AttributionLine
from indexer.text.marks import (
    BRACKET_PAIRS,
    CLOSING_BRACKETS,
    DASHES,
    FULL_WIDTH_ENDS,
    PAGE_RANGE_MARKS,
    PAUSES,
    RANGE_MARKS,
    ROUND_CLOSING,
    ROUND_OPENING,
    SENTENCE_ENDS,
    without,
)
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.simplified import simplified

_LONGEST = 200  # characters of a note at the end of a text
_LOOKED_AT = 400  # characters before the end of a text
_MOST_ENDS = 4
_AFTER_END = re.compile(rf"[{SENTENCE_ENDS}][”’」』）)》]*{NOTE_MARK}?\s*")
_DASH = re.compile(rf"[{DASHES}]{{1,4}}|--+")
_OPENING = {closing: opening for opening, closing in BRACKET_PAIRS.items()}
_MAY_END = re.compile(
    rf"[》）)】\]］〕页日年版号期卷本报刊网社电0-9]$|[{DASHES}-]{{1,4}}[^{DASHES}-]{{1,30}}$"
)
_LED = re.compile(rf"(?:[{DASHES}]|--|[（(【\[［]|{RELATION})")
_TITLE_AND_DATE = re.compile(rf"《[^《》]{{1,80}}》[（(][{DIGIT}]{{4}}年[{NUMERAL}月日]*[）)]")
_YEAR = re.compile(f"[{DIGIT}]{{4}}年")
_MAY_CLOSE = re.compile(r"[）)】\]］〕页日期版年]+")
_DATE_CLOSES = re.compile(f"[{ROUND_CLOSING}]|日(?=，|,)")
_BEGINNING = rf"[^{without(RANGE_MARKS, '至')}{PAUSES}.\]{without(CLOSING_BRACKETS, ']')}]"
"""What a text may begin with: 至, too."""

_BEGINS = re.compile(rf"(?![{NUMERAL}]{{0,4}}[年月日号页期版卷]|[0-9]+(?![.．、0-9])){_BEGINNING}")
"""How a text begins behind a note: not as the rest of one."""
_INSIDE = re.compile(rf"[《在致对同{ROUND_OPENING}【—]|{RELATION}")
_CITED_PAGE = re.compile(rf"第[{PAGE_RANGE_MARKS}{NUMERAL}]+页")
_PAPER = re.compile(rf"[{DIGIT}]{{4}}年[{NUMERAL}]{{1,3}}月[{NUMERAL}]{{1,3}}日《[^《》]{{2,12}}》")
_GOES_ON = re.compile(_BEGINNING)
_SHORTEST_TEXT = 6  # characters
_SHORT = 40  # characters of what may be a note without any sign of one


@dataclass(frozen=True, slots=True)
class TextAndNote:
    """A text and the note behind it on its line.

    Attributes:
        text: the words before the note.
        raw: the note.
        read: what it says, None where it was not read.
    """

    text: str
    raw: str
    read: AttributionLine | None


def split_note(text: str, *, suspicious: bool = False) -> TextAndNote | None:
    """The text and the note that stands behind it, None where none does.

    Args:
        text: a paragraph.
        suspicious: whether any sign of a note in its last sentence makes that one.
    """
    bare = text.rstrip()
    closed = ends(bare)
    if closed and not suspicious and not _MAY_END.search(without_marks(bare).rstrip("。")):
        return None
    cuts = sorted(set(_cuts(bare)))
    stray = next((cut for cut in (0, *cuts) if has_stray_stop(bare[cut:])), None)
    if stray is not None:
        return TextAndNote(bare[:stray].rstrip(), bare[stray:], None)
    for cut in cuts:
        tail = bare[cut:]
        read = find_facts(tail)
        if read is not None and ends(tail) and not _LED.match(simplified(tail)):
            read = read if read.speech and read.date else None
        if read is not None:
            return _checked(bare, cut, cuts, read)
    at = next((cut for cut in reversed(cuts) if _is_unread(bare, cut, suspicious=suspicious)), None)
    return TextAndNote(bare[:at].rstrip(), bare[at:], None) if at is not None else None


def _is_unread(text: str, cut: int, *, suspicious: bool) -> bool:
    """Whether what stands behind `cut` is a note that was not read."""
    tail = text[cut:]
    if ends(text[:cut]) and _may_be_note(tail, suspicious=suspicious):
        return True
    return _DASH.match(tail) is not None and not ends(tail) and looks_like_note(tail)


def _checked(text: str, cut: int, cuts: Sequence[int], read: AttributionLine) -> TextAndNote:
    """The text and the note from `cut` on, unread where it is the end of something else."""
    before = (one for one in (0, *cuts) if one < cut and says_what(text[one:cut]))
    first = next(before, cut)  # the first of two notes
    unsure = first < cut or (read.source and not read.speech and not ends(text[:cut]))
    return TextAndNote(text[:first].rstrip(), text[first:], None if unsure else read)


def _may_be_note(tail: str, *, suspicious: bool) -> bool:
    """Whether what follows the last sentence of a text may be a note that was not read."""
    if looks_like_note(tail) or _led(tail):
        return True
    return suspicious and (is_suspect(tail) or (len(tail) <= _SHORT and not ends(tail)))


def split_text(text: str) -> tuple[str, str] | None:
    """A note that can be read and the text that begins right behind it, None for others.

    A note ends at its page, or with the newspaper whose day stands before its name.

    >>> split_text("《论甲》，《文选》第一卷第三页没有调查，没有发言权。")
    ('《论甲》，《文选》第一卷第三页', '没有调查，没有发言权。')
    """
    simple = simplified(text[:_LONGEST])
    for page in (*_CITED_PAGE.finditer(simple), *_PAPER.finditer(simple)):
        rest = text[page.end() :].lstrip()
        if len(rest) < _SHORTEST_TEXT or not _GOES_ON.match(rest):
            continue
        if find_facts(text[: page.end()]):
            return text[: page.end()], rest
    return None


def note_before_text(text: str) -> int:
    """Where a text goes on behind the title and the date with which it begins; 0 in others.

    These are the note of the words above it, or the beginning of a sentence about what they name:
    who can tell?

    >>> note_before_text("在大会上的讲话（2016年8月19日）要完善信息服务体系。")
    19
    """
    simple = simplified(text[:_LONGEST])
    if _YEAR.search(simple) is None:
        return 0
    ends_of_parts = [found.end() for found in _MAY_CLOSE.finditer(simple)]
    for end in reversed(ends_of_parts):
        stop = end + (text[end : end + 1] == "。")
        rest = text[stop : stop + _LONGEST].lstrip()
        if len(rest) >= _SHORTEST_TEXT and _BEGINS.match(rest) and says_what(text[:end]):
            return stop
    return 0


def note_inside(text: str) -> str | None:
    """The title and date that stand between two sentences of a text: two passages on one line.

    >>> note_inside("要用好技术。《论甲》（2018年4月20日）要管好网络。")
    '《论甲》（2018年4月20日）'
    """
    if _YEAR.search(text) is None:
        return None
    for end in _AFTER_END.finditer(text):
        rest = text[end.end() : end.end() + 2 * _LONGEST]
        if _INSIDE.match(rest) and (cut := note_before_text(rest)):
            return rest[:cut]
    return None


def begins_like_note(text: str) -> bool:
    """Whether a text begins with a title and its date, as the notes of its book do."""
    return (
        _TITLE_AND_DATE.match(text) is not None
        or note_before_text(text) > 0
        or (not ends(text) and _begins_with_note(text))
    )


def _begins_with_note(text: str) -> bool:
    """Whether a text that ends no sentence begins with what can be read as a note: a broken one."""
    if len(text) > _LONGEST or any(mark in text for mark in FULL_WIDTH_ENDS):
        return False
    simple = simplified(text)
    if _YEAR.search(simple) is None:
        return False
    return any(says_what(text[: found.end()]) for found in _DATE_CLOSES.finditer(simple))


def _led(tail: str) -> bool:
    """Whether a last sentence begins as only notes do."""
    return _LED.match(simplified(tail)) is not None and may_be_sentence_or_note(tail)


def _cuts(text: str) -> Iterator[int]:
    """Where a note at the end of `text` may begin."""
    start = max(0, len(text) - _LOOKED_AT)
    after = [found.end() for found in _AFTER_END.finditer(text, start)]
    for cut in after[-_MOST_ENDS:]:
        if 0 < len(text) - cut <= _LONGEST:
            yield cut
    dashes = [found.start() for found in _DASH.finditer(text, max(0, len(text) - _LONGEST))]
    yield from (cut for cut in dashes if cut > 0)
    closing = without_marks(text)
    opening = _OPENING.get(closing[-1:])
    cut = closing.rfind(opening) if opening else -1
    if cut > 0 and len(text) - cut <= _LONGEST:
        yield cut
