"""Who speaks in a clause: a person named by name or office, and who is named before the verb.

    >>> sorted(subjects("总书记对他的老同学说", 0, 10))
    ['总书记']

>>> speaks_by_name("李建明", 0, 3), speaks_by_name("白皮书", 0, 3)
(True, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer.text.simplified import simplified
from indexer.text.span import Span
from searcher.claims.lexicon import either, plain, words_of


@dataclass(frozen=True, slots=True)
class Persons:
    """The persons whom articles quote by name: those of the lexicon, and others.

    Attributes:
        others: names, in simplified characters; each is a person whose words are handed on.
    """

    others: tuple[str, ...] = ()

    def named(self, *lists: str) -> str:
        """A pattern of any of the words of some lists of the lexicon, or of the other names."""
        names = {*words_of(*lists), *self.others}
        return f"(?:{'|'.join(map(re.escape, sorted(names, key=lambda one: (-len(one), one))))})"


LISTED = Persons()
"""Those of the lexicon alone."""

KEPT = 8
"""The number of sets of persons whose patterns are kept: there is one for each collection."""


def persons_of(speakers: Iterable[str]) -> Persons:
    """The persons whom articles quote by name where a collection names its `speakers`."""
    return Persons(tuple(map(simplified, speakers)))


@lru_cache(KEPT)
def speaker(persons: Persons) -> re.Pattern[str]:
    """Who can speak."""
    return re.compile(
        rf"{persons.named('persons', 'offices.alone')}"
        r"|(?<![其吉])他(?![们人国乡方])|她(?!们)"
        rf"|{plain('offices.office')}(?![们团台级处]|医师)|{plain('offices.address')}(?!们)"
    )


@cache
def _towards() -> re.Pattern[str]:
    """What makes a person the object of a clause, or of somebody else's studies."""
    return re.compile(
        rf"(?:(?<![针面])对(?!此)|[向给跟让请被由]|{either('verbs.heeds')})[^，,在的]{{0,12}}$"
    )


@cache
def _belongs() -> re.Pattern[str]:
    """What makes a person the owner of the subject and not the subject (习近平总书记重要论述)."""
    return re.compile(
        rf"{plain('offices.title')}*"
        r"(?:关于|重要|系列|治国|的(?!话|(?:重要)?讲话|贺信|致辞))"
    )


_BESIDE = (
    "(?:还|也|又|则|曾|最后|同时|随后|介绍|补充|解释|回忆|感慨|感叹|告诉记者|在会[上后]|明确|认真)*"
)
_GIVEN_NAME = r"[\u4e00-\u9fff]{1,2}"
"""What follows a surname."""


@cache
def _last() -> re.Pattern[str]:
    """How a clause ends whose subject is a person or a meeting."""
    name = f"{either('surnames')}{_GIVEN_NAME}"
    return re.compile(
        rf"(?:{plain('people.named')}(?:{name})?|{plain('meetings.speaks')}){_BESIDE}\Z"
    )


@cache
def _alone() -> re.Pattern[str]:
    """A clause that is a name."""
    return re.compile(rf"\s*{either('surnames')}{_GIVEN_NAME}{_BESIDE}\Z")


def subjects(words: str, start: int, end: int, persons: Persons = LISTED) -> frozenset[str]:
    """Those who can speak and are subjects in `words[start:end]`, one clause or several, as they
    are named there."""
    return frozenset(
        found[0]
        for found in speaker(persons).finditer(words, start, end)
        if _is_subject(words, start, found.span(), end)
    )


def speaks_by_name(words: str, start: int, end: int) -> bool:
    """Whether `words[start:end]`, a clause up to its verb, ends with a person or a meeting, or is
    a name."""
    tail = words[max(start, end - 24) : end]
    return bool(_last().search(tail) or (len(tail) == end - start and _alone().match(tail)))


def _is_subject(words: str, start: int, found: Span, end: int) -> bool:
    before = words[max(start, found[0] - 30) : found[0]]
    return not _towards().search(before) and not _belongs().match(words, found[1], end)
