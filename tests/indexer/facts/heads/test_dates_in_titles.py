"""Dates that stand in a title: which are those of the words, and which may be of anything."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.facts import read_documents
from indexer.sources.source_text import SourceText
from indexer.text.dates import DateSpan, month_span

WORDS = "战争的目的不是别的，就是保存自己，消灭敌人。\n\n这个目的是战争的本质，不可不知。\n"


def dated(text: str, path: str = "a.txt") -> list[tuple[str | None, DateSpan | None]]:
    documents = read_documents(SourceText.from_text(path, text))
    return [(document.title, document.date) for document in documents]


@pytest.mark.parametrize("title", ["论持久战(1938年5月)", "论持久战（一九三八年五月）"])
def test_a_month_in_brackets_behind_the_title_of_a_persons_words_is_theirs(title: str) -> None:
    assert dated(f"{title}\n\n毛泽东\n\n{WORDS}") == [(title, month_span(1938, 5))]


def test_a_month_in_a_title_of_nobodys_words_may_be_that_of_which_they_tell() -> None:
    assert dated(f"大事记（1949年10月）\n\n{WORDS}") == [("大事记（1949年10月）", None)]


def test_the_head_of_a_letter_gives_its_date() -> None:
    first, second = "一九三三年六月，泉州，致友人", "1933年7月2日，致陈君"
    day = DateSpan(date(1933, 7, 2), date(1933, 7, 2), "day")
    assert dated(f"{first}\n\n{WORDS}") == [(first, month_span(1933, 6))]
    assert dated(f"# {second}\n\n{WORDS}", "a.md") == [(second, day)]
