"""A group as it is told: its members by date, each compared with the first."""

from __future__ import annotations

import numpy as np

from indexer.text.span import Span
from searcher.engine.protocol import Texts
from searcher.repetition.cores import Core, held
from searcher.repetition.grouping import RepeatedGroup
from searcher.repetition.originals import original_stretches
from searcher.repetition.results import Member, Repetition, Stretch
from searcher.repetition.stretches import folded_stretches
from searcher.repetition.titles import as_words
from searcher.store import Numbers
from searcher.textmatch.paragraphs import ComparedParagraph, paragraph_of
from searcher.textmatch.runs import tiled_runs


def repetition_of(
    texts: Texts, group: RepeatedGroup, docs: Numbers, core: Core, length: int
) -> Repetition:
    """What is told of a group.

    Args:
        docs: its paragraphs, by date.
        core: what most of them share.
        length: how many letters a window has.
    """
    paragraphs = [paragraph_of(texts.record(doc)) for doc in docs.tolist()]
    earliest = paragraphs[0]
    windows = np.sort(group.windows)
    members = []
    for paragraph in paragraphs:
        spans = held(paragraph.wording, windows, length)
        alike = () if paragraph is earliest else _stretches(paragraph, earliest, spans, length)
        members.append(_member(paragraph, spans, alike))
    return Repetition(
        text=_title(paragraphs[docs.tolist().index(core.doc)], core),
        letters=core.letters,
        first=earliest.record.id if texts.are_dated(docs[:1]).all() else None,
        members=tuple(members),
    )


def _title(paragraph: ComparedParagraph, core: Core) -> str:
    text = paragraph.record.text
    span = paragraph.original_span(core.first, core.first + core.letters)
    return text[slice(*as_words(text, *span))]


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
        spans=tuple(paragraph.original_span(start, end) for start, end in spans),
        stretches=stretches,
    )
