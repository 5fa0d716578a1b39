"""Any string as a query: an answer or an error in one line, in a time that its length tells."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from indexer.errors import QueryError
from indexer.text.folding import fold
from searcher import Searcher
from searcher.language.parser import parse
from searcher.language.query import Query, positive_patterns
from searcher.patterns import TimeBudget, pattern_of
from tests.support.corpus import RECORDS
from tests.support.growth import assert_linear
from tests.support.parameters import rest_slow
from tests.support.query_pieces import GROUPS, SOUND, cut

QUERIES = 1_000
LONGEST_SEARCHED = 400
PARAGRAPHS = tuple(fold(record["text"]) for record in RECORDS)


def queries(part: int) -> Iterator[str]:
    """Strings put together and put out of order, always the same ones."""
    chance = random.Random(20_160_419 + part)
    for number in range(QUERIES):
        if number % 500 == 499:
            yield chance.choice(chance.choice(GROUPS)) * 10_000
        elif number % 2:
            yield "".join(_pieces(chance))
        else:
            yield _mutated(chance, chance.choice(SOUND))


def _pieces(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(0, 12)):
        yield chance.choice(chance.choice(GROUPS))


def _mutated(chance: random.Random, query: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(query))
        to = min(len(query), at + chance.randint(0, 3))
        piece = chance.choice(chance.choice(GROUPS)) if chance.random() < 0.7 else query[at:to]
        at, to = chance.choice([(at, to), (at, at), (to, to)])
        query = query[:at] + piece + query[to:]
    return query


def check_error(error: QueryError, query: str) -> None:
    assert error.query == query
    assert 0 <= error.position <= len(query)
    assert len(error.reason.splitlines()) == 1


def parsed(query: str) -> Query | None:
    try:
        return parse(query)
    except QueryError as exc:
        error = exc
    check_error(error, query)
    return None


@pytest.mark.parametrize("part", rest_slow(range(20), quick=1))
def test_every_string_is_a_query_or_an_error_that_points_into_it(
    part: int, small_searcher: Searcher
) -> None:
    sound = 0
    for query in queries(part):
        if tree := parsed(query):
            sound += 1
            assert parse(str(tree)) == tree
            run_patterns(tree, query)
        if len(query) <= LONGEST_SEARCHED:
            try:
                small_searcher.search(query)
            except QueryError as exc:
                check_error(exc, query)
    assert QUERIES / 5 < sound < QUERIES


def run_patterns(tree: Query, query: str) -> None:
    try:
        for clause in positive_patterns(tree):
            pattern = pattern_of(clause, TimeBudget(query, seconds=0.05))
            for text in PARAGRAPHS:
                spans = list(pattern.matches(text))
                assert all(0 <= start < end <= len(text) for start, end in spans)
    except QueryError as exc:
        check_error(exc, query)


# A full stop stands for a blank here.
UNITS = [
    *cut(r"""
    网络 网. 网| “甲. "甲."乙. “甲.”乙. （一）甲. (甲). 甲（ 甲）乙 甲?乙 甲* /甲. /\/. -. -甲.
    speech:甲. 1). a.NEAR/2. a.NEAR/2.b. (a|b).BEFORE/2.c. NOT.a. a.或. &. a.&. /a/. /(a)|/.
    speech:"甲". 题：「甲」 date:2018. 日期：2018年至 甲： http:// 甲*乙. * ? ？甲 " “ ” 「 」.
    『甲』. ( ) （ ）. | ｜甲 / \ -. －. : ： /[^甲]. /[/ (/ (" （"甲 (甲. 甲). )(. 甲“乙. 甲” . 。
    """),
    *('"""甲.', "\ud800", "\0"),
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("opening", "ending"), [("", ""), ("", "乙””"), ("/", "/")])
def test_the_cost_of_a_query_grows_with_its_length_alone(
    unit: str, opening: str, ending: str
) -> None:
    piece = unit.replace(".", " ")
    assert_linear(
        parsed, lambda size: opening + piece * (size // len(piece)) + ending, 5_000, most=20_000
    )


@pytest.mark.parametrize("piece", sorted({piece for pieces in GROUPS for piece in pieces}))
def test_any_piece_again_and_again_costs_no_more_to_read_than_its_length(piece: str) -> None:
    assert_linear(parsed, lambda size: piece * size, 2_500, most=10_000)


@pytest.mark.parametrize("unit", ["网络 ", "网络安全和信息化，"])
def test_a_query_of_200_000_characters_costs_no_more_than_its_length(unit: str) -> None:
    assert_linear(parsed, lambda size: unit * (size // len(unit)), 50_000)
