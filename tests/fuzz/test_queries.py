"""Any string as a query: a tree, or an error that points into it; and what it finds is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer import build_index
from indexer.errors import LunshuError, QueryError
from indexer.model.records import Record
from indexer.text.folding import fold
from searcher import Searcher, open_index
from searcher.language.parser import parse
from searcher.language.query import (
    And,
    Gap,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
)
from searcher.patterns import TimeBudget, pattern_of
from tests.fuzz.writing import written
from tests.support.corpus import RECORDS
from tests.support.growth import assert_linear
from tests.support.opened import store_of
from tests.support.query_pieces import GROUPS, SOUND
from tests.support.query_trees import TREES

pytestmark = pytest.mark.slow

PIECES = st.one_of(
    *(st.sampled_from(pieces) for pieces in GROUPS),
    st.text(st.one_of(st.characters(), st.characters(codec="gb18030")), max_size=3),
)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A sound query with pieces put in, cut out and doubled."""
    query = draw(st.one_of(st.sampled_from(SOUND), written(TREES).map(lambda pair: pair[0])))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(query)))
        end = min(len(query), start + draw(st.integers(0, 3)))
        piece = draw(st.one_of(PIECES, st.just(query[start:end])))
        before, after = draw(st.sampled_from([(start, end), (start, start), (end, end)]))
        query = query[:before] + piece + query[after:]
    return query


@st.composite
def nested(draw: st.DrawFn) -> str:
    """A query in more brackets than anybody needs."""
    opening = draw(st.sampled_from(["(", "（", "NOT (", "-(", "甲 (", "甲|("]))
    times = draw(st.integers(90, 3_000))
    return opening * times + "核心" + ")" * (times - draw(st.integers(0, 1)))


STRINGS = st.one_of(st.lists(PIECES, max_size=12).map("".join), mutated(), nested())


def refusal(query: str, run: object) -> QueryError:
    """The error, once it is known to point into the query in one line."""
    assert isinstance(run, QueryError)
    assert run.query == query
    assert 0 <= run.position <= len(query)
    assert len(run.reason.splitlines()) == len(str(run).splitlines()) == 1
    return run


@given(STRINGS)
def test_a_string_is_a_tree_that_prints_itself_or_an_error_that_points_into_it(query: str) -> None:
    try:
        tree = parse(query)
    except QueryError as exc:
        refusal(query, exc)
    else:
        assert not [half for half in query if "\ud800" <= half <= "\udfff"]
        assert parse(str(tree)) == tree
        assert str(parse(str(tree))) == str(tree)


@given(written(TREES))
def test_every_twin_form_means_the_same(pair: tuple[str, Query]) -> None:
    query, tree = pair
    assert parse(query) == tree


@given(st.lists(PIECES, min_size=1, max_size=3).map("".join), st.sampled_from(["", "/", "乙””"]))
def test_the_time_to_read_a_query_grows_with_its_length_alone(unit: str, edge: str) -> None:
    def read(query: str) -> None:
        with suppress(QueryError):
            parse(query)

    assert_linear(
        read, lambda size: edge + unit * (size // len(unit or " ")) + edge, 1_000, most=4_000
    )


ODD_TEXTS = (
    *("核心技术，要突破。突破核心技术！", "网络安全网络安全网络", "网 络 安 全", "心"),
    *("5G Big  Data 5 g", "“互联网＋教育”……", "規則制定權", "㈠℃ﬁﷺ e\u0301 각 ㄱㅏ", "？！？"),
    *("核\u200b心", "a b", "的" * 50, "核心" * 30, "\U00020000技术\U0010fffd"),
    "没有*安全 (甲) -乙 /丙/",
)


@pytest.fixture(scope="module")
def searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """The shared small collection and some odd texts."""
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "seeds").mkdir()
    records = [*RECORDS, *({"doc": "怪", "text": text} for text in ODD_TEXTS)]
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    Path(folder / "seeds" / "odd.jsonl").write_text("\n".join(lines), "utf-8")
    assert build_index(folder / "seeds", folder / "index").failed == ()
    with open_index(folder / "index") as opened:
        yield opened


