"""A file of named arrays: written once from front to back, then mapped and read in place.

    magic | block | block | … | checksums | directory (JSON) | trailer

Blocks begin at multiples of 64 bytes and contain little-endian numbers or plain bytes. Every page
of a block has a checksum, which is compared before any of it is read (see `paged`). The directory
names the blocks and contains a few facts; the trailer says where it is. Opening a file reads
checksums and directory and nothing else. Nothing in a file is code, and no offset of it is trusted.

    >>> import io
    >>> file = io.BytesIO()
    >>> with BlockWriter(file) as writer:
    ...     writer.add("docs", np.array([1, 5], "<u2"))
    >>> Blocks(file.getvalue(), "example").array("docs").tolist()
    [1, 5]
"""

from __future__ import annotations

import mmap
import os
from collections.abc import Iterable
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any

import numpy as np

from indexer.segments.directory import ALIGNMENT, DTYPES, MAGIC, Extent, closing, read_directory
from indexer.segments.index_files import OpenFile, changed_text, is_changed, is_touched
from indexer.segments.paged import Array, Buffer, Checksums, Paged
from indexer.wording import say

if TYPE_CHECKING:
    from typing import Protocol  # whose classes take a while to make

    class Sink(Protocol):
        """What blocks are written to; Whoosh's files are such."""

        def write(self, data: bytes, /) -> object:
            """Write all of `data`."""

    class Held(Protocol):
        """What is read while it is held open."""

        def begin_reading(self) -> os.stat_result | None:
            """See that it is as it was when it was opened, and return its state.

            Raises:
                FileChangedError: it was changed in place.
            """

        def end_reading(self, begun: os.stat_result | None) -> None:
            """See that it is as it was when `begin_reading` returned `begun`.

            Raises:
                FileChangedError: it was changed in place.
            """


class BlockFileError(ValueError):
    """A file is not one of ours, or is damaged. The message says which and how."""


class FileChangedError(BlockFileError):
    """A file was changed in place while it was open, so what was read of it may be anything."""

    def __init__(self, name: str) -> None:
        super().__init__(changed_text(name))
        self.name = name


