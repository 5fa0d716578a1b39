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

_BETWEEN = "\0"
"""Between headings that are folded at once: nothing is folded across it."""

_PLAIN = r"\w+"
"""What needs no marks to be the value of a field."""


class _Headings(NamedTuple):
    """The headings of one field that contain a clause.

    Attributes:
        total: how many there are.
        place: where the first stands, in the order of the collection: the place of its document
            among the ids of all, the first paragraph under it, the place of its field in
            `HEADINGS`, the length of what is above it.
        first: the first.
    """

    total: int
    place: tuple[int, int, int, int]
    first: str


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
    each = [(match, found) for match in matches if (found := _headings(store, match))]
    if not each:  # the end of one and the beginning of the next do not make one
        return None
    first = min((found for _, found in each), key=lambda found: found.place)
    value = text if re.fullmatch(_PLAIN, text) else quote(text, '"')
    return HeadingMatch(
        clause=text,
        count=sum(found.total for _, found in each),
        first=first.first,
        id=store.record(first.place[1]).id,
        query=" OR ".join(f"{ROWS[match.field].alias}：{value}" for match, _ in each),
        total=len(union([match.docs for match, _ in each])),
    )


def _headings(store: Store, match: FieldMatch) -> _Headings | None:
    """The headings of one field that contain a clause, each once; None where none does."""
    values = store.values(match.field)
    docs, chosen = store.values("doc").of[match.docs], values.of[match.docs]
    # Neighbours have the same headings: what differs from the one before is looked at.
    begins = np.flatnonzero(np.diff(docs, prepend=-1) | np.diff(chosen, prepend=-1))
    used, those = np.unique(chosen[begins], return_inverse=True)
    named = [values.names[at] for at in used.tolist()]
    paths = _sections(named, match.text) if match.field == "section" else [[one] for one in named]
    headings = list(dict.fromkeys(path for some in paths for path in some))
    if not headings:
        return None
    numbers = {path: at for at, path in enumerate(headings)}
    flat = np.array([numbers[path] for some in paths for path in some])
    sizes = np.array([len(some) for some in paths])
    firsts, counts = (np.cumsum(sizes) - sizes)[those], sizes[those]

    # A row for each heading above each of these paragraphs.
    rows = np.repeat(np.arange(len(begins)), counts)
    shifts = firsts - (np.cumsum(counts) - counts)
    heading = flat[np.repeat(shifts, counts) + np.arange(len(rows))]
    doc, number = docs[begins][rows].astype(np.int64), match.docs[begins][rows]
    lengths = np.array([len(path) for path in headings])
    at = np.lexsort((lengths[heading], number, doc))[0]
    first = headings[heading[at]]
    return _Headings(
        total=1 + int(np.count_nonzero(np.diff(np.sort(doc * len(headings) + heading)))),
        place=(int(doc[at]), int(number[at]), _RANKS[match.field], len(first)),
        first=first.rsplit(SECTION_SEPARATOR, 1)[-1] if match.field == "section" else first,
    )


def _sections(values: Sequence[str], text: str) -> list[list[str]]:
    """For each section the headings in it that contain a text, each with those above it."""
    levels = [value.split(SECTION_SEPARATOR) for value in values]
    flat = [one for path in levels for one in path]
    forms = fold(_BETWEEN.join(flat)).split(_BETWEEN)  # at once, as they may be very many
    if len(forms) != len(flat):
        forms = [fold(one) for one in flat]
    folded, each = fold(text), iter(forms)
    return [
        [
            SECTION_SEPARATOR.join(path[:depth])
            for depth, form in zip(range(1, len(path) + 1), each, strict=False)
            if folded in form
        ]
        for path in levels
    ]
