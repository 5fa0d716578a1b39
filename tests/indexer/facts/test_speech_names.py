"""What speeches are called: every reader takes the words for one that the table gives it."""

from __future__ import annotations

import pytest

from indexer.facts.heads.titles import has_form_of_speech
from indexer.facts.notes.damaged import is_broken
from indexer.facts.notes.reading import has_speech_form
from indexer.facts.speech_names import Reader, names
from indexer.facts.speeches.forms import speech_form

READERS: tuple[Reader, ...] = ("titles", "letters", "heads", "notes", "alone")


def takes(reader: Reader, name: str) -> bool:
    """Whether a reader takes a title with that name in it for one of a speech."""
    if reader == "titles":
        return speech_form(f"在全国大会上的{name}") == "at"
    if reader == "letters":
        return speech_form(f"致全国大会的{name}") == "to"
    if reader == "heads":
        return has_form_of_speech(f"全国大会{name}")
    if reader == "notes":
        return has_speech_form(f"在全国大会上的{name}")
    return is_broken(f"全国大会{name}（2018年）")


@pytest.mark.parametrize("reader", READERS)
def test_every_reader_takes_the_names_of_its_rows_for_speeches(reader: Reader) -> None:
    every = names(reader).split("|")
    assert [name for name in every if not takes(reader, name)] == []
    assert len(set(every)) == len(every)
    assert not takes(reader, "侧记")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("讲话", ["titles", "heads", "notes", "alone"]),
        ("命令", ["letters"]),
        ("意见", ["heads", "notes"]),
        ("序言", ["heads"]),
        ("决议", ["notes"]),
    ],
)
def test_a_name_is_one_only_for_those_whom_its_row_names(name: str, expected: list[str]) -> None:
    assert [reader for reader in READERS if takes(reader, name)] == expected
