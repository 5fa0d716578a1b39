"""The documents of all source files, of which an update reads as few as it can.

The id of a document depends on what other files there are (`b.txt` beside `b.md`), so a file is
also read again where its neighbours have changed that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol, TypeVar

from indexer.facts.reading import SourceReading
from indexer.model.catalogue import Catalogue, DocumentEntry, Failure, SourceEntry, describe
from indexer.model.documents import Document


class HasPath(Protocol):
    """A value that belongs to a source file."""

    @property
    def path(self) -> str:
        """The path of the file."""


Entry = TypeVar("Entry", bound=HasPath)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document with its id."""

    doc: str
    document: Document


@dataclass(frozen=True, slots=True)
class Collected:
    """The future content of an index, and what of it is new.

    Attributes:
        sources: the source files as they are.
        failed: what could not be read.
        documents: the documents of all files.
        removed: the ids of documents whose paragraphs the index has and is to lose.
        read: the documents whose paragraphs are to be added.
    """

    sources: tuple[SourceEntry, ...]
    failed: tuple[Failure, ...]
    documents: tuple[DocumentEntry, ...]
    removed: tuple[str, ...]
    read: tuple[ReadDocument, ...]


def collect(
    stock: Sequence[SourceEntry],
    kept: Catalogue | None,
    unchanged: Container[str],
    read: Callable[[str], SourceReading],
) -> Collected:
    """Read the files that have to be read, and keep what is known of the rest.

    Args:
        stock: the source files as they are, in the order of the collection.
        kept: what the index was made from; None where it is built from nothing.
        unchanged: the paths of files that are as they were then.
        read: reads the file of a path.
    """
    paths = [entry.path for entry in stock]
    old = _by_path(kept.documents if kept else ())
    readings: dict[str, SourceReading] = {}
    to_read = [path for path in paths if kept is None or path not in unchanged]
    while True:
        readings |= {path: read(path) for path in to_read}
        ids = _ids(paths, old, readings)
        to_read = [
            path
            for path in paths
            if path not in readings and ids[path] != [entry.doc for entry in old.get(path, ())]
        ]
        if not to_read:
            return _collection(stock, kept, readings, ids)


def _ids(
    paths: Sequence[str],
    old: Mapping[str, Sequence[DocumentEntry]],
    readings: Mapping[str, SourceReading],
) -> dict[str, list[str]]:
    """The ids of the documents of each file."""
    groups: dict[str, list[str | None]] = {}
    for path in paths:
        documents: Sequence[Document | DocumentEntry] = (
            readings[path].documents if path in readings else old.get(path, ())
        )
        groups[path] = [document.group for document in documents]
    ids = iter(document_ids([(path, group) for path in paths for group in groups[path]]))
    return {path: [next(ids) for _ in groups[path]] for path in paths}


def _collection(
    stock: Sequence[SourceEntry],
    kept: Catalogue | None,
    readings: Mapping[str, SourceReading],
    ids: Mapping[str, Sequence[str]],
) -> Collected:
    old = kept.documents if kept else ()
    old_of, faults_of = _by_path(old), _by_path(kept.failed if kept else ())
    sources: list[SourceEntry] = []
    failed: list[Failure] = []
    documents: list[DocumentEntry] = []
    read: list[ReadDocument] = []
    for entry in stock:
        path = entry.path
        reading = readings.get(path)
        if reading is None:
            sources.append(entry)
            failed += faults_of.get(path, ())
            documents += old_of.get(path, ())
        else:
            sources.append(reading.entry)
            failed += reading.failures
            for doc, document in zip(ids[path], reading.documents, strict=True):
                documents.append(describe(doc, path, document))
                read.append(ReadDocument(doc, document))
    staying = {entry.path for entry in stock} - readings.keys()
    removed = tuple(entry.doc for entry in old if entry.path not in staying)
    return Collected(tuple(sources), tuple(failed), tuple(documents), removed, tuple(read))


def _by_path(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.path, []).append(entry)
    return found


def document_ids(documents: Sequence[tuple[str, str | None]]) -> list[str]:
    """The id of each document, given as the path of its source file and its group there.

    It is the path below the seeds folder without suffix, or with it where two would collide. A file
    that contains several documents gives each an id of its own: `laws/GROUP`.

    >>> document_ids([("a.txt", None), ("b.txt", None), ("b.md", None)])
    ['a', 'b.txt', 'b.md']
    """
    stems = Counter(_stem(path) for path in {path for path, _ in documents})
    names = [_stem(path) if stems[_stem(path)] == 1 else path for path, _ in documents]
    ids = [_join(name, group) for name, (_, group) in zip(names, documents, strict=True)]
    while True:  # a full path may itself be what another file's id was shortened to
        uses = Counter(ids)
        distinct = [
            doc if uses[doc] == 1 else _join(path, group)
            for doc, (path, group) in zip(ids, documents, strict=True)
        ]
        if distinct == ids:
            return ids
        ids = distinct


def _stem(path: str) -> str:
    return str(PurePosixPath(path).with_suffix(""))


def _join(name: str, group: str | None) -> str:
    return name if group is None else f"{name}/{group}"
