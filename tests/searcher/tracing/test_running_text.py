"""The stretches of a text that occur in a collection: the best first, and none overlaps another."""

from __future__ import annotations

import random
from itertools import pairwise

import numpy as np

from searcher import Searcher
from searcher.articles.article import article_of_text
from searcher.engine.folder import FolderTexts
from searcher.textmatch.letters import letters_of
from searcher.tracing.candidates import Candidates
from searcher.tracing.judge import Shortest, iter_pieces
from searcher.tracing.regions import iter_regions
from searcher.tracing.running_text import ChosenStretch, choose_stretches
from tests.support.made_collection import collection
from tests.support.opened import store_of
from tests.support.promised import han


def chosen(searcher: Searcher, text: str) -> list[ChosenStretch]:
    """The stretches of a text of one region."""
    store = store_of(searcher)
    candidates = Candidates(FolderTexts(store, np.ones(store.size, bool)))
    regions = list(iter_regions(article_of_text(text), ()))
    piece = next(iter_pieces(regions, candidates, Shortest()))
    assert len(piece.places) == len(letters_of(regions[0].text).places)
    return choose_stretches(piece, candidates.paragraphs.wording, 7)


def test_what_covers_as_much_from_the_same_place_may_not_run_into_what_is_taken() -> None:
    text = han(100, 1)
    shorter = text[:40] + han(40, 2)
    longer = text[:30] + han(2, 3) + text[32:36] + han(2, 4) + text[38:48] + han(30, 5)
    taken = han(20, 6) + text[42:]
    for texts in ([shorter, longer, taken], [longer, shorter, taken], [taken, longer, shorter]):
        with collection(*texts) as searcher:
            found = [(one.start, one.end) for one in chosen(searcher, text)]
            assert found == [(0, 40), (42, 100)]


def test_of_what_covers_as_much_the_longest_is_chosen() -> None:
    text = han(60, 7)
    shorter = text[:30] + han(40, 8)
    longer = text[:30] + han(1, 9) + text[31:36] + han(30, 10)
    for texts in ([shorter, longer], [longer, shorter]):
        with collection(*texts) as searcher:
            assert [(one.start, one.end) for one in chosen(searcher, text)] == [(0, 36)]


def test_what_overlaps_the_best_is_cut_and_kept_where_enough_is_left() -> None:
    text = han(80, 11)
    best, beside = text[20:60], text[:30]
    with collection(
        best + han(30, 12), beside + han(30, 13), text[50:66] + han(30, 14)
    ) as searcher:
        assert [(one.start, one.end) for one in chosen(searcher, text)] == [(0, 20), (20, 60)]


def test_no_stretch_overlaps_another_in_texts_of_many_pieces() -> None:
    for seed in range(30):
        draw = random.Random(seed)
        text = han(200, seed)
        texts = []
        for number in range(12):
            at = 0
            pieces = []
            while at < len(text):
                size = draw.randint(6, 40)
                kept = draw.random() < 0.6
                pieces.append(text[at : at + size] if kept else han(draw.randint(0, 9), number))
                at += size
            texts.append("".join(pieces) or "空")
        with collection(*texts) as searcher:
            found = chosen(searcher, text)
            assert found
            assert all(one.end <= other.start for one, other in pairwise(found)), seed
