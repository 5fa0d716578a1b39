"""The terms of a field of one document, which Whoosh calls a vector, as one stored value."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whoosh.columns import VarBytesColumn

from indexer.segments.encoding import decode, encode
from indexer.whoosh_codec.matcher import ColumnMatcher

VECTORS = VarBytesColumn()
"""The column of Whoosh's that keeps vectors; it has no bytes for documents that have none."""


_VECTOR = " vector"
"""How the name of a column of vectors ends. No field has such a name, for its blank."""


def vector_name(field: str) -> str:
    """The name of the column of vectors of a field."""
    return f"{field}{_VECTOR}"


def field_of_vector(name: str) -> str | None:
    """The field whose vectors a column keeps, None where it keeps something else."""
    return name.removesuffix(_VECTOR) if name.endswith(_VECTOR) else None


def encode_vector(items: Iterable[tuple[str, float, bytes]]) -> bytes:
    """The stored form of terms with their weights and values; no bytes where there are none."""
    vector = [[term, float(weight), value or b""] for term, weight, value in items]
    return encode(vector) if vector else b""


def vector_matcher(stored: bytes, format_: Any) -> ColumnMatcher:
    """The terms of a stored vector, one after another."""
    terms, weights, values = map(list, zip(*decode(stored), strict=True))
    return ColumnMatcher(terms, weights, values, format_)
