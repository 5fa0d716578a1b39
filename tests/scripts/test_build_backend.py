"""A wheel holds what the checkout holds, and nothing that an earlier build has left behind."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.command_line import CHECKOUT

pytest.importorskip("setuptools", minversion="70.1")  # which needs no other package for a wheel

BUILD = "import sys; sys.path.insert(0, 'scripts'); import build_backend; print({})"


PAGES = [path.name for path in sorted(CHECKOUT.glob("*.md"))]


def build(what: str, folder: Path) -> Path:
    """What the backend builds into `dist` in a folder, called as pip calls it there."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", BUILD.format(f"build_backend.{what}('dist')")],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    return folder / "dist" / done.stdout.splitlines()[-1]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of what is built."""
    folder = tmp_path / "lunshu"
    for name in ("indexer", "lunshu", "searcher", "scripts", "docs"):
        shutil.copytree(
            CHECKOUT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    for name in ("pyproject.toml", "LICENSE", "MANIFEST.in", *PAGES):
        shutil.copy(CHECKOUT / name, folder)
    (folder / "dist").mkdir()
    return folder


def test_a_stale_module_does_not_get_into_a_wheel(copy: Path) -> None:
    for name in ("indexer/old_thing.py", "old_package/__init__.py"):
        stale = copy / "build" / "lib" / name
        stale.parent.mkdir(parents=True, exist_ok=True)
        stale.touch()
    with ZipFile(build("build_wheel", copy)) as wheel:
        names = {name for name in wheel.namelist() if ".dist-info/" not in name}
    packed = {
        path.relative_to(copy).as_posix()
        for package in ("indexer", "lunshu", "searcher")
        for path in (copy / package).rglob("*")
        if path.is_file()
    }
    assert names == packed


def test_a_wheel_can_be_built_of_the_source_archive(copy: Path, tmp_path: Path) -> None:
    with tarfile.open(build("build_sdist", copy)) as archive:
        archive.extractall(tmp_path / "unpacked")
    (unpacked,) = (tmp_path / "unpacked").iterdir()
    (unpacked / "dist").mkdir()
    with (
        ZipFile(build("build_wheel", copy)) as ours,
        ZipFile(build("build_wheel", unpacked)) as theirs,
    ):
        assert theirs.namelist() == ours.namelist()


def test_the_source_archive_contains_every_page(copy: Path) -> None:
    manual = [path.relative_to(copy).as_posix() for path in (copy / "docs").rglob("*.md")]
    assert len(manual) > 20
    with tarfile.open(build("build_sdist", copy)) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    assert {*PAGES, *manual} <= packed
