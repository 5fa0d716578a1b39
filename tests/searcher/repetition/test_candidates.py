"""Candidates for a comparison are found by hashes, and none that shares a run is missed."""

from __future__ import annotations

import numpy as np
import pytest

from searcher.engine.folder import FolderTexts
from searcher.repetition.candidates import find_candidates
from searcher.store import Store
from tests.support.sayings import every_pair


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
