"""A stored value as bytes: a letter for its kind, then the value. Reading one runs nothing.

>>> decode(encode("核心技术"))
'核心技术'
"""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import orjson

_MOST_DIGITS = 4000
"""How many digits a number may have: reading one takes time with their square."""


def _decimal(text: str) -> object:
    from decimal import Decimal  # noqa: PLC0415 (no column of ours holds one)

    return Decimal(text)


_READ: dict[str, Callable[[str], object]] = {
    "int": int,
    "float": float,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "decimal": _decimal,
}


def encode(value: object) -> bytes:
    """The stored form of a value, never empty.

    Raises:
        TypeError: values of this type cannot be stored.
    """
    if isinstance(value, str):
        return b"s" + value.encode("utf-8", "surrogatepass")
    if isinstance(value, bytes):
        return b"b" + value
    return b"j" + orjson.dumps(_plain(value))


def decode(stored: bytes) -> Any:
    """The value that `encode` stored.

    Raises:
        ValueError: the bytes are damaged.
    """
    kind, content = stored[:1], stored[1:]
    if kind == b"s":
        return content.decode("utf-8", "surrogatepass")
    if kind == b"b":
        return content
    if kind != b"j":
        raise ValueError("a stored value has no kind")
    try:
        return _value(orjson.loads(content))
    except (KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as exc:
        raise ValueError("a stored value is damaged") from exc


def _plain(value: object) -> object:  # noqa: PLR0911 (one for each type)
    """The value in JSON's own types; what JSON has no type for becomes a pair of name and value."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    if isinstance(value, int):
        return value if -(1 << 63) <= value < 1 << 63 else {"int": str(value)}
    if isinstance(value, list):
        return [_plain_item(item) for item in value]
    if isinstance(value, tuple):
        return {"tuple": [_plain_item(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[_plain_item(key), _plain_item(item)] for key, item in value.items()]}
    if isinstance(value, datetime):
        return {"datetime": value.isoformat()}
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, (str, bytes)):
        return {"value": encode(value).decode("latin-1")}
    from decimal import Decimal  # noqa: PLC0415 (as above)

    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    raise TypeError(f"a value of type {type(value).__name__} cannot be stored")


def _plain_item(value: object) -> object:
    return value if isinstance(value, str) and value.isascii() else _plain(value)


def _value(plain: Any) -> Any:
    if isinstance(plain, list):
        return [_value(item) for item in plain]
    if not isinstance(plain, dict):
        return plain
    ((name, content),) = plain.items()
    if name == "tuple":
        return tuple(_value(item) for item in content)
    if name == "dict":
        return {_value(key): _value(item) for key, item in content}
    if name == "value":
        return decode(content.encode("latin-1"))
    if type(content) is not str or len(content) > _MOST_DIGITS:
        raise TypeError(f"no {name}")
    return _READ[name](content)
