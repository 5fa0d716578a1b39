"""A segment: one file of documents, one of postings, written together and read together.

documents file    stored/F     what is stored of the field F            (see `values`)
                  lengths/F    the number of tokens of the field F      (exact)
                  folded       the folded texts                         (see `strings.Texts`)
postings file     F            the terms of the field F and their postings    (see `postings`)

Which of its documents are deleted is in a third file, of one bit each, a fresh one for each commit.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from indexer.model.fields import Form
from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.directory import natural
from indexer.segments.paged import Array
from indexer.segments.postings import FieldPostings
from indexer.segments.strings import StoredTexts
from indexer.segments.values import ChoiceColumn, Column, NumberColumn, forms, open_column

_DELETED = "deleted"


class Segment:
    """A segment opened for reading. Nothing is read before it is asked for.

    Args:
        documents: its file of documents.
        postings: its file of postings; None where only the documents are read.

    Raises:
        BlockFileError: the files do not fit together.
    """

    def __init__(self, documents: Blocks, postings: Blocks | None) -> None:
        self._documents = documents
        self._postings = postings
        self.size = _size_of(documents)
        try:
            self._forms = forms(documents.facts)
        except ValueError as exc:
            raise documents.damaged("directory") from exc
        if postings is not None and _size_of(postings) != self.size:
            raise documents.damaged("directory")
        self._check_size()
        self._fields = () if postings is None else _fields_of(postings)
        self._opened: dict[str, Column] = {}
        self._row: list[tuple[str, Column]] | None = None

    def fields(self) -> tuple[str, ...]:
        """The fields that have postings."""
        return self._fields

    def postings(self, field: str) -> FieldPostings | None:
        """The postings of a field, None where it has none."""
        if self._postings is None or field not in self._fields:
            return None
        return FieldPostings(self._postings, field, self.size)

    def stored_fields(self) -> tuple[str, ...]:
        """The fields of which something is stored."""
        return tuple(self.forms())

    def forms(self) -> dict[str, Form]:
        """The fields of which something is stored, and the form that it takes."""
        return {name.removeprefix("stored/"): form for name, form in self._forms.items()}

    def stored(self, field: str) -> Column | None:
        """The column of a field, None where nothing is stored of it."""
        name = f"stored/{field}"
        if field not in self._opened and name in self._forms:
            form = self._forms[name]
            self._opened[field] = open_column(self._documents, name, form)
        return self._opened.get(field)

    def row(self, doc: int) -> dict[str, Any]:
        """The stored values of a document, by field; None where it has no value."""
        if self._row is None:
            columns = ((field, self.stored(field)) for field in self.stored_fields())
            self._row = [(field, column) for field, column in columns if column is not None]
        return {field: column[doc] for field, column in self._row}

    def numbers(self, field: str) -> NDArray[Any]:
        """The numbers stored of a field, 0 for documents without one."""
        column = self.stored(field)
        return column.of if isinstance(column, NumberColumn) else np.zeros(self.size, np.uint8)

    def choices(self, field: str) -> ChoiceColumn | None:
        """The column of a field of few distinct values, None where it has none."""
        column = self.stored(field)
        return column if isinstance(column, ChoiceColumn) else None

    def folded_choices(self, field: str) -> StoredTexts | None:
        """The folded forms of the choices of a field, in their order; None where it has none."""
        name, column = f"values/{field}", self.choices(field)
        if column is None or name not in self._documents:
            return None
        texts = StoredTexts(self._documents, name)
        if len(texts) != len(column.encoded):
            raise self._documents.damaged(name)
        return texts

    def lengths(self, field: str) -> Array | None:
        """The number of tokens of the field in each document, None where the field has none."""
        name = f"lengths/{field}"
        if name not in self._documents:
            return None
        return self._documents.array(name, "u")

    def fields_with_lengths(self) -> tuple[str, ...]:
        """The fields whose lengths are known."""
        names, prefix = self._documents.names(), "lengths/"
        return tuple(name.removeprefix(prefix) for name in names if name.startswith(prefix))

    def check(self) -> None:
        """Compare everything with its checksum, which reads both files.

        Raises:
            BlockFileError: a block is not what was written.
        """
        self._documents.check()
        if self._postings is not None:
            self._postings.check()

    def files(self) -> tuple[Blocks, ...]:
        """Its files, which are seen to be unchanged before and after each question."""
        return tuple(blocks for blocks in (self._documents, self._postings) if blocks is not None)

    def release(self) -> None:
        """Give mapped pages of both files back to the system."""
        self._documents.release()
        if self._postings is not None:
            self._postings.release()

    def has_texts(self) -> bool:
        """Whether the folded texts are kept."""
        return "folded" in self._documents

    def texts(self) -> StoredTexts:
        """The folded texts.

        Raises:
            BlockFileError: they are not kept, or damaged.
        """
        return StoredTexts(self._documents, "folded")

    def lacking(self, field: str) -> BlockFileError:
        """The error for a field that should have postings and has none."""
        return (self._postings or self._documents).damaged(field)

    def damaged(self, block: str) -> BlockFileError:
        """The error for a block of the documents that does not fit the others."""
        return self._documents.damaged(block)

    def _check_size(self) -> None:
        """See that the file has an entry for every document, before memory is taken for them."""
        documents, size = self._documents, self.size
        if size > 8 * documents.nbytes:
            raise documents.damaged("directory")
        expected = {name: size for name in documents.names() if name.startswith("lengths/")}
        for name, form in self._forms.items():
            expected |= {f"{name}/ends": size + 1} if form == "plain" else {f"{name}/of": size}
        if self.has_texts():
            expected["folded/ends"] = size + 1
        for name, count in expected.items():
            if documents.count(name) != count:
                raise documents.damaged(name)


def _size_of(blocks: Blocks) -> int:
    """The number of documents of a file of a segment.

    Raises:
        BlockFileError: its directory does not contain it.
    """
    try:
        return natural(blocks.facts.get("documents"))
    except ValueError as exc:
        raise blocks.damaged("directory") from exc


def _fields_of(postings: Blocks) -> tuple[str, ...]:
    """The fields of a file of postings.

    Raises:
        BlockFileError: its directory does not contain them.
    """
    fields = postings.facts.get("fields")
    if not isinstance(fields, list) or not all(isinstance(field, str) for field in fields):
        raise postings.damaged("directory")
    return tuple(fields)


def write_deleted(writer: BlockWriter, deleted: NDArray[np.bool_]) -> None:
    """Write which documents are deleted."""
    writer.add(_DELETED, np.packbits(deleted, bitorder="little"))


def read_deleted(blocks: Blocks, documents: int) -> NDArray[np.bool_]:
    """Which of the documents are deleted.

    Raises:
        BlockFileError: the file is about another number of documents.
    """
    bits = blocks.array(_DELETED, "u")
    if bits.dtype != np.uint8 or len(bits) != (documents + 7) // 8:
        raise blocks.damaged(_DELETED)
    return np.unpackbits(bits, count=documents, bitorder="little").astype(bool)
