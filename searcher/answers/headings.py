"""Which headings contain what was asked for: titles, chapters and sections of documents.

A heading is no paragraph. It is named beside the answer, with a query that lists what is under it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from indexer.model.fields import HEADINGS, ROWS, SECTION_SEPARATOR
from indexer.text.folding import fold
from searcher.answers.results import HeadingMatch
from searcher.language.query import Field, quote
from searcher.store.docsets import union

if TYPE_CHECKING:
    from searcher.ranking.exact import FieldMatch
    from searcher.store import Store

_RANKS = {row.name: at for at, row in enumerate(HEADINGS)}

_PLAIN = r"\w+"
"""What needs no marks to be the value of a field."""


class _Heading(NamedTuple):
    """A heading and where it stands.

    They compare in the order of the collection. Of several above one paragraph the one that is
    above the others comes first.

    Attributes:
        doc: the place of its document among the ids of all.
        number: the first paragraph under it.
        field: the place of its field in `HEADINGS`.
        path: the headings above it in that field, and itself.
    """

    doc: int
    number: int
    field: int
    path: tuple[str, ...]


def find_headings(
    store: Store, strings: Sequence[str], matches: Sequence[FieldMatch], most: int
) -> tuple[HeadingMatch, ...]:
    """For each of `strings`, in their order, the headings that contain it.

    Args:
        matches: the fields of headings that contain one of them.
        most: for how many strings headings are named.
    """
    # A query for a number means that chapter, and no words of its heading.
    fitting = [match for match in matches if Field(match.field, match.text).number is None]
    fitting.sort(key=lambda match: _RANKS[match.field])
    known = {match.text for match in fitting}
    named = [text for text in strings if text in known][:most]
    found = (_match(store, text, [one for one in fitting if one.text == text]) for text in named)
    return tuple(one for one in found if one is not None)


def _match(store: Store, text: str, matches: Sequence[FieldMatch]) -> HeadingMatch | None:
    each = [(match, _headings(store, match)) for match in matches]
    headings = [heading for _, some in each for heading in some]
    if not headings:  # the end of one and the beginning of the next do not make one
        return None
    first = min(headings)
    containing = [match for match, some in each if some]
    value = text if re.fullmatch(_PLAIN, text) else quote(text, '"')
    return HeadingMatch(
        clause=text,
        count=len(headings),
        first=first.path[-1],
        id=store.record(first.number).id,
        query=" OR ".join(f"{ROWS[match.field].alias}：{value}" for match in containing),
        total=len(union([match.docs for match in containing])),
    )


def _headings(store: Store, match: FieldMatch) -> list[_Heading]:
    """The headings of one field that contain a clause, each once."""
    docs, values = store.values("doc").of, store.values(match.field)
    # Neighbours have the same headings, and a document has few.
    keys = docs[match.docs].astype(np.int64) * len(values.names) + values.of[match.docs]
    begins = np.flatnonzero(np.diff(keys, prepend=-1))
    keys, at = np.unique(keys[begins], return_index=True)
    numbers = match.docs[begins[at]].tolist()
    folded = fold(match.text)
    paths: dict[int, list[tuple[str, ...]]] = {}
    found: dict[tuple[int, tuple[str, ...]], int] = {}
    for key, number in zip(keys.tolist(), numbers, strict=True):
        doc, value = divmod(key, len(values.names))
        if value not in paths:
            paths[value] = _paths(match.field, values.names[value], folded)
        for path in paths[value]:
            found[doc, path] = min(number, found.get((doc, path), number))
    return [
        _Heading(doc, number, _RANKS[match.field], path) for (doc, path), number in found.items()
    ]


def _paths(field: str, value: str, folded: str) -> list[tuple[str, ...]]:
    """The headings in a value of a field that contain a folded text, with those above each."""
    if field != "section" or SECTION_SEPARATOR not in value:
        return [(value,)]
    path = tuple(value.split(SECTION_SEPARATOR))
    return [path[: at + 1] for at, one in enumerate(path) if folded in fold(one)]
