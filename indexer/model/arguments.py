"""Whether a caller gives what is asked for: the border of the library, in one table of kinds.

What passes here has the right type; whether its value can be used is seen where it is used.

    >>> check({"limit": optional(WHOLE)}, limit=None)
    >>> check({"limit": optional(WHOLE)}, limit="3")             # doctest: +SKIP
    ArgumentError: limit '3' is of another type; give int | None
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from numbers import Integral, Real
from typing import Final, NamedTuple

from indexer.errors import ArgumentError
from indexer.model.place import Place


class ArgumentKind(NamedTuple):
    """What an argument must be.

    Attributes:
        wanted: that, as it is written in Python.
        fits: whether a value is it.
    """

    wanted: str
    fits: Callable[[object], bool]


def _is_number(value: object) -> bool:
    return isinstance(value, Real) and not isinstance(value, bool)


def _is_whole(value: object) -> bool:
    return isinstance(value, Integral) and not isinstance(value, bool)


def _are_texts(value: object) -> bool:
    return isinstance(value, Collection) and all(isinstance(one, str) for one in value)


TEXT: Final = ArgumentKind("str", lambda value: isinstance(value, str))
TEXTS: Final = ArgumentKind("list[str]", _are_texts)
DATA: Final = ArgumentKind("bytes", lambda value: isinstance(value, bytes))
PATH: Final = ArgumentKind("str | PathLike", lambda value: isinstance(value, str | os.PathLike))
PLACE: Final = ArgumentKind(PATH.wanted, lambda value: isinstance(value, Place) or PATH.fits(value))
FLAG: Final = ArgumentKind("bool", lambda value: isinstance(value, bool))
WHOLE: Final = ArgumentKind("int", _is_whole)
NUMBER: Final = ArgumentKind("float", _is_number)
CALL: Final = ArgumentKind("Callable", callable)


def optional(kind: ArgumentKind) -> ArgumentKind:
    """That kind, or None."""
    return ArgumentKind(f"{kind.wanted} | None", lambda value: value is None or kind.fits(value))


def check(kinds: Mapping[str, ArgumentKind], /, **given: object) -> None:
    """See that the arguments of a call are of the kinds that they must be.

    Raises:
        ArgumentError: one is not.
    """
    for name, value in given.items():
        kind = kinds[name]
        if not kind.fits(value):
            raise ArgumentError(name, value, kind.wanted)
