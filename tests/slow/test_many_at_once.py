"""Many who read an index while it is written, and several who want to write it.

How many commits the great crowd lives through is set by `LUNSHU_STRESS_COMMITS` (60 where it is
not set).
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path
from typing import Literal

import pytest

from indexer import IndexStoreError, update_index
from indexer.commits import segment_files
from indexer.commits.generations import newest_generation
from searcher import open_index
from tests.support.everything_said import difference, said, said_by
from tests.support.holding import held, lunshu_index, wait_until_it_has_open
from tests.support.index_folder import files_of_newest, names_in
from tests.support.namespaces import in_a_namespace
from tests.support.one_cutter import shared_cutter
from tests.support.prepared_states import STATES, Prepared
from tests.support.reading_on import Found, Reading

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_cutter")]

COMMITS = int(os.environ.get("LUNSHU_STRESS_COMMITS", "60"))
THREADS = PROCESSES = 8
COMMIT_EVERY_S = 1.0

FLAT = 1.03
"""How many times the memory of the middle third of its life a reader may take in the last third.
It was seen to be at most 1.006, and at least 1.07 where what had been refreshed was kept."""

ENOUGH = 30
"""Fewer commits than these say nothing about memory: it has hardly been taken yet."""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Prepared:
    """States that tests cycle through."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("indexer.words.analysis.Cutter", shared_cutter)
        return Prepared(tmp_path_factory.mktemp("prepared"))


def test_the_prepared_states_differ(prepared: Prepared) -> None:
    for answers in prepared.right().values():
        assert len(answers) == STATES
    assert all(
        difference(one, other)
        for at, one in enumerate(prepared.said)
        for other in prepared.said[:at]
    )


