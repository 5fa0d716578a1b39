"""Values of JSON as dataclasses: each is compared with the type of its field, and none is trusted.

Known are the types that files of an index need: text, truth, whole numbers, days, one of several
words, tuples, dataclasses of these, and any of them or None. Everything that is counted begins at
0, so numbers are not negative unless their field is named.

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

import types
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Read = Callable[[Any], Any]
Made = TypeVar("Made")

MOST = (1 << 63) - 1
"""The greatest number; the least is as far below 0."""


def from_json(kind: type[Made], value: object, *, signed: frozenset[str] = frozenset()) -> Made:
    """The dataclass `kind` with the content of a JSON object. A field with a default may be absent.

    Args:
        signed: the names of fields, at any depth, whose numbers may be negative.

    Raises:
        ValueError: a field is missing, unknown or of another type; the message names it.
    """
    described: Any = kind
    made: Made = _reader(described, signed)(value)
    return made


@lru_cache(maxsize=64)
def _reader(kind: Any, signed: frozenset[str]) -> Read:
    """What reads a value of the type `kind`.

    Raises:
        TypeError: of a type that no file has.
    """
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if is_dataclass(kind):
        return _of_object(kind, signed)
    origin, of = get_origin(kind), get_args(kind)
    if origin is Literal:
        return _of_words(of)
    if origin is tuple and of[1:] == (...,):
        return _of_array(_reader(of[0], signed))
    if origin in (types.UnionType, Union) and len(of) == 2 and types.NoneType in of:
        return _or_none(_reader(of[of[0] is types.NoneType], signed))
    raise TypeError(f"{kind} cannot be read from JSON")


def _of_object(kind: Any, signed: frozenset[str]) -> Read:
    hints = get_type_hints(kind)
    needed = {field.name for field in fields(kind) if field.default is MISSING}
    readers: dict[str, Read] = {
        field.name: _signed if field.name in signed else _reader(hints[field.name], signed)
        for field in fields(kind)
    }

    def read(value: Any) -> Any:
        if type(value) is not dict or not needed <= value.keys() <= readers.keys():
            raise _unfit(value, f"an object with the fields {', '.join(readers)}")
        facts = {}
        name = ""
        try:
            for name, content in value.items():
                facts[name] = readers[name](content)
        except ValueError as exc:
            raise ValueError(f"{name}: {exc}") from exc
        return kind(**facts)

    return read


def _of_array(read_one: Read) -> Read:
    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _unfit(value, "an array")
        return tuple(map(read_one, value))

    return read


def _of_words(words: tuple[Any, ...]) -> Read:
    def read(value: Any) -> Any:
        if type(value) is not str or value not in words:
            raise _unfit(value, f"one of {', '.join(words)}")
        return value

    return read


def _or_none(read_one: Read) -> Read:
    def read(value: Any) -> Any:
        return None if value is None else read_one(value)

    return read


def _text(value: Any) -> str:
    if type(value) is not str:
        raise _unfit(value, "a text")
    return value


def _truth(value: Any) -> bool:
    if type(value) is not bool:
        raise _unfit(value, "true or false")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= MOST:
        raise _unfit(value, "a whole number from 0")
    return value


def _signed(value: Any) -> int:
    if type(value) is not int or not -MOST <= value <= MOST:
        raise _unfit(value, "a whole number")
    return value


def _day(value: Any) -> date:
    if type(value) is not str or len(value) != len("2018-04-20"):
        raise _unfit(value, "a day")
    return date.fromisoformat(value)


_SIMPLE: dict[Any, Read] = {str: _text, bool: _truth, int: _number, date: _day}


def _unfit(value: object, expected: str) -> ValueError:
    shown = repr(value) if isinstance(value, (int, float)) else f"a {type(value).__name__}"
    return ValueError(f"{shown[:40]} where {expected} is expected")
