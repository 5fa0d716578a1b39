"""From a source file to its documents: what cannot be read is a failure and stops no other file."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import tzinfo

from indexer.errors import SourceError
from indexer.facts import read_documents
from indexer.model.catalogue import Failure, SourceEntry
from indexer.model.documents import Document, Problem
from indexer.model.limits import Limits
from indexer.sources.decoding import Decoded, decode
from indexer.sources.source_text import SourceText
from indexer.sources.stock import entry_of
from indexer.sources.walk import SourceFile
from indexer.wording.said import said


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What was read of a source file.

    Attributes:
        entry: the file as it was when it was read.
        documents: its documents, in its order.
        failures: what could not be read.
    """

    entry: SourceEntry
    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]


def read_source(source: SourceFile, zone: tzinfo, limits: Limits) -> SourceReading:
    """Read a source file.

    Args:
        source: the file.
        zone: the zone in which its timestamps become dates.
        limits: what of it is too large to be read.
    """
    started = time.time_ns()
    entry = unread = entry_of(source, None, started)
    try:
        data = source.read_bytes(limits)
        entry = entry_of(source, data, started)
        decoded = _decoded(source, data)
        del data  # a file may be large, and so is what becomes of it
        text = SourceText.from_text(source.path, decoded.text, zone, limits)
        documents = read_documents(text)
    except SourceError as exc:
        return SourceReading(entry, (), (_failure(source.path, exc.reason, exc.line),))
    except MemoryError:  # which may pass: it is as if the file could not be read
        failure = Failure(source.path, said("reading.memory"))
        return SourceReading(unread, (), (failure,))
    documents = tuple(
        replace(document, understood=()) if document.understood else document
        for document in documents
    )
    if decoded.problems:
        first, *others = documents
        documents = (replace(first, doubt=_with_remarks(first.doubt, decoded.problems)), *others)
    problems = (problem for document in documents for problem in document.problems)
    failures = [
        _failure(source.path, said("reading.rest_indexed", reason=problem.reason), problem.line)
        for problem in problems
    ]
    return SourceReading(entry, documents, tuple(failures))


def _decoded(source: SourceFile, data: bytes) -> Decoded:
    try:
        return decode(data)
    except ValueError as exc:
        raise SourceError(source.path, str(exc)) from exc


def _with_remarks(doubt: str | None, problems: Iterable[Problem]) -> str | None:
    """A doubt, and what characters a text had that no text has: all the same it is indexed."""
    for problem in problems:
        remark = said("reading.at_line", line=problem.line, reason=problem.reason)
        doubt = remark if doubt is None else said("reading.both", first=doubt, second=remark)
    return doubt


def _failure(path: str, reason: str, line: int | None) -> Failure:
    return Failure(
        path, reason if line is None else said("reading.at_line", line=line, reason=reason)
    )
