"""A group as it is told: its members by date, each compared with the first."""

from __future__ import annotations

import numpy as np

from searcher.repetition.dating import is_dated
from searcher.repetition.grouping import Group
from searcher.repetition.pairing import shared_runs
from searcher.repetition.results import Member, Repetition, Stretch
from searcher.repetition.stretches import folded_stretches, letters_span, original_stretch
from searcher.repetition.windows import Hashes, window_hashes
from searcher.repetition.wording import Paragraph, Wording, facts_of, read_paragraph
from searcher.results import Span
from searcher.store import Numbers, Store


def repetition_of(store: Store, group: Group, docs: Numbers, length: int) -> Repetition:
    """What is told of a group.

    Args:
        docs: its paragraphs, by date.
        length: how many letters a window has.
    """
    paragraphs = [read_paragraph(store, doc) for doc in docs.tolist()]
    earliest = paragraphs[0]
    core = np.sort(group.windows[group.counts == group.counts.max()])
    holder = next(each for each in paragraphs if _held(each.wording, core, length))
    spans = _held(holder.wording, core, length)
    first, last = max(spans, key=lambda span: span[1] - span[0])
    start, end = letters_span(holder.wording, holder.folded, first, last - first)
    windows = np.sort(group.windows)
    members = []
    for paragraph in paragraphs:
        held = _held(paragraph.wording, windows, length)
        alike = () if paragraph is earliest else _stretches(paragraph, earliest, held, length)
        members.append(_member(paragraph, held, alike))
    return Repetition(
        text=holder.record.text[start:end],
        letters=last - first,
        first=earliest.record.id if is_dated(store, docs[:1]).all() else None,
        members=tuple(members),
    )


def _held(wording: Wording, windows: Hashes, length: int) -> list[Span]:
    """Where among the letters of a wording some windows stand, those that touch in one span."""
    codes = np.frombuffer(wording.letters.encode("utf-32-le"), "<u4")
    starts = np.flatnonzero(np.isin(window_hashes(codes, length), windows))
    parts = np.split(starts, np.flatnonzero(np.diff(starts) > length) + 1)
    return [(int(part[0]), int(part[-1]) + length) for part in parts if len(part)]


def _stretches(
    paragraph: Paragraph, earliest: Paragraph, held: list[Span], length: int
) -> tuple[Stretch, ...]:
    """What a member says there as the first does, and how that differs."""
    ours, theirs = paragraph.wording, earliest.wording
    runs = [
        run
        for run in shared_runs(ours.letters, theirs.letters, length)
        if any(
            min(end, run.input + run.length) - max(start, run.input) >= length
            for start, end in held
        )
    ]
    return tuple(
        original_stretch(stretch, paragraph.folded, earliest.folded)
        for stretch in folded_stretches(ours, theirs, runs)
    )


def _member(paragraph: Paragraph, held: list[Span], stretches: tuple[Stretch, ...]) -> Member:
    return Member(
        **facts_of(paragraph.record),
        spans=tuple(
            letters_span(paragraph.wording, paragraph.folded, start, end - start)
            for start, end in held
        ),
        stretches=stretches,
    )
