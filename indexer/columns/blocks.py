"""A file of named arrays: written once from front to back, then mapped and read in place.

    magic | block | block | … | directory (JSON) | trailer

Blocks begin at multiples of 64 bytes and hold little-endian numbers or plain bytes. The directory
names them and keeps a few facts; the trailer says where it is. Opening a file reads the directory
and nothing else. Nothing in a file is code, and no offset of it is trusted.

    >>> import io
    >>> file = io.BytesIO()
    >>> with BlockWriter(file) as writer:
    ...     writer.add("docs", np.array([1, 5], "<u2"))
    >>> Blocks(file.getvalue(), "example").array("docs").tolist()
    [1, 5]
"""

from __future__ import annotations

import mmap
import struct
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Protocol, TypeAlias

import numpy as np
import orjson
from numpy.typing import NDArray

Buffer: TypeAlias = "bytes | mmap.mmap"
Array: TypeAlias = "NDArray[Any]"

_MAGIC = b"LUNSHU\x00\x02"
_TRAILER = struct.Struct("<QII8s")
_ALIGNMENT = 64

CHECKED_AT_ONCE = 1 << 20
"""A block of no more numbers than this is compared with its checksum when it is first used. Of a
longer one that would cost more than what is looked up in it."""

_DTYPES = ("|u1", "<u2", "<u4", "<u8", "|i1", "<i2", "<i4", "<i8", "<f4", "<f8")


class BlockFileError(ValueError):
    """A file is not one of ours, or is damaged. The message says which and how."""


class Sink(Protocol):
    """What blocks are written to; Whoosh's files are such."""

    def write(self, data: bytes, /) -> object:
        """Write all of `data`."""


