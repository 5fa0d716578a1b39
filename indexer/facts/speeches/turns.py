"""Whose words the paragraphs of an interview are: a question is not of the person who answers.

    >>> turns = ["问：怎样学习？", "答：要学理论。", "也要学历史。", "问：还有呢？", "答：调查。"]
    >>> [one.own for one in turns_of(turns, "毛泽东")]
    [False, True, True, False, True]

A paragraph that begins with a label (记者：, 贝特兰问：, 毛答：) begins a turn, which goes on up to
the next one. What 有人问： begins is still told by the speaker, so a text has turns only where
somebody asks under a label and somebody answers under one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from indexer.facts.heads.persons import is_name
from indexer.model.documents import Document, Paragraph
from indexer.text.folding import HAN
from indexer.text.marks import COLONS
from indexer.text.simplified import simplified

_LABEL: Final = re.compile(
    rf"\s*(?:[【\[〔](?P<framed>[{HAN}A-Za-z·]{{1,16}})[】\]〕]\s*[{COLONS}]?"
    rf"|(?P<plain>[{HAN}A-Za-z·《》]{{1,20}})\s*(?:[（(](?P<note>[^（）()]{{1,20}})[）)])?\s*[{COLONS}])"
)
_SHORT: Final = re.compile(rf"(?:以?下?简?称)[“「]?(?P<short>[{HAN}A-Za-z]{{1,6}})[”」]?")
_ASKS: Final = re.compile(
    rf"(?:[{HAN}A-Za-z·《》]{{0,16}}(?:记者|主持人)[A-Z甲乙丙丁]?)?(?:提问|追问|插问|又问|问)?|[QＱ]|提问者|主持人"
)
_ANSWERS: Final = re.compile("答|回答|[AＡ]|答复")
_NAMES_ANSWER: Final = re.compile("答|回答|说")
_AFTER_NAME: Final = re.compile(r"(?:又|再|追|插)?问$")
_FEWEST: Final = 2
"""Turns of a person who is named and does nothing else that shows a dialogue."""


class Turn(NamedTuple):
    """Whose words a paragraph is.

    Attributes:
        own: whether it may be of the person whose text this is.
        speaker: who is named, where the text names nobody else.
    """

    own: bool
    speaker: str | None = None


def turns_of(
    texts: Sequence[str], speaker: str | None, title: str | None = None
) -> tuple[Turn, ...]:
    """Whose words every paragraph is; all are the speaker's where nobody asks him.

    Args:
        texts: the paragraphs.
        speaker: whose text this is, None where nothing says it.
        title: the title, which may name who asks: 同斯诺的谈话.
    """
    labels = [_label(text) for text in texts]
    full: dict[str, str] = {}
    for found in labels:
        if found and found[1]:
            full.setdefault(found[1], found[0])
    names = [full.get(found[0], found[0]) if found else None for found in labels]
    counted = Counter(filter(None, names))
    title = simplified(title or "")
    kinds = {name: _kind(name, speaker, title, counted[name]) for name in counted}
    if not {"asks", "answers"}.issubset(kinds.values()):
        return (Turn(own=True),) * len(texts)
    turns: list[Turn] = []
    turn = Turn(own=True)
    for name in names:
        kind = kinds[name] if name else None
        if name and kind == "answers":
            turn = Turn(own=True, speaker=name if speaker is None and is_name(name) else None)
        elif kind is not None:
            turn = Turn(own=False)
        turns.append(turn)
    return tuple(turns)


def with_turns(document: Document) -> Document:
    """`document` without a speaker for what others ask the person whose text it is."""
    if document.speaker is None:
        return document
    turns = paragraph_turns(document.paragraphs, document)
    if all(turn.own for turn in turns):
        return document
    paragraphs = tuple(
        one if turn.own else replace(one, speaker=None)
        for one, turn in zip(document.paragraphs, turns, strict=True)
    )
    return replace(document, paragraphs=paragraphs)


def paragraph_turns(paragraphs: Sequence[Paragraph], document: Document) -> tuple[Turn, ...]:
    """Whose words each of the paragraphs of `document` is; quotations and notes have no turn."""
    texts = [one.text for one in paragraphs if one.role == "article"]
    turns = iter(turns_of(texts, document.speaker, document.title))
    return tuple(next(turns) if one.role == "article" else Turn(own=True) for one in paragraphs)


def _label(text: str) -> tuple[str, str | None] | None:
    """The label that a paragraph begins with, and the short form that it is to have."""
    found = _LABEL.match(simplified(text[:60]))
    if found is None:
        return None
    short = _SHORT.fullmatch(found["note"]) if found["note"] else None
    return found["framed"] or found["plain"], short["short"] if short else None


def _kind(name: str, speaker: str | None, title: str, count: int) -> str | None:
    """Whether who has the label `name` asks or answers; None where it is no label of a turn."""
    if _is_speaker(name, speaker) or _ANSWERS.fullmatch(name):
        return "answers"
    if _ASKS.fullmatch(name):
        return "asks"
    asker = _AFTER_NAME.sub("", name)
    if len(asker) > 1 and asker.rpartition("·")[2] in title:
        return "asks"
    if not (is_name(name) or "·" in name) or count < _FEWEST:
        return None
    return "answers" if speaker is None else "asks"


def _is_speaker(name: str, speaker: str | None) -> bool:
    if speaker is None:
        return False
    named = _NAMES_ANSWER.sub("", name)
    simple = simplified(speaker)
    return named in (simple, simple[0]) or (len(named) > 1 and named in simple.split("、"))
