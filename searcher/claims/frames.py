"""Under which date and occasion somebody speaks, and what an occasion without a name means.

>>> memory = Memory()
>>> memory.add(Frame("网络安全和信息化工作座谈会", None, "座谈会"))
>>> memory.pointed_at("座谈会").speech
'网络安全和信息化工作座谈会'
>>> memory.pointed_at("贺信")
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, field
from functools import cache

from indexer.text.dates import DateSpan
from searcher.claims.lexicon import listed
from searcher.claims.thresholds import DEFAULT

_ASSEMBLY = re.compile(r"会议?$|论坛$|式$|集体学习$|大$")


@cache
def _heads(name: str) -> frozenset[str]:
    """The words of a list of the lexicon."""
    return frozenset(listed(name))


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

        It stands in this paragraph or in the one before; where the word tells it apart from other
        meetings (座谈会), two more paragraphs may lie between.
        """
        for number, frame in reversed(self._frames):
            away = self.paragraph - number
            same = len(head) > 2 and head == frame.head
            if away <= (3 if same else 1) and (same or _fits(head, frame)):
                return frame
        return None


def _fits(head: str, frame: Frame) -> bool:
    """Whether an occasion that is called `head` may be that of a frame."""
    visits = _heads("acts.visit")
    if head in visits:
        return frame.head in visits
    if head in ("会", "会议", "大会"):
        return frame.speech is None or _ASSEMBLY.search(frame.head) is not None
    return head in _heads("utterances.any") or frame.head.endswith(head)
