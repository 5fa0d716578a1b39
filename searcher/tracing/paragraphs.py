"""The paragraphs of the collection as tracing looks at them, each made ready once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from indexer.model.records import Record
from indexer.text.folding import FoldedText, fold_with_origins
from searcher.engine.protocol import Texts
from searcher.textmatch.paragraphs import Wording, wording_of

_KEPT = 1024
"""How many paragraphs are kept ready: a long article looks at the same ones often."""


class Paragraphs:
    """The paragraphs of a collection by their numbers."""

    def __init__(self, texts: Texts) -> None:
        self.wording: Callable[[int], Wording] = lru_cache(_KEPT)(
            lambda doc: wording_of(texts.folded(doc))
        )
        self.record: Callable[[int], Record] = lru_cache(_KEPT)(texts.record)
        self.origins: Callable[[int], FoldedText] = lru_cache(_KEPT)(
            lambda doc: fold_with_origins(self.record(doc).text)
        )
