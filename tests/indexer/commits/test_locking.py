"""One writer at a time, and nobody waits for the dead."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from indexer import IndexLockedError, IndexStoreError, update_index
from indexer.commits.locking import NAME, exclusive
from tests.support.holding import held_by_another


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def test_the_holder_is_named(index: Path) -> None:
    with (
        held_by_another(index) as process,
        pytest.raises(IndexLockedError) as caught,
        exclusive(index, 0.1),
    ):
        pass
    message = str(caught.value)
    assert f"process {process.pid} on " in message
    assert "; try again when it is done, or wait longer: --wait SECONDS" in message
    assert "\n" not in message


def test_a_writer_waits_for_another_and_reports_how_long(index: Path) -> None:
    reported: list[float] = []
    with held_by_another(index) as process:

        def give_back(waited: float) -> None:
            reported.append(waited)
            assert process.stdin is not None
            process.stdin.close()

        with exclusive(index, 20, give_back):
            assert reported


def test_the_lock_of_a_dead_process_is_free(index: Path) -> None:
    with held_by_another(index) as process:
        process.kill()
        process.wait()
        with exclusive(index, 0):
            pass


@pytest.mark.parametrize("text", [b"", b"nonsense", b"[]", b'{"pid": "x"}', b"\xff" * 5000])
def test_a_lock_file_that_says_nothing_still_locks(text: bytes, index: Path) -> None:
    with held_by_another(index):
        (index / NAME).write_bytes(text)
        with (
            pytest.raises(IndexLockedError, match="another process is still writing"),
            exclusive(index, 0),
        ):
            pass


def test_the_lock_is_no_way_out_of_the_folder(index: Path) -> None:
    outside = index.parent / "outside.txt"
    outside.write_text("precious")
    index.mkdir()
    (index / NAME).symlink_to(outside)
    with pytest.raises(IndexStoreError), exclusive(index, 0):
        pass
    assert outside.read_text() == "precious"
    (index / NAME).unlink()
    os.mkfifo(index / NAME)
    with pytest.raises(IndexStoreError, match="cannot be locked; remove it"), exclusive(index, 0):
        pass


def test_a_lock_that_is_another_file_too_is_refused(index: Path) -> None:
    outside = index.parent / "outside.txt"
    outside.write_text("precious")
    index.mkdir()
    (index / NAME).hardlink_to(outside)
    with pytest.raises(IndexStoreError, match=f"{NAME}: it has a second name"), exclusive(index, 0):
        pass
    assert outside.read_text() == "precious"


def test_who_waited_for_a_folder_that_was_removed_locks_the_new_one(index: Path) -> None:
    with held_by_another(index) as process:

        def remove_and_give_back(_waited: float) -> None:
            if index.exists():
                shutil.rmtree(index)
            assert process.stdin is not None
            process.stdin.close()

        with exclusive(index, 20, remove_and_give_back):
            assert (index / NAME).exists()
            with pytest.raises(IndexLockedError), exclusive(index, 0):
                pass


def test_an_index_that_is_current_needs_no_lock(index: Path) -> None:
    seeds = index.parent / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("核心技术。", "utf-8")
    update_index(seeds, index)
    with held_by_another(index):
        os.utime(seeds / "a.txt", (1, 1))
        assert update_index(seeds, index, wait_s=0).state == "current"
        (seeds / "a.txt").write_text("实现自主创新。", "utf-8")
        with pytest.raises(IndexLockedError):
            update_index(seeds, index, wait_s=0)


def test_whoosh_itself_cannot_write_meanwhile(index: Path) -> None:
    from whoosh.index import open_dir  # noqa: PLC0415
    from whoosh.writing import LockError  # noqa: PLC0415

    seeds = index.parent / "seeds"
    seeds.mkdir()
    (seeds / "a.txt").write_text("核心技术。", "utf-8")
    update_index(seeds, index)
    with held_by_another(index), pytest.raises(LockError):
        open_dir(str(index)).writer()
