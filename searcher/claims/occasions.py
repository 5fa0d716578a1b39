"""The occasions that a paragraph names: where words were said, or to whom they were written.

    >>> text = "在全国宣传思想工作会议上，他强调创新。会上，他还谈到人才。"
    >>> [(found.name, found.head) for found in find_occasions(text, text)]
    [('全国宣传思想工作会议', '会议'), (None, '会')]

An occasion without a name of its own points back to one: 在这次会议上, 会上, 在贺信中, 期间.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer.text.marks import CLAUSE_ENDS, COUNTING_DIGITS, TENS
from searcher.claims.dates import is_publication
from searcher.claims.lexicon import plain
from searcher.claims.persons import KEPT, LISTED, Persons, speaker
from searcher.claims.thresholds import DEFAULT

_REACH = DEFAULT.longest_occasion

_NUMBER = rf"[{COUNTING_DIGITS}{TENS}\d]{{1,4}}"
_NAME = rf"[^{CLAUSE_ENDS}]"
_IN = r"(?<![现存正旨所内潜实])在"
_UP = r"上(?![海午])"
_SAYS = r"[，,：:指强说写提]"


@cache
def _meeting() -> str:
    """The ends of names of meetings."""
    return rf"(?:{plain('meetings.meeting')}|党的{_NUMBER}大)"


@cache
def _spoken() -> str:
    """The ends of names of something spoken or written."""
    return plain("utterances.letter", "utterances.words")


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Names after what leads them in; the first pattern that finds a name has it."""
    letter, meeting, spoken = plain("utterances.letter"), _meeting(), _spoken()
    act = plain("acts.act", "verbs.act", "utterances.act")
    patterns = (
        rf"{_IN}(?P<name>{_NAME}{{0,{_REACH}}}?{meeting})"
        rf"(?:[开闭]幕)?(?:之际|期间|{_UP}|时|[里中])",
        rf"(?P<name>[致给](?![力以予]){_NAME}{{1,{_REACH}}}?{letter})(?=$|[中里上。]|{_SAYS})",
        rf"{_IN}(?P<name>{_NAME}{{0,{_REACH}}}?{spoken})[中里]",
        rf"(?P<name>(?<![针面])对{_NAME}{{1,{_REACH}}}?作出的?(?:重要)?[指批]示)",
        rf"向(?P<name>{_NAME}{{2,{_REACH}}}?)(?:致|发)[来去出]?{letter}",
        rf"{_IN}(?P<name>{_NAME}{{0,{_REACH}}}?{act}{_NAME}{{0,{_REACH}}}?)"
        r"(?:期间|(?<![同届当随平])时(?![代期间候刻]))",
        rf"{plain('acts.holds')}[了的]?(?P<name>{_NAME}{{0,{_REACH}}}?"
        rf"{meeting})(?=$|[，,。；;：:□并时上暨]|的□|发表|[指强提表])",
        rf"(?P<name>第{_NUMBER}次集体学习)",
        rf"(?:到|赴|在|前往|深入)(?P<name>{_NAME}{{1,{_REACH}}}?{plain('acts.tour')})"
        r"(?=$|[，,。；;并期指强])",
        rf"(?P<name>视察{_NAME}{{2,{_REACH}}}?)(?=[，,。；;时])",
        rf"(?P<name>(?:党的)?{_NUMBER}大报告)",
    )
    return tuple(map(re.compile, patterns))


@cache
def _unled() -> re.Pattern[str]:
    """The end of a name that nothing leads in: it begins with its clause."""
    return re.compile(
        rf"{_meeting()}(?={_UP}|(?:隆重|胜利|日前)?(?:在{_NAME}{{1,15}})?{plain('acts.takes_place')}"
        rf"|(?:鲜明|明确|进一步)?(?:对|{plain('verbs.meeting')}))"
    )


@cache
def _work() -> re.Pattern[str]:
    """A book or an article in which something is written."""
    return re.compile(
        r"(?P<in>在)?《(?P<name>[^《》]{2,60})》(?(in)(?=(?:一文|一书|的\w{2,8})?[中里])"
        r"|(?=(?:一文|一书)?[中里]?(?:明确|鲜明|深刻|多次)?" + plain("verbs.work") + "))"
    )


