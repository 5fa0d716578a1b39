"""Notes that were damaged: a part of one, a full stop in one, two on a line, the rest of one alone.

Each is told from a text by what can still be read of it, for words that end nowhere are no proof.
"""

from __future__ import annotations

import re

from indexer.facts.notes.publications import read_publication
from indexer.facts.notes.reading import find_facts, has_speech_form
from indexer.facts.notes.text import brackets_match, wide
from indexer.facts.speech_names import names
from indexer.text.marks import DASHES, FULL_WIDTH_ENDS, PAGE_RANGE_MARKS
from indexer.text.numerals import DIGIT, NUMERAL
from indexer.text.simplified import simplified
from indexer.text.typography import ends_sentence

_LONGEST = 200  # characters of a note
_LONGEST_TITLE = 100  # characters; the longest that was seen has 41
_DATED = re.compile(
    rf"（[^（）《》。]{{0,30}}[{NUMERAL}][年月日][^（）《》，。]{{0,12}}）?"
    rf"|[{DIGIT}]{{4}}年[^（）《》，。]{{0,20}}）|（）"
)
"""The date of a note that has lost a bracket or the date itself."""

_UNDATED = re.compile(
    rf"《[^《》]+》(?:（[^（）]*）)?(?:[{DIGIT}]{{4}}年(?:[{NUMERAL}]+月(?:[{NUMERAL}]+日)?)?)?"
)
"""A title without a date in brackets, and without a source."""

_NAMED = re.compile(rf"(?:{names('alone')})$")
_REST = re.compile(rf"[年月日）)》，、；]|[0-9]{{1,3}}[年月日]|[{NUMERAL}]{{1,3}}[月日]")
_REST_OF_PAGE = re.compile(
    rf"(?:[{NUMERAL}]{{0,4}}年?版)?[，,]?第?[{PAGE_RANGE_MARKS}{NUMERAL}]+页?[。.]?"
    rf"|[{NUMERAL}]{{0,4}}年?版[。.]?|第?页[。.]?"
)
_STOP_IN_DATE = re.compile(
    rf"[^。（]{{2,80}}（[{DIGIT}]{{4}}年[^（）]{{0,12}}。[^（）]{{0,12}}）[^（]*$"
)
_NEXT_NOTE = re.compile(rf"[》）)日页版。]\s*(?=[《在致{DASHES}-])")
_SIGN = re.compile(
    rf"[{DIGIT}]{{4}}[年./－-]|[页頁]|》[（(，]?第?[{NUMERAL}上中下]+[卷集册期]|[Pp][.．]?[0-9]"
)
"""What a note has that says more than a title; a text without it need not be read as one."""
_STOP = re.compile("。")
_LONGEST_REST = 100  # characters


def has_stray_stop(text: str) -> bool:
    """Whether a text is a note but for a full stop that broke it in two.

    >>> has_stray_stop("《论甲》（2018年4月20日），。《文选》第一卷，第3页")
    True
    """
    bare = text.rstrip()
    if len(bare) > _LONGEST or "。" not in bare[:-1] or _SIGN.search(bare) is None:
        return False
    if _STOP_IN_DATE.match(wide(bare)):
        return True
    for place in (found.start() for found in _STOP.finditer(bare, 0, len(bare) - 1)):
        if says_what(bare[:place] + bare[place + 1 :]):
            rest = find_facts(bare[place + 1 :])
            return rest is None or rest.speech is None
    return False


def are_two_notes(text: str) -> bool:
    """Whether a text is one note right behind another.

    >>> are_two_notes("《论甲》（2018年4月20日）——《论乙》（2019年1月2日）")
    True
    """
    if len(text) > _LONGEST:
        return False
    places = (found.end() for found in _NEXT_NOTE.finditer(text))
    return any(says_what(text[:place]) and says_what(text[place:]) for place in places)


def is_rest_of_page(text: str) -> bool:
    """Whether a line is nothing but the end of a note: its page, its edition.

    >>> is_rest_of_page("版，第11页。"), is_rest_of_page("三期叠加")
    (True, False)
    """
    return _REST_OF_PAGE.fullmatch(text) is not None


def is_damaged(text: str) -> bool:
    """Whether a text is what is left of notes, whatever stands around it."""
    return is_rest_of_page(text) or has_stray_stop(text) or are_two_notes(text)


def is_rest_of_note(text: str) -> bool:
    """Whether a line begins or ends in the middle of a note that was broken."""
    if len(text) > _LONGEST_REST or any(mark in text.rstrip("。") for mark in FULL_WIDTH_ENDS):
        return False
    return _REST.match(text) is not None or is_rest_of_page(text) or not brackets_match(wide(text))


def says_what(text: str) -> bool:
    """Whether a text is a note with a title, and a date or a publication."""
    if len(text) > _LONGEST or _SIGN.search(text) is None:
        return False
    read = find_facts(text)
    return read is not None and read.speech is not None and bool(read.date or read.source)


def is_broken(raw: str) -> bool:
    """Whether `raw` has the parts of a note and nothing else, one of them damaged."""
    if ends_sentence(raw):
        return False
    whole = simplified(wide(raw).removesuffix("。"))
    if dated := _DATED.search(whole):
        title, rest = whole[: dated.start()], whole[dated.end() :].removeprefix("。")
        return _may_be_title(title, alone=not rest) and _names_publication(rest)
    if _UNDATED.fullmatch(whole):
        return True
    return any(
        _may_be_title(whole[: comma.start()], alone=False) and _names_place(whole[comma.start() :])
        for comma in re.finditer("，", whole)
    )


def _names_publication(text: str) -> bool:
    return not text or read_publication(text) is not None


def _names_place(text: str) -> bool:
    publication = read_publication(text)
    return publication is not None and publication.anchored


def _may_be_title(text: str, *, alone: bool) -> bool:
    """Whether `text` can be a title; `alone`, without a source, it must have the form of one."""
    if len(text) > _LONGEST_TITLE or re.search(f"[{FULL_WIDTH_ENDS}；]", text):
        return False
    marked = text.startswith("《") or text.endswith("》")
    formed = _NAMED.search(text) is not None or has_speech_form(text)
    return not alone or not text or marked or formed
