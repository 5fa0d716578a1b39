from __future__ import annotations

import random

import numpy as np
import pytest

from searcher.engine.folder import FolderTexts
from searcher.repetition.candidates import HashTable, find_candidates
from searcher.store import Store
from searcher.textmatch.letters import letters_of, whole_windows
from searcher.textmatch.windows import window_hashes
from tests.support.sayings import every_pair


@pytest.mark.parametrize("length", [1, 6, 8, 13, 30])
def test_equal_windows_have_equal_hashes_and_unequal_ones_have_not(length: int) -> None:
    text = "".join(random.Random(length).choices("国家网", k=3000))
    windows = [text[at : at + length] for at in range(len(text) - length + 1)]
    hashes = window_hashes(letters_of(text).codes, length).tolist()
    assert len(hashes) == len(windows)
    assert len(set(zip(windows, hashes, strict=True))) == len(set(windows)) == len(set(hashes))


def test_a_text_that_is_too_short_has_no_window() -> None:
    codes = letters_of("国家").codes
    assert window_hashes(codes, 3).tolist() == whole_windows(codes, 3).tolist() == []


def test_a_window_goes_across_no_end_of_a_text() -> None:
    assert whole_windows(letters_of("国家\n安全网").codes, 2).tolist() == [
        True,
        False,
        False,
        True,
        True,
    ]


def test_hashes_are_found_among_others() -> None:
    table = HashTable(np.array([5, 7 << 60], np.uint64))
    places, which = table.find(np.array([7 << 60, 6, 5, 2**64 - 1], np.uint64))
    assert (places.tolist(), which.tolist()) == ([0, 2], [1, 0])


@pytest.mark.parametrize("length", [8, 13])
def test_no_paragraph_that_shares_a_run_is_missed(seed_store: Store, length: int) -> None:
    numbers = seed_store.numbers().tolist()
    ids = {doc: seed_store.record(doc).id for doc in numbers}
    pairs = every_pair(seed_store, length)
    texts = FolderTexts(seed_store, np.ones(seed_store.size, bool))
    for doc in numbers[::9]:
        found = find_candidates(texts, [seed_store.texts[doc]], length).tolist()
        alike = {ids[other] for other in found if other != doc}
        assert alike == {id_ for pair in pairs if ids[doc] in pair for id_ in pair} - {ids[doc]}
