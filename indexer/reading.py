"""From the source files to documents: every file is read, and one bad file stops no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import tzinfo

from indexer.decoding import decode
from indexer.document_ids import document_ids
from indexer.documents import Document
from indexer.errors import SourceError
from indexer.readers import read_documents
from indexer.report import Failure
from indexer.source_text import SourceText
from indexer.sources import SourceFile


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with its id and the path of the source file that it comes from."""

    doc: str
    path: str
    document: Document


def read_sources(
    sources: Sequence[SourceFile], zone: tzinfo, progress: Callable[[int], None]
) -> tuple[list[ReadDocument], list[Failure]]:
    """All documents of all sources in their order, and what could not be read.

    `progress` is called with the number of files that are done.
    """
    found: list[tuple[str, Document]] = []
    failures: list[Failure] = []
    for done, source in enumerate(sources, 1):
        try:
            documents = read_source(source, zone)
        except SourceError as exc:
            failures.append(_failure(source.path, exc.reason, exc.line))
        else:
            found += [(source.path, document) for document in documents]
            failures += [
                _failure(source.path, f"{problem.reason} (the rest is indexed)", problem.line)
                for document in documents
                for problem in document.problems
            ]
        progress(done)
    ids = document_ids([(path, document.group) for path, document in found])
    read = [ReadDocument(doc, *entry) for doc, entry in zip(ids, found, strict=True)]
    return read, failures


def read_source(source: SourceFile, zone: tzinfo) -> tuple[Document, ...]:
    """The documents in one source file.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        lines = SourceText.from_text(source.path, decode(source.read_bytes()), zone)
    except ValueError as exc:
        raise SourceError(source.path, str(exc)) from exc
    return read_documents(lines)


def _failure(path: str, reason: str, line: int | None) -> Failure:
    return Failure(path, reason if line is None else f"line {line}: {reason}")
