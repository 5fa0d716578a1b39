"""The public names: everything that a user gets in hand has one, and every tool sees it."""

from __future__ import annotations

import importlib
import pydoc
import re
import rlcompleter
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import indexer
import lunshu
import searcher
from tests.support.command_line import CHECKOUT
from tests.support.public_types import Name, public_names, reached, types_of_the_tree

PACKAGES = [indexer, searcher, lunshu]
HOMES = {"indexer": indexer, "searcher": searcher}
QUERY_TREE = {Name("searcher.language.query", name) for name in ("DateRange", "Field")}
"""What filters are for an engine; nobody else is given it."""

TYPED = Path(__file__).parent / "typing"


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_every_public_name_resolves_and_every_tool_shows_it(package: ModuleType) -> None:
    names = package.__all__
    assert names == sorted(names) == dir(package)
    assert [name for name in names if getattr(package, name, None) is None] == []
    completer = rlcompleter.Completer({"package": package})
    offered = [completer.complete(f"package.{name}", 0) or "" for name in names]
    assert [one.rstrip("()") for one in offered] == [f"package.{name}" for name in names]
    with pytest.raises(AttributeError, match=f"'{package.__name__}' has no attribute 'nothing'"):
        _ = package.nothing
    starred: dict[str, object] = {}
    exec(f"from {package.__name__} import *", starred)
    assert starred.keys() - {"__builtins__"} == set(names)


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_help_shows_every_public_name(package: ModuleType) -> None:
    text = pydoc.plain(pydoc.render_doc(package))
    shown = set(re.findall(r"^ {4}(?:class )?(\w+)(?:\(| = |$)", text, re.M))
    shown.update(re.findall(r"^VERSION\n", text, re.M) and ["__version__"])
    assert sorted(set(package.__all__) - shown) == []


@pytest.mark.parametrize("package", HOMES)
def test_type_checkers_know_the_names_that_programs_find(package: str) -> None:
    homes: dict[str, str] = vars(HOMES[package])["_HOMES"]
    assert public_names(package).keys() - {"TYPE_CHECKING"} == homes.keys()
    for name, home in homes.items():
        assert public_names(package)[name] == Name(home, name)
        assert hasattr(importlib.import_module(home), name)


def test_lunshu_has_the_names_of_both_packages() -> None:
    assert not set(dir(indexer)) & set(dir(searcher))
    assert set(dir(lunshu)) == {*dir(indexer), *dir(searcher)}
    for package in HOMES.values():
        for name in dir(package):
            assert getattr(lunshu, name) is getattr(package, name)
    assert lunshu.__version__ == indexer.__version__


def test_whatever_public_names_lead_to_has_a_public_name() -> None:
    public = {name for package in HOMES for name in public_names(package).values()}
    types = [name for name in public if name.name != "__version__"]
    found = {one for name in types for one in reached(name)}
    assert Name("indexer.model.records", "Record") in found
    assert sorted(found - public - QUERY_TREE) == []


def test_no_two_types_share_a_name() -> None:
    """Neither a public type with another, nor any two that modules import from one another."""
    homes: dict[str, list[str]] = {}
    for home, name in types_of_the_tree():
        homes.setdefault(name, []).append(home)
    assert homes["Hit"] == ["searcher.answers.results"]
    shared = {name: found for name, found in homes.items() if len(found) > 1}
    thresholds = shared.pop("Thresholds")  # the same role in several rooms
    assert all(home.endswith(".thresholds") for home in thresholds)
    assert shared == {}


def test_importing_lunshu_loads_nothing_but_the_faces_of_both_packages() -> None:
    look = "import sys; before = set(sys.modules); import lunshu; print(set(sys.modules) - before)"
    done = subprocess.run(
        [sys.executable, "-S", "-c", look], capture_output=True, text=True, check=True, cwd=CHECKOUT
    )
    assert sorted(eval(done.stdout)) == ["__future__", "indexer", "lunshu", "searcher"]


@pytest.mark.slow
def test_mypy_knows_every_public_name_and_refuses_others(tmp_path: Path) -> None:
    every = "".join(
        f"import {package.__name__}\n"
        + "".join(f"from {package.__name__} import {name} as _{name}\n" for name in package.__all__)
        for package in PACKAGES
    )
    right = check_types(tmp_path / "right.py", every + (TYPED / "api.py").read_text("utf-8"))
    assert (right.returncode, right.stdout[:7]) == (0, "Success"), right.stdout
    for package in PACKAGES:
        name = package.__name__
        program = f"import {name}\nfrom {name} import nothing\n{name}.nothing\n{name}.Hit.nothing\n"
        wrong = check_types(tmp_path / "wrong.py", program)
        said = re.findall(r"wrong.py:(\d+): error: .*\[attr-defined\]", wrong.stdout)
        assert (wrong.returncode, said) == (1, ["2", "3", "4"]), wrong.stdout


def check_types(path: Path, program: str) -> subprocess.CompletedProcess[str]:
    """What mypy says of a program that uses lunshu as others do."""
    path.write_text(program, "utf-8")
    return subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", path],
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
    )


def run_module(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lunshu", *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=CHECKOUT,
        encoding="utf-8",
    )


def test_the_package_runs_as_the_command(seed_index: Path) -> None:
    found = run_module("search", "--index", str(seed_index), "核心技术", "--format", "json")
    assert (found.returncode, found.stdout[:1]) == (0, "{")
    nothing = run_module("search", "--index", str(seed_index), '"查无此话"')
    assert nothing.returncode == 1
    wrong = run_module("serach")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith("lunshu: ")
    assert "lunshu --help" in wrong.stderr
    assert "__main__" not in wrong.stderr + run_module("--help").stdout
