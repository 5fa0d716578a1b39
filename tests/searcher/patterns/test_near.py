from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.text.folding import fold_with_origins
from indexer.text.span import Span
from searcher import Searcher
from searcher.language.parser import parse
from searcher.language.query import Gap, positive_patterns
from searcher.patterns import Literal, pattern_of, spans_of
from searcher.patterns.gapped import Gapped
from searcher.patterns.near import Either, NearOperand, NearPattern
from tests.support.growth import assert_linear


def found(query: str, text: str) -> list[str]:
    patterns = [pattern_of(clause) for clause in positive_patterns(parse(query))]
    return [text[start:end] for start, end in spans_of(patterns, fold_with_origins(text))]


@pytest.mark.parametrize(
    ("query", "text", "highlighted"),
    [
        ("甲 NEAR/2 乙", "甲一二乙", ["甲", "乙"]),
        ("甲 NEAR/1 乙", "甲一二乙", []),
        ("甲 NEAR/0 乙", "乙甲", ["乙", "甲"]),
        ("甲 BEFORE/0 乙", "乙甲", []),
        ("甲 BEFORE/9 乙", "甲，乙", ["甲", "乙"]),
        ("甲 NEAR/2 乙", "甲一乙。很远很远很远甲", ["甲", "乙"]),
        ("甲 NEAR/2 乙", "甲 一 二 乙", ["甲", "乙"]),
        ("big NEAR/3 data", "Big  and Data", []),
        ("big NEAR/5 data", "Big  and Data", ["Big", "Data"]),
        ("核心 NEAR/5 心技", "核心技术", []),
        ("核心 NEAR/5 心技", "核心技术，核心", ["心技", "核心"]),
        ("的 NEAR/0 的", "的", []),
        ("的 NEAR/0 的", "的的", ["的", "的"]),
        ("哈哈 NEAR/0 哈哈", "哈哈哈", []),
        ("哈哈 NEAR/1 哈", "哈哈哈哈", ["哈哈哈哈"]),
        ("(甲 OR 乙) NEAR/1 丙", "甲很丙。乙很远丙。乙丙", ["甲", "丙", "乙", "丙", "乙", "丙"]),
        ('"甲 乙" BEFORE/1 丙', "甲乙很丙", ["甲乙", "丙"]),
        ("甲*乙 BEFORE/0 丙", "甲乙一乙丙", ["甲乙一乙", "丙"]),
        ("甲*乙 BEFORE/0 丙", "甲一甲一乙丙", ["甲一乙", "丙"]),
        ("丙 BEFORE/0 甲*乙", "丙甲一乙一乙", ["丙", "甲一乙"]),
        ("习?平 NEAR/3 同志", "习近平总书记同志", ["习近平", "同志"]),
        ("?近平 NEAR/0 说", "习近平说", ["习近平", "说"]),
        ("甲 NEAR/1 乙 OR 丙", "甲乙，丙", ["甲", "乙", "丙"]),
    ],
)
def test_the_strings_of_every_pair_are_highlighted(
    query: str, text: str, highlighted: list[str]
) -> None:
    assert found(query, text) == highlighted


def occurrences(operand: NearOperand, text: str) -> set[Span]:
    """Every way in which `operand` stands in `text`, tried one by one."""
    if isinstance(operand, Either):
        return {span for member in operand.members for span in occurrences(member, text)}
    pieces = (operand.text,) if isinstance(operand, Literal) else operand.pieces
    return {(start, end) for start in range(len(text)) for end in reached(pieces, text, start)}


def reached(pieces: tuple[str | Gap, ...], text: str, start: int) -> set[int]:
    if not pieces:
        return {start}
    piece, *rest = pieces
    if isinstance(piece, str):
        ends = {start + len(piece)} if text.startswith(piece, start) else set()
    else:
        stops = "。!" if piece.least == piece.most else "。!?"
        ends = {
            start + length
            for length in range(piece.least, piece.most + 1)
            if start + length <= len(text)
            and not any(stop in text[start : start + length] for stop in stops)
        }
    return {last for end in ends for last in reached(tuple(rest), text, end)}


def pairs(near: NearPattern, text: str) -> set[tuple[Span, Span]]:
    """Every pair, by the definition: no overlap, and so many characters between them."""
    lefts, rights = occurrences(near.left, text), occurrences(near.right, text)
    both = {(left, right) for left in lefts for right in rights}
    if not near.ordered:
        both |= {(right, left) for left, right in both}
    return {(a, b) for a, b in both if 0 <= b[0] - a[1] <= near.distance}


