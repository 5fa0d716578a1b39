"""ARCHITECTURE.md names every room, in the order of the data that the import contracts hold, and a
room's docstring its modules, so that a newcomer sees what each is made of."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import CHECKOUT

try:
    import tomllib
except ModuleNotFoundError:  # Python 3.10
    tomllib = pytest.importorskip("tomli")

TEXT = (CHECKOUT / "ARCHITECTURE.md").read_text("utf-8")
SECTIONS = {"indexer": "## The write side", "searcher": "## The read side"}

OF_A_KIND = {
    "indexer/wording/chinese",  # a topic each, and the same topics in English
    "indexer/wording/english",
    "searcher/citing/styles",  # a table lists them
    "searcher/cli/commands",
}
"""Rooms whose modules are one more of a kind each, named after it."""

ROOMS = sorted(
    init.parent.relative_to(CHECKOUT).as_posix()
    for package in SECTIONS
    for init in (CHECKOUT / package).rglob("*/__init__.py")
)


def rooms_listed(package: str) -> list[str]:
    """The rooms of a package as its table lists them."""
    section = TEXT.partition(SECTIONS[package])[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]*`) \|", section, re.M)
    return [name for row in rows for name in re.findall(r"`(\w+)/?`", row)]


def modules_of(room: Path) -> set[str]:
    """The modules and the rooms right below a room, by name."""
    modules = {path.stem for path in room.glob("*.py")} - {"__init__"}
    return modules | {path.parent.name for path in room.glob("*/__init__.py")}


def layers(package: str) -> list[set[str]]:
    """The layers of a package, the lowest first, as the contract has them."""
    settings: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (rooms,) = (one for one in contracts if one.get("containers") == [package])
    assert rooms["exhaustive"]
    return [set(re.findall(r"\w+", layer)) for layer in reversed(rooms["layers"])]


@pytest.mark.parametrize("package", SECTIONS)
def test_every_room_has_one_row(package: str) -> None:
    assert sorted(rooms_listed(package)) == sorted(modules_of(CHECKOUT / package))


@pytest.mark.parametrize("package", SECTIONS)
def test_rooms_are_listed_in_the_order_of_the_data(package: str) -> None:
    place = {room: at for at, layer in enumerate(layers(package)) for room in layer}
    listed = [place[room] for room in rooms_listed(package)]
    assert listed == sorted(listed)


def test_a_module_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:indexer|searcher|tests|benchmarks)/[\w/]+)`", TEXT))
    assert len(named) > 10
    assert [name for name in sorted(named) if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    path: Path = CHECKOUT / name
    return path.exists() or path.with_suffix(".py").exists()


@pytest.mark.parametrize("name", [name for name in ROOMS if name not in OF_A_KIND])
def test_a_room_lists_its_modules(name: str) -> None:
    room = CHECKOUT / name
    source = (room / "__init__.py").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", ast.get_docstring(ast.parse(source)) or ""))
    assert modules_of(room) - words == set()


def test_every_room_of_a_kind_is_there() -> None:
    assert set(ROOMS) >= OF_A_KIND
