"""Fixtures that several test files share, each named for what it gives."""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from indexer import update_index
from searcher import Searcher, open_index
from searcher.cli import main
from tests.support.command_line import CHECKOUT, Lunshu, Run
from tests.support.corpus import write_corpus
from tests.support.index_folder import MEMORY, has_memory, quick_folder
from tests.support.one_cutter import shared_cutter

os.environ["LUNSHU_LANG"] = "en"
"""The language of messages, also in every process that a test starts. For the Chinese ones a test
asks for `in_chinese`."""

# A deadline is a number of seconds, and a machine may be busy. What else holds is hypothesis's own,
# or what it loads by itself in continuous integration, where each run tries the same.
settings.register_profile("unhurried", settings.default, deadline=None)
settings.load_profile("unhurried")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Keep temporary folders in memory where that can be: tests write and sync thousands of files,
    and whoever shares the disk waits for them. `--basetemp` keeps them elsewhere."""
    is_worker = "PYTEST_XDIST_WORKER" in os.environ  # which gets a folder in that of its controller
    if config.option.basetemp is None and not is_worker and has_memory():
        folder = config.option.basetemp = tempfile.mkdtemp(prefix="lunshu-tests-", dir=MEMORY)
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


@pytest.fixture
def in_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are Chinese."""
    monkeypatch.setenv("LUNSHU_LANG", "zh")


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real documents."""
    return CHECKOUT / "seeds"


@pytest.fixture(scope="session")
def seed_lines(seeds: Path) -> list[str]:
    """Every line of the seeds that is not blank."""
    texts = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A temporary folder that all processes of a run of tests share."""
    mine = tmp_path_factory.getbasetemp()
    return mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine


@pytest.fixture(scope="session")
def seed_index(seeds: Path, shared_folder: Path) -> Path:
    """An index of the seeds, made by the first process that asks for it. Do not change it."""
    index = shared_folder / "seed-index"
    assert update_index(seeds, index, wait_s=600).failed == ()
    return index


@pytest.fixture(scope="session")
def seed_searcher(seed_index: Path) -> Iterator[Searcher]:
    """A searcher over the seeds."""
    with open_index(seed_index) as searcher:
        yield searcher


@pytest.fixture(scope="session")
def small_searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher over the small collection of `corpus`."""
    folder = tmp_path_factory.mktemp("small")
    write_corpus(folder / "seeds")
    assert update_index(folder / "seeds", folder / "index").failed == ()
    with open_index(folder / "index") as searcher:
        yield searcher


@pytest.fixture
def one_cutter(monkeypatch: pytest.MonkeyPatch) -> None:
    """jieba's dictionary is loaded once for all tests that ask for this."""
    monkeypatch.setattr("indexer.words.analysis.Cutter", shared_cutter)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A temporary folder, in memory where that can be had: syncing costs nothing there."""
    with quick_folder() as made:
        yield made


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that commands run in: empty, and nothing in the environment sets options."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(CHECKOUT))
    for name in ("LUNSHU_INDEX", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def at_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands say what they say where somebody sees it."""
    monkeypatch.setattr("searcher.cli.frame.notes_are_seen", lambda: True)


@pytest.fixture
def lunshu(
    desk: Path,  # noqa: ARG001 (where it runs)
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Lunshu:
    """Runs a command in this process."""

    def run(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["lunshu", *map(str, arguments)])
        ours = signal.getsignal(signal.SIGINT)  # a command lets Ctrl-C end its process at once
        try:
            with pytest.raises(SystemExit) as end:
                main()
        finally:
            signal.signal(signal.SIGINT, ours)
        captured = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Run(end.value.code, captured.out, captured.err)

    return run
