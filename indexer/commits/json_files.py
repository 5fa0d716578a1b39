"""The JSON files of an index: a file with its own checksum, and its content as dataclasses.

A file is one JSON object, `{"crc32": …, "content": …}`; the checksum is that of the bytes of
`content`, so that damage is never taken for content.

What is read is compared with the types of the fields, and none of it is trusted. Known are the
types that files of an index need: text, truth, whole numbers, days, one of several words, tuples,
dataclasses of these, and any of them or None. Numbers begin at 0 unless their field is named.

    >>> from dataclasses import dataclass
    >>> @dataclass
    ... class File:
    ...     name: str
    ...     parts: tuple[int, ...]
    >>> from_json(File, {"name": "a", "parts": [1, 2]})
    File(name='a', parts=(1, 2))
    >>> from_json(File, {"name": "a", "parts": [1, True]})
    Traceback (most recent call last):
    ValueError: parts: True where a whole number from 0 is expected
"""

from __future__ import annotations

import os
import re
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import orjson

from indexer.wording import say

MOST = (1 << 63) - 1
"""The greatest number; the least is as far below 0."""

_HEAD = re.compile(rb'\{"crc32": (\d{1,10}), "content": ')
_TAIL = b"}\n"
_ROOM = 64
"""More bytes than the checksum and the braces around the content take."""

_Read = Callable[[Any], Any]

T = TypeVar("T")


def parse_json(data: bytes) -> Any:
    """The content of a file whose bytes are `data`.

    Raises:
        ValueError: it is damaged.
    """
    head = _HEAD.match(data)
    content = data[head.end() : -len(_TAIL)] if head else b""
    if head is None or not data.endswith(_TAIL) or zlib.crc32(content) != int(head[1]):
        raise ValueError("the file is not what was written")
    return orjson.loads(content)


def write_json(path: Path, content: object, *, most: int | None = None) -> None:
    """Replace the content of a file by `content`, at once and on the disk.

    Args:
        path: the file.
        content: its new content.
        most: the most bytes that its readers take; None for no limit.

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


def from_json(kind: type[T], value: object, *, signed: frozenset[str] = frozenset()) -> T:
    """The dataclass `kind` with the content of a JSON object. A field with a default may be absent.

    Args:
        signed: the names of fields, at any depth, whose numbers may be negative.

    Raises:
        ValueError: a field is missing, unknown or of another type; the message names it.
    """
    described: Any = kind
    read: Callable[[object], T] = _reader(described, signed)
    return read(value)


def _read_text(value: Any) -> str:
    if type(value) is not str:
        raise _mismatch(value, "a text")
    return value


def _read_truth(value: Any) -> bool:
    if type(value) is not bool:
        raise _mismatch(value, "true or false")
    return value


def _read_number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise _mismatch(value, "a whole number from 0")
    return value


def _read_signed(value: Any) -> int:
    if type(value) is not int or not -MOST <= value <= MOST:
        raise _mismatch(value, "a whole number")
    return value


def _read_day(value: Any) -> date:
    if type(value) is not str or len(value) != len("2018-04-20"):
        raise _mismatch(value, "a day")
    return date.fromisoformat(value)


_SIMPLE: dict[Any, _Read] = {str: _read_text, bool: _read_truth, int: _read_number, date: _read_day}


@lru_cache(maxsize=64)
def _reader(kind: Any, signed: frozenset[str]) -> _Read:
    """The function that reads a value of the type `kind`.

    Raises:
        TypeError: no file has values of this type.
    """
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if is_dataclass(kind):
        return _object_reader(kind, signed)
    origin, of = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _choice_reader(of)
    if origin is tuple and of[1:] == (...,):
        return _array_reader(_reader(of[0], signed))
    if origin in (types.UnionType, Union) and len(of) == 2 and types.NoneType in of:
        return _optional_reader(_reader(of[of[0] is types.NoneType], signed))
    raise TypeError(f"{kind} cannot be read from JSON")


def _object_reader(kind: Any, signed: frozenset[str]) -> _Read:
    hints = get_type_hints(kind)
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    readers: dict[str, _Read] = {
        field.name: _read_signed if field.name in signed else _reader(hints[field.name], signed)
        for field in fields(kind)
    }

    def read(value: Any) -> Any:
        if type(value) is not dict or not needed <= value.keys() <= readers.keys():
            raise _mismatch(value, f"an object with the fields {', '.join(readers)}")
        facts = {}
        name = ""
        try:
            for name, content in value.items():
                facts[name] = readers[name](content)
        except ValueError as exc:
            raise ValueError(f"{name}: {exc}") from exc
        return kind(**facts)

    return read


def _array_reader(read_one: _Read) -> _Read:
    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _mismatch(value, "an array")
        return tuple(map(read_one, value))

    return read


def _choice_reader(words: tuple[Any, ...]) -> _Read:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in words:
            raise _mismatch(value, f"one of {', '.join(words)}")
        return value

    return read


def _optional_reader(read_one: _Read) -> _Read:
    def read(value: Any) -> Any:
        return None if value is None else read_one(value)

    return read


def _mismatch(value: object, expected: str) -> ValueError:
    shown = repr(value) if isinstance(value, (int, float)) else f"a {type(value).__name__}"
    return ValueError(f"{shown[:40]} where {expected} is expected")
