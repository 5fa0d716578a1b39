"""Which tests are for what has changed.

Tests stand in the rooms of what they test, so a module has the tests of its room, those that are
named after it, and those that import it. Where that finds none, all quick tests are for it.
"""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

PACKAGES: Final = ("indexer", "searcher", "lunshu")
_EVERYTHING: Final = ("pyproject.toml", "tests/conftest.py")
"""What all tests depend on."""
_FOLDERS: Final = {"benchmarks": "tests/benchmarks", "scripts": "tests/scripts"}


def changed_files(checkout: Path, since: str) -> list[str]:
    """The files that differ from where the branch left `since`, committed or not, and new ones.

    Raises:
        subprocess.CalledProcessError: git knows no commit `since`.
    """
    base = _git(checkout, "merge-base", "HEAD", since)[0]
    new = _git(checkout, "ls-files", "--others", "--exclude-standard")
    return sorted({*_git(checkout, "diff", "--name-only", "--no-renames", base), *new})


def find_tests(changed: Iterable[str], checkout: Path) -> list[str] | None:
    """The tests to run: paths, none of which means all of them; None where there is nothing to run.

    Args:
        changed: paths below the checkout, of files that may be gone.
        checkout: its root.
    """
    changed = list(changed)
    imports = {
        path.relative_to(checkout).as_posix(): set(_imports(path))
        for path in sorted((checkout / "tests").rglob("*.py"))
    }
    found: set[str] = set()
    for path in changed:
        if path in _EVERYTHING:
            return []
        top = path.partition("/")[0]
        if top in PACKAGES or top == "tests":
            tests = _tests_of_code(path, imports, checkout)
            if not tests:
                return []
            found |= tests
        elif path.endswith(".md"):
            found.add("tests/docs")
        elif top in _FOLDERS:
            found.add(_FOLDERS[top])
    return sorted(path for path in found if (checkout / path).exists()) or None


def _tests_of_code(path: str, imports: dict[str, set[str]], checkout: Path) -> set[str]:
    """The tests of a file of a package or of the tests themselves."""
    name = Path(path).name
    if name.startswith("test_"):
        return {path}
    found = _importers(_module_name(path), imports)
    ours = path.startswith("tests/")
    if not (ours and found):
        mirrored = Path(path if ours else f"tests/{path}").with_suffix("")
        found |= _room(mirrored, checkout)
    return found | {other for other in imports if Path(other).name == f"test_{Path(path).stem}.py"}


def _room(folder: Path, checkout: Path) -> set[str]:
    """The innermost folder with tests around a path, unless it is that of a whole package."""
    rooms = [room for room in (folder, *folder.parents) if len(room.parts) > 1]
    room = next((room for room in rooms if _has_tests(checkout / room)), None)
    return set() if room is None or room.name in PACKAGES else {room.as_posix()}


def _importers(module: str, imports: dict[str, set[str]]) -> set[str]:
    """The files of tests that import a module, directly or by what helps them."""
    found: set[str] = set()
    wanted = [module]
    while wanted:
        module = wanted.pop()
        for path, names in imports.items():
            if module not in names or path in found:
                continue
            if not Path(path).name.startswith("test_"):
                wanted.append(_module_name(path))
            found.add(path)
    return {path for path in found if Path(path).name.startswith("test_")}


def _imports(path: Path) -> Iterator[str]:
    """Names of modules that a file imports, and of what it takes from them."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _module_name(path: str) -> str:
    """`indexer.text.folding` of `indexer/text/folding.py`."""
    return path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _has_tests(folder: Path) -> bool:
    return next(folder.rglob("test_*.py"), None) is not None


def _git(checkout: Path, *arguments: str) -> list[str]:
    """The lines that git prints."""
    command = ["git", "-C", str(checkout), "-c", "core.quotePath=false", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
