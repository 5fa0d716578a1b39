from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import QueryError
from indexer.model.fields import CLAUSES, FIELD_OF, ROLES, Role
from searcher.language.parser import parse
from searcher.language.query import (
    And,
    DateRange,
    Field,
    Gap,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
    positive_patterns,
    positive_texts,
)
from tests.support.query_trees import TREES


@given(TREES)
def test_the_canonical_form_parses_to_the_same_tree(tree: Query) -> None:
    assert parse(str(tree)) == tree


UNSEEN = st.text(
    "\u200b\u200d\u2060\ufeff\u00ad\u200e\u2066\u034f\ufe0f\u3164\x07\U000e0100", max_size=3
)


@given(TREES, st.data())
def test_what_nobody_sees_is_no_part_of_a_query(tree: Query, data: st.DataObject) -> None:
    query = str(tree)
    at = data.draw(st.integers(0, len(query)))
    assert parse(query[:at] + data.draw(UNSEEN) + query[at:]) == tree


@pytest.mark.parametrize(
    ("query", "position"),
    [("\ufeff核心 \u200b（技术", 5), ("核\u200b心 NEAR 技术", 4), ("\u200b\ufeff", 0)],
)
def test_an_error_points_into_the_query_as_it_was_given(query: str, position: int) -> None:
    with pytest.raises(QueryError) as caught:
        parse(query)
    assert (caught.value.query, caught.value.position) == (query, position)


@pytest.mark.parametrize(
    ("tree", "canonical"),
    [
        (And((Text("核心技术"), Phrase('说"好"'))), '核心技术 AND "说""好"""'),
        (And((Or((Text("甲"), Text("乙"))), Text("丙"))), "(甲 OR 乙) AND 丙"),
        (Or((And((Text("甲"), Text("乙"))), Text("丙"))), "甲 AND 乙 OR 丙"),
        (Not(Or((Text("甲"), Text("乙")))), "NOT (甲 OR 乙)"),
        (Not(Not(Text("甲"))), "NOT NOT 甲"),
        (And((Text("甲"), Text("或"), Text("NEAR/3"))), "甲 AND (或) AND (NEAR/3)"),
        (Text("BEFORE/9)9"), "BEFORE/9)9"),
        (Wildcard(("网络", Gap(1, 41), "安全")), "网络?**安全"),
        (Regex("核心.*"), "/核心.*/"),
        (Field("speech", "座谈会"), "speech:座谈会"),
        (Field("title", "什么是强国？"), 'title:"什么是强国？"'),
        (DateRange(date(2018, 4, 20), date(2018, 4, 20)), "date:2018-04-20"),
        (DateRange(date(2016, 1, 1), date(2018, 12, 31)), "date:2016-01-01..2018-12-31"),
        (DateRange(date(2016, 4, 19), None), "date:2016-04-19.."),
        (DateRange(None, date(2016, 4, 19)), "date:..2016-04-19"),
        (
            Near(Or((Text("甲"), Phrase("乙"))), Text("丙"), 20, ordered=True),
            '(甲 OR "乙") BEFORE/20 丙',
        ),
        (Not(Near(Text("甲"), Text("乙"), 5)), "NOT (甲 NEAR/5 乙)"),
    ],
)
def test_a_tree_prints_itself_with_ascii_operators(tree: Query, canonical: str) -> None:
    assert str(tree) == canonical


@pytest.mark.parametrize(
    ("name", "value", "number"),
    [
        ("chapter", "六", 6),
        ("chapter", "６", 6),
        ("chapter", "十二", 12),
        ("chapter", "六、", None),
        ("chapter", "网络安全", None),
        ("speech", "六", None),
    ],
)
def test_only_a_chapter_that_is_a_numeral_has_a_number(
    name: str, value: str, number: int | None
) -> None:
    tree = parse(f'{name}:"{value}"')
    assert isinstance(tree, Field)
    assert tree.number == number


MIXED = '核心技术 "突破" 网络*安全 NOT (命门 "短板") (甲 OR 乙) speech:丙 丁 NEAR/5 "戊" 甲 -习?平'


def test_positive_texts_are_the_bare_clauses_that_are_not_excluded() -> None:
    assert positive_texts(parse(MIXED)) == ("核心技术", "甲", "乙", "丁")


def test_positive_patterns_are_the_places_that_are_not_excluded() -> None:
    assert positive_patterns(parse(MIXED)) == (
        Text("核心技术"),
        Phrase("突破"),
        Wildcard(("网络", Gap(0, 20), "安全")),
        Text("甲"),
        Text("乙"),
        Near(Text("丁"), Phrase("戊"), 5),
    )


def test_the_place_of_a_regular_expression_is_known_and_no_part_of_it() -> None:
    (_, tree) = positive_patterns(parse("甲 (/乙/)"))
    assert tree == Regex("乙")
    assert isinstance(tree, Regex)
    assert tree.position == 3


def test_a_query_of_filters_has_nothing_to_rank_by_or_to_highlight() -> None:
    tree = parse("NOT 甲 speech:乙 date:2018")
    assert (positive_texts(tree), positive_patterns(tree)) == ((), ())


def test_the_roles_of_queries_are_those_of_paragraphs() -> None:
    assert get_args(Role) == tuple(ROLES)


def test_every_field_answers_to_its_name_and_to_one_alias() -> None:
    assert sorted(FIELD_OF.values()) == sorted([row.name for row in CLAUSES] * 2)
