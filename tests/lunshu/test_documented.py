"""`help` documents every attribute of whatever a user gets in hand, inherited ones included."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import pydoc
import re
from textwrap import dedent

import pytest

import lunshu

CLASSES = [
    value for value in (getattr(lunshu, name) for name in dir(lunshu)) if isinstance(value, type)
]


def attributes(kind: type) -> list[str]:
    """The attributes of a value or of an error, in their order."""
    if dataclasses.is_dataclass(kind):
        return [field.name for field in dataclasses.fields(kind)]
    if issubclass(kind, tuple):
        return list(getattr(kind, "_fields", ()))
    if issubclass(kind, Exception):
        return [name for base in reversed(kind.__mro__) for name in set_by(base)]
    return []


def set_by(kind: type) -> list[str]:
    """The public attributes that the `__init__` of an error sets."""
    if not issubclass(kind, lunshu.LunshuError) or "__init__" not in vars(kind):
        return []
    tree = ast.parse(dedent(inspect.getsource(kind)))
    stored = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [node.attr for node in stored if isinstance(node.ctx, ast.Store)]


def documented(kind: type) -> list[str]:
    """The attributes that the docstring of a class describes, each with words of its own."""
    _, _, attributes = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    return re.findall(r"^ {4}(\w+): \S", attributes.partition("\n\n")[0], re.M)


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_attribute_is_documented_once_where_help_shows_it(kind: type) -> None:
    assert sorted(documented(kind)) == sorted(attributes(kind))
    shown = pydoc.plain(pydoc.render_doc(kind))
    assert [name for name in attributes(kind) if f" |      {name}: " not in shown] == []


@pytest.mark.parametrize("kind", CLASSES, ids=lambda kind: kind.__name__)
def test_every_method_and_property_is_documented(kind: type) -> None:
    own = {name: value for name, value in vars(kind).items() if not name.startswith("_")}
    members = {
        name: value
        for name, value in own.items()
        if inspect.isfunction(value) or isinstance(value, property)
    }
    assert [name for name, value in members.items() if not value.__doc__] == []


def test_a_hit_documents_all_that_it_has() -> None:
    assert len(documented(lunshu.Hit)) == len(dataclasses.fields(lunshu.Hit)) > 20
    assert (lunshu.Hit.__doc__ or "").count("Attributes:") == 1
