"""From a decoded source file to documents.

Each reader is a module that knows one kind of file: `recognises` returns whether a file is of that
kind, by its content, and `parse` reads it. The first reader in `READERS` that recognises a
file reads it, so the order goes from kinds that leave no doubt to plain text.

    >>> (document,) = read_documents(SourceText.from_text("a.txt", "核心技术是国之重器。"))
    >>> document.kind, document.paragraphs[0].text
    ('text', '核心技术是国之重器。')

Readers:     json/  feed  html/  compendium/  web_page  markdown/  newspaper  plain
Lines:       blocks  hard_wraps  typography
Facts:       front_matter  timestamps  site_names  quotations
To the end:  articles  finishing  reading  collection
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from indexer.errors import SourceError
from indexer.model.documents import Document
from indexer.readers import compendium, feed, newspaper, plain, web_page
from indexer.readers.finishing import finished
from indexer.readers.html import reader as html
from indexer.readers.json import reader as json_lines
from indexer.readers.markdown import reader as markdown
from indexer.sources.source_text import SourceText
from indexer.wording.said import said


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of source file.

    Attributes:
        kind: the `kind` of its documents.
        recognises: whether a file is of this kind.
        parse: the documents in such a file; raises `SourceError` where it cannot be read.
    """

    kind: str
    recognises: Callable[[SourceText], bool]
    parse: Callable[[SourceText], tuple[Document, ...]]


READERS = (
    Reader("json-lines", json_lines.recognises, json_lines.parse),
    Reader("feed", feed.recognises, feed.parse),
    Reader("html", html.recognises, html.parse),
    Reader("compendium", compendium.recognises, compendium.parse),
    Reader("web-page", web_page.recognises, web_page.parse),
    Reader("markdown", markdown.recognises, markdown.parse),
    Reader("newspaper", newspaper.recognises, newspaper.parse),
    Reader("text", plain.recognises, plain.parse),
)


def read_documents(source: SourceText) -> tuple[Document, ...]:
    """The documents in `source`, each with at least one paragraph.

    Raises:
        SourceError: it cannot be read, or there is no text in it that can.
    """
    reader = next((reader for reader in READERS if reader.recognises(source)), None)
    if reader is None:
        raise SourceError(source.path, said("reading.empty"))
    documents = finished(reader.parse(source), source.limits)
    if any(document.paragraphs for document in documents):
        return documents
    for problem in (problem for document in documents for problem in document.problems):
        raise SourceError(source.path, problem.reason, line=problem.line)
    raise SourceError(source.path, said("reading.no_text", kind=reader.kind))
