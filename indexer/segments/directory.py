"""The end of a file of blocks: the checksums of all pages, the directory, and the trailer.

The directory is JSON: each block by name with its type, its place and its length; where the
checksums are, and their own checksum; a few facts. The trailer says where the directory is, and has
its checksum, which therefore covers all of the file. Nothing that is read here is believed
before it has been compared with what the file really contains.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
import orjson

from indexer.segments.paged import Array, Buffer, pages_of

MAGIC = b"LUNSHU\x00\x03"
"""What a file begins and ends with; the last byte is the version of its form."""

ALIGNMENT = 64
"""Blocks begin at multiples of this, in bytes."""

MOST_DIRECTORY = 1 << 24
"""The most bytes that a directory may have: it names a few hundred blocks at most."""

DTYPES = {
    name: np.dtype(name)
    for name in ("|u1", "<u2", "<u4", "<u8", "|i1", "<i2", "<i4", "<i8", "<f4", "<f8")
}
"""The types of numbers that a block may contain."""

_CHECKSUM = np.dtype("<u4")
_TRAILER = struct.Struct("<QII8s")


class Extent(NamedTuple):
    """The place of a block: its type, its first byte, its number of numbers, its first page."""

    dtype: np.dtype[Any]
    start: int
    length: int
    first_page: int

    @property
    def last_page(self) -> int:
        """The page after its last."""
        return self.first_page + pages_of(self.length * self.dtype.itemsize)


class Directory(NamedTuple):
    """The end of a file.

    Attributes:
        blocks: the blocks by name, in order.
        checksums: those of all pages of all blocks.
        facts: what the writer added.
        identity: the checksum of the directory.
    """

    blocks: Mapping[str, Extent]
    checksums: Array
    facts: Mapping[str, Any]
    identity: int


def closing(
    at: int,
    blocks: Mapping[str, tuple[str, int, int]],
    checksums: Iterable[int],
    facts: Mapping[str, object],
) -> tuple[bytes, ...]:
    """The bytes after the blocks of a file, of which `at` bytes have been written."""
    sums = np.array([*checksums], _CHECKSUM).tobytes()
    directory = orjson.dumps(
        {"blocks": blocks, "checksums": [at, zlib.crc32(sums)], "facts": facts}
    )
    place = at + len(sums), len(directory), zlib.crc32(directory)
    return sums, directory, _TRAILER.pack(*place, MAGIC)


def read_directory(buffer: Buffer) -> Directory:
    """The directory of the file in `buffer`.

    Raises:
        ValueError: the file is not one of ours or is damaged.
    """
    size = len(buffer)
    if size < len(MAGIC) + _TRAILER.size or buffer[: len(MAGIC)] != MAGIC:
        raise ValueError("not a file of blocks")
    start, length, crc, magic = _TRAILER.unpack(buffer[size - _TRAILER.size : size])
    if magic != MAGIC or start + length != size - _TRAILER.size or length > MOST_DIRECTORY:
        raise ValueError("a trailer that is none")
    data = buffer[start : start + length]
    if zlib.crc32(data) != crc:
        raise ValueError("a damaged directory")
    try:
        content = orjson.loads(data)
        at, check = content["checksums"]
        blocks = _places(content["blocks"], natural(at))
        facts = content["facts"]
    except (KeyError, TypeError, AttributeError) as exc:
        raise ValueError("a directory of another form") from exc
    pages = next(reversed(blocks.values())).last_page if blocks else 0
    if type(facts) is not dict or start - at != pages * _CHECKSUM.itemsize:
        raise ValueError("facts that are none, or not as many checksums as pages")
    checksums = buffer[at:start]
    if zlib.crc32(checksums) != check:
        raise ValueError("damaged checksums")
    return Directory(blocks, np.frombuffer(checksums, _CHECKSUM), facts, crc)


def _places(blocks: dict[str, Any], before: int) -> dict[str, Extent]:
    """The places of the blocks, which follow each other and end before a place.

    Raises:
        ValueError: they overlap, or one ends after it.
    """
    places: dict[str, Extent] = {}
    end = page = 0
    for name, (dtype, start, length) in blocks.items():
        place = Extent(DTYPES[dtype], natural(start), natural(length), page)
        if start % ALIGNMENT or start < end:
            raise ValueError("a block in the place of another")
        end = start + length * place.dtype.itemsize
        page = place.last_page
        places[name] = place
    if end > before:
        raise ValueError("a block outside the file")
    return places


def natural(number: object) -> int:
    """`number`, if it is a whole one and not negative.

    Raises:
        ValueError: it is something else.
    """
    if type(number) is not int or number < 0:
        raise ValueError(f"{number!r} where a number is expected")
    return number
