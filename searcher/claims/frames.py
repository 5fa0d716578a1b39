"""Under which date and occasion somebody speaks, place by place of a paragraph.

    >>> text = "2016年4月19日，在网络安全和信息化工作座谈会上，他说，甲。他强调，乙。"
    >>> frame = read_timeline(text, text, Memory()).at(len(text) - 2)
    >>> frame.speech, frame.date.first.isoformat()
    ('网络安全和信息化工作座谈会', '2016-04-19')

A frame opens where a sentence names a date or an occasion, together with somebody who speaks or
with an occasion. It continues through the sentences after it until another one opens, another
person speaks, or time moves on to something else. Where somebody reports what another person has
said (甲说，习近平总书记强调，…), nothing before that person's name opens one.

An occasion without a name points back to one:

    >>> memory = Memory()
    >>> memory.add(Frame("网络安全和信息化工作座谈会", None, "座谈会"))
    >>> memory.pointed_at("座谈会").speech
    '网络安全和信息化工作座谈会'
    >>> memory.pointed_at("贺信")
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from indexer.text.dates import DateSpan
from indexer.text.span import Span
from searcher.claims.dates import NamedDate, find_dates
from searcher.claims.lexicon import words_of
from searcher.claims.occasions import Occasion, find_occasions
from searcher.claims.own_words import HIDDEN, sentences
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.reports import find_report, others_report, others_words
from searcher.claims.thresholds import DEFAULT

_PRONOUNS = frozenset("他她")
_ASSEMBLIES = re.compile(r"会议?$|论坛$|式$|集体学习$|大$")


@cache
def _heads(name: str) -> frozenset[str]:
    """The words of a list of the lexicon."""
    return frozenset(words_of(name))


@dataclass(frozen=True, slots=True)
class Frame:
    """Under which date and occasion somebody speaks.

    Attributes:
        speech: the occasion, None where none is named.
        date: the date, None where none is given.
        head: the word that says what the occasion is; empty where nothing does.
        speakers: who speaks, as named; empty where only an occasion is.
        sentence: where in its paragraph the sentence begins that says so; -1 where it is a sentence
            of an earlier paragraph.
    """

    speech: str | None = None
    date: DateSpan | None = None
    head: str = ""
    speakers: frozenset[str] = frozenset()
    sentence: int = -1


@dataclass(slots=True)
class Memory:
    """The last frames of an article, for occasions that point back.

    Attributes:
        paragraph: the number of the paragraph that is being read.
    """

    paragraph: int = 0
    _frames: deque[tuple[int, Frame]] = field(
        default_factory=lambda: deque(maxlen=DEFAULT.frames_kept)
    )

    def add(self, frame: Frame) -> None:
        """Remember a frame of this paragraph, in the place of another of the same sentence."""
        if self._frames:
            number, last = self._frames[-1]
            if number == self.paragraph and last.sentence == frame.sentence:
                self._frames.pop()
        self._frames.append((self.paragraph, frame))

    @property
    def latest(self) -> Frame | None:
        """The last frame of all."""
        return self._frames[-1][1] if self._frames else None

    def pointed_at(self, head: str) -> Frame | None:
        """The frame that an occasion without a name points back to, by the word it has for it.

        It is in this paragraph or in the one before; where the word distinguishes it from other
        meetings (座谈会), two more paragraphs may be between.
        """
        for number, frame in reversed(self._frames):
            away = self.paragraph - number
            same = len(head) > 2 and head == frame.head
            if away <= (3 if same else 1) and (same or _may_be_called(head, frame)):
                return frame
        return None


@dataclass(frozen=True, slots=True)
class Timeline:
    """The frames of a paragraph.

    Attributes:
        places: where each of `frames` begins, in characters of the paragraph; sorted.
        frames: the frames, None where there is none.
        date: the last date that the paragraph names with its month.
    """

    places: tuple[int, ...]
    frames: tuple[Frame | None, ...]
    date: DateSpan | None

    def at(self, place: int) -> Frame | None:
        """The frame at a place of the paragraph, None without one."""
        index = bisect_right(self.places, place) - 1
        return self.frames[index] if index >= 0 else None


def read_timeline(
    text: str,
    words: str,
    memory: Memory,
    *,
    opening: Frame | None = None,
    before: DateSpan | None = None,
    persons: Persons = LISTED,
) -> Timeline:
    """The frames of a paragraph, which are added to `memory` too.

    Args:
        text: the paragraph.
        words: what its author says in his own words, as long as `text`.
        memory: the frames of the paragraphs before.
        opening: the frame that continues from the paragraph before.
        before: the last date of the paragraph before it.
        persons: who can speak.
    """
    dates = list(find_dates(words, before, text=text, persons=persons))
    named: list[NamedDate | Occasion] = [*dates, *find_occasions(text, words, persons)]
    # A date in the name of an occasion comes before what is left of the name.
    named.sort(key=lambda one: one.end)
    marks: list[tuple[int, Frame | None]] = [(0, opening)]
    at = 0
    for start, end in sentences(words):
        here = []
        while at < len(named) and named[at].end <= end:
            here.append(named[at])
            at += 1
        marks += _frames_of(words, (start, end), here, marks[-1][1], memory=memory, persons=persons)
    places, frames = zip(*marks, strict=True)
    return Timeline(places, frames, _last_day(dates))


def _last_day(dates: list[NamedDate]) -> DateSpan | None:
    """The last date that gives its month, unless time has moved on from it."""
    last = None
    for named in dates:
        if named.kind != "day":
            last = None
        elif named.date is not None and named.date.precision != "year":
            last = named.date
    return last


def _frames_of(
    words: str,
    sentence: Span,
    named: list[NamedDate | Occasion],
    frame: Frame | None,
    *,
    memory: Memory,
    persons: Persons,
) -> Iterator[tuple[int, Frame | None]]:
    """The frames that a sentence opens, and where; None where it ends the one before."""
    start, end = sentence
    reporter = others_words(words, start, end, persons)
    said = find_report(words, start, end, persons)
    if said is not None and not words.startswith(HIDDEN, said):
        end = said  # what is said may name dates of its own
    if reporter is not None:  # when and where he spoke is not when and where they were said
        frame = None
        yield start, None
        named = [one for one in named if one.start >= reporter]
    speakers = subjects(words, start if reporter is None else reporter, end, persons)
    if frame is not None and _is_over(frame, speakers, others_report(words, start, end, persons)):
        frame = None
        yield start, None
    named = [one for one in named if one.start < end]
    if not speakers and not any(isinstance(one, Occasion) for one in named):
        if named:  # the time of something that nobody says
            yield named[-1].end, None
        return
    if speakers and speakers <= _PRONOUNS and frame is not None:
        speakers = frame.speakers
    for one in named:
        frame = _next_frame(frame, one, start, memory)
        if frame is not None:
            frame = replace(frame, speakers=speakers or frame.speakers)
            if frame.speech is not None or frame.date is not None:
                memory.add(frame)
        yield one.end, frame


def _is_over(frame: Frame, speakers: frozenset[str], others: bool) -> bool:
    """Whether somebody else speaks than in the frame before."""
    if not speakers:
        return others
    return not (frame.speakers <= _PRONOUNS or speakers & (frame.speakers | _PRONOUNS))


def _next_frame(
    frame: Frame | None, named: NamedDate | Occasion, sentence: int, memory: Memory
) -> Frame | None:
    """The frame from where a date or an occasion is named on."""
    here = frame is not None and frame.sentence == sentence
    if isinstance(named, NamedDate):
        if frame is not None and here and named.kind == "published":
            return frame
        if frame is not None and here and frame.date is None and named.kind == "day":
            return replace(frame, date=named.date)
        return Frame(None, named.date, "", frozenset(), sentence)
    if named.name is not None:
        keeps_date = frame is not None and (here or frame.speech is None)
        date = frame.date if frame is not None and keeps_date else None
        return Frame(named.name, date, named.head, frozenset(), sentence)
    if frame is not None and (not named.head or (here and frame.date is not None)):
        return replace(frame, sentence=sentence)
    pointed = memory.pointed_at(named.head) if named.head else None
    return replace(pointed, sentence=sentence) if pointed else None


def _may_be_called(head: str, frame: Frame) -> bool:
    """Whether an occasion that is called `head` may be that of `frame`."""
    visits = _heads("acts.visit")
    if head in visits:
        return frame.head in visits
    if head in ("会", "会议", "大会"):
        return frame.speech is None or _ASSEMBLIES.search(frame.head) is not None
    return head in _heads("utterances.any") or frame.head.endswith(head)
