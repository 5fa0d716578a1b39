"""Cites a passage: finds it, gathers its facts, and writes them in a style."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from indexer.errors import OptionError
from indexer.text.date_forms import parse_date
from indexer.wording import listed, say
from searcher.citing.reference import Citation
from searcher.citing.referring import refer
from searcher.citing.styles import STYLES, Style

if TYPE_CHECKING:
    from searcher.engine.protocol import Collection


def cite(
    collection: Collection,
    id_: str,
    style: Style = "gbt7714",
    *,
    accessed: str | date | None = None,
) -> Citation:
    """The reference to the passage that an id names.

    Args:
        collection: the open collection.
        id_: `DOC#N` or `DOC#N.K`, where any unambiguous beginning will do for DOC, or an id that
            the source gave. A paragraph's names its passage.
        style: `"gbt7714"` (GB/T 7714-2015), `"bibtex"`, `"csl-json"` or `"text"` (a footnote).
        accessed: the day on which the words were looked at on the web, which only the reader
            knows; it is told of web pages alone.

    Raises:
        PassageIdError: the id names no passage, or several documents.
        OptionError: there is no such style, or `accessed` is not a day.
    """
    if style not in STYLES:
        raise OptionError(say("options.style", style=style, styles=listed(STYLES)))
    record = collection.passage(id_).paragraphs[0]
    reference = refer(collection, record, _day(accessed))
    return Citation(reference.id, style, STYLES[style].load_writer()(reference), reference)


def _day(accessed: str | date | None) -> date | None:
    if accessed is None or isinstance(accessed, date):
        return accessed
    try:
        span = parse_date(accessed)
    except ValueError:
        span = None
    if span is None or span.first != span.last or span.days:
        raise OptionError(say("options.accessed", accessed=accessed))
    return span.first
