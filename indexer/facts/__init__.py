"""From blocks to documents: what the words of a file say about it, whatever marks it is written in.

Each kind of document is a module whose `read` returns the documents of a content, or None where it
is not of that kind. The first in `KINDS` that returns some has read it.

    >>> (document,) = read_documents(SourceText.from_text("a.txt", "核心技术是国之重器。"))
    >>> document.kind, document.paragraphs[0].text
    ('text', '核心技术是国之重器。')

Kinds:       compendium/  articles/ (pages of sites and newspapers, any other text)  works/
Words:       people  speech_names
Facts:       heads/  stated  headlines  site_names  notes/  speeches/  unread
Records:     records/
Before:      cleaning  furniture/  apparatus/
To the end:  finishing  reading  collection
To look at:  inspecting/
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from indexer.errors import SourceError
from indexer.facts import articles, compendium, works
from indexer.facts.articles import newspaper, web_page
from indexer.facts.cleaning import cleaned, with_apparatus
from indexer.facts.finishing import finished
from indexer.facts.records import read_records
from indexer.facts.unread import with_unread
from indexer.formats import read_content
from indexer.formats.blocks import Content
from indexer.formats.records import Records
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText
from indexer.wording.said import said


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document.

    Attributes:
        name: what it is called.
        read: the documents of a content, None where it is of another kind.
        cleaned: whether it wants blocks from which `cleaning` has taken what belongs to the page;
            the others have rules of their own.
        finds_notes: whether it finds every line that looks like a note itself.
        doubt: why a content that is of another kind looks like one of this, None where it does not.
    """

    name: str
    read: Callable[[Content], tuple[Document, ...] | None]
    cleaned: bool = False
    finds_notes: bool = False
    doubt: Callable[[Content], str | None] | None = None


KINDS = (
    Kind("compendium", compendium.read, finds_notes=True, doubt=compendium.doubt_of),
    Kind("web-page", web_page.read),
    Kind("newspaper", newspaper.read),
    Kind("works", works.read, cleaned=True),
    Kind("article", articles.read, cleaned=True),
)


def read_documents(source: SourceText) -> tuple[Document, ...]:
    """The documents in `source`, each with at least one paragraph.

    Raises:
        SourceError: it cannot be read, or there is no text in it that can.
    """
    content = read_content(source)
    documents = finished(understood(content), source.limits)
    if any(document.paragraphs for document in documents):
        return documents
    for problem in (problem for document in documents for problem in document.problems):
        raise SourceError(source.path, problem.reason, line=problem.line)
    raise SourceError(source.path, said("reading.no_text", kind=content.format))


def understood(content: Content | Records) -> tuple[Document, ...]:
    """The documents of a content, by the first kind that it is of."""
    if isinstance(content, Records):
        return read_records(content, understood)
    clean: Content | None = None
    for kind in KINDS:
        if kind.cleaned and clean is None:
            clean = cleaned(content)
        documents = kind.read(clean if kind.cleaned and clean else content)
        if documents is None:
            continue
        if not kind.cleaned:
            documents = tuple(map(with_apparatus, documents))
        return documents if kind.finds_notes else _doubted(content, documents)
    raise AssertionError("an article is whatever is nothing else")


def _doubted(content: Content, documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents of a content, with the lines that look like notes, and what it looks like."""
    documents = with_unread(content, documents)
    if len(documents) != 1 or documents[0].doubt is not None:
        return documents
    doubts = (kind.doubt(content) for kind in KINDS if kind.doubt)
    doubt = next(filter(None, doubts), None)
    return documents if doubt is None else (replace(documents[0], doubt=doubt),)