class Steady:
    """A context for reading files: they are seen to be the same before and after.

    Raises:
        FileChangedError: one was changed in place, so nothing that was read meanwhile may be used;
            also instead of an error to which that may have led.
    """

    def __init__(self, files: Iterable[Held]) -> None:
        self._files = tuple(files)
        self._begun: tuple[os.stat_result | None, ...] = ()

    def __enter__(self) -> None:
        """Look at the files."""
        self._begun = tuple(file.begin_reading() for file in self._files)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Look at the files again."""
        if error is None or isinstance(error, Exception):
            for file, begun in zip(self._files, self._begun, strict=True):
                file.end_reading(begun)


class BlockWriter:
    """Writes blocks one after another. It is complete once it has been closed."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._at = 0
        self._directory: dict[str, tuple[str, int, int]] = {}
        self._checksums = Checksums()
        self.facts: dict[str, object] = {}
        self._write(MAGIC)

    def add(self, name: str, values: Array) -> None:
        """Write an array of numbers as the block `name`."""
        self.stream(name, values.dtype, [values])

    def add_bytes(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write `pieces`, joined, as the block `name`."""
        start = self._begin(name, "|u1")
        for piece in pieces:
            self._checksums.add(piece)
            self._write(piece)
        self._end(name, "|u1", start, self._at - start)

    def stream(self, name: str, dtype: np.dtype[Any], parts: Iterable[Array]) -> None:
        """Write the arrays `parts`, joined and as `dtype`, as the block `name`."""
        little = dtype.newbyteorder("<")
        start = self._begin(name, little.str)
        for part in parts:
            data = np.ascontiguousarray(part, little).tobytes()
            self._checksums.add(data)
            self._write(data)
        self._end(name, little.str, start, (self._at - start) // little.itemsize)

    def close(self) -> None:
        """Write the checksums and the directory."""
        for part in closing(self._at, self._directory, self._checksums.done, self.facts):
            self._write(part)

    def __enter__(self) -> BlockWriter:
        """The writer itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Write the directory, unless something went wrong."""
        if kind is None:
            self.close()

    def _begin(self, name: str, dtype: str) -> int:
        if name in self._directory or dtype not in DTYPES:
            raise ValueError(f"block {name!r} of type {dtype} cannot be written")
        self._write(bytes(-self._at % ALIGNMENT))
        return self._at

    def _end(self, name: str, dtype: str, start: int, count: int) -> None:
        self._checksums.end()
        self._directory[name] = dtype, start, count

    def _write(self, data: bytes) -> None:
        if data:
            self._sink.write(data)
            self._at += len(data)


class Blocks:
    """The blocks of one file, whose content is `buffer`. What is read of them has been checked.

    Args:
        buffer: the content of the file.
        name: its name, for messages.
        file: the file, where `buffer` changes with it; None where that is in memory.

    Attributes:
        facts: what the writer added to the directory, as JSON has it.
        identity: the checksum of the directory, which distinguishes the file from every other.

    Raises:
        BlockFileError: the file is not one of ours or is damaged.
    """

    def __init__(self, buffer: Buffer, name: str, file: OpenFile | None = None) -> None:
        self._buffer = buffer
        self._name = name
        self._file = file
        self._opened: dict[str, Paged] = {}
        try:
            directory = read_directory(buffer)
        except ValueError as exc:
            raise BlockFileError(say("damage.unreadable", name=name)) from exc
        self._blocks = directory.blocks
        self._checksums = directory.checksums
        self.facts = directory.facts
        self.identity = directory.identity

    def __contains__(self, block: str) -> bool:
        return block in self._blocks

    def names(self) -> tuple[str, ...]:
        """The names of all blocks, as they follow each other."""
        return tuple(self._blocks)

    @property
    def nbytes(self) -> int:
        """The size of the file, in bytes."""
        return len(self._buffer)

    def count(self, block: str) -> int:
        """The number of numbers in a block; -1 where there is no such block."""
        place = self._blocks.get(block)
        return -1 if place is None else place.length

    def paged(self, block: str, kinds: str = "iuf") -> Paged:
        """The numbers of a block, each page of which is checked when it is first read.

        Args:
            kinds: the kinds of numbers that it may contain: `i` signed, `u` unsigned, `f` floating.

        Raises:
            BlockFileError: there is no such block, or it contains other numbers.
        """
        try:
            paged = self._opened.get(block) or self._open(block, self._blocks[block])
        except KeyError as exc:
            raise BlockFileError(say("damage.no_block", name=self._name, block=block)) from exc
        if paged.dtype.kind not in kinds:
            raise self.damaged(block)
        return paged

    def array(self, block: str, kinds: str = "iuf") -> Array:
        """The numbers of a block, read in place, when all of it has been checked.

        Raises:
            BlockFileError: there is no such block, it contains other numbers, or it is damaged.
        """
        return self.paged(block, kinds).array()

    def check(self) -> None:
        """Compare every block with its checksums, which reads all of the file.

        Raises:
            BlockFileError: a block is not what was written.
        """
        for block in self._blocks:
            self.array(block)

    def begin_reading(self) -> os.stat_result | None:
        """See that the file is as it was when it was opened, and return its state.

        Returns:
            What `end_reading` takes; None where the file is in memory.

        Raises:
            FileChangedError: it was changed in place.
        """
        if self._file is None:
            return None
        opened, now = self._file.opened, self._file.look()
        if is_changed(opened, now):
            raise FileChangedError(self._name)
        if is_touched(opened, now):
            self._compare_anew()
        self._file.opened = now
        return now

    def end_reading(self, begun: os.stat_result | None) -> None:
        """See that the file is as it was when `begin_reading` returned `begun`.

        That its content is right now does not mean that it was so all the time.

        Raises:
            FileChangedError: it was changed in place.
        """
        if self._file is not None and begun is not None:
            now = self._file.look()
            if is_changed(begun, now) or is_touched(begun, now):
                raise FileChangedError(self._name)

    def _compare_anew(self) -> None:
        """Compare all of the file with its checksums, whatever has been compared before."""
        try:
            blocks = Blocks(self._buffer, self._name)
            blocks.check()
        except BlockFileError as exc:
            raise FileChangedError(self._name) from exc
        if blocks.identity != self.identity:
            raise FileChangedError(self._name)

    def release(self) -> None:
        """Give mapped pages back to the system, which reads them again where they are needed."""
        if isinstance(self._buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._buffer.madvise(mmap.MADV_DONTNEED)

    def damaged(self, block: str) -> BlockFileError:
        """The error for a block that does not fit the others."""
        return _damaged(self._name, block)

    def _open(self, block: str, place: Extent) -> Paged:
        paged = Paged(
            self._buffer,
            place.dtype,
            place.start,
            place.length,
            checksums=self._checksums[place.first_page : place.last_page],
            damaged=partial(_damaged, self._name, block),  # no method, which would be a cycle
        )
        return self._opened.setdefault(block, paged)  # where two threads come at once, one is kept


def _damaged(file: str, block: str) -> BlockFileError:
    return BlockFileError(say("damage.block", block=block, name=file))


def smallest_unsigned(most: int) -> np.dtype[Any]:
    """The smallest type of unsigned numbers that has `most`."""
    return np.min_scalar_type(max(most, 0)).newbyteorder("<")