@pytest.fixture(scope="module")
def paragraphs(searcher: Searcher) -> list[Record]:
    return list(store_of(searcher).records())


@given(query=STRINGS)
def test_a_string_is_answered_or_refused(query: str, searcher: Searcher) -> None:
    try:
        results = searcher.search(query)
    except LunshuError as exc:
        refusal(query, exc)
        return
    exact = [hit for hit in results.hits if hit.match == "exact"]
    assert len(exact) == min(results.total, 10)
    for hit in results.hits:
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.spans)
        assert list(hit.spans) == sorted(hit.spans)


PARAGRAPHS = (*(record["text"] for record in RECORDS), *ODD_TEXTS)


@st.composite
def spans(draw: st.DrawFn) -> str:
    """A span of one of the texts that are searched, or of two of them put together."""
    text = "".join(draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=2)))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(1, 6))]


FOUND_PHRASES = st.builds(Phrase, spans().filter(fold))
FOUND_TEXTS = st.builds(Text, st.text("核心技术突破网络安全5gG的", min_size=1, max_size=3))
FOUND_WILDCARDS = st.builds(
    lambda first, gap, last: Wildcard((first, gap, last)),
    st.text("核心技术网络", min_size=1, max_size=2),
    st.sampled_from([Gap(0, 20), Gap(1, 1), Gap(2, 22)]),
    st.text("核心技术网络安全", min_size=1, max_size=2),
)
FOUND_REGEXES = st.sampled_from(["核.?心", "(核|网)[心络]", "^心$", r"(.)\1", "[^的]的", "5g|教育"])
FOUND_OPERANDS = st.one_of(FOUND_PHRASES, FOUND_TEXTS, FOUND_WILDCARDS)
FOUND_LEAVES = st.one_of(
    FOUND_OPERANDS,
    st.builds(Regex, FOUND_REGEXES),
    st.builds(Near, FOUND_OPERANDS, FOUND_OPERANDS, st.integers(0, 9), st.booleans()),
)


def joined(clauses: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    def several(kind: type[And] | type[Or]) -> st.SearchStrategy[Query]:
        others = clauses.filter(lambda clause: not isinstance(clause, kind))
        return st.lists(others, min_size=2, max_size=3).map(lambda found: kind(tuple(found)))

    return st.one_of(st.builds(Not, clauses), several(And), several(Or))


def holds(tree: Query, folded: str) -> bool:
    """Whether a paragraph satisfies the tree, told by looking at its text."""
    if isinstance(tree, And):
        return all(holds(clause, folded) for clause in tree.clauses)
    if isinstance(tree, Or):
        return any(holds(clause, folded) for clause in tree.clauses)
    if isinstance(tree, Not):
        return not holds(tree.clause, folded)
    if isinstance(tree, (Text, Phrase)):
        return fold(tree.text) in folded
    assert isinstance(tree, (Wildcard, Near, Regex))
    return any(pattern_of(tree, TimeBudget("", seconds=5)).matches(folded))


@given(pair=written(st.recursive(FOUND_LEAVES, joined, max_leaves=6)))
def test_the_count_is_that_of_a_plain_scan(
    pair: tuple[str, Query], searcher: Searcher, paragraphs: list[Record]
) -> None:
    query, tree = pair
    expected = {record.id for record in paragraphs if holds(tree, fold(record.text))}
    results = searcher.search(query, limit=None)
    assert ({hit.id for hit in results.hits}, results.total) == (expected, len(expected))
    for hit in results.hits:
        if isinstance(tree, (Text, Phrase)):
            literal = fold(tree.text)
            assert [fold(hit.text[start:end]) for start, end in hit.spans] == [literal] * fold(
                hit.text
            ).count(literal)