STRINGS = st.text("甲乙", min_size=1, max_size=3)
LITERALS = st.builds(Literal, STRINGS)
GAPS = st.builds(lambda least, more: Gap(least, least + more), st.integers(0, 2), st.integers(0, 3))
GAPPED = st.one_of(
    st.builds(lambda a, gap, b: Gapped((a, gap, b)), STRINGS, GAPS, STRINGS),
    st.builds(lambda a, g, b, h, c: Gapped((a, g, b, h, c)), STRINGS, GAPS, STRINGS, GAPS, STRINGS),
    st.builds(lambda width, a: Gapped((Gap(width, width), a)), st.integers(1, 2), STRINGS),
)
SINGLE = st.one_of(LITERALS, GAPPED)
OPERANDS = st.one_of(SINGLE, st.builds(Either, st.lists(SINGLE, min_size=2, max_size=3).map(tuple)))
NEARS = st.builds(NearPattern, OPERANDS, OPERANDS, st.integers(0, 4), st.booleans())
TEXTS = st.text("甲乙甲乙。?", max_size=14)


@given(NEARS, TEXTS)
def test_a_pair_is_found_just_where_one_exists(near: NearPattern, text: str) -> None:
    defined = pairs(near, text)
    spans = list(near.matches(text))
    covered = {at for start, end in spans for at in range(start, end)}
    assert bool(spans) == bool(defined)
    # Every member of a pair is marked on its inner side, and nothing outside of members.
    assert {a[1] - 1 for a, _ in defined} | {b[0] for _, b in defined} <= covered
    assert covered <= {at for pair in defined for s, e in pair for at in range(s, e)}
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    if defined:
        assert any(all(s in text for s in strings) for strings in near.alternatives)


@given(SINGLE, TEXTS)
def test_every_start_and_every_end_of_a_match_is_known(
    pattern: Literal | Gapped, text: str
) -> None:
    defined = occurrences(pattern, text)
    assert {start for start, _ in defined} == {start for start, _ in pattern.from_starts(text)}
    assert {end for _, end in defined} == {end for _, end in pattern.to_ends(text)}
    assert {*pattern.from_starts(text), *pattern.to_ends(text)} <= defined


@pytest.mark.parametrize("query", ["的 NEAR/99999 的", "的 BEFORE/0 的", "的*的 NEAR/20 的?的"])
def test_a_text_of_one_character_costs_no_more_than_its_length(query: str) -> None:
    (clause,) = positive_patterns(parse(query))

    def find(text: str) -> None:
        assert any(True for _ in pattern_of(clause).matches(text))

    assert_linear(find, lambda size: "的" * size, 6_250, most=100_000)


@pytest.mark.parametrize(
    ("query", "alternatives"),
    [
        ("甲 NEAR/5 乙", (("甲", "乙"),)),
        ("(甲 OR 丙*丁) BEFORE/5 甲", (("甲",), ("丙", "丁", "甲"))),
        (
            '("5 Ｇ" OR 甲) NEAR/5 (乙 OR 丙)',
            (("5 g", "乙"), ("5 g", "丙"), ("甲", "乙"), ("甲", "丙")),
        ),
    ],
)
def test_a_text_must_hold_a_string_of_either_side(
    query: str, alternatives: tuple[tuple[str, ...], ...]
) -> None:
    (clause,) = positive_patterns(parse(query))
    assert pattern_of(clause).alternatives == alternatives


def test_of_very_many_alternatives_those_of_one_side_will_do() -> None:
    def many(count: int) -> Either:
        return Either(tuple(Literal(chr(0x4E00 + at)) for at in range(count)))

    near = NearPattern(many(200), many(100), 5, ordered=False)
    assert near.alternatives == many(100).alternatives


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("没有 BEFORE/4 国家安全", 1),
        ("国家安全 BEFORE/4 没有", 1),
        ("信息化 BEFORE/0 网络", 0),
        ("核心 NEAR/1 技术", 3),
        ("(突破 OR 掌握) NEAR/0 核心", 2),
        ("核心 NEAR/1 技术 -突破", 2),
        ("NOT (核心 NEAR/1 技术)", 2),
        ("big NEAR/9 應用", 1),
    ],
)
def test_near_is_answered(small_searcher: Searcher, query: str, total: int) -> None:
    results = small_searcher.search(query, limit=0 or None)
    assert results.total == total
    assert all(hit.spans for hit in results.hits) or "NOT" in query
