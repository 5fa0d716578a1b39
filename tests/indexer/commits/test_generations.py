"""Which generation answers while a commit is replacing it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from indexer.commits.faults import corrupt_index
from indexer.commits.generations import newest_generation, retried
from indexer.errors import IndexCorruptError


def make_generation(index: Path, number: int) -> None:
    (index / f"_MAIN_{number}.toc").touch()


def test_the_newest_table_of_contents_decides_the_generation(tmp_path: Path) -> None:
    assert newest_generation(tmp_path / "missing") is None
    assert newest_generation(tmp_path) is None
    for name in ("_MAIN_2.toc", "_MAIN_10.toc", "_MAIN_011.toc", "_MAIN_12.toc.new", "_MAIN_x.toc"):
        (tmp_path / name).touch()
    assert newest_generation(tmp_path) == 10


def test_a_listing_that_a_commit_overtook_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_generation(tmp_path, 2)
    listings = iter([["manifest-1.json"], ["manifest-2.json"], os.listdir(tmp_path)])
    monkeypatch.setattr(os, "listdir", lambda _: next(listings))
    assert newest_generation(tmp_path) == 2


def test_a_manifest_that_was_never_made_visible_is_no_index(tmp_path: Path) -> None:
    (tmp_path / "manifest-1.json").touch()
    assert newest_generation(tmp_path) is None


def test_reading_is_tried_again_as_long_as_commits_come_in_between(tmp_path: Path) -> None:
    tries: list[int] = []

    def read() -> str:
        tries.append(len(tries))
        if len(tries) < 5:
            make_generation(tmp_path, len(tries))
            raise corrupt_index(tmp_path, "a file is missing")
        return "read"

    assert retried(read) == "read"
    assert len(tries) == 5


def test_damage_of_the_newest_generation_is_an_error_without_waiting(tmp_path: Path) -> None:
    make_generation(tmp_path, 7)
    tries: list[int] = []

    def read() -> str:
        tries.append(1)
        raise corrupt_index(tmp_path, "a file is missing")

    with pytest.raises(IndexCorruptError, match="a file is missing; rebuild it with: lunshu index"):
        retried(read)
    assert len(tries) == 2
