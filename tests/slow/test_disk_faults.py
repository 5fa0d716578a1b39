"""A disk that refuses: every call of an update that changes a file fails once, and from there on.

Either the update succeeds all the same, or it raises one error that names the folder. The old index
answers, or the new one if the switch had been made; nothing is left that takes room; and the next
run mends all.
"""

from __future__ import annotations

import errno
import json
import os
import random
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer import IndexMissingError, IndexStoreError, update_index
from indexer.commits.generations import newest_generation
from indexer.commits.manifest import read_manifest
from tests.support.collections_at_random import Walk
from tests.support.everything_said import Said, difference, said_in_short
from tests.support.file_calls import Call, watching
from tests.support.index_folder import files_of_newest, names_in, put
from tests.support.namespaces import in_a_namespace

REMOVALS = ("unlink", "remove", "rmdir")
# That a file was closed by dropping it is no error; that it is still open is.
pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("one_cutter"),
    pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning"),
]


Fails = Callable[[int, Call], bool]
"""Whether a call fails, by its number (from 1) among those that may."""


@dataclass
class Disk:
    """Refuses some of the calls that change files.

    Attributes:
        fails: which calls fail.
        number: with which error.
        calls: those that were tried.
        refused: those of them that failed.
    """

    fails: Fails
    number: int
    calls: list[Call] = field(default_factory=list)
    refused: list[Call] = field(default_factory=list)

    def __call__(self, call: Call) -> None:
        if call.when == "before":
            self.calls.append(call)
            if self.fails(len(self.calls), call):
                self.refused.append(call)
                raise OSError(self.number, os.strerror(self.number))


@dataclass(frozen=True, slots=True)
class Case:
    """An index that is to follow its source files.

    Attributes:
        before: the index as it is found, not there for a first build.
        old: what it says.
        new: what it says when the work is done.
        calls: those that the work makes.
    """

    seeds: Path
    before: Path
    old: Said
    new: Said
    calls: tuple[Call, ...]


def first_build(folder: Path, _patch: pytest.MonkeyPatch) -> Case:
    Walk(folder / "seeds", random.Random(5))
    return make_case(folder)


def update(folder: Path, _patch: pytest.MonkeyPatch) -> Case:
    change(folder)
    return make_case(folder)


def update_that_merges_nothing(folder: Path, patch: pytest.MonkeyPatch) -> Case:
    """One that keeps the segment there is and notes what is deleted in it."""
    for name, value in (("_SMALL", 0), ("_RATIO", 0), ("_DELETED", 1)):
        patch.setattr(f"indexer.commits.merge_policy.{name}", value)
    change(folder)
    case = make_case(folder)
    assert any(call.path.endswith(".del") for call in case.calls)
    return case


CASES = (first_build, update, update_that_merges_nothing)
MakeCase = Callable[[Path, pytest.MonkeyPatch], Case]


def change(folder: Path) -> None:
    """Make an index, and then change what it was made from."""
    walk = Walk(folder / "seeds", random.Random(6))
    update_index(walk.seeds, folder / "before")
    for _ in range(5):
        walk.step()


def make_case(folder: Path) -> Case:
    seeds, before, index = folder / "seeds", folder / "before", folder / "index"
    put(before, index)
    disk = Disk(lambda _number, _call: False, 0)
    with watching(index, disk):
        update_index(seeds, index)
    return Case(seeds, before, said_in_short(before), said_in_short(index), tuple(disk.calls))


def troubles(case: Case, index: Path, disk: Disk) -> Iterator[str]:
    """What is wrong after an update on such a disk."""
    put(case.before, index)
    generation = newest_generation(index)
    raised = error_of_update(case, index, disk)
    if kept := open_below(index):
        yield f"{kept} stay open, and their room taken"
    if raised is not None and (reason := wrong_error(index, disk, *raised)):
        yield reason
    switched = newest_generation(index) != generation
    found = said_in_short(index)
    if found != (case.new if switched or raised is None else case.old):
        yield f"switched {switched}, {raised}: {difference(found, case.old)}"
    if switched and raised and all(call.operation in REMOVALS for call in disk.refused):
        yield f"only what was no longer needed could not be removed, {raised}"
    left = left_over(case, index, switched=switched and raised is not None)
    if left and not any(call.operation in REMOVALS for call in disk.refused):
        yield f"{left} is left, {raised}"
    update_index(case.seeds, index)
    found = said_in_short(index)
    if found != case.new:
        yield f"the next run: {difference(found, case.new)}"
    left = names_in(index) - files_of_newest(index)
    if left:
        yield f"{left} is left after the next run"


def error_of_update(case: Case, index: Path, disk: Disk) -> tuple[type[Exception], str] | None:
    """What an update on such a disk raises. The error itself, which keeps much alive, is gone."""
    with watching(index, disk):
        try:
            update_index(case.seeds, index)
        except Exception as exc:
            still_open = open_below(index)  # while somebody still looks at the error
            assert len(still_open) <= 1, still_open
            return type(exc), str(exc)
    return None


