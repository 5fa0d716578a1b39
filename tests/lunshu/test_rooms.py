"""The docstring of a room lists its modules, so that a newcomer sees what it is made of."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.command_line import CHECKOUT

OF_A_KIND = {
    "indexer/wording/chinese",  # a topic each, and the same topics in English
    "indexer/wording/english",
    "searcher/citing/styles",  # a table lists them
    "searcher/cli/commands",
}
"""Rooms whose modules are one more of a kind each, named after it."""

ROOMS = sorted(
    room.relative_to(CHECKOUT).as_posix()
    for package in ("indexer", "searcher")
    for room in (CHECKOUT / package).rglob("*/")
    if (room / "__init__.py").is_file()
)


def modules_of(room: Path) -> set[str]:
    """The modules and the rooms in a room, by name."""
    modules = {path.stem for path in room.glob("*.py")} - {"__init__"}
    return modules | {path.parent.name for path in room.glob("*/__init__.py")}


@pytest.mark.parametrize("name", [name for name in ROOMS if name not in OF_A_KIND])
def test_a_room_lists_its_modules(name: str) -> None:
    room = CHECKOUT / name
    source = (room / "__init__.py").read_text(encoding="utf-8")
    words = set(re.findall(r"\w+", ast.get_docstring(ast.parse(source)) or ""))
    assert modules_of(room) - words == set()


def test_every_room_of_a_kind_exists() -> None:
    assert set(ROOMS) >= OF_A_KIND


@pytest.mark.parametrize("package", ["indexer", "searcher"])
def test_architecture_has_every_room_of_a_package(package: str) -> None:
    pages = (CHECKOUT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| (`[^|]+) \|", pages, re.MULTILINE))
    rooms = {name.strip(" `/") for cell in named for name in cell.split(",")}
    assert modules_of(CHECKOUT / package) - rooms == set()
