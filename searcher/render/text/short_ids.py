"""Ids short enough to type: `002#185` for `002_a1c1846805ebde20#185`.

>>> short_docs(["000_eb06", "002_a1c1", "notes"])
{'000_eb06': '000', '002_a1c1': '002', 'notes': 'notes'}
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping


def short_docs(docs: Iterable[str], shown: Iterable[str] | None = None) -> dict[str, str]:
    """For each document's id, its shortest prefix that ends before `_` or `-` and fits no other.

    Where every such prefix fits another document, the id stays as it is.

    Args:
        docs: the ids of all documents.
        shown: those that are wanted; None for all.
    """
    ordered = sorted(set(docs))
    return {
        doc: next((prefix for prefix in _prefixes(doc) if _fits_one(prefix, ordered)), doc)
        for doc in (ordered if shown is None else shown)
    }


def short_id(paragraph_id: str, short: Mapping[str, str]) -> str:
    """A paragraph's id with its document as `short_docs` writes it."""
    doc, mark, number = paragraph_id.rpartition("#")
    return short.get(doc, doc) + mark + number


def _prefixes(doc: str) -> Iterator[str]:
    return (doc[:at] for at, character in enumerate(doc) if at and character in "_-")


def _fits_one(prefix: str, ordered: list[str]) -> bool:
    """Whether one id of `ordered` begins with `prefix`. Those that do stand side by side in it."""
    first = bisect_left(ordered, prefix)
    return first + 1 == len(ordered) or not ordered[first + 1].startswith(prefix)
