"""Updating an index that a stranger has written: what is kept of it can do no harm."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from indexer import LunshuError, build_index, update_index
from indexer.commits.damage import Damage
from indexer.commits.manifest import read_manifest
from indexer.errors import IndexCorruptError
from searcher import open_index
from tests.support.corpus import write_corpus
from tests.support.hostile_files import DOCUMENTS, POSTINGS
from tests.support.small_index import rewrite_blocks

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_cutter")]

CASES = [(".docs", case) for case in DOCUMENTS] + [(".post", case) for case in POSTINGS]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with source files and their index. Do not change it."""
    folder = tmp_path_factory.mktemp("foreign")
    write_corpus(folder / "seeds")
    for number, name in enumerate(("a", "b", "c")):
        path = folder / "seeds" / f"{name}.txt"
        path.write_text(f"第{number}段，没有网络安全就没有国家安全。" * 9, "utf-8")
        os.utime(path, (1_000_000_000, 1_000_000_000))
        update_index(folder / "seeds", folder / "index")
    return folder


@pytest.mark.parametrize(("ending", "case"), CASES)
def test_an_update_of_a_hostile_index_ends_well(
    ending: str, case: str, made: Path, folder: Path
) -> None:
    """It is updated, found damaged and rebuilt, or refused; a full build mends it."""
    seeds, index = folder / "seeds", folder / "index"
    shutil.copytree(made / "seeds", seeds)
    shutil.copytree(made / "index", index)
    change = (DOCUMENTS if ending == ".docs" else POSTINGS)[case]
    try:
        rewrite_blocks(index, ending, change)
    except KeyError:
        pytest.skip("the index has no such block")
    (seeds / "b.txt").write_text("实现自主创新。", "utf-8")
    with suppress(LunshuError):
        update_index(seeds, index)
    build_index(seeds, index)
    with open_index(index) as searcher:
        assert searcher.search('"自主创新"').total == 1
        assert searcher.search('"没有网络安全"').total == 3


def test_an_error_is_not_blamed_on_files_that_a_later_commit_has_removed(
    made: Path, folder: Path
) -> None:
    seeds, index = folder / "seeds", folder / "index"
    shutil.copytree(made / "seeds", seeds)
    shutil.copytree(made / "index", index)
    manifest = read_manifest(index)
    (seeds / "b.txt").write_text("实现自主创新。", "utf-8")
    build_index(seeds, index)
    with pytest.raises(ZeroDivisionError), Damage(index, manifest):
        raise ZeroDivisionError


def test_an_error_over_a_sound_index_is_our_own(made: Path) -> None:
    with pytest.raises(ZeroDivisionError), Damage(made / "index", read_manifest(made / "index")):
        raise ZeroDivisionError


def test_an_error_over_a_damaged_index_is_traced_to_the_damage(made: Path, folder: Path) -> None:
    shutil.copytree(made / "index", folder / "index")
    name = rewrite_blocks(folder / "index", ".docs", DOCUMENTS["days that there are not"])
    damage = Damage(folder / "index", read_manifest(folder / "index"))
    with pytest.raises(IndexCorruptError, match=name), damage:
        raise ZeroDivisionError
