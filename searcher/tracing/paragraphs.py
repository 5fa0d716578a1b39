"""The paragraphs of the collection as tracing looks at them, each made ready once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from indexer.model.records import Record
from indexer.segments.paged import Numbers
from indexer.text.folding import FoldedText, fold_with_origins
from searcher.engine.protocol import Texts
from searcher.textmatch.letters import letters_of

_KEPT = 1024
"""How many paragraphs are kept ready: a long article looks at the same ones often."""


class Paragraph(NamedTuple):
    """A paragraph's folded text, and where its letters stand in it."""

    text: str
    places: Numbers


class Paragraphs:
    """The paragraphs of a collection by their numbers."""

    def __init__(self, texts: Texts) -> None:
        self.folded: Callable[[int], Paragraph] = lru_cache(_KEPT)(
            lambda doc: _paragraph(texts.folded(doc))
        )
        self.record: Callable[[int], Record] = lru_cache(_KEPT)(texts.record)
        self.origins: Callable[[int], FoldedText] = lru_cache(_KEPT)(
            lambda doc: fold_with_origins(self.record(doc).text)
        )


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text, letters_of(text).places)
