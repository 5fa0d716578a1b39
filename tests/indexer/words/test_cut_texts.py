"""While a batch is cut, the one before it is written; nothing that goes wrong is lost."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from indexer import build_index, writer
from indexer.errors import OptionError
from indexer.words import analysis
from indexer.words.cut_texts import CutAhead, CutTexts, number_words
from tests.support.drawn_collection import content, write_collection


class Failing:
    """Cuts so many times and then no more."""

    def __init__(self, times: int, error: BaseException) -> None:
        self.times = times
        self.error = error

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """Each text as one word."""
        self.times -= 1
        if self.times < 0:
            raise self.error
        return number_words(texts, lambda text: [text])


def cutting() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "cutting"]


@pytest.fixture
def collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of source files, which are written in seven batches."""
    monkeypatch.setattr(writer, "_AT_ONCE", 64)
    write_collection(tmp_path / "seeds")
    return tmp_path / "seeds"


def test_an_index_is_the_same_in_any_batches(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(collection, tmp_path / "seven")
    for at_once in (1, 399, 400, 500):
        monkeypatch.setattr(writer, "_AT_ONCE", at_once)
        build_index(collection, tmp_path / str(at_once))
        assert content(tmp_path / str(at_once)) == content(tmp_path / "seven")
    assert cutting() == []


@pytest.mark.parametrize("times", [0, 1, 3, 6])
@pytest.mark.parametrize("error", [OptionError("no dictionary"), MemoryError(), KeyError("核")])
def test_what_goes_wrong_in_the_thread_is_raised_and_leaves_nothing(
    times: int,
    error: Exception,
    collection: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(analysis, "Cutter", lambda _whole: Failing(times, error))
    with pytest.raises(type(error)) as raised:
        build_index(collection, tmp_path / "index")
    assert raised.value is error
    assert cutting() == []
    assert [path.name for path in (tmp_path / "index").iterdir()] == ["MAIN_WRITELOCK"]


def test_a_build_that_is_interrupted_waits_for_its_thread(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    going_on = threading.Event()

    class Slow(Failing):
        def cut(self, texts: Sequence[str]) -> CutTexts:
            going_on.wait(0.05)
            return super().cut(texts)

    monkeypatch.setattr(analysis, "Cutter", lambda _whole: Slow(9, KeyError()))

    def interrupted(*_arguments: object) -> None:
        assert cutting() == ["cutting"]
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, "add_batch", interrupted)
    with pytest.raises(KeyboardInterrupt):
        build_index(collection, tmp_path / "index")
    assert cutting() == []


def test_words_are_waited_for() -> None:
    ahead = CutAhead(Failing(1, KeyError()), ["核心", "技术", "核心"])
    assert ahead.result().of_each() == [["核心"], ["技术"], ["核心"]]
    assert ahead.result() is ahead.result()
