"""A paragraph as it is compared: its folded text, its letters, and where these stand in it."""

from __future__ import annotations

from typing import NamedTuple

from indexer.model.records import Record
from indexer.segments.paged import Numbers
from indexer.text.folding import FoldedText, fold_with_origins
from searcher.engine.protocol import Texts
from searcher.textmatch.letters import letters_of


class Wording(NamedTuple):
    """What a paragraph says.

    Attributes:
        letters: its letters; `folded` is the text that they are from.
        places: where each of them stands in `folded`, in characters.
    """

    letters: str
    folded: str
    places: Numbers


def wording(folded: str) -> Wording:
    """The wording of a folded text."""
    codes, places = letters_of(folded)
    return Wording(codes.tobytes().decode("utf-32-le"), folded, places)


class Paragraph(NamedTuple):
    """A paragraph with everything that comparing and showing it takes."""

    record: Record
    wording: Wording
    folded: FoldedText


def read_paragraph(texts: Texts, doc: int) -> Paragraph:
    """The paragraph of that number."""
    record = texts.record(doc)
    folded = fold_with_origins(record.text)
    return Paragraph(record, wording(folded.text), folded)
