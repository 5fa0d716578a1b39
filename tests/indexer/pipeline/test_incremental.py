"""An update reads and writes what has changed, and says why; its answers are in other files."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer import (
    BuildOptions,
    Failure,
    IndexPlan,
    Limits,
    OptionError,
    Reason,
    SeedsError,
    build_index,
    plan_update,
    planning,
    update_index,
    updating,
)
from indexer.commits.catalogues import read_catalogue
from indexer.commits.manifest import read_manifest, write_manifest
from indexer.facts import reading
from indexer.sources.walk import FoundSources, find_sources
from searcher import open_index
from tests.support.overwriting import overwrite


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, text in (("a", "核心技术是国之重器。"), ("b", "没有网络安全就没有国家安全。")):
        write_long_ago(folder / f"{name}.txt", text)
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture
def read_paths(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the source files that are read, in order."""
    paths: list[str] = []
    found = reading.read_source

    def recording(source: object, *others: object) -> object:
        paths.append(source.path)  # type: ignore[attr-defined]
        return found(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(updating, "read_source", recording)
    return paths


def write_long_ago(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    os.utime(path, (1_000_000_000, 1_000_000_000))


def ids(index: Path) -> list[str]:
    with open_index(index) as searcher:
        return [hit.id for hit in searcher.search("NOT 〇", limit=None, sort="position").hits]


def content(index: Path) -> dict[str, tuple[int, bytes]]:
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in index.iterdir()}


def test_only_what_has_changed_is_read(seeds: Path, index: Path, read_paths: list[str]) -> None:
    update_index(seeds, index)
    assert read_paths == ["a.txt", "b.txt"]
    read_paths.clear()
    write_long_ago(seeds / "b.txt", "实现自主创新。")
    write_long_ago(seeds / "c.txt", "人才是第一资源。")
    report = update_index(seeds, index)
    assert (report.added, report.changed, report.unchanged) == (1, 1, 1)
    assert read_paths == ["b.txt", "c.txt"]
    assert ids(index) == ["a#1", "b#1", "c#1"]


def test_a_file_is_read_again_when_another_takes_its_id(
    seeds: Path, index: Path, read_paths: list[str]
) -> None:
    update_index(seeds, index)
    read_paths.clear()
    write_long_ago(seeds / "a.md", "# 题\n\n实现自主创新。")
    update_index(seeds, index)
    assert sorted(read_paths) == ["a.md", "a.txt"]
    assert ids(index) == ["a.md#1", "a.txt#1", "b#1"]
    (seeds / "a.md").unlink()
    update_index(seeds, index)
    assert ids(index) == ["a#1", "b#1"]


def test_a_renamed_file_keeps_its_text_under_its_new_id(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (seeds / "sub").mkdir()
    (seeds / "a.txt").rename(seeds / "sub" / "new.txt")
    plan = plan_update(seeds, index)
    assert plan.renamed == (("a.txt", "sub/new.txt"),)
    report = update_index(seeds, index)
    assert (report.added, report.removed, report.unchanged) == (1, 1, 1)
    with open_index(index) as searcher:
        assert [hit.id for hit in searcher.search("核心技术").hits] == ["sub/new#1"]


def test_a_change_that_keeps_size_and_time_is_found(seeds: Path, index: Path) -> None:
    write_long_ago(seeds / "a.txt", "甲乙丙。")
    update_index(seeds, index)
    write_long_ago(seeds / "a.txt", "丁戊己。")
    assert update_index(seeds, index).changed == 1


def test_a_change_is_found_of_which_the_system_reports_nothing(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once while the time is recent, else by who reads everything."""
    moment = [1_000_000_000]

    def frozen(*asked: Any, **options: Any) -> FoundSources:
        found = find_sources(*asked, **options)
        files = (replace(file, mtime_ns=moment[0], ctime_ns=moment[0]) for file in found.files)
        return FoundSources(tuple(files), found.skipped)

    monkeypatch.setattr(planning, "find_sources", frozen)
    (seeds / "a.txt").write_text("甲乙丙。", "utf-8")
    update_index(seeds, index)
    (seeds / "a.txt").write_text("丁戊己。", "utf-8")
    assert update_index(seeds, index).state == "current"
    assert plan_update(seeds, index, by_content=True).changed == ("a.txt",)
    assert build_index(seeds, index).changed == 1
    moment[0] = time.time_ns()
    update_index(seeds, index)
    (seeds / "a.txt").write_text("甲乙丙。", "utf-8")
    assert update_index(seeds, index).changed == 1


def test_a_plan_names_everything_and_writes_nothing(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    before = content(index)
    write_long_ago(seeds / "b.txt", "实现自主创新。")
    (seeds / "a.txt").unlink()
    write_long_ago(seeds / "c.txt", "人才。")
    (seeds / "link.txt").symlink_to("b.txt")
    plan = plan_update(seeds, index)
    assert [skipped.path for skipped in plan.skipped] == ["link.txt"]
    assert replace(plan, skipped=()) == IndexPlan(
        state="content",
        action="update",
        reasons=(),
        added=("c.txt",),
        changed=("b.txt",),
        removed=("a.txt",),
        renamed=(),
        unchanged=(),
        skipped=(),
    )
    assert content(index) == before
    assert plan_update(seeds, index, full=True).action == "build"
    assert plan_update(seeds, index.parent / "none").state == "missing"
    assert not (index.parent / "none").exists()


@pytest.mark.parametrize(
    ("what", "before", "state"),
    [
        ("lunshu", "0.0.1", "version"),
        ("reading", 0, "version"),
        ("analyzer", "jieba 0.1", "options"),
        ("terms", "00", "options"),
        ("timezone", "UTC", "options"),
        ("follow_links", True, "options"),
        ("limits", Limits(pieces=9), "options"),
    ],
)
def test_what_else_decides_the_content_is_noticed_and_named(
    what: str, before: Any, state: str, seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    manifest = read_manifest(index)
    write_manifest(index, replace(manifest, recipe=replace(manifest.recipe, **{what: before})))
    plan = plan_update(seeds, index)
    assert (plan.state, plan.action) == (state, "build")
    (reason,) = plan.reasons
    assert reason.before != reason.now
    if what == "limits":
        assert reason == Reason("limits.pieces", "9", str(Limits().pieces))
    else:
        assert (reason.what, reason.before) == (what, str(before))
    report = update_index(seeds, index)
    assert (report.state, report.reasons) == (state, plan.reasons)
    assert update_index(seeds, index).state == "current"


def test_seeds_in_another_folder_are_remembered_and_not_read_again(
    seeds: Path, index: Path, read_paths: list[str]
) -> None:
    update_index(seeds, index)
    read_paths.clear()
    moved = seeds.rename(seeds.with_name("moved"))
    plan = plan_update(moved, index)
    assert plan.reasons == (Reason("seeds", str(seeds), str(moved)),)
    assert (plan.state, plan.action) == ("options", "update")
    assert update_index(moved, index).state == "options"
    assert read_paths == []
    assert read_manifest(index).seeds == str(moved)
    assert ids(index) == ["a#1", "b#1"]


def test_another_folder_whose_files_look_the_same_is_read(seeds: Path, index: Path) -> None:
    other = seeds.with_name("other")
    other.mkdir()
    for name, text in (
        ("a.txt", "实现技术是国之重器。"),
        ("b.txt", "没有网络安全就没有国家安全。"),
    ):
        write_long_ago(other / name, text)
    update_index(seeds, index)
    assert update_index(other, index).changed == 1
    with open_index(index) as searcher:
        assert searcher.search('"实现技术"').total == 1


def test_a_file_that_took_too_much_memory_is_read_again(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def exhausted(_lines: object) -> object:
        raise MemoryError

    update_index(seeds, index)
    write_long_ago(seeds / "a.txt", "实现自主创新。")
    monkeypatch.setattr(reading, "read_documents", exhausted)
    (failure,) = update_index(seeds, index).failed
    assert failure == Failure("a.txt", "it takes more memory than there is; divide it")
    monkeypatch.undo()
    assert update_index(seeds, index).failed == ()
    assert ids(index) == ["a#1", "b#1"]


def test_an_unreadable_file_that_changes_is_looked_at_again(seeds: Path, index: Path) -> None:
    small = Limits(file_bytes=60)
    (seeds / "c.txt").write_text("长" * 30, "utf-8")
    (failure,) = update_index(seeds, index, options=BuildOptions(limits=small)).failed
    assert "90 bytes" in failure.reason
    (seeds / "c.txt").write_text("长" * 40, "utf-8")
    (failure,) = update_index(seeds, index, options=BuildOptions(limits=small)).failed
    assert "120 bytes" in failure.reason


def test_a_full_build_repairs_what_the_system_refuses_to_open(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (index / "manifest-1.json").rename(index.parent / "elsewhere")
    (index / "manifest-1.json").symlink_to(index.parent / "elsewhere")
    assert build_index(seeds, index).state == "corrupt"
    assert ids(index) == ["a#1", "b#1"]
    assert (index.parent / "elsewhere").exists()


def test_an_index_that_was_removed_and_built_again_is_another(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    with open_index(index) as searcher:
        shutil.rmtree(index)
        write_long_ago(seeds / "a.txt", "实现自主创新。")
        update_index(seeds, index)
        assert searcher.search("自主创新", exact=True).total == 0
        assert searcher.refresh()
        assert searcher.search("自主创新", exact=True).total == 1
        assert not searcher.refresh()


def test_the_index_is_no_source_also_where_a_link_leads_to_it(seeds: Path, index: Path) -> None:
    (seeds / "up").symlink_to("..")
    first = update_index(seeds, index, options=BuildOptions(follow_links=True))
    assert update_index(seeds, index, options=BuildOptions(follow_links=True)).state == "current"
    assert first.source_files == 2
    assert ("up/index", "it is the folder of the index") in {
        (skipped.path, skipped.reason)
        for skipped in plan_update(seeds, index, options=BuildOptions(follow_links=True)).skipped
    }
    (index.parent / "by-another-name").symlink_to(seeds)
    with pytest.raises(OptionError, match="cannot lie in the seeds folder"):
        update_index(seeds, index.parent / "by-another-name" / "index")


def test_damage_that_shows_while_updating_makes_it_a_build(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (postings,) = index.glob("*.post")
    data = bytearray(postings.read_bytes())
    data[200] ^= 0xFF
    overwrite(postings, bytes(data))
    assert plan_update(seeds, index).state == "current"
    write_long_ago(seeds / "c.txt", "人才是第一资源。")
    report = update_index(seeds, index)
    assert report.state == "corrupt"
    assert [reason.what for reason in report.reasons] == ["index"]
    assert ids(index) == ["a#1", "b#1", "c#1"]
    assert update_index(seeds, index).state == "current"


def test_what_dead_writers_left_is_removed_also_where_nothing_has_changed(
    seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    before = set(content(index))
    names = (
        "MAIN_0123456789abcdef.docs",
        "MAIN_0123456789abcdef.3.del",
        "manifest-2.json.new",
        "catalogue-2.json",
        "_MAIN_2.toc.17.5",
    )
    for name in names:
        (index / name).write_bytes(b"x")
    (index / "MAIN_0000000000000000.post").symlink_to(seeds / "a.txt")
    others = {"notes.txt", "manifest.json", "MAIN_notes.txt", "manifest.json.bak"}
    for name in others:
        (index / name).write_text("not ours")
    assert update_index(seeds, index).state == "current"
    assert set(content(index)) == before | others
    assert (seeds / "a.txt").exists()


def test_a_failure_leaves_nothing(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_index(seeds, index)
    before = content(index)
    write_long_ago(seeds / "c.txt", "人才是第一资源。")

    def refuse(_old: str, _new: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "rename", refuse)
    with pytest.raises(Exception, match="No space left on device"):
        update_index(seeds, index)
    after = content(index)
    assert after.keys() == before.keys()
    assert {name: pair for name, pair in after.items() if "LOCK" not in name} == {
        name: pair for name, pair in before.items() if "LOCK" not in name
    }


def test_files_of_the_index_are_as_open_to_others_as_files_are(seeds: Path, index: Path) -> None:
    (seeds / "plain").write_text("x")
    update_index(seeds, index)
    plain = (seeds / "plain").stat().st_mode
    modes = {path.suffix: path.stat().st_mode for path in index.iterdir()}
    assert modes == {
        **dict.fromkeys((".docs", ".post"), plain & ~0o222),  # others have them mapped
        **dict.fromkeys((".toc", ".json", ""), plain),
    }


def test_ctrl_c_leaves_nothing(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    before = set(content(index))
    write_long_ago(seeds / "c.txt", "人才是第一资源。")

    def interrupt(progress: object) -> None:
        if progress.stage == "write":  # type: ignore[attr-defined]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        update_index(seeds, index, progress=interrupt)
    assert set(content(index)) == before
    assert update_index(seeds, index).state == "content"


def test_a_file_that_becomes_unreadable_keeps_the_others_and_is_reported(
    seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    (seeds / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    report = update_index(seeds, index)
    assert [failure.path for failure in report.failed] == ["a.txt"]
    assert ids(index) == ["b#1"]
    write_long_ago(seeds / "c.txt", "人才。")
    assert [failure.path for failure in update_index(seeds, index).failed] == ["a.txt"]
    write_long_ago(seeds / "a.txt", "核心技术。")
    assert update_index(seeds, index).failed == ()
    assert ids(index) == ["a#1", "b#1", "c#1"]


def test_what_is_indexed_is_what_was_hashed(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that changes between the look at it and its reading is not taken for the old one."""
    update_index(seeds, index)
    write_long_ago(seeds / "b.txt", "甲乙丙。")
    found = reading.read_source

    def changing(source: object, *others: object) -> object:
        (seeds / "b.txt").write_text("丁戊己。", "utf-8")
        return found(source, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(updating, "read_source", changing)
    update_index(seeds, index)
    monkeypatch.undo()
    with open_index(index) as searcher:
        assert searcher.search('"丁戊己"').total == 1
    entries = read_catalogue(index, read_manifest(index)).sources
    assert entries[1].sha256 == hashlib.sha256("丁戊己。".encode()).hexdigest()
    assert update_index(seeds, index).state == "current"
    (seeds / "b.txt").write_text("甲乙丙。", "utf-8")
    assert update_index(seeds, index).changed == 1


def test_nothing_readable_leaves_the_index_as_it_is(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    before = content(index)
    for name in ("a.txt", "b.txt"):
        (seeds / name).write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(SeedsError, match="no file can be read, so the index stays as it is"):
        update_index(seeds, index)
    assert {name: pair for name, pair in content(index).items() if "LOCK" not in name} == {
        name: pair for name, pair in before.items() if "LOCK" not in name
    }


def test_the_catalogue_distinguishes_the_documents_of_a_file(seeds: Path, index: Path) -> None:
    record = '{{"text": "文本。", "doc": "{}"}}\n'
    write_long_ago(seeds / "c.jsonl", record.format("甲") + record.format("乙"))
    update_index(seeds, index)
    entries = read_catalogue(index, read_manifest(index)).documents
    assert [(entry.doc, entry.group) for entry in entries] == [
        ("a", None),
        ("b", None),
        ("c/甲", "甲"),
        ("c/乙", "乙"),
    ]
