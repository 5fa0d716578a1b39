"""Which index a command opens, and which it builds; what it says where there is none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from searcher.cli.opening import find_indexes
from tests.support.command_line import Lunshu, Run
from tests.support.corpus import write_corpus
from tests.support.small_index import write_index

COMMANDS = [
    ("search", "核心"),
    ("explain", "核心"),
    ("trace", "--text", "核心技术受制于人是最大的隐患"),
    ("show", "甲#1"),
    ("cite", "甲#1"),
    ("similar", "甲#1"),
    ("dupes",),
    ("first", "核心"),
    ("list", "documents"),
    ("list", "speeches"),
    ("status",),
]


def missing(index: str, *others: str) -> str:
    """What is said where there is no index."""
    near = f"one that is nearby with --index DIR: {', '.join(others)}"
    return (
        f"lunshu: {index}: there is no index here; build one with: lunshu index FOLDER "
        f"--index {index}, or name {near if others else 'another folder with --index DIR'}\n"
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_an_index_that_was_named_is_never_built_unasked(
    command: tuple[str, ...], lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_corpus(desk / "seeds")
    (desk / "article.txt").write_text("核心技术", "utf-8")
    before = sorted(os.listdir(desk))
    assert lunshu(*command, "--index", "indx") == Run(2, "", missing("indx"))
    assert lunshu(*command, "--index", "index") == Run(2, "", missing("index"))
    monkeypatch.setenv("LUNSHU_INDEX", "index")
    assert lunshu(*command) == Run(2, "", missing("index"))
    assert sorted(os.listdir(desk)) == before


def test_indexes_nearby_are_named(lunshu: Lunshu, desk: Path) -> None:
    write_index(desk / "index", seed=1)
    write_index(desk / "far" / "old index", seed=1)
    write_index(desk / "far" / "away" / "hidden", seed=1)
    (desk / "far" / "empty").mkdir()
    run = lunshu("search", "国家", "--index", "indx")
    assert run == Run(2, "", missing("indx", "index"))
    run = lunshu("search", "国家", "--index", "far/indx")
    assert run == Run(2, "", missing("far/indx", "'far/old index'", "index"))
    run = lunshu("status", "--index", "index/indx")
    assert run == Run(2, "", missing("index/indx", "index"))
    run = lunshu("search", "国家", "--index", str(desk / "indx"))
    assert run == Run(2, "", missing(f"{desk}/indx", f"{desk}/index"))
    run = lunshu("search", "国家", "--index", "far/away/")
    assert run == Run(2, "", missing("far/away", "far/away/hidden", "'far/old index'", "index"))


def test_an_index_within_the_folder_that_was_named_is_named(
    lunshu: Lunshu, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_index(desk / "index", seed=1)
    (desk / "inner").mkdir()
    monkeypatch.chdir(desk / "inner")
    assert lunshu("search", "国家", "--index", "../") == Run(2, "", missing("..", "../index"))


@pytest.mark.usefixtures("in_chinese")
def test_indexes_nearby_are_named_in_chinese(lunshu: Lunshu, desk: Path) -> None:
    write_index(desk / "index", seed=1)
    write_index(desk / "other", seed=1)
    assert lunshu("search", "国家", "--index", "indx").err == (
        "lunshu: indx：这里没有索引；请建立索引：lunshu index 文件夹 --index indx；"
        "或用 --index 指明附近已有的索引：index、other\n"
    )


def test_only_a_few_indexes_are_named_and_little_is_looked_at(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(9):
        (desk / f"{number}").mkdir()
        (desk / f"{number}" / "manifest-1.json").touch()
    assert find_indexes(Path("indx")) == ["0", "1", "2", "3", "4"]
    looked: list[object] = []
    real = os.scandir
    monkeypatch.setattr("searcher.cli.opening._MOST_FOLDERS", 3)

    def scan(folder: str) -> object:
        looked.append(folder)
        return real(folder)

    monkeypatch.setattr(os, "scandir", scan)
    assert len(find_indexes(Path("indx"))) == 3
    assert len(looked) == 1 + 3


def test_what_cannot_be_looked_at_is_no_index(desk: Path) -> None:
    (desk / "loop").symlink_to("loop")
    (desk / "pipe").mkdir()
    os.mkfifo(desk / "pipe" / "manifest-x.json")
    (desk / ".hidden").mkdir()
    (desk / ".hidden" / "manifest-1.json").touch()
    assert find_indexes(Path("nowhere/at/all")) == []
    assert find_indexes(desk / "loop" / "index") == []


def test_a_name_that_steers_a_terminal_is_shown_harmlessly(lunshu: Lunshu, desk: Path) -> None:
    write_index(desk / "a\x1b[2J\nb", seed=1)
    run = lunshu("search", "国家", "--index", "indx")
    assert "\x1b" not in run.err
    assert run.err.count("\n") == 1
    assert "'a␛[2J␊b'" in run.err
