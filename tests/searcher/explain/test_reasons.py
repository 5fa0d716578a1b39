"""A clause in the place of another: how a proposal becomes a query."""

import pytest

from searcher.explain.reasons import replaced
from searcher.language.parser import parse
from searcher.language.query import Query


@pytest.mark.parametrize(
    ("query", "path", "new", "result"),
    [
        ("甲", (), "丁", "丁"),
        ("甲 乙", (1,), "丁", "甲 AND 丁"),
        ("甲 甲", (1,), "丁", "甲 AND 丁"),  # the other one is equal to it
        ("甲 乙", (0,), "丁 戊", "丁 AND 戊 AND 乙"),
        ("甲 (乙 OR NOT 丙)", (1, 1, 0), "丁", "甲 AND (乙 OR NOT 丁)"),
        ("甲 NEAR/5 (乙 OR 丙)", (1, 0), "丁", "甲 NEAR/5 (丁 OR 丙)"),
        ("甲 NEAR/5 乙", (0,), "丁 戊", None),
        ("-(甲 NEAR/5 乙)", (0, 0), "speech:丁", None),
    ],
)
def test_a_clause_is_replaced_where_its_path_leads(
    query: str, path: tuple[int, ...], new: str, result: str | None
) -> None:
    made: Query | None = replaced(parse(query), path, parse(new))
    assert (None if made is None else str(made)) == result
