"""What a block of a book is, by its words and by what stands above it."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.judging import (
    is_heading,
    is_rule,
    is_unread,
    may_be_unread,
    note_behind,
)
from indexer.facts.compendium.layout import BookForm
from indexer.facts.compendium.notes import Note
from indexer.facts.compendium.parts import BookPart
from indexer.facts.compendium.print_lines import PrintLine, PrintStanza
from indexer.model.documents import AttributionLine

APART = BookForm(contents={}, apart=True)
SINGLE = BookForm(contents={}, apart=True, single=True)
PRINT = BookForm(contents={}, wrapped=True)
LINE = PrintLine(1, "要把工作做好。", True)
TEXT = PrintStanza((LINE,))
READ = Note((LINE,), "", AttributionLine(speech="论甲"))
BROKEN = Note((LINE,), "", None)


@pytest.mark.parametrize(
    ("text", "above", "form", "expected"),
    [
        ("版，第11页。", TEXT, PRINT, "unread"),
        ("《论甲》（2018年4月20日）的要点", TEXT, PRINT, "unread"),
        ("《论甲》（2018年4月20日）的要点", None, PRINT, "text"),
        ("要点，第3页", TEXT, PRINT, "suspect"),
        ("要点，第3页", READ, PRINT, "suspect"),
        ("要点，第3页", None, PRINT, "text"),
        ("月20日）讲话", BROKEN, PRINT, "unread"),
        ("月20日）讲话", READ, PRINT, "suspect"),
        ("某次会议上的要点", TEXT, PRINT, "text"),
        ("某次会议上的要点", TEXT, APART, "suspect"),
        ("某次会议上的要点，某人听后记", TEXT, APART, "text"),
        ("某次会议上的要点，某人听后记", TEXT, SINGLE, "suspect"),
        ("要把工作做好。", TEXT, SINGLE, "text"),
    ],
)
def test_a_block_is_a_note_that_was_not_read_by_its_words_and_what_stands_above(
    text: str, above: BookPart | None, form: BookForm, expected: str
) -> None:
    sure, suspect = is_unread(text, above, form), may_be_unread(text, above, form)
    assert ("unread" if sure else "suspect" if suspect else "text") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("坚持党的领导", True),
        ("一、论《资本论》", True),
        ("论《资本论》", False),
        ("坚持党的领导。", False),
        ("他说：", False),
        ("坚持党的领导" * 7, False),
    ],
)
def test_a_heading_is_short_and_neither_a_sentence_nor_a_note(text: str, expected: bool) -> None:
    assert is_heading(text) is expected


@pytest.mark.parametrize(
    ("text", "form", "is_first", "expected"),
    [
        ("【注】", PRINT, True, True),
        ("＊　＊　＊", APART, False, True),
        ("＊　＊　＊", APART, True, False),
        ("＊　＊　＊", PRINT, False, False),
        ("（三）", APART, False, True),
        ("习近平：", APART, False, True),
        ("三期叠加", APART, False, False),
    ],
)
def test_a_line_without_words_of_its_own_is_a_rule(
    text: str, form: BookForm, is_first: bool, expected: bool
) -> None:
    assert is_rule(text, form, is_first=is_first) is expected


def test_a_note_above_another_on_the_line_of_its_text_names_its_speech() -> None:
    text, note = "要用好信息技术。", "《文选》第一卷，第3页"
    alone = note_behind(text + note, APART, note_below=False)
    assert alone is not None
    assert (alone.text, alone.raw) == (text, note)
    assert note_behind(text + note, APART, note_below=True) is None
