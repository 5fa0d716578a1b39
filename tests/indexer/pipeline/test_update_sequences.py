"""An index that follows a folder through any changes answers as one built of the folder anew."""

from __future__ import annotations

import random
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from indexer import IndexReport, SeedsError, build_index, update_index
from indexer.commits.manifest import read_manifest
from indexer.model.catalogue import Failure
from searcher import open_index
from searcher.render.data.records import record_of
from tests.support.collections_at_random import Walk
from tests.support.everything_said import Said, difference, said_by
from tests.support.index_folder import LOCKS, state_of_files, strays
from tests.support.parameters import rest_slow

pytestmark = pytest.mark.usefixtures("one_cutter")

STEPS = 42


@dataclass(frozen=True, slots=True)
class State:
    """What an index says, and what was reported when it was made."""

    said: Said
    failed: tuple[Failure, ...]
    documents: int
    paragraphs: int


class Follower:
    """An index that follows a walk, and is compared with fresh ones.

    Attributes:
        log: what was done.
        followed: what the source files held when they were last indexed.
        most_segments: of how many segments the index has consisted at most.
        ever_deleted: whether part of a segment was ever deleted.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.walk = Walk(folder / "seeds", random.Random(seed))
        self.index = folder / "index"
        self.log = [f"seed {seed}"]
        self.followed: dict[str, bytes] = {}
        self.most_segments = 0
        self.ever_deleted = False
        self._fresh = folder / "fresh"

    def fresh(self) -> State | str:
        """What an index says that is built of the folder now; or why none can be built."""
        shutil.rmtree(self._fresh, ignore_errors=True)
        try:
            report = build_index(self.walk.seeds, self._fresh)
        except SeedsError as exc:
            return str(exc)
        assert report.added == report.source_files == len(self.walk.contents())
        return state(report, self._fresh)

    def update(self) -> IndexReport:
        """Let the index follow, and check the counts of the report."""
        report = update_index(self.walk.seeds, self.index)
        now, before = self.walk.contents(), self.followed
        kept = now.keys() & before.keys()
        expected = (
            len(now),
            len(now.keys() - before.keys()),
            sum(now[path] != before[path] for path in kept),
            len(before.keys() - now.keys()),
            sum(now[path] == before[path] for path in kept),
        )
        self.agree(counts(report), expected, "the counts of the report")
        self.followed = now
        segments = read_manifest(self.index).segments
        self.most_segments = max(self.most_segments, len(segments))
        self.ever_deleted |= any(segment.deleted for segment in segments)
        return report

    def agree(self, one: object, other: object, what: str) -> None:
        """Fail with the whole story where two things differ that must not."""
        if one != other:
            pytest.fail(f"{what}: {one} is not {other}\n" + self.story())

    def compare(self, found: State, expected: State) -> None:
        """Fail with the whole story where two indexes differ."""
        if found != expected:
            differing = difference(found.said, expected.said)
            reports = f"{found.failed} {found.documents} {found.paragraphs}\n{expected.failed}"
            pytest.fail(f"changed and fresh differ: {differing}\n{reports}\n" + self.story())
        self.agree(strays(self.index), set(), "files that nobody needs")

    def story(self) -> str:
        """What was done up to now."""
        return "\n".join(self.log)


def state(report: IndexReport, index: Path) -> State:
    return State(said_by(index), report.failed, report.documents, report.paragraphs)


def files_but_locks(index: Path) -> dict[str, tuple[int, int, bytes]]:
    """The files of an index, but for the lock, which who holds it signs."""
    return {name: state for name, state in state_of_files(index).items() if name not in LOCKS}


def counts(report: IndexReport) -> tuple[int, ...]:
    return report.source_files, report.added, report.changed, report.removed, report.unchanged


@pytest.mark.parametrize("merges", ["as ever", "seldom"])
@pytest.mark.parametrize("seed", rest_slow(range(4), quick=1))
def test_an_index_that_follows_a_folder_answers_as_one_built_anew(
    seed: int, merges: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With segments that are always merged, as small ones are, and with many that stay."""
    seldom = merges == "seldom"
    if seldom:
        monkeypatch.setattr("indexer.commits.merge_policy._SMALL", 0)
        monkeypatch.setattr("indexer.commits.merge_policy._RATIO", 0.3)
    follower = Follower(folder, seed + 10 * seldom)
    for number in range(STEPS):
        if number:
            follower.log.append(follower.walk.step())
        expected = follower.fresh()
        if isinstance(expected, str):
            before = files_but_locks(follower.index)
            with pytest.raises(SeedsError) as caught:
                update_index(follower.walk.seeds, follower.index)
            follower.agree(str(caught.value), expected, "the error")
            follower.agree(files_but_locks(follower.index), before, "the index left alone")
            continue
        report = follower.update()
        follower.compare(state(report, follower.index), expected)
    # Otherwise nothing of this would have been tried.
    assert (follower.most_segments > 2, follower.ever_deleted) == (seldom, seldom)