def open_below(folder: Path) -> list[str]:
    """The files below a folder that this process has open, those without a name too."""
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):
            found.append(os.readlink(link))
    return [name for name in found if name.startswith(f"{folder.resolve()}/")]


def wrong_error(index: Path, disk: Disk, kind: type[Exception], message: str) -> str | None:
    if not issubclass(kind, IndexStoreError):
        return f"raised {kind} {message}"
    if "\n" in message or str(index) not in message or os.strerror(disk.number) not in message:
        return f"says {message!r}"
    return None


def left_over(case: Case, index: Path, *, switched: bool) -> set[str]:
    """What lies in the folder besides the files of the generation that answers.

    Where an error came after the switch, those of the generation before it may be there too: the
    switch may not be safe on the disk.
    """
    try:
        needed = files_of_newest(index)
    except IndexMissingError:
        needed = set()
    return names_in(index) - needed - (names_in(case.before) if switched else set())


NUMBERS = (errno.ENOSPC, errno.EIO)


@pytest.mark.parametrize("make", CASES)
def test_any_call_may_fail_once(
    make: MakeCase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make(folder, monkeypatch)
    found_wrong = []
    for at, call in enumerate(case.calls, 1):
        disk = Disk(lambda count, _call, at=at: count == at, NUMBERS[at % 2])  # type: ignore[misc]
        if found := next(troubles(case, folder / "index", disk), None):
            found_wrong.append(f"{call}: {found}")
    assert found_wrong == []
    operations = {call.operation for call in case.calls}
    assert operations >= {"lock", "open", "write", "fsync", "rename", "replace"}
    assert make is first_build or "unlink" in operations


@pytest.mark.parametrize("make", CASES)
def test_a_disk_that_is_full_from_any_call_on(
    make: MakeCase, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = make(folder, monkeypatch)
    found_wrong = []
    for at, call in enumerate(case.calls, 1):
        disk = Disk(
            lambda count, call, at=at: count >= at and call.operation not in REMOVALS,  # type: ignore[misc]
            errno.ENOSPC,
        )
        if found := next(troubles(case, folder / "index", disk), None):
            found_wrong.append(f"from {call} on: {found}")
    assert found_wrong == []


def test_the_switch_comes_when_all_is_on_the_disk_and_is_made_safe_itself(folder: Path) -> None:
    change(folder)
    case = make_case(folder)
    index = folder / "index"
    put(case.before, index)
    calls: list[Call] = []
    with watching(index, lambda call: calls.append(call) if call.when == "after" else None):
        update_index(case.seeds, index)
    switch = next(at for at, call in enumerate(calls) if call.switches)
    manifest = read_manifest(index)
    # A segment that was there already is on the disk; it has another generation's name or none.
    made = names_in(index) - names_in(case.before)
    assert made == files_of_newest(index) - names_in(case.before)
    for name in made:
        assert is_safe(name, calls[:switch], switching=calls[switch]), name
    assert all(file.name in names_in(index) for file in manifest.files)
    before, after = calls[:switch], calls[switch + 1 :]
    named = max(at for at, call in enumerate(before) if brings_a_name(call))
    assert "." in synced(before[named + 1 :]), "the names of the files, before the switch"
    first_removal = next(at for at, call in enumerate(after) if call.operation in REMOVALS)
    assert "." in synced(after[:first_removal]), "the switch, before the old files are removed"


def is_safe(name: str, calls: list[Call], *, switching: Call) -> bool:
    """Whether the content of a file was on the disk at the end of `calls`."""
    names = {name}
    for call in (switching, *reversed(calls)):
        if call.to in names:
            names.add(call.path)  # it had another name when it was written
    last_write = max(
        at
        for at, call in enumerate(calls)
        if call.path in names and call.operation in ("open", "write", "pwrite", "ftruncate")
    )
    return bool(names & synced(calls[last_write + 1 :]))


def synced(calls: list[Call]) -> set[str]:
    return {call.path for call in calls if call.operation in ("fsync", "fdatasync")}


def brings_a_name(call: Call) -> bool:
    """Whether a file of the generation gets the name that it keeps."""
    name = call.path if call.to is None else call.to
    kept = re.fullmatch(r"MAIN_\w+\.(docs|post|\d+\.del)|(manifest|catalogue)-\d+\.json", name)
    return kept is not None and call.operation in ("open", "rename", "replace", "link")


def test_a_disk_that_fills_up_amid_an_update_and_is_freed(tmp_path: Path) -> None:
    """A real one of a megabyte, with less and less room on it."""
    seeds, disk = tmp_path / "seeds", tmp_path / "disk"
    Walk(seeds, random.Random(6))
    disk.mkdir()
    done = in_a_namespace(
        'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" -m tests.support.full_disk "$1" "$3"',
        str(disk),
        sys.executable,
        str(seeds),
    )
    trials = [json.loads(line) for line in done.stdout.splitlines()]
    assert {trial["trouble"] for trial in trials} == {None}, trials
    raised = [trial["free_kb"] for trial in trials if trial["raised"]]
    assert len(raised) > 5
    assert min(raised) == 0
    assert not trials[-1]["raised"], "with the most room it succeeds"
