"""The same book in many dresses: what is read is right, whatever it is dressed in."""

from __future__ import annotations

import pytest

from tests.support.dresses import DRESSES, Dress, judged, put_on, read_dress

QUICK = {"clean", "half-width", "han-figures", "notes-behind-dashes", "notes-with-p"}


@pytest.mark.parametrize(
    "dress", [one for one in DRESSES if one.name in QUICK], ids=lambda dress: dress.name
)
def test_what_is_read_of_a_dressed_book_is_right(dress: Dress) -> None:
    dressed = put_on(dress)
    found = judged(read_dress(dressed), dressed.expected)
    assert (found.wrong, found.missing) == ([], [])
    assert found.right == len(dressed.expected) == 307
