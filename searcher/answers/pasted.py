"""Pasted words: marks of notes in them that the collection does not have.

Whoever copies 声讨卖国贼汪精卫⑴ out of a book copies the mark, too. What is found as it stands is
never changed; where a clause is found only without its marks, they are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from indexer.text.note_marks import lift
from searcher.language.query import And, Filtered, Or, Phrase, Query, Text


class WithoutMarks(NamedTuple):
    """A query without the marks of notes.

    Attributes:
        query: the query that is left.
        marks: the marks that were left out, in their order.
    """

    query: Query
    marks: tuple[str, ...]


def without_marks(query: Query, is_found: Callable[[Text | Phrase], bool]) -> WithoutMarks:
    """`query` without the marks in those bare and quoted clauses that are found only without them.

    Args:
        is_found: whether some paragraph has what a clause asks for.
    """
    marks: list[str] = []

    def visit(clause: Query) -> Query:
        if isinstance(clause, (Text, Phrase)):
            lifted = lift(clause.text)
            plain = replace(clause, text=lifted.text)
            if lifted.marks and lifted.text.strip() and not is_found(clause) and is_found(plain):
                marks.extend(mark for _, mark in lifted.marks)
                return plain
        if isinstance(clause, (And, Or)):
            return replace(clause, clauses=tuple(map(visit, clause.clauses)))
        if isinstance(clause, Filtered):
            return replace(clause, query=visit(clause.query))
        return clause

    return WithoutMarks(visit(query), tuple(marks))
