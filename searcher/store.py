"""What a search sees of the index: postings, columns, records. The one room that knows Whoosh.

Paragraphs have numbers, from 0, in the order of the collection. Everything else in `searcher`
works with these numbers and with NumPy arrays of them.

    >>> open_store(Path("index")).postings("bigrams", "初心").docs   # doctest: +SKIP
"""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.errors import IndexCorruptError, LunshuError
from indexer.manifest import Manifest, check_files, corrupt_index, read_manifest
from indexer.records import Record
from indexer.schema import length_column

Numbers = NDArray[np.int32]

_PAUSES_S = (0.01, 0.05, 0.2)
"""How long to wait before opening an index again that did not fit together."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands.

    Attributes:
        docs: the numbers of the paragraphs, rising.
        frequencies: how often it stands in each of them.
    """

    docs: Numbers
    frequencies: Numbers


@dataclass(frozen=True, slots=True)
class Ordinals:
    """The values of a field, and which of them each paragraph has.

    Attributes:
        values: the distinct values.
        of: for each paragraph the place of its value in `values`, -1 where it has none.
    """

    values: tuple[str, ...]
    of: Numbers


class Store:
    """An open index: a snapshot that later commits do not change. Safe to share between threads.

    Whoosh's readers move a shared file position, so one lock guards every use of them.
    """

    def __init__(self, index: Path, manifest: Manifest, reader: Any) -> None:
        self.manifest = manifest
        self.size: int = reader.doc_count_all()
        self._index = index
        self._reader = reader
        self._lock = threading.RLock()
        self._ordinals: dict[str, Ordinals] = {}
        # The files are released when the last search that uses them is done.
        weakref.finalize(self, reader.close)

    def postings(self, field: str, term: str) -> Postings:
        """Where `term` stands in `field`; empty arrays where it does not."""
        docs: list[int] = []
        frequencies: list[int] = []
        with self._reading():
            if (field, term) in self._reader:
                matcher = self._reader.postings(field, term)
                while matcher.is_active():
                    docs.append(matcher.id())
                    frequencies.append(int(matcher.weight()))
                    matcher.next()
        return Postings(np.array(docs, np.int32), np.array(frequencies, np.int32))

    def frequency(self, field: str, term: str) -> int:
        """How often `term` stands in `field` in the whole collection."""
        with self._reading():
            return int(self._reader.frequency(field, term))

    def document_frequency(self, field: str, term: str) -> int:
        """In how many paragraphs `term` stands in `field`."""
        with self._reading():
            return int(self._reader.doc_frequency(field, term))

    def values(self, field: str) -> tuple[str, ...]:
        """The distinct values of a field that is indexed as whole values."""
        with self._reading():
            return tuple(
                value.decode("utf-8") if isinstance(value, bytes) else value
                for value in self._reader.lexicon(field)
            )

    def ordinals(self, field: str) -> Ordinals:
        """Which value every paragraph has in a field that is indexed as whole values."""
        with self._lock:
            if field not in self._ordinals:
                self._ordinals[field] = self._read_ordinals(field)
            return self._ordinals[field]

    def lengths(self, view: str) -> Numbers:
        """The length of every paragraph in a view of the text, in tokens."""
        return self._columns[length_column(view)]

    def first_dates(self) -> Numbers:
        """The first day of every paragraph's date as 20180420, 0 where it is not known."""
        return self._columns["date"]

    def last_dates(self) -> Numbers:
        """The last day of every paragraph's date as 20180420, 0 where it is not known."""
        return self._columns["date_end"]

    def record(self, number: int) -> Record:
        """Everything that is shown of a paragraph."""
        with self._reading():
            return Record.from_json(self._reader.stored_fields(int(number))["record"])

    def records(self) -> Iterator[Record]:
        """The records of all paragraphs, in order."""
        return (self.record(number) for number in range(self.size))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """Use the reader alone, and say in our words what damaged files make it raise."""
        with self._lock:
            try:
                yield
            except LunshuError:
                raise
            except Exception as exc:
                raise corrupt_index(self._index, "its content cannot be read") from exc

    def _read_ordinals(self, field: str) -> Ordinals:
        values = self.values(field)
        of = np.full(self.size, -1, np.int32)
        for ordinal, value in enumerate(values):
            of[self.postings(field, value).docs] = ordinal
        return Ordinals(values, of)

    @cached_property
    def _columns(self) -> dict[str, Numbers]:
        names = [length_column(view) for view in ("text", "chars", "bigrams")]
        with self._reading():
            return {name: self._column(name) for name in (*names, "date", "date_end")}

    def _column(self, name: str) -> Numbers:
        if not self.size:
            return np.array([], np.int32)  # Whoosh has no columns for an empty index
        column = self._reader.column_reader(name)
        return np.array([column[number] for number in range(self.size)], np.int32)


def open_store(index: Path) -> Store:
    """Open the index in the folder `index`.

    A commit that comes between reading the manifest and opening the files makes them not fit for
    a moment; then it is tried again.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
    """
    for pause in _PAUSES_S:
        try:
            return _open(index)
        except IndexCorruptError:
            time.sleep(pause)
    return _open(index)


def _open(index: Path) -> Store:
    from whoosh import index as whoosh_index  # noqa: PLC0415 (after the manifest was found)

    manifest = read_manifest(index)
    check_files(index, manifest)
    try:
        whoosh = whoosh_index.open_dir(str(index), readonly=True)
        generation = whoosh.latest_generation()
        reader = whoosh.reader()
    except Exception as exc:  # damaged files make Whoosh raise whatever they like
        raise corrupt_index(index, "its files cannot be opened") from exc
    if (reader.doc_count_all(), generation) != (manifest.paragraphs, manifest.generation):
        reader.close()
        raise corrupt_index(index, "its files are not those of its manifest")
    return Store(index, manifest, reader)
