"""`lunshu list`: the documents, chapters, speeches or speakers of an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from indexer.wording import say
from searcher.cli.frame import Answer, Opened, answering, rows_of
from searcher.cli.parsing import argument
from searcher.render.text import listing
from searcher.render.text.provenance import short_docs

if TYPE_CHECKING:
    from searcher.render.typeset.page import Page


_ENTRIES = {
    "documents": "indexer.model.catalogue:DocumentEntry",
    "chapters": "searcher.browse.contents:ChapterEntry",
    "speeches": "searcher.browse.contents:SpeechEntry",
    "speakers": "searcher.browse.contents:SpeakerEntry",
}
"""What can be listed, and of which class each entry is."""


@answering(
    "list",
)
@argument("what", type=click.Choice(tuple(_ENTRIES)))
def command(opened: Opened, *, what: str) -> Answer:
    """List one kind of thing."""
    entries: Sequence[Any]
    if what == "documents":
        entries = documents = opened.catalogue().documents
    else:
        documents = opened.searcher.documents()
        searcher = opened.searcher
        lists = {
            "chapters": searcher.chapters,
            "speeches": searcher.speeches,
            "speakers": searcher.speakers,
        }
        entries = lists[what]()

    def page(page: Page) -> Iterable[str]:
        return _page_lines(what, entries, [entry.doc for entry in documents], page)

    def notes() -> Iterator[str]:
        if not entries:
            yield say(f"listing.no_{what}")

    return Answer(
        found=bool(entries),
        pages={"text": page},
        record=lambda: entries,
        records=lambda: entries,
        rows=rows_of(_ENTRIES[what], entries),
        notes=notes,
    )


def _page_lines(
    what: str, entries: Sequence[Any], docs: Sequence[str], page: Page
) -> Iterable[str]:
    if what == "speeches":
        return listing.speech_lines(entries, page)
    if what == "speakers":
        return listing.speaker_lines(entries, page)
    lines = listing.document_lines if what == "documents" else listing.chapter_lines
    return lines(entries, page, short_docs(docs))
