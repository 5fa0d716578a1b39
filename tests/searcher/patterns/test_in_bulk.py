"""Many texts looked through as one: the counts are those of each text looked through alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from searcher.language.parser import parse
from searcher.language.query import Gap, positive_patterns
from searcher.patterns import Literal, Pattern, pattern_of
from searcher.patterns.gapped import Gapped
from searcher.patterns.in_bulk import count_each
from searcher.patterns.near import Either, NearPattern
from tests.support.growth import assert_linear

STRINGS = st.text("甲乙", min_size=1, max_size=3)
LITERALS = st.builds(Literal, STRINGS)
GAPS = st.one_of(
    st.builds(lambda width: Gap(width, width), st.integers(1, 2)),
    st.builds(lambda least, more: Gap(least, least + more), st.integers(0, 2), st.integers(1, 3)),
)


@st.composite
def wildcards(draw: st.DrawFn) -> Gapped:
    """Strings with one to four gaps, maybe one of fixed width before the first."""
    pieces: list[str | Gap] = []
    if draw(st.booleans()):
        pieces.append(Gap(1, 1))
    pieces.append(draw(STRINGS))
    for _ in range(draw(st.integers(1, 4))):
        pieces += [draw(GAPS), draw(STRINGS)]
    return Gapped(tuple(pieces))


SINGLE = st.one_of(LITERALS, wildcards())
OPERANDS = st.one_of(
    LITERALS,
    st.builds(Either, st.lists(LITERALS, min_size=2, max_size=3).map(tuple)),
    st.builds(Either, st.lists(SINGLE, min_size=2, max_size=3).map(tuple)),
)
NEARS = st.builds(NearPattern, OPERANDS, OPERANDS, st.integers(0, 4), st.booleans())
TEXTS = st.lists(st.text("甲乙甲乙。?!", max_size=14), max_size=6)


def joined(texts: list[str]) -> str:
    return "".join(f"{text}\n" for text in texts)


@given(st.one_of(NEARS, wildcards()), TEXTS)
def test_each_text_counts_as_it_does_alone(pattern: Pattern, texts: list[str]) -> None:
    alone = [sum(1 for _ in pattern.matches(text)) for text in texts]
    assert count_each(pattern, joined(texts)).tolist() == alone


@pytest.mark.parametrize(
    ("query", "texts", "counted"),
    [
        ("甲 NEAR/9 乙", ["甲", "乙", "甲乙"], [0, 0, 2]),
        ("甲 NEAR/0 甲", ["甲甲甲", "甲", ""], [3, 0, 0]),
        ("甲甲 NEAR/1 甲", ["甲甲甲甲"], [1]),
        ("甲*乙", ["甲", "乙", "甲。乙", "甲一乙甲乙"], [0, 0, 0, 2]),
        ("甲?乙", ["甲?乙", "甲!乙", "甲", "乙"], [1, 0, 0, 0]),
        ("(甲 OR 一甲) BEFORE/0 乙", ["一甲乙", "甲"], [2, 0]),
        ("(甲乙甲 OR 乙) BEFORE/0 丙", ["甲乙甲丙"], [2]),
        ("/甲.?乙/", ["甲", "乙", "甲乙甲一乙"], [0, 0, 2]),
    ],
)
def test_no_match_reaches_into_another_text(
    query: str, texts: list[str], counted: list[int]
) -> None:
    (clause,) = positive_patterns(parse(query))
    assert count_each(pattern_of(clause), joined(texts)).tolist() == counted


@pytest.mark.parametrize(
    "query", ["的 NEAR/99999 的", "的*的*的", "的*的*的*的*的*的*甲", "的****的****甲"]
)
def test_a_text_of_one_character_costs_no_more_than_its_length(query: str) -> None:
    (clause,) = positive_patterns(parse(query))

    def look(size: int) -> None:
        count_each(pattern_of(clause), joined(["的" * size]))

    assert_linear(look, lambda size: size, 7_500)
