"""What a user of the library gets in hand: the types that public signatures and attributes name.

They are read from the source, where each annotation stands, because what is imported for type
checkers alone is not there when a program runs.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from tests.support.command_line import CHECKOUT

_PACKAGES = ("indexer", "searcher")
_SPECIAL = ("__init__", "__iter__", "__enter__", "__getitem__")


class Name(NamedTuple):
    """A name and the module that defines it."""

    home: str
    name: str


def public_names(package: str) -> dict[str, Name]:
    """What `package` exports to type checkers, each name with where it is defined."""
    return {name: defined(bound) for name, bound in _bindings(package).items()}


def reached(start: Name) -> set[Name]:
    """The types of ours that a public name leads to: of attributes, arguments, results, errors
    left out. Bases are followed, and are no types that anybody is given; nor is what a searcher
    asks an engine."""
    found: set[Name] = set()
    waiting = [start]
    while waiting:
        for name in _types_in(waiting.pop()):
            if name not in found and name.home != "searcher.engine.protocol":
                found.add(name)
                waiting.append(name)
    return found


def types_of_the_tree() -> Iterator[Name]:
    """Every class of ours and every name of a type, wherever it is defined; what begins with `_`
    belongs to its module, and type variables stand for others."""
    for package in _PACKAGES:
        for path in sorted((CHECKOUT / package).rglob("*.py")):
            parts = path.relative_to(CHECKOUT).with_suffix("").parts
            module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
            for name, node in _definitions(module).items():
                if _is_type(name, node):
                    yield Name(module, name)


def _is_type(name: str, node: ast.AST) -> bool:
    """Whether a definition is that of a class or of a name of a type: `Match`, not `MATCH`."""
    if name.startswith("_") or isinstance(node, ast.FunctionDef):
        return False
    if isinstance(node, ast.ClassDef):
        return True
    return name[0].isupper() and not name.isupper() and not isinstance(node, ast.Call)


def _types_in(name: Name) -> Iterator[Name]:
    for home, annotation in _annotations(name):
        for node in ast.walk(annotation):
            bound = _bindings(home).get(node.id) if isinstance(node, ast.Name) else None
            if bound is not None and not _is_type_variable(defined(bound)):
                yield defined(bound)


def _annotations(name: Name) -> Iterator[tuple[str, ast.expr]]:
    """The annotations that tell what a name is made of, and the module in which each stands."""
    node = _definitions(name.home)[name.name]
    if isinstance(node, ast.ClassDef):
        yield from ((name.home, _parsed(one)) for one in _of_class(node))
        for written in node.bases:
            base = written
            if isinstance(written, ast.Subscript):  # what a sequence is of
                yield name.home, written.slice
                base = written.value
            bound = _bindings(name.home).get(base.id) if isinstance(base, ast.Name) else None
            if bound is None:
                yield name.home, base  # such as Sequence[Hit]
            else:
                yield from _annotations(defined(bound))
    elif isinstance(node, ast.FunctionDef):
        yield from ((name.home, _parsed(one)) for one in _of_function(node))
    else:
        yield name.home, _parsed(node)


def _of_class(node: ast.ClassDef) -> Iterator[ast.expr]:
    for one in _flat(node.body):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            if not one.target.id.startswith("_"):
                yield one.annotation
        elif isinstance(one, ast.FunctionDef) and (
            not one.name.startswith("_") or one.name in _SPECIAL
        ):
            yield from _of_function(one)


def _of_function(node: ast.FunctionDef) -> Iterator[ast.expr]:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    for argument in (*arguments, node.args.vararg, node.args.kwarg):
        if argument is not None and argument.annotation is not None and argument.arg != "self":
            yield argument.annotation
    if node.returns is not None:
        yield node.returns


def _parsed(annotation: ast.expr) -> ast.expr:
    if isinstance(annotation, ast.Constant) and isinstance(annotation.value, str):
        return ast.parse(annotation.value, mode="eval").body
    return annotation


def defined(name: Name) -> Name:
    """Where a name that is imported here and there is defined."""
    while name.name not in _definitions(name.home):
        name = _bindings(name.home)[name.name]
    return name


def _is_type_variable(name: Name) -> bool:
    node = _definitions(name.home)[name.name]
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("TypeVar", "ParamSpec")
    )


@cache
def _bindings(module: str) -> dict[str, Name]:
    """The names of ours that a module knows, and where it has them from."""
    found = {name: Name(module, name) for name in _definitions(module)}
    for node in ast.walk(_tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module:
            if node.module.partition(".")[0] not in _PACKAGES:
                continue
            for alias in node.names:
                found.setdefault(alias.asname or alias.name, Name(node.module, alias.name))
    return found


@cache
def _definitions(module: str) -> dict[str, ast.ClassDef | ast.FunctionDef | ast.expr]:
    """The classes, functions and values that a module defines."""
    found: dict[str, ast.ClassDef | ast.FunctionDef | ast.expr] = {}
    for node in _flat(_tree(module).body):
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            found[node.name] = node
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            found[node.targets[0].id] = node.value
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            found[node.target.id] = node.value
    return found


def _flat(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements, and those under `if TYPE_CHECKING`."""
    for node in body:
        if isinstance(node, ast.If):
            yield from _flat(node.body)
        else:
            yield node


@cache
def _tree(module: str) -> ast.Module:
    path = CHECKOUT.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    return ast.parse(path.read_text("utf-8"))
