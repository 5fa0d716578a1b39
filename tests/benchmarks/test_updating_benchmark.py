"""The benchmark of updates measures what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.conftest import Load
from tests.support.corpus import write_corpus


@pytest.fixture
def updating(load: Load) -> Any:
    return load("updating")


@pytest.mark.slow
def test_one_changed_file_is_updated_and_counted(
    updating: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updating, "UPDATES_A_ROUND", 2)
    changed, paragraphs = updating.one_changed(tmp_path, files=2, rounds=1)
    assert {name: len(runs) for name, runs in changed.items()} == {
        updating.UPDATE: 2,
        updating.FULL: 1,
    }
    # Two articles, and a paragraph added twice.
    assert paragraphs == 2 * 97 + 2
    sizes = [len(path.read_text("utf-8")) for path in (tmp_path / "articles").iterdir()]
    assert all(3_500 < size < 8_000 for size in sizes)


def test_an_update_that_left_something_to_do_is_no_measurement(
    updating: Any, tmp_path: Path
) -> None:
    write_corpus(tmp_path / "seeds")
    with pytest.raises(RuntimeError, match="the update left something to do"):
        updating.check_updated(tmp_path / "seeds", tmp_path / "index", files=1)


def test_the_mark_is_a_twentieth_of_a_full_build(updating: Any) -> None:
    def runs(*milliseconds: float) -> list[Any]:
        return [updating.Run(wall, 30.0, 0.1, 1) for wall in milliseconds]

    meaning = "one file changed, times a full build"
    measured = {updating.UPDATE: runs(50, 60, 400), updating.FULL: runs(1_000)}
    assert updating.judge(measured) == (meaning, "0.060", "≤ 0.05", "NOT MET")
    measured = {updating.UPDATE: runs(50), updating.FULL: runs(900, 1_000, 1_500)}
    assert updating.judge(measured) == (meaning, "0.050", "≤ 0.05", "met")
