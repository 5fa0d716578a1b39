"""Makes a place of lunshu slow or large, in the process that imports this and before lunshu is.

A function is replaced as soon as its module has been run, and so before anything else can have
taken it over by its name.
"""

from __future__ import annotations

import importlib.machinery
from collections.abc import Callable, Iterable
from functools import reduce
from types import ModuleType
from typing import Any

from guarding.memory import resident_bytes
from guarding.slow_places import PLACES
from guarding.steady_clock import steady_ns

_OURS = ("indexer", "searcher")


def install(name: str) -> None:
    """Have the place of this name be slow from now on."""
    place = PLACES[name]
    loader: Any = importlib.machinery.SourceFileLoader
    run = loader.exec_module
    if place.how == "is imported in twice the time":
        loader.exec_module = _twice_but_for_nested(run)
    elif place.where:
        target, _, attribute = place.where.partition(":")

        def run_and_replace(self: object, module: ModuleType) -> None:
            run(self, module)
            if module.__name__ == target:
                *path, last = attribute.split(".")
                holder = reduce(getattr, path, module)
                setattr(holder, last, _HOW[place.how](getattr(holder, last)))

        loader.exec_module = run_and_replace


def _as_long_again(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which keeps its caller waiting as long again before it returns."""

    def slowed(*arguments: Any, **named: Any) -> Any:
        started = steady_ns()
        try:
            return function(*arguments, **named)
        finally:
            _spin(steady_ns() - started)

    return slowed


def _twice_but_for_nested(run: Callable[..., None]) -> Callable[..., None]:
    """Running a module, which takes twice the time that is its own if it is one of lunshu's."""
    nested = [0]

    def slowed(self: object, module: ModuleType) -> None:
        started = steady_ns()
        nested.append(0)
        run(self, module)
        inner = nested.pop()
        if module.__name__.partition(".")[0] in _OURS:
            _spin(steady_ns() - started - inner)
        nested[-1] += steady_ns() - started

    return slowed


def _spin(nanoseconds: int) -> None:
    until = steady_ns() + nanoseconds
    while steady_ns() < until:
        pass


def _as_long_again_with_a_filter(answer: Callable[..., Any]) -> Callable[..., Any]:
    """`answer`, which is slow only for a query that holds one."""
    slow = _as_long_again(answer)

    def slowed(store: object, query: object, page: object, *, asked: Any) -> Any:
        filtered = "date:" in asked.query or "chapter:" in asked.query
        return (slow if filtered else answer)(store, query, page, asked=asked)

    return slowed


def _holding_as_much_again(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, which holds as much memory as the process has come to take since now."""
    before = resident_bytes()
    ballast = bytearray()

    def slowed(*arguments: Any, **named: Any) -> Any:
        missing = resident_bytes() - before - 2 * len(ballast)
        ballast.extend(b"x" * max(missing, 0))
        return function(*arguments, **named)

    return slowed


def _written_twice(stream: Callable[..., None]) -> Callable[..., None]:
    """`BlockWriter.stream`, which writes each block again under another name."""

    def slowed(self: object, name: str, dtype: object, parts: Iterable[Any]) -> None:
        kept = list(parts)
        stream(self, name, dtype, kept)
        stream(self, f"{name} again", dtype, kept)

    return slowed


_HOW: dict[str, Callable[[Any], Any]] = {
    "takes as long again": _as_long_again,
    "takes as long again with a filter": _as_long_again_with_a_filter,
    "holds as much memory again": _holding_as_much_again,
    "writes all it writes twice": _written_twice,
}
