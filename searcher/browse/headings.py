"""The headings of a collection, each once, with the first paragraph under it."""

from __future__ import annotations

from typing import Literal, NamedTuple, cast

import numpy as np

from indexer.model.fields import HEADINGS, SECTION_SEPARATOR
from searcher.store import Mask, Store

HeadingKind = Literal["title", "chapter", "section"]
"""The field that a heading is in."""


class PlacedHeading(NamedTuple):
    """A heading, and where it stands.

    Attributes:
        field: the field whose value it is, or a part of it: `"title"`, `"chapter"`, `"section"`.
        path: the headings above it in that field, and itself.
        number: the number of the first paragraph under it.
    """

    field: HeadingKind
    path: tuple[str, ...]
    number: int


def headings_of(store: Store, mask: Mask) -> list[PlacedHeading]:
    """The headings above the paragraphs that a mask lets through.

    They come in the order of these; of several above one, the one that is above the others first.
    """
    placed = []
    docs = store.values("doc").of
    for rank, row in enumerate(HEADINGS):
        kind = cast("HeadingKind", row.name)
        values = store.values(kind)
        numbers = np.flatnonzero(mask & (values.of >= 0))
        pairs = docs[numbers].astype(np.int64) * len(values.names) + values.of[numbers]
        begins = np.flatnonzero(np.diff(pairs, prepend=-1))  # neighbours have the same headings
        seen = set()
        for pair, number in zip(pairs[begins].tolist(), numbers[begins].tolist(), strict=True):
            doc, value = divmod(pair, len(values.names))
            name = values.names[value]
            path = name.split(SECTION_SEPARATOR) if kind == "section" else [name]
            for depth in range(1, len(path) + 1):
                above = tuple(path[:depth])
                if (doc, above) not in seen:
                    seen.add((doc, above))
                    placed.append((number, rank, PlacedHeading(kind, above, number)))
    placed.sort(key=lambda one: (*one[:2], len(one[2].path)))
    return [heading for _, _, heading in placed]
