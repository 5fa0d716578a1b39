"""The longest run of letters that most members of a group share."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from indexer.text.span import Span
from searcher.engine.protocol import Texts
from searcher.repetition.grouping import RepeatedGroup
from searcher.store import Numbers
from searcher.textmatch.ngrams import Hashes, ngram_hashes
from searcher.textmatch.paragraphs import Wording, wording_of


class Core(NamedTuple):
    """The run.

    Attributes:
        doc: the first paragraph in which it stands.
        first: where it begins among the letters of that.
        letters: how many it has.
    """

    doc: int
    first: int
    letters: int


def core_of(texts: Texts, group: RepeatedGroup, docs: Numbers, length: int) -> Core:
    """What most members of a group share.

    Args:
        docs: its paragraphs, by date.
        length: how many letters a window has.
    """
    most = np.sort(group.windows[group.counts == group.counts.max()])
    each = ((doc, held(wording_of(texts.folded(doc)), most, length)) for doc in docs.tolist())
    doc, spans = next((doc, spans) for doc, spans in each if spans)
    start, end = max(spans, key=lambda span: span[1] - span[0])
    return Core(doc, start, end - start)


def held(wording: Wording, windows: Hashes, length: int) -> list[Span]:
    """Where among the letters of a wording some windows stand, those that touch in one span."""
    codes = np.frombuffer(wording.letters.encode("utf-32-le"), "<u4")
    starts = np.flatnonzero(np.isin(ngram_hashes(codes, length), windows))
    parts = np.split(starts, np.flatnonzero(np.diff(starts) > length) + 1)
    return [(int(part[0]), int(part[-1]) + length) for part in parts if len(part)]
