"""The title of a volume of works, and whose works they are.

    >>> volume_of("《邓小平文选第三卷》")
    Volume(title='邓小平文选第三卷', source='《邓小平文选》第三卷', person='邓小平')
    >>> volume_of("人民文集").person is None  # no person
    True

A name that is not known to be one must stand in the file as that of the author, too: 唐诗选集 has
the form of a person's works.
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from indexer.facts.people import CALLED, COLLECTED
from indexer.text.folding import HAN
from indexer.text.marks import CLOSING_QUOTES, OPENING_QUOTES, TITLE_CLOSING, TITLE_OPENING
from indexer.text.numerals import NUMERAL
from indexer.value import value

_KINDS: Final = (
    "选集",
    "文选",
    "文集",
    "全集",
    "文稿",
    "文存",
    "著作选读",
    "著作选",
    "选读",
    "讲话集",
    "讲话选编",
    "演讲集",
    "讲演集",
    "言论集",
    "书信集",
    "书信选集",
    "书信选",
    "军事文集",
    "军事文选",
    "外交文选",
    "经济文选",
    "谈治国理政",
)
"""What a volume of works is called, behind the name of whose works they are."""

_VOLUME = (
    rf"(?P<volume>第\s*[{NUMERAL}]+\s*[卷册集辑编]|[上中下][卷册]?|卷\s*[{NUMERAL}]+|"
    rf"[（(](?:第\s*)?[{NUMERAL}上中下]+[卷册集辑编]?[)）])?"
)
_TITLE = re.compile(
    rf"(?P<opens>[《〈「“])?(?:建国以来)?(?P<name>[{HAN}·]{{2,8}}?)"
    rf"(?P<kind>{'|'.join(sorted(_KINDS, key=len, reverse=True))})"
    rf"(?P<inner>[》〉」”])?\s*{_VOLUME}\s*(?P<closes>[》〉」”])?"
    r"(?:\s*[（(](?:全文|全集|电子版|修订版|第[^（()）]{1,4}版)[)）])?"
)
_AROUND = TITLE_OPENING + TITLE_CLOSING + OPENING_QUOTES + CLOSING_QUOTES
_PART = re.compile(r"\s*[-_—–|·]\s*|\s+")


@value(frozen=True, slots=True, kw_only=True)
class Volume:
    """A volume of works.

    Attributes:
        title: as it is written, without 《》 around it.
        source: the volume as a publication, `"《邓小平文选》第三卷"`.
        person: whose works they are; None where that is not one person who is known.
    """

    title: str
    source: str
    person: str | None

    def __repr__(self) -> str:
        return f"Volume(title={self.title!r}, source={self.source!r}, person={self.person!r})"


def volume_of(text: str, authors: Container[str] = ()) -> Volume | None:
    """The volume whose title `text` is, None where it is no title of one.

    Args:
        text: a line, a title, the name of a file.
        authors: who is named as an author in the file.
    """
    found = _TITLE.fullmatch(text.strip())
    if found is None:
        return None
    whole = "".join(text.split()).strip(_AROUND)
    number = "".join((found["volume"] or "").split())
    if number[1:2] == "第":
        number = number[1:-1]
    before = text.strip()[: found.end("kind")].lstrip("《〈「“")
    name = found["name"]
    known = name in COLLECTED or name in CALLED or name in authors
    person = CALLED.get(name, name) if known else None
    return Volume(
        title=whole.replace("》", ""),
        source=f"《{before}》{number}",
        person=person,
    )


def name_before_kind(text: str) -> str | None:
    """What stands before the kind in the title of a volume, None in others.

    >>> name_before_kind("张三文集"), name_before_kind("重要文献选编")
    ('张三', None)
    """
    found = _TITLE.fullmatch(text.strip())
    return found["name"] if found else None
