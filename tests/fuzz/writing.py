"""Trees written out as people write queries: in either width, with any of the twin forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from typing import TypeVar

from hypothesis import strategies as st

from indexer.model.fields import ROWS
from searcher.language.query import (
    QUOTES,
    And,
    AnyYear,
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
    quote,
)

BLANKS = (" ", "\u3000", "  ", "\n", "\t")
ANDS = (*BLANKS, " AND ", " and ", "\u3000ＡＮＤ\u3000", " 且 ", " 与 ", " & ", " ＆ ")
ORS = (" OR ", " or ", " ｏＲ ", " 或 ", "|", "｜", " | ", "\u3000｜")
NOTS = ("NOT ", "not ", "ＮＯＴ\u3000", "非 ", "-", "－")
WIDTHS: tuple[dict[int, str], ...] = ({}, {ord("*"): "＊", ord("?"): "？"})


Choice = TypeVar("Choice")


class Writer:
    """Writes a tree; wherever there are twin forms, hypothesis draws one.

    Args:
        draw: what a composite strategy is given.
    """

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def write(self, tree: Query) -> str:
        """A query that means `tree`."""
        if isinstance(tree, And):
            return self._joined(ANDS, [self._within(clause, Or) for clause in tree.clauses])
        if isinstance(tree, Or):
            return self._joined(ORS, list(map(self.write, tree.clauses)))
        if isinstance(tree, Not):
            return self._negated(tree)
        if isinstance(tree, Near):
            return self._near(tree)
        text = self._leaf(tree)
        return self._bracketed(text) if self._one_of((*[False] * 4, True)) else text

    def _leaf(self, tree: Query) -> str:
        if isinstance(tree, (Text, Regex)):
            return str(tree)  # a text that is an operator has brackets
        if isinstance(tree, Phrase):
            return self._one_of(quotations(tree.text))
        if isinstance(tree, Wildcard):
            return "".join(map(self._piece, tree.pieces))
        if isinstance(tree, Field):
            return self._field(tree)
        assert isinstance(tree, (DateRange, AnyYear))
        days = self._days(tree) if isinstance(tree, DateRange) else self._of_any_year(tree)
        return self._name("date") + self._one_of((":", "：")) + days

    def _piece(self, piece: str | Gap) -> str:
        text = str(piece)
        return text if isinstance(piece, str) else text.translate(self._one_of(WIDTHS))

    def _field(self, tree: Field) -> str:
        plain = [tree.value] if tree.value.isalnum() else []
        value = self._one_of(quotations(tree.value) + plain)
        return self._name(tree.name) + self._one_of((":", "：")) + value

    def _name(self, name: str) -> str:
        return self._one_of((name, name.upper(), ROWS[name].alias))

    def _days(self, days: DateRange) -> str:
        first, last = days.first, days.last
        if first is None:
            assert last is not None
            after = [f"<{last + timedelta(1)}"] if last < date.max else []
            return self._one_of((f"..{last}", f"<={last}", f"≤{last}", *after))
        if last is None:
            before = [f">{first - timedelta(1)}"] if first > date.min else []
            return self._one_of((f"{first}..", f">={first}", f"≥{first}", *before))
        if first == last:
            chinese = f"{first.year:04}年{first.month}月{first.day}日"
            return self._one_of((str(first), wide(str(first)), chinese))
        return self._one_of((f"{first}..{last}", f"{first}至{last}", f"{first}~{last}"))

    def _of_any_year(self, days: AnyYear) -> str:
        month = self._one_of((f"{days.month}月", wide(f"{days.month}月")))
        day = "" if days.day is None else f"{days.day}{self._one_of('日号')}"
        return month + day

    def _negated(self, tree: Not) -> str:
        clause = self._within(tree.clause, (And, Or, Near))
        # A dash before a dash, or before nothing a clause could be, is text.
        bare = isinstance(tree.clause, (Not, Text))
        return self._one_of(NOTS[:4] if bare else NOTS) + clause

    def _near(self, tree: Near) -> str:
        kinds = (
            ("BEFORE", "before", "Ｂｅｆｏｒｅ") if tree.ordered else ("NEAR", "near", "ＮＥＡＲ")
        )
        distance = f"/{tree.distance}"
        operator = self._one_of(kinds) + self._one_of((distance, wide(distance)))
        left, right = (self._within(operand, Or) for operand in (tree.left, tree.right))
        return self._one_of(BLANKS).join((left, operator, right))

    def _within(self, tree: Query, looser: type | tuple[type, ...]) -> str:
        text = self.write(tree)
        return self._bracketed(text) if isinstance(tree, looser) else text

    def _bracketed(self, text: str) -> str:
        return self._one_of("(（") + text + self._one_of(")）")

    def _joined(self, forms: tuple[str, ...], clauses: list[str]) -> str:
        text = clauses[0]
        for clause in clauses[1:]:
            text += self._one_of(forms) + clause
        return text

    def _one_of(self, choices: Iterable[Choice]) -> Choice:
        return self._draw(st.sampled_from(tuple(choices)))


def quotations(text: str) -> list[str]:
    """`text` between each kind of marks that mean the same.

    Whether a straight mark opens or closes is told by how many there are in the whole query, so a
    text with an odd number of them can only be put between straight marks, which double them.
    """
    marks = QUOTES if text.count('"') % 2 == 0 else ['"']
    return [quote(text, mark) for mark in marks]


def wide(text: str) -> str:
    """`text` with its ASCII in full width."""
    made = text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})
    assert unicodedata.normalize("NFKC", made) == text
    return made


@st.composite
def written(draw: st.DrawFn, trees: st.SearchStrategy[Query]) -> tuple[str, Query]:
    """A query and the tree that it means."""
    tree = draw(trees)
    return Writer(draw).write(tree), tree
