"""What one attribution says."""

from __future__ import annotations

import pytest

from indexer.facts.notes import read_note
from indexer.model.documents import AttributionLine
from tests.support.attribution_samples import BROKEN, SOUND


@pytest.mark.parametrize(("raw", "expected"), SOUND)
def test_an_attribution_is_read_in_full(raw: str, expected: AttributionLine) -> None:
    assert read_note(raw) == expected


@pytest.mark.parametrize(("raw", "fault"), BROKEN)
def test_a_broken_attribution_says_what_is_wrong(raw: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        read_note(raw)
