"""A file of the index that was cut, overwritten or mistaken for another is an error that names it.

Every change that can be made by accident is either reported, or touches nothing that is read, and
then the answers are right.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from indexer.commits.generations import contents_name
from indexer.commits.manifest import read_manifest
from indexer.commits.verifying import verify_index
from indexer.errors import IndexCorruptError, IndexStoreError
from indexer.segments import paged
from indexer.segments.blocks import Blocks
from searcher import open_index
from tests.support.opened import store_of
from tests.support.overwriting import overwrite
from tests.support.small_index import ask, rewrite_blocks, write_index

ROLES = ("0.docs", "0.post", "1.docs", "1.post", ".del", "manifest", "catalogue", ".toc")
"""The files of the index: those of its segments, by place and ending, and the others."""

REMEDY = r"rebuild it with: lunshu index --full (FOLDER|/home/seeds) --index "


@pytest.fixture(scope="module", autouse=True)
def small_pages() -> Iterator[None]:
    """Blocks of a small index have many pages, more than are compared at once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paged, "PAGE", 64)
        patch.setattr(paged, "_BITS", 6)
        patch.setattr(paged, "_AT_ONCE", 2)
        patch.setattr("indexer.segments.strings._SMALL", 1 << 10)
        yield


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index. Do not change it."""
    index = tmp_path_factory.mktemp("sound") / "index"
    write_index(index, seed=1)
    return index


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of other texts. Do not change it."""
    index = tmp_path_factory.mktemp("other") / "index"
    write_index(index, seed=2)
    return index


@pytest.fixture(scope="module")
def answers(sound: Path) -> list[object]:
    """What the sound index says."""
    return ask(sound)


@pytest.fixture
def index(sound: Path, tmp_path: Path) -> Path:
    """A copy of the sound index, to be damaged."""
    shutil.copytree(sound, tmp_path / "index")
    return tmp_path / "index"


def file_of(index: Path, role: str) -> Path:
    """The file of an index that has a role."""
    segments = [segment.name for segment in read_manifest(index).segments]
    if role[0] in "01":
        return index / (segments[int(role[0])] + role[1:])
    (path,) = (path for path in index.iterdir() if role in path.name)
    return path


def meant(path: Path) -> list[range]:
    """Where in a file something stands that has a meaning; blanks fill the rest."""
    data = path.read_bytes()
    if path.suffix not in {".docs", ".post", ".del"}:
        return [range(len(data))]
    blocks = Blocks(data, path.name)
    places = [blocks.paged(name) for name in blocks.names()]
    parts = [range(place.extent()[1], place.extent()[1] + place.nbytes) for place in places]
    return [range(8), *parts, range(max(part.stop for part in parts), len(data))]


def assert_told_or_right(index: Path, name: str, answers: list[object]) -> None:
    """The index says what is damaged, or gives the right answers."""
    found, fault = None, ""
    try:
        found = ask(index)
    except IndexStoreError as error:
        fault = str(error)
    assert found == answers or (found is None and name in fault and re.search(REMEDY, fault))


def assert_verified(index: Path, name: str) -> None:
    """The deep check tells that the file is damaged."""
    with pytest.raises(IndexCorruptError) as error:
        verify_index(index, read_manifest(index))
    assert name in str(error.value)
    assert re.search(REMEDY, str(error.value))


def assert_noticed(index: Path, path: Path, role: str, answers: list[object]) -> None:
    """The damage is reported or harmless, and the deep check finds it.

    The table of contents is a pickle, which we never read, so that nothing of it matters.
    """
    assert_told_or_right(index, path.name, answers)
    if role == ".toc":
        assert ask(index) == answers
        verify_index(index, read_manifest(index))
    else:
        assert_verified(index, path.name)


def test_the_index_is_sound_and_has_what_can_be_damaged(sound: Path) -> None:
    verify_index(sound, read_manifest(sound))
    manifest = read_manifest(sound)
    assert [segment.documents for segment in manifest.segments] == [24, 24]
    assert [segment.deleted is None for segment in manifest.segments] == [False, True]
    named = {file_of(sound, role) for role in ROLES}
    assert named == set(sound.iterdir())
    blocks = Blocks(file_of(sound, "0.post").read_bytes(), "example")
    assert blocks.paged("bigrams/docs").nbytes > 2 * paged.PAGE * paged._AT_ONCE