class BlockWriter:
    """Writes blocks one after another. It is complete once it has been closed."""

    def __init__(self, sink: Sink) -> None:
        self._sink = sink
        self._at = 0
        self._directory: dict[str, list[object]] = {}
        self.facts: dict[str, object] = {}
        self._write(_MAGIC)

    def add(self, name: str, values: Array) -> None:
        """Write an array of numbers as the block `name`."""
        self.stream(name, values.dtype, [values])

    def add_bytes(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write `pieces`, joined, as the block `name`."""
        self._begin(name, "|u1")
        size = 0
        crc = 0
        for piece in pieces:
            crc = zlib.crc32(piece, crc)
            size += len(piece)
            self._write(piece)
        self._end(name, size, crc)

    def stream(self, name: str, dtype: np.dtype[Any], parts: Iterable[Array]) -> None:
        """Write the arrays `parts`, joined and as `dtype`, as the block `name`."""
        little = dtype.newbyteorder("<")
        self._begin(name, little.str)
        count = 0
        crc = 0
        for part in parts:
            data = np.ascontiguousarray(part, little).tobytes()
            crc = zlib.crc32(data, crc)
            count += len(part)
            self._write(data)
        self._end(name, count, crc)

    def close(self) -> None:
        """Write the directory."""
        directory = orjson.dumps({"blocks": self._directory, "facts": self.facts})
        start = self._at
        self._write(directory)
        self._write(_TRAILER.pack(start, len(directory), zlib.crc32(directory), _MAGIC))

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

    def _begin(self, name: str, dtype: str) -> None:
        if name in self._directory or dtype not in _DTYPES:
            raise ValueError(f"block {name!r} of type {dtype} cannot be written")
        self._write(bytes(-self._at % _ALIGNMENT))
        self._directory[name] = [dtype, self._at]

    def _end(self, name: str, count: int, crc: int) -> None:
        self._directory[name] += [count, crc]

    def _write(self, data: bytes) -> None:
        if data:
            self._sink.write(data)
            self._at += len(data)


class Blocks:
    """The blocks of one file, which is held in `buffer`.

    Raises:
        BlockFileError: the file is not one of ours or is damaged.
    """

    def __init__(self, buffer: Buffer, name: str) -> None:
        self._buffer = buffer
        self._name = name
        self._checked: set[str] = set()
        try:
            self._directory, self.facts, self.identity = self._read_directory()
        except (struct.error, ValueError, KeyError, TypeError) as exc:
            raise BlockFileError(f"{name} cannot be read") from exc

    def __contains__(self, block: str) -> bool:
        return block in self._directory

    def names(self) -> tuple[str, ...]:
        """The names of all blocks, as they follow each other."""
        return tuple(self._directory)

    def array(self, block: str) -> Array:
        """The numbers of a block, read in place; they cannot be changed."""
        dtype, start, count = self._place(block)
        array = np.frombuffer(self._buffer, dtype, count, start)
        array.flags.writeable = False
        return array

    def extent(self, block: str) -> tuple[Buffer, int, int]:
        """The buffer that holds a block of bytes, where it begins there and where it ends."""
        _, start, count = self._place(block)
        return self._buffer, start, start + count

    def view(self, block: str) -> memoryview:
        """The numbers of a block for reading one by one, which is quicker so than in an array."""
        dtype, start, count = self._place(block)
        size = np.dtype(dtype).itemsize
        view = memoryview(self._buffer)[start : start + count * size]
        casts: dict[int, Literal["B", "H", "I", "Q"]] = {1: "B", 2: "H", 4: "I", 8: "Q"}
        return view.cast(casts[size])

    def check(self) -> None:
        """Compare every block with its checksum, which reads all of the file.

        Raises:
            BlockFileError: a block is not what was written.
        """
        for block in self._directory:
            self._check(block)

    def release(self) -> None:
        """Give mapped pages back to the system, which reads them again where they are needed."""
        if isinstance(self._buffer, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            self._buffer.madvise(mmap.MADV_DONTNEED)

    def damaged(self, block: str) -> BlockFileError:
        """The error for a block that does not fit the others."""
        return BlockFileError(f"block {block} of {self._name} is damaged")

    def _place(self, block: str) -> tuple[str, int, int]:
        try:
            dtype, start, count, _ = self._directory[block]
        except KeyError as exc:
            raise BlockFileError(f"{self._name} has no block {block}") from exc
        if count <= CHECKED_AT_ONCE:
            self._check(block)
        return dtype, start, count

    def _check(self, block: str) -> None:
        """Compare a block with its checksum, unless that has been done before."""
        if block in self._checked:
            return
        dtype, start, count, crc = self._directory[block]
        size = count * np.dtype(dtype).itemsize
        if zlib.crc32(memoryview(self._buffer)[start : start + size]) != crc:
            raise self.damaged(block)
        self._checked.add(block)

    def _read_directory(
        self,
    ) -> tuple[dict[str, tuple[str, int, int, int]], Mapping[str, Any], int]:
        size = len(self._buffer)
        start, length, crc, magic = _TRAILER.unpack(self._buffer[size - _TRAILER.size : size])
        data = self._buffer[start : start + length]
        if magic != _MAGIC or self._buffer[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a file of blocks")
        if len(data) != length or zlib.crc32(data) != crc:
            raise ValueError("damaged directory")
        content = orjson.loads(data)
        blocks = {}
        for name, (dtype, at, count, check) in content["blocks"].items():
            if dtype not in _DTYPES:
                raise ValueError("a block has no type of ours")
            if not 0 <= at <= at + count * np.dtype(dtype).itemsize <= start:
                raise ValueError("a block lies outside the file")
            blocks[name] = (dtype, at, count, check)
        return blocks, content["facts"], crc


def map_file(path: Path) -> Buffer:
    """The content of a file, mapped: only what is looked at is read.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            return b""  # nothing can be mapped of an empty file
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def smallest_unsigned(most: int) -> np.dtype[Any]:
    """The smallest type of unsigned numbers that holds `most`."""
    return np.min_scalar_type(max(most, 0)).newbyteorder("<")
