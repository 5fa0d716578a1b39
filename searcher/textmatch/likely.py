"""Paragraphs that may be the source of a text although the two share no n-gram of letters.

They are those that contain most of its rarer bigrams, by the postings of the index; what is rare
counts for more (inverse document frequency).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from indexer.segments.paged import Numbers
from indexer.text.span import Span
from indexer.words.terms import bigrams
from searcher.ranking.scored import Scored
from searcher.store.docsets import Mask
from searcher.textmatch.letters import is_letter
from searcher.textmatch.thresholds import DEFAULT, Thresholds

_NOTHING = 1e-9


class Window(NamedTuple):
    """A place in a paragraph that is as long as a text.

    Attributes:
        span: in the folded text of the paragraph.
        shared: the number of bigrams there that the text contains.
    """

    span: Span
    shared: int


def likely_paragraphs(
    scored: Scored, mask: Mask, text: str, most: int, by: Thresholds = DEFAULT
) -> list[int]:
    """The numbers of about `most` paragraphs that resemble a folded text, the likeliest first.

    Args:
        scored: the postings of the paragraphs.
        mask: the mask of the paragraphs that may be returned.
        most: how many; those that are as likely as the last one come too, up to four times it.
    """
    pairs = {pair for pair in bigrams(text) if all(map(is_letter, pair))}
    found = sorted((scored.document_frequency("bigrams", pair), pair) for pair in pairs)
    docs: list[Numbers] = []
    weights = []
    postings = 0
    for frequency, pair in [item for item in found if item[0]][: by.bigrams_looked_up]:
        postings += frequency
        if docs and postings > by.most_postings:
            break
        docs.append(scored.postings("bigrams", pair).docs)
        weights.append(np.full(len(docs[-1]), math.log(1 + scored.count / frequency)))
    if not docs:
        return []
    numbers, places = np.unique(np.concatenate(docs), return_inverse=True)
    scores = np.bincount(places, np.concatenate(weights))
    live = mask[numbers]
    numbers, scores = numbers[live], scores[live]
    order = np.argsort(-scores, kind="stable")
    # Those that are as likely as the last one come too: numbering must not decide.
    as_likely = int((scores >= scores[order[:most]].min(initial=np.inf) - _NOTHING).sum())
    return [int(number) for number in numbers[order[: min(as_likely, 4 * most)]]]


def likely_window(text: str, source: str) -> Window:
    """The place in `source` that contains most of the bigrams of a folded text."""
    pairs = set(bigrams(text))
    shared_at = np.array([source[at : at + 2] in pairs for at in range(len(source))], np.int64)
    sums = np.concatenate([[0], np.cumsum(shared_at)])
    width = min(len(text), len(source))
    count = max(width - 1, 1)  # of the bigrams that begin and end there
    shared = sums[count:] - sums[: len(sums) - count]
    start = int(shared.argmax())
    return Window((start, start + width), int(shared[start]))