@pytest.mark.parametrize("role", ROLES)
def test_a_file_that_was_cut_short_is_noticed(
    role: str, index: Path, answers: list[object]
) -> None:
    path = file_of(index, role)
    data = path.read_bytes()
    draw = random.Random(role)
    for size in {0, 1, len(data) - 1, *draw.sample(range(len(data)), 17)}:
        overwrite(path, data[:size])
        assert_noticed(index, path, role, answers)


@pytest.mark.parametrize("role", ROLES)
def test_a_file_that_was_overwritten_with_zeros_is_noticed(
    role: str, index: Path, answers: list[object]
) -> None:
    path = file_of(index, role)
    data = path.read_bytes()
    parts = meant(path)
    draw = random.Random(role)
    ranges = [sorted(draw.sample(range(len(data) + 1), 2)) for _ in range(10)]
    for first, last in ([0, len(data)], *ranges):
        damaged = data[:first] + bytes(last - first) + data[last:]
        if any(damaged[p.start : p.stop] != data[p.start : p.stop] for p in parts):
            overwrite(path, bytes(damaged))
            assert_noticed(index, path, role, answers)


@pytest.mark.parametrize("role", ROLES)
def test_a_bit_that_was_turned_is_noticed(role: str, index: Path, answers: list[object]) -> None:
    path = file_of(index, role)
    data = path.read_bytes()
    parts = meant(path)
    draw = random.Random(role)
    for at in draw.sample(range(len(data)), min(40, len(data))):
        damaged = bytearray(data)
        damaged[at] ^= 1 << draw.randrange(8)
        overwrite(path, bytes(damaged))
        if any(at in part for part in parts):
            assert_noticed(index, path, role, answers)
        else:
            assert ask(index) == answers


@pytest.mark.parametrize("role", ROLES)
def test_a_file_of_another_index_is_noticed(
    role: str, index: Path, other: Path, answers: list[object]
) -> None:
    path = file_of(index, role)
    overwrite(path, file_of(other, role).read_bytes())
    if role == "manifest":  # which names files that are not there
        with pytest.raises(IndexCorruptError, match=r"MAIN_\w+\.docs is missing; rebuild it with"):
            ask(index)
    else:
        assert_noticed(index, path, role, answers)


@pytest.mark.parametrize("ending", [".docs", ".post"])
def test_files_of_two_segments_that_were_exchanged_are_noticed(ending: str, index: Path) -> None:
    first, second = (file_of(index, f"{at}{ending}") for at in (0, 1))
    data = first.read_bytes()
    overwrite(first, second.read_bytes())
    overwrite(second, bytes(data))
    with pytest.raises(IndexCorruptError, match=rf"MAIN_\w+\{ending}.*{REMEDY}"):
        ask(index)


@pytest.mark.parametrize("role", [role for role in ROLES if role != ".toc"])
def test_a_file_that_is_missing_is_named(role: str, index: Path) -> None:
    path = file_of(index, role)
    path.unlink()
    with pytest.raises(IndexCorruptError, match=rf"{path.name} is missing; {REMEDY}"):
        ask(index)


def test_an_index_without_its_table_of_contents_is_none(index: Path) -> None:
    (index / contents_name(2)).unlink()
    with pytest.raises(IndexStoreError, match="there is no index here"):
        ask(index)


def test_a_block_that_nobody_reads_is_found_by_the_deep_check(
    index: Path, answers: list[object]
) -> None:
    def change(arrays: dict[str, paged.Array], _facts: dict[str, object]) -> None:
        arrays["column/unused"] = np.arange(200, dtype=np.uint8)

    name = rewrite_blocks(index, ".docs", change)
    verify_index(index, read_manifest(index))
    data = bytearray((index / name).read_bytes())
    data[data.index(bytes(range(200)))] ^= 1
    overwrite(index / name, bytes(data))
    assert ask(index) == answers
    assert_verified(index, name)


def test_a_slip_of_the_caller_does_not_start_the_check_of_the_whole_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(tmp_path / "index", seed=1)
    checked: list[object] = []
    monkeypatch.setattr(
        "indexer.commits.verifying.verify_index", lambda *asked: checked.append(asked)
    )
    with open_index(tmp_path / "index") as searcher:
        for slip in (5, None, b"x"):
            with pytest.raises((TypeError, AttributeError)):
                searcher.passage(slip)  # type: ignore[arg-type]
        assert checked == []
        with pytest.raises(ValueError, match="nobody foresaw"), store_of(searcher).reading():
            raise ValueError("nobody foresaw this")
    assert len(checked) == 1