@cache
def _bare() -> re.Pattern[str]:
    """An occasion without a name of its own."""
    return re.compile(
        r"[这那此该本]?一?[次个场届封份篇]?(?:重要)?(?!党的)"
        rf"(?P<head>会|{_meeting()}|{_spoken()}|学习|{plain('acts.bare')})"
    )


_BACK = re.compile(
    rf"(?<![社机大总峰年])(?P<head>会){_UP}|(?P<time>(?:[这此其]?期间|其间|当[天日]|同日)(?=[，,]|[上下]午))"
)


@cache
def _head() -> re.Pattern[str]:
    """The last word of a name, which says what it is."""
    return re.compile(rf"(?:{_meeting()}|{_spoken()}|学习|{plain('acts.visit')})$")


@cache
def _led_by() -> re.Pattern[str]:
    """The date and the verb before a name (2017年2月17日召开的)."""
    return re.compile(rf"(?:{_NAME}{{0,24}}{plain('acts.held')}的)?{plain('acts.leads')}?[了]?")


_TOWARDS = re.compile(r"(?:[^，,]{0,6}地)?[对向同与就]")
_NO_OCCASION = re.compile(r"一[次场个]|听取|了解|察看|观看|现场")


@lru_cache(KEPT)
def _before_a_name(persons: Persons) -> re.Pattern[str]:
    """What a name that nothing leads in comes after."""
    return re.compile(rf"[日月年]|[上下]午|{speaker(persons).pattern}|党中央")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An occasion in a text.

    Attributes:
        start: where its name begins; `end` is where it ends.
        name: what the text calls it; None where it points back.
        head: the word that says what it is (座谈会); empty where nothing does.
    """

    start: int
    end: int
    name: str | None
    head: str


def find_occasions(text: str, words: str, persons: Persons = LISTED) -> list[Occasion]:
    """The occasions of a paragraph, in order and without overlap.

    Args:
        text: the paragraph.
        words: what its author says in his own words, as long as `text`.
        persons: who can speak.
    """
    taken = bytearray(len(text))
    found: list[Occasion] = []
    for start, end in _candidate_spans(text, words, persons):
        if end > start and not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            bare = _bare().fullmatch(text, start, end)
            if bare:
                found.append(Occasion(start, end, None, bare["head"]))
            elif not _NO_OCCASION.match(text, start, end):
                name = text[start:end]
                found.append(Occasion(start, end, name, head_of(name)))
    for back in _BACK.finditer(words):
        if not any(taken[back.start() : back.end()]):
            found.append(Occasion(*back.span(), None, back["head"] or ""))
    return sorted(found, key=lambda occasion: occasion.start)


def head_of(name: str) -> str:
    """The word of a name that says what it is; empty where nothing does."""
    head = _head().search(name)
    return head[0] if head else ""


def _candidate_spans(text: str, words: str, persons: Persons) -> Iterator[tuple[int, int]]:
    """The spans that may be names of occasions, the surest first."""
    for pattern in _named():
        for found in pattern.finditer(words):
            yield _without_lead(words, *found.span("name"))
    for found in _work().finditer(text):
        if not is_publication(found["name"]):
            yield found.span("name")
    for found in _unled().finditer(words):
        yield _without_lead(words, _beginning(words, found.start(), persons), found.end())


def _beginning(words: str, at: int, persons: Persons) -> int:
    """Where a name begins that contains `at` and that nothing leads in."""
    start = max(0, at - _REACH)
    start = max(start, *(words.rfind(mark, start, at) + 1 for mark in CLAUSE_ENDS + "在"))
    for found in _before_a_name(persons).finditer(words, start, at):
        start = found.end()
    towards = _TOWARDS.match(words, start, at)
    return towards.end() if towards else start


def _without_lead(words: str, start: int, end: int) -> tuple[int, int]:
    """A name without the date and the verb in front of it (2017年2月17日召开的…座谈会)."""
    led = _led_by().match(words, start, end)
    return (led.end() if led else start), end
