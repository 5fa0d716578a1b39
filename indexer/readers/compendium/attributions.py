"""The line under a passage that says where it comes from: `TITLE（DATE）[，SOURCE[，第P[-P]页]]`.

This module reads one attribution from its text; `notes` finds where one stands.

    >>> read = parse_attribution("《致大会的贺信》(2017年12月3日),《人民日报》2017年12月4日")
    >>> read.speech, read.source
    ('致大会的贺信', '《人民日报》2017年12月4日')
"""

from __future__ import annotations

import re
import unicodedata

from indexer.model.documents import Attribution
from indexer.readers.compendium.print_lines import mend
from indexer.readers.compendium.publications import PAGES
from indexer.text.date_forms import parse_date
from indexer.text.marks import FULL_WIDTH, RANGE_MARKS, without
from indexer.text.numerals import NUMERAL
from indexer.wording.said import said

_DATE_LIKE = re.compile(rf"[{NUMERAL}][年月日]|[0-9]{{4}}")
_BRACKET = re.compile(r"（(?P<inside>[^（）]*)）")
# They become the hyphen, which is one of them.
_PAGE_RANGE = re.compile(f"[{without(RANGE_MARKS, '-')}]")
_FULL_STOP = re.compile(r"[。.]$")


def parse_attribution(text: str) -> Attribution:
    """What `text`, which is one attribution and nothing else, says.

    Raises:
        ValueError: it is broken. The message goes on from "the attribution …".
    """
    whole = plain(text)
    if not brackets_match(whole):
        raise ValueError(said("reading.fault_brackets"))
    bracket = date_bracket(whole)
    if bracket is None:
        raise ValueError(said("reading.fault_no_date"))
    speech = _without_outer_marks(whole[: bracket.start()])
    if not speech:
        raise ValueError(said("reading.fault_no_title"))
    try:
        date = parse_date(bracket["inside"])
    except ValueError as error:
        raise ValueError(said("reading.fault_date")) from error
    source, pages = _source_and_pages(whole[bracket.end() :])
    return Attribution(speech=speech, date=date, source=source, pages=pages)


def plain(text: str) -> str:
    """`text` mended, in wide marks, without a full stop at its end."""
    return _FULL_STOP.sub("", mend(text).translate(FULL_WIDTH))


def brackets_match(whole: str) -> bool:
    expected: list[str] = []
    partners = {"《": "》", "（": "）", "〈": "〉"}
    for mark in whole:
        if mark in partners:
            expected.append(partners[mark])
        elif mark in partners.values() and (not expected or expected.pop() != mark):
            return False
    return not expected


def date_bracket(whole: str) -> re.Match[str] | None:
    """The first bracket outside 《》 that holds something like a date."""
    for bracket in _BRACKET.finditer(whole):
        before = whole[: bracket.start()]
        outside = before.count("《") <= before.count("》")
        if outside and _DATE_LIKE.search(mend(bracket["inside"])):
            return bracket
    return None


def _without_outer_marks(title: str) -> str:
    """`title` without the 《》 that hold all of it."""
    if title.startswith("《") and title.endswith("》") and brackets_match(title[1:-1]):
        return title[1:-1]
    return title


def _source_and_pages(rest: str) -> tuple[str | None, str | None]:
    found = PAGES.search(rest)
    source = (rest[: found.start()] if found else rest).strip("，")
    if found is None:
        return source or None, None
    return source or None, _PAGE_RANGE.sub("-", unicodedata.normalize("NFKC", found["pages"]))