def test_every_answer_is_that_of_a_committed_state_while_a_crowd_reads_and_one_writes(
    prepared: Prepared, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    prepared.put(0)
    update_index(prepared.seeds, index)
    right = prepared.right()
    crowds = [(THREADS, True), *((1, number % 2 == 0) for number in range(PROCESSES))]
    readers = [Reading(index, right, threads=threads, mapped=mapped) for threads, mapped in crowds]
    for reader in readers:
        reader.begin()
    for number in range(1, COMMITS + 1):
        begun = time.monotonic()
        prepared.put(number % STATES)
        assert update_index(prepared.seeds, index).state == "content"
        time.sleep(max(0.0, COMMIT_EVERY_S - (time.monotonic() - begun)))
    found = [reader.found() for reader in readers]
    for each in found:
        assert each.errors == []
        assert each.asked > 10 * COMMITS
        assert each.refreshed > 1
        assert len(each.states) > 1, "it has read several states, and told them apart"
    if COMMITS >= ENOUGH:
        assert [growth(each) for each in found if growth(each) > FLAT] == []


def growth(found: Found) -> float:
    """The memory in the last third of the time, divided by that in the middle one."""
    third = len(found.memory) // 3
    middle, last = found.memory[third : 2 * third], found.memory[-third:]
    return statistics.median(last) / statistics.median(middle)


@pytest.mark.parametrize("most_in_memory", [0, segment_files.IN_MEMORY])
def test_a_reader_keeps_its_snapshot_when_its_files_are_long_gone(
    most_in_memory: int, prepared: Prepared, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segment_files, "IN_MEMORY", most_in_memory)
    index = tmp_path / "index"
    prepared.put(0)
    update_index(prepared.seeds, index)
    files = files_of_newest(index)
    with open_index(index) as asked, open_index(index) as silent:
        for commit in range(1, 21):
            prepared.put(commit % STATES)
            update_index(prepared.seeds, index)
            assert said(asked) == prepared.said[0]
        assert not files & names_in(index)
        assert said(silent) == prepared.said[0], "what it has never looked at is still there"
        prepared.put(3)
        update_index(prepared.seeds, index)
        assert silent.refresh()
        assert said(silent) == prepared.said[3]


@pytest.mark.skipif(os.geteuid() == 0, reason="no folder is read-only for root")
def test_an_index_in_a_folder_that_cannot_be_written_can_be_searched(
    prepared: Prepared, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    prepared.put(1)
    update_index(prepared.seeds, index)
    for path in index.iterdir():
        path.chmod(0o444)
    index.chmod(0o555)
    try:
        assert said_by(index) == prepared.said[1]
        assert update_index(prepared.seeds, index).state == "current"
        prepared.put(2)
        with pytest.raises(IndexStoreError, match="Permission denied; give a folder that can be"):
            update_index(prepared.seeds, index)
        assert said_by(index) == prepared.said[1]
    finally:
        index.chmod(0o755)


READ_ONLY = """
import json, os, sys
from tests.support.everything_said import said_by
from indexer import IndexStoreError, update_index
from tests.support.holding import held, lunshu_index, wait_until_it_has_open
from tests.support.one_cutter import share_cutters

share_cutters()
index, seeds = sys.argv[1:]
found = {"said": said_by(index), "state": update_index(seeds, index).state}
for path in os.listdir(seeds):
    os.utime(os.path.join(seeds, path))
found["touched"] = update_index(seeds, index).state
with open(os.path.join(seeds, "new.txt"), "w") as file:
    file.write("new\\n")
try:
    update_index(seeds, index)
except IndexStoreError as exc:
    found["error"] = str(exc)
print(json.dumps(found))
"""


def test_an_index_on_a_file_system_that_is_read_only_can_be_searched(
    prepared: Prepared, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    prepared.put(1)
    update_index(prepared.seeds, index)
    done = in_a_namespace(
        'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$2" -c "$3" "$1" "$4"',
        str(index),
        sys.executable,
        READ_ONLY,
        str(prepared.seeds),
    )
    found = json.loads(done.stdout)
    assert found.pop("said") == prepared.said[1]
    assert found == {
        "state": "current",
        "touched": "current",
        "error": f"{index}: Read-only file system; give a folder that can be written: --index DIR",
    }


def test_of_two_that_index_at_once_the_second_waits_and_finds_all_done(
    prepared: Prepared, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    prepared.put(0)
    with held(prepared.seeds, index) as first:
        second = lunshu_index(prepared.seeds, "--index", index)
        wait_until_it_has_open(second, index / "MAIN_WRITELOCK")
        assert second.poll() is None
        assert first.communicate("go on\n")[0] == "missing\n"
        out, _ = second.communicate()
    assert out.startswith("the index is up to date: 0 added · 0 changed · 0 removed · ")
    assert newest_generation(index) == 1, "it has not written anything"
    assert said_by(index) == prepared.said[0]


def test_who_does_not_wait_reads_who_has_the_lock(prepared: Prepared, tmp_path: Path) -> None:
    index = tmp_path / "index"
    prepared.put(0)
    with held(prepared.seeds, index) as holder:
        with pytest.raises(IndexStoreError, match=rf"process {holder.pid}\b") as caught:
            update_index(prepared.seeds, index, wait_s=0)
        assert "\n" not in str(caught.value)
        assert str(index) in str(caught.value)
        process = lunshu_index(prepared.seeds, "--index", index, "--wait", "0")
        out, err = process.communicate()
        assert (out, process.returncode) == ("", 2)
        assert f"process {holder.pid} " in err
        assert "Traceback" not in err


Signal = Literal["kill", "terminate"]


@pytest.mark.parametrize("end", ["kill", "terminate"])
def test_the_lock_of_a_process_that_has_died_blocks_nobody(
    end: Signal, prepared: Prepared, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    prepared.put(0)
    with held(prepared.seeds, index) as holder:
        getattr(holder, end)()
        holder.wait()
        assert update_index(prepared.seeds, index, wait_s=0).state == "missing"
    assert said_by(index) == prepared.said[0]
