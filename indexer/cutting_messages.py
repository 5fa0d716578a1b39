"""What passes through the pipes between a build and the processes that cut for it.

A message is how many bytes each of its parts has, then the parts.

>>> import io
>>> pipe = io.BytesIO()
>>> send(pipe, [b"abc", b""])
>>> _ = pipe.seek(0)
>>> receive(pipe, 2)
[b'abc', b'']
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Sequence
from typing import IO

import orjson

from indexer.cutting_words import CutTexts


def send(pipe: IO[bytes], parts: Sequence[bytes]) -> None:
    """Write a message.

    Raises:
        OSError: nobody reads it.
    """
    pipe.write(b"".join([_sizes(len(parts)).pack(*map(len, parts)), *parts]))
    pipe.flush()


def receive(pipe: IO[bytes], count: int) -> list[bytes]:
    """Read a message of `count` parts.

    Raises:
        EOFError: there is none, or it breaks off.
    """
    sizes = _sizes(count)
    return [_exactly(pipe, size) for size in sizes.unpack(_exactly(pipe, sizes.size))]


def pack_texts(texts: Sequence[str]) -> list[bytes]:
    """Texts as a message of one part."""
    return [orjson.dumps(texts)]


def unpack_texts(parts: Sequence[bytes]) -> list[str]:
    """The texts of such a message."""
    texts: list[str] = orjson.loads(parts[0])
    return texts


def pack_words(cut: CutTexts) -> list[bytes]:
    """Words as a message of three parts."""
    return [orjson.dumps(cut.words), cut.numbers.tobytes(), cut.counts.tobytes()]


def unpack_words(parts: Sequence[bytes]) -> CutTexts:
    """The words of such a message.

    Raises:
        ValueError: it is none.
    """
    return CutTexts(orjson.loads(parts[0]), array("I", parts[1]), array("I", parts[2]))


def _sizes(count: int) -> struct.Struct:
    return struct.Struct(f"<{count}Q")


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError("the pipe was closed")
    return data
