"""The named sets of marks: what each promises of its characters."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from indexer.text import marks
from indexer.text.folding import fold, fold_narrow
from tests.support.command_line import CHECKOUT

SETS: dict[str, str] = {
    name: value for name, value in vars(marks).items() if name.isupper() and type(value) is str
}


@pytest.mark.parametrize("name", SETS)
def test_no_set_contains_a_mark_twice(name: str) -> None:
    assert len(set(SETS[name])) == len(SETS[name]) > 0


@pytest.mark.parametrize("name", [name for name in SETS if name != "CLOSING_BRACKETS"])
def test_a_set_is_the_inside_of_a_character_class(name: str) -> None:
    every = {chr(code) for code in range(0x10000) if not 0xD800 <= code < 0xE000}
    inside = re.compile(f"[{SETS[name]}]")
    assert {character for character in every if inside.match(character)} == set(SETS[name])


def test_folded_sets_are_what_folding_makes_of_the_others() -> None:
    ends = marks.without(marks.SENTENCE_ENDS, "…")  # which is three full stops then
    assert {fold(mark) for mark in ends} == set(marks.FOLDED_SENTENCE_ENDS)
    clause_ends = marks.without(marks.CLAUSE_ENDS, "…")
    assert {fold(mark) for mark in clause_ends} == set(marks.FOLDED_CLAUSE_ENDS)
    range_marks = marks.without(marks.RANGE_MARKS, "至")
    assert {fold_narrow(mark) for mark in range_marks} == set(marks.FOLDED_RANGE_MARKS)
    assert {fold(mark) for mark in marks.FOLDED_QUOTES} == {marks.STRAIGHT}
    assert {fold(mark) for mark in marks.DOUBLE_QUOTES} == {marks.STRAIGHT}


def test_pairs_of_quotation_marks_are_the_sets_of_those_that_open_and_close() -> None:
    assert "".join(marks.QUOTE_PAIRS) == marks.OPENING_QUOTES
    assert "".join(marks.QUOTE_PAIRS.values()) == marks.CLOSING_QUOTES
    assert {*marks.PRIME_QUOTES, *marks.PRIME_QUOTES.values()} < set(marks.DOUBLE_QUOTES)


def test_the_place_of_a_digit_is_its_value() -> None:
    assert [marks.HAN_DIGITS.index(digit) for digit in "〇五九"] == [0, 5, 9]
    assert marks.HAN_ZEROS[0] + marks.COUNTING_DIGITS == marks.HAN_DIGITS


def test_what_separates_texts_is_never_folded_to() -> None:
    every: Any = map(chr, range(0x110000))
    assert not any(marks.BETWEEN_TEXTS in fold(f"a{one}b") for one in every if one.isprintable())
    assert marks.BETWEEN_TEXTS not in fold(f"a{marks.BETWEEN_TEXTS}b")


ALPHABETS = {
    "ends of sentences": (marks.SENTENCE_ENDS, 3),
    "dashes": (marks.DASHES, 2),
    "marks of ranges": (marks.RANGE_MARKS, 4),
    "quotation marks": (marks.DOUBLE_QUOTES, 4),
    "digits": (marks.COUNTING_DIGITS, 5),
}
"""Sets of marks, and how many marks of one in a character class make a set of that kind."""

OWN = {
    ("indexer/facts/articles/plain.py", "dashes"): "what a line may be drawn with, of any script",
    ("searcher/render/typeset/wrapping.py", "ends of sentences"): "what begins no line of print",
    ("searcher/tracing/results.py", "ends of sentences"): "three full stops for an ellipsis",
}
"""Character classes that are of another kind."""


def test_no_set_of_marks_is_spelled_elsewhere() -> None:
    found = {
        (path.relative_to(CHECKOUT).as_posix(), kind)
        for package in ("indexer", "searcher")
        for path in CHECKOUT.joinpath(package).rglob("*.py")
        if "wording" not in path.parts and path != Path(marks.__file__)
        for inside in character_classes(path.read_text("utf-8"))
        for kind, (marks_of_kind, least) in ALPHABETS.items()
        if len(set(inside) & set(marks_of_kind)) >= least
    }
    assert found == set(OWN)


def character_classes(source: str) -> Iterator[str]:
    """The insides of character classes in the strings of a module, and its short strings."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if len(node.value) <= 40:
                yield node.value
            yield from re.findall(r"\[\^?([^\[\]]{2,40})\]", node.value)


def test_a_set_that_is_spelled_is_found() -> None:
    source = '_A = re.compile(r"第[。！？]+$")\n_B = "—―─"\n'
    assert set(character_classes(source)) == {"第[。！？]+$", "。！？", "—―─"}
