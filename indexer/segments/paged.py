"""A block that is compared with its checksums page by page, each page when it is first read.

The cost of a lookup depends on what it reads, not on the length of the block, and nothing is read
that has not been compared.
"""

from __future__ import annotations

import mmap
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Buffer: TypeAlias = "bytes | mmap.mmap"
Array: TypeAlias = "NDArray[Any]"

Numbers: TypeAlias = "NDArray[np.int64]"
"""Whole numbers of 64 bits."""

Docset: TypeAlias = "NDArray[np.int64]"
"""A docset: the numbers of documents, sorted, each once."""

_BITS = 14
PAGE = 1 << _BITS
"""The number of bytes that share a checksum; the last page of a block may have fewer."""

_AT_ONCE = 16
"""A block of no more pages is compared as a whole when any of it is read: that takes 0.1 ms, and no
later read has to look whether its page has been compared."""


class Paged:
    """The numbers of a block. Each is compared with the checksum of its page before it is read.

    Args:
        buffer: contains the block.
        dtype: the type of its numbers.
        start: its start in `buffer`, in bytes.
        count: the number of its numbers.
        checksums: the CRC-32 of each of its pages.
        damaged: returns the error for a block that is not what was written.

    Attributes:
        dtype: the type of its numbers.
        nbytes: its size, in bytes.
        is_known: whether all of it has been compared.
    """

    def __init__(
        self,
        buffer: Buffer,
        dtype: np.dtype[Any],
        start: int,
        count: int,
        *,
        checksums: Array,
        damaged: Callable[[], Exception],
    ) -> None:
        self.dtype = dtype
        self.nbytes = count * dtype.itemsize
        self.is_known = not len(checksums)
        self._buffer = buffer
        self._start = start
        self._count = count
        self._size: int = dtype.itemsize
        self._numbers = np.frombuffer(buffer, dtype, count, start)
        self._numbers.flags.writeable = False
        self._data = memoryview(buffer)[start : start + self.nbytes]
        code: Any = dtype.char
        self._one: Any = self._data.cast(code)  # quicker than an array, number by number
        self._checksums = checksums
        self._known = bytearray(len(checksums))
        self._damaged = damaged

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, at: int) -> int:
        """One number.

        Raises:
            IndexError: there is none at that place.
        """
        if at < 0:
            raise IndexError(at)
        if not self.is_known and not self._known[at * self._size >> _BITS]:
            self._see(at, at + 1)
        number: int = self._one[at]
        return number

    def pair(self, at: int) -> tuple[int, int]:
        """The number at that place and the one after it.

        Raises:
            IndexError: there is none at one of the places.
        """
        if at < 0:
            raise IndexError(at)
        if not self.is_known:
            self._see(at, at + 2)
        one = self._one
        return one[at], one[at + 1]

    def slice(self, first: int, last: int) -> Array:
        """The numbers from `first` to before `last`, read in place; they cannot be changed.

        Raises:
            Exception: the one of `damaged`; also where the block has no such places, as they come
                from another block.
        """
        if not 0 <= first <= last <= self._count:
            raise self._damaged()
        if not self.is_known:
            self._see(first, last)
        return self._numbers[first:last]

    def read(self, first: int, last: int) -> bytes:
        """The bytes of the numbers from `first` to before `last`.

        Raises:
            Exception: the one of `damaged`, as `slice` does.
        """
        if not 0 <= first <= last <= self._count:
            raise self._damaged()
        if not self.is_known:
            self._see(first, last)
        size, start = self._size, self._start
        return self._buffer[start + first * size : start + last * size]

    def read_each(self, starts: NDArray[np.int64], ends: NDArray[np.int64]) -> Iterator[bytes]:
        """The bytes of many ranges of a block of bytes.

        Args:
            starts: the start of each range.
            ends: the end of each range.

        Raises:
            Exception: the one of `damaged`, as `slice` does.
        """
        if len(starts) and not (
            starts.min() >= 0 and (starts <= ends).all() and ends.max() <= self._count
        ):
            raise self._damaged()
        if not self.is_known:
            pages = len(self._known) + 1
            firsts = np.bincount(starts >> _BITS, minlength=pages)
            lasts = np.bincount((ends + PAGE - 1) >> _BITS, minlength=pages)
            self._compare(np.flatnonzero(np.cumsum(firsts - lasts)).tolist())
        buffer = self._buffer
        firsts_at, ends_at = (starts + self._start).tolist(), (ends + self._start).tolist()
        return (buffer[start:end] for start, end in zip(firsts_at, ends_at, strict=True))

    def array(self) -> Array:
        """All numbers, read in place; they cannot be changed.

        Raises:
            Exception: the one of `damaged`.
        """
        return self.slice(0, self._count)

    def extent(self) -> tuple[Buffer, int]:
        """The buffer that contains the block, and its start there, when all of it is compared."""
        self._see(0, self._count)
        return self._buffer, self._start

    def view(self) -> memoryview:
        """All numbers, compared, for reading one by one, which is quicker so than in an array."""
        self._see(0, self._count)
        view: memoryview = self._one
        return view

    def _see(self, first: int, last: int) -> None:
        """Compare the pages of the numbers from `first` to before `last`."""
        page = first * self._size >> _BITS
        end = (last * self._size + PAGE - 1) >> _BITS
        if self._known.find(0, page, end) >= 0:
            all_pages = range(len(self._known))
            self._compare(all_pages if len(all_pages) <= _AT_ONCE else all_pages[page:end])

    def _compare(self, pages: Iterable[int]) -> None:
        """Compare pages with their checksums, unless that has been done before."""
        known, checksums, data = self._known, self._checksums, self._data
        for page in pages:
            if not known[page]:
                if zlib.crc32(data[page << _BITS : (page + 1) << _BITS]) != checksums[page]:
                    raise self._damaged()
                known[page] = 1
        self.is_known = known.find(0) < 0


class Checksums:
    """The checksums of the pages of blocks that are being written one after another.

    Attributes:
        done: those of all pages that are complete.
    """

    def __init__(self) -> None:
        self.done = array("I")
        self._crc = 0
        self._size = 0

    def add(self, data: bytes) -> None:
        """Add the next bytes of the block."""
        view = memoryview(data)
        at = 0
        while at < len(view):
            piece = view[at : at + PAGE - self._size]
            self._crc = zlib.crc32(piece, self._crc)
            self._size += len(piece)
            at += len(piece)
            if self._size == PAGE:
                self.end()

    def end(self) -> None:
        """End the page, as the block ends."""
        if self._size:
            self.done.append(self._crc)
        self._crc = self._size = 0


def pages_of(size: int) -> int:
    """The number of pages of a block of `size` bytes."""
    return (size + PAGE - 1) >> _BITS