@pytest.mark.parametrize("seed", rest_slow(range(100, 106), quick=1))
def test_what_was_changed_unnoticed_is_found_by_a_full_build(seed: int, folder: Path) -> None:
    """A file that keeps size and time may be taken for unchanged, but only as a whole.

    Then the index answers as before that change, whatever else it follows, and a full build
    answers as a fresh one.
    """
    follower = Follower(folder, seed)
    update_index(follower.walk.seeds, follower.index)
    for _ in range(6):
        follower.log.append(follower.walk.step())
        before = follower.fresh()
        done = follower.walk.edit_behind_its_back()
        after = follower.fresh()
        if done is None or isinstance(before, str) or isinstance(after, str):
            continue
        follower.log.append(done)
        report = update_index(follower.walk.seeds, follower.index)
        found = state(report, follower.index)
        follower.compare(found, after if found == after else before)
        report = build_index(follower.walk.seeds, follower.index)
        follower.compare(state(report, follower.index), after)


@pytest.fixture
def folders(folder: Path) -> tuple[Path, Path]:
    """A folder of source files that does not change, and one for its index."""
    walk = Walk(folder / "seeds", random.Random(3))
    for _ in range(10):
        walk.step()
    walk._write(walk.seeds / "坏.txt", b"\x00\x01\x02")
    return walk.seeds, folder / "index"


def test_where_nothing_has_changed_not_one_byte_is_written(folders: tuple[Path, Path]) -> None:
    seeds, index = folders
    first = update_index(seeds, index)
    before = state_of_files(index)
    folder = index.stat().st_mtime_ns
    second = update_index(seeds, index)
    assert (first.state, second.state) == ("missing", "current")
    assert counts(second) == (first.source_files, 0, 0, 0, first.source_files)
    assert state_of_files(index) == before
    assert index.stat().st_mtime_ns == folder


def test_the_sources_are_never_written(folders: tuple[Path, Path]) -> None:
    seeds, index = folders
    before = state_of_files(seeds)
    update_index(seeds, index)
    build_index(seeds, index)
    assert state_of_files(seeds) == before


def test_the_json_of_a_report_counts_files_documents_and_paragraphs(folder: Path) -> None:
    seeds, index = folder / "seeds", folder / "index"
    seeds.mkdir()
    (seeds / "a.txt").write_text("核心技术是国之重器。\n\n要培养人才。\n", "utf-8")
    (seeds / "b.jsonl").write_text('{"text": "一。", "doc": "x"}\n{"text": "二。", "doc": "y"}\n')
    (seeds / "c.txt").write_bytes(b"\x00\x01\x02")
    update_index(seeds, index)
    (seeds / "a.txt").write_text("要培养人才。\n", "utf-8")
    (seeds / "b.jsonl").rename(seeds / "d.jsonl")
    record = record_of(update_index(seeds, index))
    assert {name: value for name, value in record.items() if isinstance(value, int)} == {
        "source_files": 3,
        "added": 1,
        "changed": 1,
        "removed": 1,
        "unchanged": 1,
        "documents": 3,
        "paragraphs": 3,
    }
    assert [failure.path for failure in record["failed"]] == ["c.txt"]
    assert record["elapsed_s"] > 0


def test_a_searcher_that_refreshes_follows_too(folder: Path) -> None:
    follower = Follower(folder, 11)
    update_index(follower.walk.seeds, follower.index)
    with open_index(follower.index) as searcher:
        for _ in range(12):
            follower.log.append(follower.walk.step())
            before = searcher.manifest.generation
            try:
                report = update_index(follower.walk.seeds, follower.index)
            except SeedsError:
                assert not searcher.refresh()
                continue
            assert searcher.refresh() == (report.state != "current")
            assert (searcher.manifest.generation > before) == (report.state != "current")
            found = [(hit.id, hit.text) for hit in searcher.search("核心", limit=None).hits]
            with open_index(follower.index) as opened:
                assert found == [
                    (hit.id, hit.text) for hit in opened.search("核心", limit=None).hits
                ]
