"""The facts of an attribution, each under its name.

>>> from indexer.model.documents import AttributionLine
>>> dict(facts_of_source(AttributionLine(speech="论甲", pages="3")))
{'speech': '论甲', 'pages': '3'}
"""

from __future__ import annotations

from collections.abc import Iterator

from indexer.model.catalogue import known_part
from indexer.model.documents import AttributionLine, Paragraph


def facts_of_source(source: AttributionLine | Paragraph) -> Iterator[tuple[str, str]]:
    """The facts of an attribution, or of a paragraph that has them from one, by their names."""
    date = None if source.date is None else known_part(source.date)
    for name, fact in (
        ("speaker", source.speaker),
        ("speech", source.speech),
        ("date", date),
        ("source", source.source),
        ("pages", source.pages),
    ):
        if fact is not None:
            yield name, fact
