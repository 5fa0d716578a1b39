"""Several citations in one style: as lines that are safe to show, as records, or as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from orjson import Fragment

from searcher.citing.reference import Citation, Publication, Reference
from searcher.citing.styles import STYLES, Style
from searcher.render.data.cells import Part, joined_table
from searcher.render.typeset.characters import visible

if TYPE_CHECKING:
    from searcher.render.data.cells import Table


def citation_lines(citations: Sequence[Citation], style: Style) -> Iterator[str]:
    """The lines: those of each citation, with blank lines between some; JSON as one array."""
    row = STYLES[style]
    if row.is_json:
        yield "[" + ",\n ".join(citation.text for citation in citations) + "]"
        return
    for place, citation in enumerate(citations):
        if row.is_spaced and place:
            yield ""
        yield from map(visible, citation.text.split("\n"))


def citation_records(citations: Sequence[Citation], style: Style) -> Sequence[object]:
    """The citations for programs; those that are JSON by themselves, and nothing else."""
    if not STYLES[style].is_json:
        return citations
    return [Fragment(citation.text) for citation in citations]


def citation_table(citations: Sequence[Citation]) -> Table:
    """One row a citation."""
    parts = (
        Part(Citation, without=frozenset({"reference"})),
        Part(Reference, "reference.", without=frozenset({"id", "publication"})),
        Part(Publication, "publication."),
    )
    return joined_table(
        parts,
        ((one, one.reference, one.reference.publication) for one in citations),
    )
