"""ARCHITECTURE.md names every room, in the order of the data that the import contracts hold."""

from __future__ import annotations

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


def rooms_told(package: str) -> list[str]:
    """The rooms of a package as its table lists them."""
    section = TEXT.partition(SECTIONS[package])[2].partition("\n## ")[0]
    rows = re.findall(r"^\| (`[^|]*`) \|", section, re.M)
    return [name for row in rows for name in re.findall(r"`(\w+)/?`", row)]


def rooms_there(package: str) -> set[str]:
    """The folders and modules right below a package."""
    folder = CHECKOUT / package
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    return packages | {path.stem for path in folder.glob("*.py")} - {"__init__"}


def layers(package: str) -> list[set[str]]:
    """The layers of a package, the lowest first, as the contract has them."""
    settings: dict[str, Any] = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (rooms,) = (one for one in contracts if one.get("containers") == [package])
    assert rooms["exhaustive"]
    return [set(re.findall(r"\w+", layer)) for layer in reversed(rooms["layers"])]


@pytest.mark.parametrize("package", SECTIONS)
def test_every_room_has_one_row(package: str) -> None:
    told = rooms_told(package)
    assert sorted(told) == sorted(rooms_there(package))


@pytest.mark.parametrize("package", SECTIONS)
def test_rooms_are_told_in_the_order_of_the_data(package: str) -> None:
    place = {room: at for at, layer in enumerate(layers(package)) for room in layer}
    told = [place[room] for room in rooms_told(package)]
    assert told == sorted(told)


def test_a_module_that_is_named_is_there() -> None:
    named = set(re.findall(r"`((?:indexer|searcher|tests|benchmarks)/[\w/]+)`", TEXT))
    assert len(named) > 10
    assert [name for name in sorted(named) if not _is_there(name)] == []


def _is_there(name: str) -> bool:
    path: Path = CHECKOUT / name
    return path.exists() or path.with_suffix(".py").exists()
