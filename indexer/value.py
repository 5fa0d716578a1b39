"""`value`: what `dataclass(frozen=True, slots=True)` makes, in a third of the time.

A dataclass compiles six methods for each class, and a search makes three dozen classes before it
begins. Here `__init__` alone is compiled; the other methods are the same functions for all
classes. A type checker sees the plain decorator.

>>> @value(frozen=True, slots=True)
... class Point:
...     "A place."
...     x: int
...     y: int = 0
>>> Point(1), Point(1) == Point(1, 0)
(Point(x=1, y=0), True)
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(
        *, frozen: bool, slots: bool, kw_only: bool = False, init: bool = True
    ) -> Callable[[type], type]:
        """Make a class a frozen dataclass with slots. What it inherits fields from is one, too.

        Methods that the class defines itself are kept. A field may have a default, and no factory.
        """
        if not (frozen and slots):
            raise TypeError("a value is frozen and has slots")

        def make(plain: type) -> type:
            made = dataclasses.dataclass(
                init=False, repr=False, eq=False, slots=True, kw_only=kw_only
            )(plain)
            methods = {"__init__": _init(made), **_METHODS} if init else _METHODS
            for name, method in methods.items():
                if name not in made.__dict__:
                    setattr(made, name, method)
            return made

        return make


def _init(kind: Any) -> Callable[..., None]:
    """The `__init__` of a kind: it assigns each slot, past the `__setattr__` that refuses to."""
    plain = [one for one in dataclasses.fields(kind) if not one.kw_only]
    named = [one for one in dataclasses.fields(kind) if one.kw_only]
    parameters = [one.name for one in plain] + ["*"] * bool(named) + [one.name for one in named]
    lines = [f"def __init__(self, {', '.join(parameters)}):"]
    lines += [f" set_{one.name}(self, {one.name})" for one in plain + named]
    lines += [" self.__post_init__()" if hasattr(kind, "__post_init__") else " pass"]
    made: dict[str, Any] = {"__name__": kind.__module__}
    made |= {f"set_{one.name}": getattr(kind, one.name).__set__ for one in plain + named}
    exec("\n".join(lines), made)
    init: Any = made["__init__"]
    init.__qualname__ = f"{kind.__qualname__}.__init__"
    init.__annotations__ = {one.name: one.type for one in plain + named} | {"return": None}
    init.__defaults__ = tuple(one.default for one in plain if one.default is not _MISSING)
    init.__kwdefaults__ = {one.name: one.default for one in named if one.default is not _MISSING}
    return init  # type: ignore[no-any-return]


def _setattr(self: Any, name: str, value: object) -> None:
    if _is_kept(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
    object.__setattr__(self, name, value)


def _delattr(self: Any, name: str) -> None:
    if _is_kept(self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
    object.__delattr__(self, name)


def _is_kept(self: Any, name: str) -> bool:
    """Whether nobody may change that attribute; an ordinary subclass may have some of its own."""
    return name in self.__dataclass_fields__ or "__dataclass_fields__" in vars(type(self))


def _eq(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    compared = _compared(self.__class__)
    return compared(self) == compared(other)


def _hash(self: Any) -> int:
    return hash(_compared(self.__class__)(self))


@cache
def _compared(kind: Any) -> Callable[[object], tuple[object, ...]]:
    """What returns the values that two of a kind are compared by."""
    names = [one.name for one in dataclasses.fields(kind) if one.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda self: tuple(getattr(self, name) for name in names)


def _repr(self: Any) -> str:
    shown = (one.name for one in dataclasses.fields(self) if one.repr)
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
    return f"{type(self).__qualname__}({values})"


def _getstate(self: Any) -> list[object]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _setstate(self: Any, state: list[object]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_MISSING = dataclasses.MISSING
_METHODS = {
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__getstate__": _getstate,
    "__setstate__": _setstate,
}
