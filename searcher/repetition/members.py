"""A group as a result: its title, and its members by date, each compared with the first.

The title is the longest run of letters that most members share. Where such a run begins or ends
depends on letters alone, often in the middle of a word. Its edges are therefore moved to the marks
beside it, as long as little is added or lost.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.marks import (
    CLAUSE_ENDS,
    CLOSING_QUOTES,
    OPENING_QUOTES,
    PAUSES,
    ROUND_CLOSING,
    ROUND_OPENING,
    SINGLE_CLOSING,
    SINGLE_OPENING,
    TITLE_CLOSING,
    TITLE_OPENING,
)
from indexer.text.span import Span
from searcher.engine.protocol import Texts
from searcher.repetition.grouping import RepeatedGroup
from searcher.repetition.originals import original_stretches
from searcher.repetition.results import Member, Repetition, Stretch
from searcher.repetition.stretches import folded_stretches
from searcher.repetition.thresholds import DEFAULT
from searcher.textmatch.letters import is_letter, letter_count
from searcher.textmatch.ngrams import Hashes, ngram_hashes
from searcher.textmatch.paragraphs import ComparedParagraph, Wording, paragraph_of, wording_of
from searcher.textmatch.runs import tiled_runs

_CLAUSE_ENDS = frozenset(CLAUSE_ENDS)
_MARKS = frozenset(
    PAUSES
    + (OPENING_QUOTES + CLOSING_QUOTES + SINGLE_OPENING + SINGLE_CLOSING)
    + (ROUND_OPENING + ROUND_CLOSING + TITLE_OPENING + TITLE_CLOSING)
)


class CommonRun(NamedTuple):
    """The longest run of letters that most members of a group share.

    Attributes:
        doc: the first paragraph that contains it.
        first: where it begins among the letters of that.
        letters: the number of its letters.
    """

    doc: int
    first: int
    letters: int


def common_run(texts: Texts, group: RepeatedGroup, docs: Numbers, length: int) -> CommonRun:
    """The longest run of letters that most members of a group share.

    Args:
        docs: its paragraphs, by date.
        length: the letters of an n-gram.
    """
    most = np.sort(group.hashes[group.counts == group.counts.max()])
    each = ((doc, _spans(wording_of(texts.folded(doc)), most, length)) for doc in docs.tolist())
    doc, spans = next((doc, spans) for doc, spans in each if spans)
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return CommonRun(doc, start, end - start)


def repetition_of(
    texts: Texts, group: RepeatedGroup, docs: Numbers, common: CommonRun, length: int
) -> Repetition:
    """A group as a result.

    Args:
        docs: its paragraphs, by date.
        common: what most of them share.
        length: the letters of an n-gram.
    """
    paragraphs = [paragraph_of(texts.record(doc)) for doc in docs.tolist()]
    earliest = paragraphs[0]
    hashes = np.sort(group.hashes)
    members = []
    for paragraph in paragraphs:
        spans = _spans(paragraph.wording, hashes, length)
        alike = () if paragraph is earliest else _stretches(paragraph, earliest, spans, length)
        members.append(_member(paragraph, spans, alike))
    return Repetition(
        text=_title(paragraphs[docs.tolist().index(common.doc)], common),
        letters=common.letters,
        first=earliest.record.id if texts.are_dated(docs[:1]).all() else None,
        members=tuple(members),
    )


def _spans(text: Wording, hashes: Hashes, length: int) -> list[Span]:
    """Where among the letters of a text some n-grams are, those that touch in one span."""
    codes = np.frombuffer(text.letters.encode("utf-32-le"), "<u4")
    starts = np.flatnonzero(np.isin(ngram_hashes(codes, length), hashes))
    parts = np.split(starts, np.flatnonzero(np.diff(starts) > length) + 1)
    return [(int(part[0]), int(part[-1]) + length) for part in parts if len(part)]


def _stretches(
    paragraph: ComparedParagraph, earliest: ComparedParagraph, spans: list[Span], length: int
) -> tuple[Stretch, ...]:
    """What a member says there as the first does, and how that differs."""
    ours, theirs = paragraph.wording, earliest.wording
    runs = [
        run
        for run in tiled_runs(ours.letters, theirs.letters, length)
        if any(
            min(end, run.input + run.length) - max(start, run.input) >= length
            for start, end in spans
        )
    ]
    return tuple(
        original_stretches(folded_stretches(ours, theirs, runs), paragraph.folded, earliest.folded)
    )


def _member(
    paragraph: ComparedParagraph, spans: list[Span], stretches: tuple[Stretch, ...]
) -> Member:
    return Member(
        **paragraph.record.facts(),
        spans=tuple(paragraph.original_span(*span) for span in spans),
        stretches=stretches,
    )


def _title(paragraph: ComparedParagraph, common: CommonRun) -> str:
    text = paragraph.record.text
    span = paragraph.original_span(common.first, common.first + common.letters)
    return text[slice(*as_words(text, *span))]


def as_words(text: str, start: int, end: int) -> Span:
    """The span of `text` that reads as words and is nearly the given one.

    >>> text = "我们要共同构建和平、安全的空间，建立透明的体系。"
    >>> text[slice(*as_words(text, 8, 20))]
    '我们要共同构建和平、安全的空间，建立透明的体系'
    """
    start -= _moved(text[:start][::-1], text[start:end])
    end += _moved(text[end:], text[start:end][::-1])
    return start, end


def _moved(outside: str, inside: str) -> int:
    """By how many characters an edge is moved: outwards, or inwards if less than 0.

    Args:
        outside: what is beyond the edge, in the order in which one goes away from it.
        inside: what is within it, in the order in which one goes away from it.
    """
    beyond = _until(outside, _MARKS)
    if letter_count(outside[:beyond]) <= DEFAULT.little:
        return beyond if is_letter(outside[:1]) else 0
    mark = _until(inside, _CLAUSE_ENDS)
    if letter_count(inside[:mark]) > letter_count(inside[mark:]):
        return 0
    return -_first_letter(inside, mark)


def _until(text: str, marks: frozenset[str]) -> int:
    return next((at for at, character in enumerate(text) if character in marks), len(text))


def _first_letter(text: str, at: int) -> int:
    return next(place for place in range(at, len(text)) if is_letter(text[place]))
