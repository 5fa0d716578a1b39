"""No quick look keeps a note from being read."""

from __future__ import annotations

import pytest

from indexer.facts.notes.glance import (
    has_marks,
    has_sign_at_edge,
    may_be_readable,
    may_begin_or_end_in_note,
)
from indexer.facts.notes.likeness import names_source
from indexer.model.documents import AttributionLine
from tests.indexer.facts.notes.test_forms import READ


@pytest.mark.parametrize(("raw", "read"), [row for row in READ if row[1] is not None])
def test_every_note_that_is_read_passes_every_quick_look(raw: str, read: AttributionLine) -> None:
    looks = (has_marks, may_be_readable, has_sign_at_edge, may_begin_or_end_in_note)
    assert [look.__name__ for look in looks if not look(raw)] == [], read


@pytest.mark.parametrize("text", ["要把网信工作做好。", "要把网信工作做好", "人民 群众"])
def test_a_text_passes_none(text: str) -> None:
    assert not has_marks(text)
    assert not may_be_readable(text)
    assert not has_sign_at_edge(text)
    assert not may_begin_or_end_in_note(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《论甲》（2018年春讲）头版", True),
        ("转引自某报头版", True),
        ("他在《论甲》（2018年）里说", False),
        ("《论甲》讲了什么", False),
        ("《论甲》（2018年春讲）头版" * 20, False),
    ],
)
def test_a_line_names_a_source_where_it_begins_as_notes_do(text: str, expected: bool) -> None:
    assert names_source(text) is expected
