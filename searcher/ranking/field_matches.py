"""Bare clauses that stand in a field: in the name of a speech, a title, a heading, a source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from indexer.model.fields import LEADING
from indexer.text.folding import fold
from searcher.store import Numbers, Store


class FieldMatch(NamedTuple):
    """The paragraphs one of whose fields contains a bare clause.

    Attributes:
        text: the clause.
        query: the query that lists them.
        docs: their numbers.
        evidence: what that makes of their scores.
    """

    text: str
    query: str
    docs: Numbers
    evidence: float


def match_fields(store: Store, texts: Sequence[str]) -> tuple[FieldMatch, ...]:
    """Every leading field that contains one of the bare clauses `texts`, clause by clause."""
    matches = [
        FieldMatch(
            text,
            f"{row.alias}：{text}",
            store.values(row.name).containing(fold(text)).numbers(),
            row.boost or 1.0,
        )
        for text in texts
        for row in LEADING
    ]
    return tuple(match for match in matches if len(match.docs))
