from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from indexer import BuildOptions, Failure, Progress, SeedsError, build_index, update_index
from indexer.commits import catalogues
from indexer.commits.catalogues import read_catalogue
from indexer.commits.faults import corrupt_index
from indexer.commits.generations import manifest_name, newest_generation
from indexer.commits.manifest import Manifest, check_files, read_manifest, write_manifest
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    OptionError,
)
from indexer.sources.stock import iter_changed
from searcher import open_index
from tests.support.opened import store_of
from tests.support.overwriting import overwrite


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("核心技术是国之重器。\n\n人才是第一资源。\n", "utf-8")
    (folder / "b.txt").write_text("没有网络安全就没有国家安全。\n", "utf-8")
    return folder


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def manifest_file(index: Path) -> Path:
    generation = newest_generation(index)
    assert generation is not None
    return index / manifest_name(generation)


def changed(index: Path) -> tuple[str, ...]:
    manifest = read_manifest(index)
    return tuple(
        iter_changed(
            index,
            Path(manifest.seeds),
            manifest.recipe,
            read_catalogue(index, manifest).sources,
        )
    )


def other_version(manifest: Manifest) -> Manifest:
    return replace(manifest, recipe=replace(manifest.recipe, lunshu="0.0.1"))


def totals(index: Path, *queries: str) -> list[int]:
    with open_index(index) as searcher:
        return [searcher.search(query).total for query in queries]


def test_a_first_run_builds_and_a_second_writes_nothing(seeds: Path, index: Path) -> None:
    first = update_index(seeds, index)
    assert (first.state, first.source_files, first.added) == ("missing", 2, 2)
    assert (first.documents, first.paragraphs, first.failed) == (2, 3, ())
    before = {path.name: path.stat().st_mtime_ns for path in index.iterdir()}
    second = update_index(seeds, index)
    assert (second.state, second.added, second.unchanged) == ("current", 0, 2)
    assert {path.name: path.stat().st_mtime_ns for path in index.iterdir()} == before


