"""Several citations in one style: as lines that are safe to show on a terminal, or as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from searcher.citing.reference import Citation, Publication, Reference, Style
from searcher.render.data.cells import Part, Table, joined_table
from searcher.render.typeset.characters import visible


def citation_lines(citations: Sequence[Citation], style: Style) -> Iterator[str]:
    """The lines: one a citation, in the style bibtex an entry with a blank line before the next.

    Those of the style csl-json are one JSON array.
    """
    if style == "csl-json":
        yield "[" + ",\n ".join(citation.text for citation in citations) + "]"
        return
    for place, citation in enumerate(citations):
        if style == "bibtex" and place:
            yield ""
        yield from map(visible, citation.text.split("\n"))


def citation_records(citations: Sequence[Citation], style: Style) -> Sequence[object]:
    """The citations for programs; in the style csl-json its own items and nothing else."""
    if style != "csl-json":
        return citations
    from orjson import Fragment  # noqa: PLC0415 (for this style alone)

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
        ((told, told.reference, told.reference.publication) for told in citations),
    )
