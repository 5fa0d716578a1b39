"""Several citations in one style, as lines that are safe to show on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from searcher.citing.reference import Citation, Style
from searcher.render.visible import visible


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