def test_changed_added_and_removed_files_are_noticed(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (seeds / "a.txt").write_text("实现自主创新。", "utf-8")
    (seeds / "b.txt").unlink()
    (seeds / "c.md").write_text("# 题\n\n构建新格局。", "utf-8")
    report = update_index(seeds, index)
    assert (report.state, report.added, report.changed, report.removed) == ("content", 1, 1, 1)
    assert totals(index, "核心技术", "网络安全", "自主创新", "新格局") == [0, 0, 1, 1]


def test_a_touched_file_with_the_same_content_is_current(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    os.utime(seeds / "a.txt")
    assert update_index(seeds, index).state == "current"


def test_a_touched_file_is_remembered_as_it_is_now(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    os.utime(seeds / "a.txt", (1, 1))
    assert changed(index) == ()
    assert update_index(seeds, index).state == "current"
    manifest = read_manifest(index)
    (entry, _) = read_catalogue(index, manifest).sources
    assert (entry.path, entry.mtime_ns) == ("a.txt", 1_000_000_000)


def refuse_to_sync(_file: int) -> None:
    raise OSError(30, "Read-only file system")


def test_a_touched_file_is_no_error_where_nothing_can_be_written(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_index(seeds, index)
    os.utime(seeds / "a.txt", (1, 1))
    monkeypatch.setattr(os, "fsync", refuse_to_sync)
    assert update_index(seeds, index).state == "current"


def test_a_manifest_that_cannot_be_written_is_an_error(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", refuse_to_sync)
    with pytest.raises(IndexStoreError, match="Read-only file system; give a folder that can be"):
        update_index(seeds, index)


def test_an_index_of_another_lunshu_is_rebuilt(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    write_manifest(index, other_version(read_manifest(index)))
    assert update_index(seeds, index).state == "version"
    assert update_index(seeds, index).state == "current"


@pytest.mark.parametrize("inside", ["", "index", "a/b"])
def test_the_index_never_lies_in_the_seeds(inside: str, seeds: Path) -> None:
    before = sorted(seeds.iterdir())
    with pytest.raises(OptionError, match="cannot lie in the seeds folder"):
        update_index(seeds, seeds / inside)
    assert sorted(seeds.iterdir()) == before


def test_where_nothing_can_be_read_the_index_stays_as_it_is(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    for name in ("a.txt", "b.txt"):
        (seeds / name).write_bytes(b"\0\1\2")
    with pytest.raises(SeedsError, match=r"no file can be read, so .*; a.txt: looks like binary"):
        update_index(seeds, index)
    assert totals(index, "核心技术") == [1]


def test_a_folder_that_cannot_be_listed_stops_no_other(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def refuse_sub(path: Path) -> object:
        if Path(path).name == "sub":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    (seeds / "sub").mkdir()
    monkeypatch.setattr(os, "scandir", refuse_sub)
    report = update_index(seeds, index)
    assert report.failed == (Failure("sub/", "Permission denied; make it readable or remove it"),)
    assert report.paragraphs == 3


def test_two_processes_that_build_at_once_take_turns(seeds: Path, index: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        reports = list(pool.map(lambda _: update_index(seeds, index), range(4)))
    assert {report.paragraphs for report in reports} == {3}
    assert totals(index, "核心技术") == [1]


def test_another_timezone_is_a_reason_to_rebuild(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    assert (
        update_index(seeds, index, options=BuildOptions(timezone="Europe/Berlin")).state
        == "options"
    )
    with pytest.raises(OptionError, match="timezone 'Mars' is not known; give an offset"):
        BuildOptions(timezone="Mars")


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"follow_links": "no"}, "follow_links 'no' is of another type; give bool"),
        ({"follow_links": 1}, "follow_links 1 is of another type; give bool"),
        ({"limits": {}}, "limits {} is of another type; give Limits"),
        ({"timezone": None}, "timezone None is of another type; give str"),
    ],
)
def test_an_option_of_another_type_never_gets_into_an_index(
    values: dict[str, Any], message: str
) -> None:
    with pytest.raises(OptionError) as raised:
        BuildOptions(**values)
    assert str(raised.value) == message


def test_build_index_builds_what_is_current_anew(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    before = newest_generation(index)
    assert build_index(seeds, index).paragraphs == 3
    assert newest_generation(index) != before
    assert totals(index, "核心技术") == [1]


def test_one_bad_file_stops_no_other_and_is_reported_every_time(seeds: Path, index: Path) -> None:
    (seeds / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")
    (seeds / "empty.txt").write_bytes(b"")
    for state in ("missing", "current"):
        report = update_index(seeds, index)
        assert report.state == state
        assert [failure.path for failure in report.failed] == ["bad.txt", "empty.txt"]
        assert all("\n" not in failure.reason for failure in report.failed)
        assert (report.documents, report.paragraphs) == (2, 3)


def test_characters_that_no_text_has_are_remarks_where_all_is_indexed(
    seeds: Path, index: Path
) -> None:
    text = "核心技术是国之重器。\n\n人才是第一资源。\n\n要管好\ue000网络。\n"
    (seeds / "glyph.txt").write_text(text, "utf-8")
    (seeds / "both.txt").write_text(f"{text}\n要用好\ue001技术。\x1a\n", "utf-8")
    for state in ("missing", "current"):
        report = update_index(seeds, index)
        assert report.state == state
        assert report.failed == ()
        private = "characters of one font alone, which nobody else sees: "
        meant = "write the characters that are meant"
        assert [(doubt.path, doubt.reason) for doubt in report.understood.doubts] == [
            (
                "both.txt",
                "line 7: control characters are left out: 1; "
                f"line 5: {private}2 (also in line 7); {meant}",
            ),
            ("glyph.txt", f"line 5: {private}1; {meant}"),
        ]


def test_progress_is_reported(seeds: Path, index: Path) -> None:
    reported: list[Progress] = []
    update_index(seeds, index, progress=reported.append)
    assert reported[:2] == [Progress("read", 1, 2), Progress("read", 2, 2)]
    assert Progress("cut", 3, 3) in reported
    assert reported[-1] == Progress("write", 3, 3)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "does not exist"),
        (lambda path: path.write_text("x"), "is not a folder"),
        (lambda path: path.mkdir(), "holds no file"),
    ],
)
def test_unusable_seeds_are_an_error_that_says_what_to_do(
    make: object, message: str, tmp_path: Path
) -> None:
    path = tmp_path / "nothing"
    make(path)  # type: ignore[operator]
    with pytest.raises(SeedsError, match=message) as caught:
        update_index(path, tmp_path / "index")
    assert "; " in str(caught.value)


def test_a_folder_that_cannot_be_written_is_an_error(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(IndexStoreError, match="give a folder that can be written"):
        update_index(seeds, tmp_path / "file" / "index")


def test_no_index_is_an_error_that_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="build one with: lunshu index FOLDER"):
        open_index(tmp_path)


def test_an_index_of_another_format_is_an_error_and_is_rebuilt(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    write_manifest(index, replace(read_manifest(index), format_version=99))
    with pytest.raises(IndexVersionError, match="has format 99, this lunshu reads format 4"):
        open_index(index)
    assert update_index(seeds, index).state == "version"
    assert totals(index, "核心技术") == [1]


def test_the_index_of_another_program_is_not_written_over_by_accident(
    seeds: Path, index: Path
) -> None:
    index.mkdir()
    for name in ("manifest.json", "_MAIN_1.toc", "MAIN_abc.seg", "MAIN_notes.txt"):
        (index / name).write_bytes(b"{}")
    with pytest.raises(IndexStoreError, match="another program's; give another folder: --index"):
        update_index(seeds, index)
    assert build_index(seeds, index).state == "corrupt"
    assert totals(index, "核心技术") == [1]
    assert {"manifest.json", "MAIN_abc.seg", "MAIN_notes.txt"} <= {
        path.name for path in index.iterdir()
    }


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"format_version": 1}', b"\xff"])
def test_a_damaged_manifest_is_an_error_and_the_index_is_rebuilt(
    damage: bytes, seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    manifest_file(index).write_bytes(damage)
    with pytest.raises(IndexCorruptError, match=r"manifest-1.json cannot be read; rebuild it with"):
        open_index(index)
    assert update_index(seeds, index).state == "corrupt"
    assert totals(index, "核心技术") == [1]


@pytest.mark.parametrize("pattern", ["*.docs", "*.post"])
def test_damaged_files_are_an_error_and_a_build_repairs_them(
    pattern: str, seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    for path in index.glob(pattern):
        overwrite(path, b"damage")
    with pytest.raises(IndexCorruptError, match=r"has 6 bytes instead of \d+; rebuild it with"):
        open_index(index)
    assert update_index(seeds, index).state == "corrupt"
    assert totals(index, "核心技术") == [1]


@pytest.mark.parametrize("pattern", ["manifest-*", "catalogue-*", "*.docs", "*.post"])
def test_missing_files_are_an_error_and_an_update_repairs_them(
    pattern: str, seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    for path in index.glob(pattern):
        path.unlink()
    with (
        pytest.raises(IndexCorruptError, match="is missing; rebuild it with"),
        open_index(index) as searcher,
    ):
        searcher.documents()
    assert update_index(seeds, index).state == "corrupt"
    assert totals(index, "核心技术") == [1]


@pytest.mark.parametrize("pattern", ["*.docs", "*.post"])
def test_files_filled_with_zeros_are_an_error(pattern: str, seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    for path in index.glob(pattern):
        overwrite(path, bytes(path.stat().st_size))
    with pytest.raises(IndexCorruptError, match="cannot be read; rebuild it with"):
        open_index(index)


@pytest.mark.parametrize("pattern", ["*.docs", "*.post"])
def test_a_file_of_another_index_is_an_error(
    pattern: str, seeds: Path, index: Path, tmp_path: Path
) -> None:
    update_index(seeds, index)
    (seeds / "a.txt").write_text("核心技术是国之重宝。\n\n人才是第一资源。\n", "utf-8")
    update_index(seeds, tmp_path / "other")
    (path,), (foreign,) = index.glob(pattern), (tmp_path / "other").glob(pattern)
    overwrite(path, foreign.read_bytes())
    with pytest.raises(IndexCorruptError, match=r"(belongs to another index|bytes instead of)"):
        open_index(index)


@pytest.mark.parametrize("pattern", ["*.docs", "*.post"])
def test_content_that_cannot_be_read_is_an_error(pattern: str, seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (segment,) = index.glob(pattern)
    data = bytearray(segment.read_bytes())
    end = data.index(b'{"blocks"')
    data[64:end] = bytes(byte ^ 0xFF for byte in data[64:end])
    overwrite(segment, bytes(data))
    with pytest.raises(
        IndexCorruptError, match=rf"MAIN_\w+\{pattern[1:]} cannot be read; .*--full"
    ):
        totals(index, "核心技术")


def test_a_manifest_of_another_commit_does_not_fit(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    old = read_manifest(index)
    (seeds / "a.txt").write_text("实现自主创新。", "utf-8")
    update_index(seeds, index)
    write_manifest(index, replace(old, generation=read_manifest(index).generation))
    with pytest.raises(IndexCorruptError, match="is missing"):
        open_index(index)


def test_a_change_of_the_words_kept_whole_is_a_reason_to_rebuild(seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (seeds.parent / "terms.txt").write_text("# 固定提法\n国之重器\n", "utf-8")
    assert update_index(seeds, index).state == "options"
    assert update_index(seeds, index).state == "current"
    with open_index(index) as searcher:
        assert store_of(searcher).document_frequency("text", "国之重器") == 1
    (seeds.parent / "terms.txt").unlink()
    assert update_index(seeds, index).state == "options"


def test_a_list_of_words_that_cannot_be_read_is_an_error(seeds: Path, index: Path) -> None:
    (seeds.parent / "terms.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    with pytest.raises(OptionError, match=r"terms.txt: .*;"):
        update_index(seeds, index)


def test_a_catalogue_of_another_index_is_an_error(seeds: Path, index: Path, tmp_path: Path) -> None:
    update_index(seeds, index)
    update_index(seeds, tmp_path / "other")
    (index / "catalogue-1.json").write_bytes((tmp_path / "other/catalogue-1.json").read_bytes())
    with (
        pytest.raises(IndexCorruptError, match=r"catalogue-1.json cannot be read"),
        open_index(index) as searcher,
    ):
        searcher.documents()
    assert update_index(seeds, index).state == "corrupt"


@pytest.mark.parametrize(
    "name", ["../a.docs", "/etc/passwd", "MAIN_a.docs/../b", "", "manifest-1.json"]
)
def test_a_manifest_names_no_file_but_those_of_segments(
    name: str, seeds: Path, index: Path
) -> None:
    update_index(seeds, index)
    manifest = read_manifest(index)
    write_manifest(index, replace(manifest, files=(replace(manifest.files[0], name=name),)))
    with pytest.raises(IndexCorruptError, match=r"manifest-1.json cannot be read"):
        open_index(index)


@pytest.mark.parametrize("pattern", ["manifest-1.json", "catalogue-1.json", "*.docs", "*.post"])
def test_what_is_no_plain_file_is_not_opened(pattern: str, seeds: Path, index: Path) -> None:
    update_index(seeds, index)
    (path,) = index.glob(pattern)
    size = path.stat().st_size
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(IndexStoreError, match=r"(is no plain file|has 0 bytes instead of)"):
        open_index(index)
    path.unlink()
    (index.parent / "elsewhere").write_bytes(bytes(size))
    path.symlink_to(index.parent / "elsewhere")
    with pytest.raises(IndexStoreError, match=r"rebuild it with|make the index readable"):
        open_index(index)


def test_a_commit_that_comes_in_between_is_no_damage(
    seeds: Path, index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    update_index(seeds, index)
    calls: list[Path] = []

    def missing_at_first(folder: Path, manifest: Manifest) -> None:
        calls.append(folder)
        if len(calls) == 1:
            raise corrupt_index(folder, "a file is missing")
        check_files(folder, manifest)

    monkeypatch.setattr(catalogues, "check_files", missing_at_first)
    assert catalogues.read_built(index).manifest.paragraphs == 3
    assert len(calls) == 2


def test_a_list_of_too_many_words_is_an_error(seeds: Path, index: Path) -> None:
    words = "\n".join(chr(0x4E00 + number) + "字" for number in range(12_000))
    (seeds.parent / "terms.txt").write_text(words, "utf-8")
    with pytest.raises(
        OptionError, match=r"terms.txt: it has [\d,]+ words, and the limit is 10,000"
    ):
        update_index(seeds, index)
