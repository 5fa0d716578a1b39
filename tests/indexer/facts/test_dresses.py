"""The same book in many dresses: what is read is right, whatever it is dressed in."""

from __future__ import annotations

import pytest

from tests.support.dresses import DRESSES, Dress, judged, odd_note, put_on, read_dress

QUICK = {"clean", "markdown-dash-notes", "html-paragraphs", "notes-on-the-line", "wrapped-33"}

quick_or_slow = pytest.mark.parametrize(
    "dress",
    [
        pytest.param(one, marks=() if one.name in QUICK else pytest.mark.slow, id=one.name)
        for one in DRESSES
    ],
)


@quick_or_slow
def test_what_is_read_of_a_dressed_book_is_right(dress: Dress) -> None:
    dressed = put_on(dress)
    found = judged(read_dress(dressed), dressed.expected)
    assert (found.wrong, found.missing) == ([], [])
    assert found.right == len(dressed.expected) == (28 if dress.only else 307)


@quick_or_slow
def test_by_a_note_in_a_form_that_nobody_foresaw_nothing_is_attributed(dress: Dress) -> None:
    """Some words of the passages above such notes were given to the next speech."""
    dressed = put_on(dress, odd_note, seed=1)
    document = read_dress(dressed)
    found = judged(document, dressed.expected)
    assert found.wrong == []
    unread = [_bare(one.text) for one in document.paragraphs if one.role == "note"]
    for note in dressed.replaced.values():
        assert any(one in _bare(note) or _bare(note) in one for one in unread), note
    assert document.unread >= len(dressed.replaced)
    others = [one for one in dressed.expected if one.passage not in dressed.replaced]
    assert found.right == len(others)


def _bare(text: str) -> str:
    return "".join(text.split())
