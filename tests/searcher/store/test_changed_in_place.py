"""A file of an index that changes under an open searcher is an error, never a wrong answer."""

from __future__ import annotations

import inspect
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from indexer.commits import segment_files
from indexer.commits.manifest import read_manifest
from indexer.errors import IndexCorruptError
from indexer.segments.index_files import is_touched
from searcher import Searcher, open_index
from tests.support.opened import store_of
from tests.support.overwriting import overwrite, writable
from tests.support.service import METHODS, ask_all, serving
from tests.support.small_index import said, write_index

MAPPED = 0
"""The most bytes that an index may have to be read into memory: so all are mapped."""

CHANGED = "was changed while it was open"


@pytest.fixture
def index(tmp_path: Path) -> Path:
    """An index, to be changed."""
    write_index(tmp_path / "svc", seed=1)
    return tmp_path / "svc"


def files(index: Path, *endings: str) -> list[Path]:
    found = [path for path in sorted(index.iterdir()) if path.suffix in endings]
    assert found
    return found


def truncate(path: Path) -> None:
    os.truncate(writable(path), 0)


def halve(path: Path) -> None:
    os.truncate(writable(path), path.stat().st_size // 2)


def empty_and_grow(path: Path) -> None:
    size = path.stat().st_size
    os.truncate(writable(path), 0)
    os.truncate(path, size)


def fill_with_others(path: Path) -> None:
    overwrite(path, bytes(byte ^ 0x55 for byte in path.read_bytes()))


def fill_with_others_and_set_time_back(path: Path) -> None:
    before = path.stat()
    fill_with_others(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    path.chmod(before.st_mode)


def copy_the_same_onto_it(path: Path) -> None:
    overwrite(path, path.read_bytes())


def remove(path: Path) -> None:
    path.unlink()


def put_another_in_its_place(path: Path) -> None:
    other = path.with_name("other")
    other.write_bytes(b"x" * path.stat().st_size)
    other.replace(path)


HARMFUL = [truncate, halve, empty_and_grow, fill_with_others, fill_with_others_and_set_time_back]
HARMLESS = [remove, put_another_in_its_place]


@pytest.mark.parametrize(
    ("change", "endings"),
    [
        *((change, (".post", ".docs")) for change in HARMFUL),
        (empty_and_grow, (".post",)),
        (fill_with_others, (".docs",)),
    ],
)
def test_no_method_answers_from_mapped_files_that_were_changed(
    change: Callable[[Path], None], endings: tuple[str, ...], index: Path
) -> None:
    with serving(index, most_in_memory=MAPPED) as service:
        before = service.ask()
        assert before is not None
        assert not [text for text in before.values() if "Error" in text]
        for path in files(index, *endings):
            change(path)
        after = service.ask()
        assert after is not None, "it was killed"
        assert after.keys() == METHODS.keys()
        assert [text for text in after.values() if CHANGED not in text] == []


@pytest.mark.parametrize("change", [*HARMFUL, copy_the_same_onto_it, *HARMLESS])
def test_whatever_is_done_to_the_files_of_a_small_index_the_answers_stay(
    change: Callable[[Path], None], index: Path
) -> None:
    with open_index(index) as searcher:
        before = ask_all(searcher)
        for path in files(index, ".docs", ".post", ".del", ".json"):
            change(path)
        assert ask_all(searcher) == before


@pytest.mark.parametrize("change", HARMLESS)
def test_mapped_files_may_be_unlinked_and_replaced(
    change: Callable[[Path], None], index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)
    with open_index(index) as searcher:
        before = ask_all(searcher)
        for path in files(index, ".docs", ".post", ".del", ".json"):
            change(path)
        assert ask_all(searcher) == before
        assert ask_all(searcher) == before


def test_the_same_content_copied_onto_mapped_files_is_right_or_told(index: Path) -> None:
    with serving(index, most_in_memory=MAPPED) as service:
        before = service.ask()
        assert before is not None
        for path in files(index, ".docs", ".post"):
            copy_the_same_onto_it(path)
        after = service.ask()
        assert after is not None
        for name, text in after.items():
            assert text == before[name] or CHANGED in text


def test_links_modes_and_renames_change_nothing(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)
    with open_index(index) as searcher:
        before = ask_all(searcher)
        for path in files(index, ".docs", ".post", ".json"):
            os.link(path, tmp_path / path.name)
        assert ask_all(searcher) == before
        for path in files(index, ".docs", ".post", ".json"):
            path.chmod(0o600)
        assert ask_all(searcher) == before
        for path in files(index, ".docs", ".post"):
            path.rename(tmp_path / "moved")
            (tmp_path / "moved").rename(path)
            os.utime(path, ns=(0, path.stat().st_mtime_ns))  # as a backup does
        index.rename(tmp_path / "elsewhere")
        assert ask_all(searcher) == before


def test_a_change_amid_a_question_is_told_although_all_is_right_afterwards(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)
    path = files(index, ".post")[0]
    data, before = path.read_bytes(), path.stat()

    def copy_twice() -> None:
        overwrite(path, bytes(len(data)))
        overwrite(path, data)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        path.chmod(before.st_mode)

    with open_index(index) as searcher:
        store = store_of(searcher)
        with pytest.raises(IndexCorruptError, match=f"{path.name} {CHANGED}"), store.reading():
            copy_twice()
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        said(searcher)


def test_an_error_that_a_change_may_have_caused_is_told_as_the_change(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)

    with open_index(index) as searcher, open_index(index) as other:

        def change_and_fail(error: BaseException) -> None:
            with store_of(searcher).reading():
                fill_with_others(files(index, ".docs")[0])
                raise error

        with pytest.raises(IndexCorruptError, match=CHANGED):
            change_and_fail(KeyError("text"))
        fill_with_others(files(index, ".docs")[0])
        with pytest.raises(IndexCorruptError, match=CHANGED):
            other.documents()
        assert searcher.refresh()
        with pytest.raises(KeyboardInterrupt):  # which is nobody's mistake
            change_and_fail(KeyboardInterrupt())


def test_the_message_names_file_and_remedy(index: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)
    path = files(index, ".post")[0]
    with open_index(index) as searcher:
        fill_with_others(path)
        with pytest.raises(IndexCorruptError) as error:
            searcher.search('"国家"')
    assert str(error.value) == (
        f"{index}: {path.name} was changed while it was open, so no answer can be trusted; open "
        "the index again, and if it is damaged rebuild it with: lunshu index --full /home/seeds "
        f"--index {index} (replace a folder that is in use by renaming, and never copy into it)"
    )
    assert error.value.path == str(index)


def test_refresh_opens_again_what_was_restored_in_place(
    index: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", MAPPED)
    with open_index(index) as searcher:
        before = ask_all(searcher)
        assert not searcher.refresh()
        for path in files(index, ".docs", ".post"):
            copy_the_same_onto_it(path)
            os.utime(path, ns=(0, 0))
        with pytest.raises(IndexCorruptError, match=CHANGED):
            searcher.search('"国家"')
        assert searcher.refresh()
        assert ask_all(searcher) == before


def test_every_method_that_reads_the_index_is_asked() -> None:
    methods = {
        name
        for name, member in inspect.getmembers(Searcher, inspect.isfunction)
        if not name.startswith("_")
    }
    asked = {name.partition(",")[0] for name in METHODS}
    assert methods - asked == {"refresh", "escape", "close"}


def test_files_of_segments_can_be_read_only(index: Path) -> None:
    names = [file.name for file in read_manifest(index).files]
    assert {path.name for path in files(index, ".docs", ".post", ".del")} == set(names)
    modes = {stat.S_IMODE((index / name).stat().st_mode) for name in names}
    assert {mode & 0o222 for mode in modes} == {0}


@pytest.mark.parametrize(("user", "options"), [("root", ()), ("root", ("-p",)), ("owner", ())])
def test_a_backup_copied_onto_a_folder_in_use_gives_no_wrong_answer(
    user: str, options: tuple[str, ...], index: Path, tmp_path: Path
) -> None:
    """Root copies over the files, which may kill who reads at that moment; others are refused."""
    command = ["cp", *options, *map(str, copied(index, tmp_path / "bak")), f"{index}/"]
    if user == "owner":
        command = without_power(command)
    elif os.geteuid():
        pytest.skip("only root writes into files that are read-only")
    with serving(index, most_in_memory=MAPPED) as service:
        before = service.ask()
        assert before is not None
        for _ in range(60):
            copying = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
            after = service.ask("search")
            _, refused = copying.communicate()
            if user == "owner":
                assert refused.count("Permission denied") == len(files(index, ".docs", ".post"))
                assert after == {name: before[name] for name in after or ()}
                assert after
            elif after is None:
                return  # killed as it read what had just been cut off
            else:
                wrong = {name for name, text in after.items() if text != before[name]}
                assert [name for name in wrong if CHANGED not in after[name]] == []


def copied(index: Path, to: Path) -> list[Path]:
    """The files of segments that are mapped, copied with their times."""
    shutil.copytree(index, to)
    return files(to, ".docs", ".post")


def without_power(command: list[str]) -> list[str]:
    """The command as one who owns the files and is not root."""
    if os.geteuid():
        return command
    if shutil.which("setpriv") is None:
        pytest.skip("root writes into every file")
    return ["setpriv", "--bounding-set", "-dac_override", *command]


@pytest.mark.parametrize("unlinked", [False, True])
def test_a_link_that_goes_is_no_change_however_it_is_seen_to_go(
    tmp_path: Path, unlinked: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x")
    with path.open("rb") as file:
        if unlinked:
            path.unlink()  # the count is down already, and the time follows
        before = os.fstat(file.fileno())
        while os.fstat(file.fileno()).st_ctime_ns == before.st_ctime_ns:
            os.fchmod(file.fileno(), stat.S_IMODE(before.st_mode))
        assert is_touched(before, os.fstat(file.fileno())) is not unlinked
