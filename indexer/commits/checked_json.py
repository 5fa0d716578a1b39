"""A JSON file that knows its own checksum, so that damage to it is never taken for content.

It is one JSON object, `{"crc32": …, "content": …}`; the checksum is that of the bytes of `content`.
"""

from __future__ import annotations

import os
import re
import zlib
from pathlib import Path
from typing import Any

import orjson

from indexer.wording import say

_HEAD = re.compile(rb'\{"crc32": (\d{1,10}), "content": ')
_TAIL = b"}\n"
_ROOM = 64
"""More bytes than what stands around the content takes."""


def parse_json(data: bytes) -> Any:
    """The content of a file that holds `data`.

    Raises:
        ValueError: it is damaged.
    """
    head = _HEAD.match(data)
    content = data[head.end() : -len(_TAIL)] if head else b""
    if head is None or not data.endswith(_TAIL) or zlib.crc32(content) != int(head[1]):
        raise ValueError("the file is not what was written")
    return orjson.loads(content)


def write_json(path: Path, content: object, *, most: int | None = None) -> None:
    """Put `content` in the place of what the file held before, at once and on the disk.

    Args:
        path: the file.
        content: what it is to hold.
        most: how many bytes its readers take; None for as many as there are.

    Raises:
        ValueError: it would have more than `most`.
        OSError: it cannot be written.
    """
    fresh = path.with_name(f"{path.name}.new")
    data = orjson.dumps(content)
    if most is not None and len(data) + _ROOM > most:
        raise ValueError(say("index.large_file", name=path.name, size=len(data), most=most))
    fresh.unlink(missing_ok=True)  # a stranger's link there would be followed
    with fresh.open("xb") as file:
        file.write(b'{"crc32": %d, "content": ' % zlib.crc32(data) + data + _TAIL)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
