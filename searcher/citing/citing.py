"""Cites a passage: finds it, gathers its facts, and writes them in a style.

The facts are what its record and the catalogue say of it, and nothing else. Whose words they are
is known where the record has a speaker, where the source names the author of a book
(习近平《论…》), or where the title of a compendium names one whom its attributions name as an
author (习近平关于…论述摘编).
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from indexer.errors import OptionError
from indexer.text.date_forms import parse_date
from indexer.wording import listed, say
from searcher.citing.numbering import pages_agree, tidy_pages
from searcher.citing.publications import PrintedSource, parse_source, whole_source
from searcher.citing.reference import Citation, Publication, PublicationKind, Reference
from searcher.citing.styles import STYLES, Style

if TYPE_CHECKING:
    from indexer.model.catalogue import DocumentEntry
    from indexer.model.records import Record
    from indexer.text.dates import DateSpan
    from searcher.engine.protocol import Collection

_KINDS: dict[str, PublicationKind] = {
    "compendium": "collection",
    "newspaper": "newspaper",
    "feed": "web",
    "web-page": "web",
    "html": "web",
}
"""What documents of each kind are; those of other kinds may be anything."""

_OF = ("关于", "论", "谈")
"""What follows the name of whoever is quoted in the title of a compendium."""

_BETWEEN_NAMES = re.compile("[、；;]")
"""What stands between the names of several speakers."""


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
            knows; only references to web pages have it.

    Raises:
        PassageIdError: the id names no passage, or several documents.
        OptionError: there is no such style, or `accessed` is not a day.
    """
    if style not in STYLES:
        raise OptionError(say("options.style", style=style, styles=listed(STYLES)))
    record = collection.passage(id_).paragraphs[0]
    reference = _refer(collection, record, _day(accessed))
    return Citation(reference.id, style, STYLES[style].load_writer()(reference), reference)


def _day(accessed: str | date | None) -> date | None:
    """The day on which something was looked at.

    Raises:
        OptionError: `accessed` is not a day.
    """
    if accessed is None or isinstance(accessed, date):
        return accessed
    try:
        span = parse_date(accessed)
    except ValueError:
        span = None
    if span is None or span.first != span.last or span.days:
        raise OptionError(say("options.accessed", accessed=accessed))
    return span.first


def _refer(collection: Collection, record: Record, accessed: date | None) -> Reference:
    """The facts of the passage that `record` belongs to."""
    document = collection.document(record.doc)
    source = _printed_source(record)
    publication = (
        _with_date_of(source.publication, record)
        if source
        else _as_the_speech(_document_as_publication(document), record)
    )
    pages = source.pages if source else (tidy_pages(record.pages) if record.pages else None)
    if publication and publication.kind == "newspaper" and pages:
        publication = replace(publication, sheet=publication.sheet or pages)
        pages = None
    whole = source and document.kind != "compendium"  # its title is that of no speech
    title = record.speech or (document.title if whole else None)
    if title is None and (publication is None or publication.title is None):
        title = document.title or _name(document)
    return Reference(
        id=f"{record.doc}#{record.passage}",
        authors=_authors(collection, document, record, source),
        title=title,
        date=_date_of_words(record, document, publication),
        publication=publication,
        held=source is None,
        quoted=source.second_hand if source else record.role == "quotation",
        pages=pages,
        accessed=accessed if publication and publication.kind == "web" else None,
    )


def _printed_source(record: Record) -> PrintedSource | None:
    """What the source of a record says, with the pages beside it.

    Where it names other pages itself, nobody knows which are right: then the reference has the
    source alone, whole.
    """
    if not record.source:
        return None
    source = parse_source(record.source)
    beside = tidy_pages(record.pages) if record.pages else None
    sheet = source.publication.sheet
    stated = [pages for pages in (beside, source.pages, sheet) if pages]
    if not all(pages_agree(*pair) for pair in combinations(stated, 2)):
        return whole_source(record.source)
    return replace(source, pages=beside or source.pages)


def _document_as_publication(document: DocumentEntry) -> Publication | None:
    """The document as a publication, None where it is not known to be one."""
    kind = _KINDS.get(document.kind) or ("other" if document.publisher else None)
    if kind is None:
        return None
    return Publication(
        kind=kind,
        title=document.title or _name(document),
        publisher=document.publisher,
        issued=parse_date(document.date) if document.date else None,
    )


def _as_the_speech(publication: Publication | None, record: Record) -> Publication | None:
    """The document as a publication, without what a speech that is all of it says by itself."""
    if publication is None or record.speech is None or publication.title != record.speech:
        return publication
    same_day = publication.issued == record.span()
    return replace(publication, title=None, issued=None if same_day else publication.issued)


def _name(document: DocumentEntry) -> str:
    """The name of a document without a title."""
    return document.group or PurePosixPath(document.path).name


def _with_date_of(publication: Publication, record: Record) -> Publication:
    """A publication that a source names without its date, with that of the record if it is one."""
    if publication.issued or record.date_kind != "publication":
        return publication
    return replace(publication, issued=record.span())


def _date_of_words(
    record: Record, document: DocumentEntry, publication: Publication | None
) -> DateSpan | None:
    """The date of the words, None where only that of a publication is known."""
    if record.date_kind == "speech":
        return record.span()
    if publication is not None:
        return None
    return record.span() or (parse_date(document.date) if document.date else None)


def _authors(
    collection: Collection, document: DocumentEntry, record: Record, source: PrintedSource | None
) -> tuple[str, ...]:
    """Whose words a record has, none where that is not known. Notes are nobody's words."""
    if record.role == "note":
        return ()
    if record.speaker is not None:
        return tuple(filter(None, map(str.strip, _BETWEEN_NAMES.split(record.speaker))))
    if record.speech is None:
        return ()
    if source and not source.second_hand:
        publication = source.publication
        if publication.creators and not publication.edited:
            return publication.creators  # who wrote a book wrote its parts
    if document.kind == "compendium" and document.title:
        return _quoted_in(collection, document.doc, document.title)
    return ()


def _quoted_in(collection: Collection, doc: str, title: str) -> tuple[str, ...]:
    """Who is quoted in the compendium `doc`, where its title and its attributions agree on it."""
    for source in collection.values("source", doc):
        publication = parse_source(source).publication
        if len(publication.creators) == 1 and not publication.edited:
            name = publication.creators[0]
            if title.startswith(tuple(name + of for of in _OF)):
                return (name,)
    return ()
