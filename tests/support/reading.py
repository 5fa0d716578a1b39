"""Texts as the readers take them: blocks, lines of a print, the documents of a format."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from indexer.facts import understood
from indexer.facts.compendium.print_lines import PrintLine, print_lines
from indexer.formats.blocks import Content, line_blocks
from indexer.formats.plain_text import read as read_lines
from indexer.formats.records import Records
from indexer.model.documents import Document
from indexer.sources.source_text import SourceText


def plain_content(text: str, path: str = "a.txt") -> Content:
    """A plain text as blocks."""
    return read_lines(SourceText.from_text(path, text))


def printed(lines: Sequence[str]) -> tuple[PrintLine, ...]:
    """The lines of a print."""
    return print_lines(line_blocks(lines))


def documents_in(
    format_: Callable[[SourceText], Content | Records], source: SourceText
) -> tuple[Document, ...]:
    """The documents of a file that is read as one format, before they are finished."""
    return understood(format_(source))


def document_of(read: Callable[[Content], tuple[Document, ...] | None], text: str) -> Document:
    """The only document that one kind makes of a plain text."""
    documents = read(plain_content(text))
    assert documents is not None
    (document,) = documents
    return document
