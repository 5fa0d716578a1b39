"""Words are cut in several processes, and whatever happens to these, the index is the same."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread
from typing import Any, ClassVar

import jieba
import pytest

from indexer import OptionError, Progress, build_index, cutting, cutting_pool, writer
from indexer import cutting_processes as processes
from indexer.analysis import analyzer_name
from indexer.cutting import CuttingHere, Words, choose_cutting
from indexer.cutting_pool import CuttingPool, chunks
from indexer.cutting_processes import CuttingProcess
from indexer.cutting_words import CutText, CutTexts, number_words
from indexer.records import Record
from indexer.writer import open_writer
from tests.support.command_line import CHECKOUT, PROGRAM, Lunshu
from tests.support.cutting_build import COUNT
from tests.support.cutting_collection import content, cut_soon, draw_texts, write_collection
from tests.support.index_folder import names_in
from tests.support.one_cutter import shared_cutter

pytestmark = pytest.mark.usefixtures("one_cutter")

WHOLE = ("两个维护",)


class Refusing:
    """Stands for the cutter of this process where it is not to be used."""

    def __init__(self, _whole: Sequence[str] = ()) -> None:
        pass

    def words(self, folded: str) -> Sequence[str]:
        """None at all."""
        raise AssertionError(f"cut here: {folded}")


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little text is enough for several processes, chunks and batches."""
    monkeypatch.setattr(cutting, "ENOUGH", cutting.ENOUGH)
    monkeypatch.setattr(cutting_pool, "CHUNK", cutting_pool.CHUNK)
    monkeypatch.setattr(writer, "_AT_ONCE", writer._AT_ONCE)
    cut_soon()


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """A folder of source files."""
    write_collection(tmp_path / "seeds")
    return tmp_path / "seeds"


@contextmanager
def pool_of(count: int, cutter: Any = None) -> Iterator[CuttingPool]:
    pool = CuttingPool(cutter or shared_cutter(WHOLE), WHOLE, count)
    try:
        yield pool
    finally:
        pool.close()


def words_of(chunks: Sequence[CutTexts]) -> list[list[str]]:
    """The words of each text."""
    found: list[list[str]] = []
    for chunk in chunks:
        words = iter([chunk.words[number] for number in chunk.numbers])
        found += [[next(words) for _ in range(count)] for count in chunk.counts]
    return found


def cut_here(texts: Sequence[str]) -> list[list[str]]:
    cutter = shared_cutter(WHOLE)
    return [list(cutter.words(text)) for text in texts]


def is_running(pid: int) -> bool:
    """Whether a process is there and not just waiting to be noticed as dead."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def wait_for_the_end(pids: Sequence[int]) -> None:
    deadline = time.monotonic() + 120
    while any(map(is_running, pids)):
        assert time.monotonic() < deadline, "a process outlives its build"
        time.sleep(0.01)


def test_an_index_is_the_same_in_any_number_of_processes(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_index(collection, tmp_path / "1", processes=1)
    monkeypatch.setattr("indexer.analysis.Cutter", Refusing)
    for count in (2, 3):
        build_index(collection, tmp_path / str(count), processes=count)
        assert content(tmp_path / str(count)) == content(tmp_path / "1")


def test_texts_are_cut_in_their_order_and_keep_the_words_of_the_list_whole() -> None:
    batches = [draw_texts(seed, 60) for seed in range(4)]
    with pool_of(3, Refusing()) as pool:
        begun = [pool.begin(texts) for texts in batches]
        assert [words_of(words()) for words in begun] == list(map(cut_here, batches))
        assert words_of(pool.begin([])()) == []


class Mortal(CuttingProcess):
    """A process that is killed when it has cut one chunk and has got another, or not even that.

    Attributes:
        dead: set when one has been killed.
        amid: whether it is killed while it cuts the second.
    """

    dead: ClassVar[Event]
    amid = False

    def cut(self, texts: Sequence[str]) -> CutTexts:
        if self.pid is None:
            cut = super().cut(texts)
            if not self.amid:
                self._die()
            return cut
        if self.amid:
            os.kill(self.pid, signal.SIGSTOP)  # so that it cannot answer before it is killed
            Thread(target=self._die).start()
        return super().cut(texts)

    def _die(self) -> None:
        assert self.pid is not None
        os.kill(self.pid, signal.SIGKILL)
        self.dead.set()


class MortalAmid(Mortal):
    """One that is killed while it cuts."""

    amid = True


class Patient(Mortal):
    """A process that cuts nothing before another has been killed, so that this one surely is."""

    def cut(self, texts: Sequence[str]) -> CutTexts:
        assert self.dead.wait(60)
        return CuttingProcess.cut(self, texts)


def let_die(monkeypatch: pytest.MonkeyPatch, kind: type[Mortal], count: int) -> Event:
    """Have the first `count` processes of a pool be such that are killed.

    Returns:
        Set when one has been.
    """
    monkeypatch.setattr(Mortal, "dead", Event(), raising=False)
    kinds: Iterator[type[Mortal]] = iter([kind] * count + [Patient] * 2)

    def make(whole: Sequence[str]) -> CuttingProcess:
        return next(kinds)(whole)

    monkeypatch.setattr(cutting_pool, "CuttingProcess", make)
    return Mortal.dead


@pytest.mark.parametrize("kind", [Mortal, MortalAmid])
@pytest.mark.parametrize("count", [1, 2])
def test_processes_that_are_killed_change_nothing(
    kind: type[Mortal],
    count: int,
    collection: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    build_index(collection, tmp_path / "1", processes=1)
    dead = let_die(monkeypatch, kind, count)
    build_index(collection, tmp_path / "2", processes=2)
    assert content(tmp_path / "2") == content(tmp_path / "1")
    assert dead.is_set()


def test_only_what_a_process_was_killed_over_is_cut_here(monkeypatch: pytest.MonkeyPatch) -> None:
    cut: list[int] = []

    def count(texts: Sequence[str], cut_text: CutText) -> CutTexts:
        cut.append(len(texts))
        return number_words(texts, cut_text)

    monkeypatch.setattr(cutting_pool, "number_words", count)
    let_die(monkeypatch, MortalAmid, 1)
    texts = ["国" * cutting_pool.CHUNK] * 9
    with pool_of(2) as pool:
        assert words_of(pool.begin(texts)()) == cut_here(texts)
    assert cut == [1]


def program(folder: Path, name: str, text: str) -> str:
    """A program of that name, a script of the shell."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o700)
    return str(path)


@pytest.mark.parametrize(
    "executable",
    [
        pytest.param(lambda _: "", id="unknown"),
        pytest.param(lambda _: None, id="none"),
        pytest.param(lambda folder: str(folder / "python"), id="missing"),
        pytest.param(lambda folder: program(folder, "python", "exit 1"), id="fails"),
        pytest.param(lambda folder: program(folder, "python", "exec cat"), id="never greets"),
        pytest.param(
            lambda folder: program(folder, "python", f'echo noise; exec {sys.executable} "$@"'),
            id="talks first",
        ),
        pytest.param(lambda folder: program(folder, "app", "touch started"), id="an application"),
    ],
)
def test_where_no_process_starts_the_words_are_the_same(
    executable: Callable[[Path], str | None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = draw_texts(1, 80)
    expected = cut_here(texts)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(processes, "START_S", 0.3)
    monkeypatch.setattr(sys, "executable", executable(tmp_path))
    with pool_of(2) as pool:
        assert words_of(pool.begin(texts)()) == expected
    assert not Path("started").exists()


def test_a_process_loads_what_this_one_does_and_nothing_from_the_folder_it_is_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("signal", "struct", "orjson", "indexer", "jieba"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit")
    copy_jieba(tmp_path / "elsewhere")  # not compiled yet, of which Python complains
    monkeypatch.syspath_prepend(tmp_path / "elsewhere")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    with pool_of(1, Refusing()) as pool:
        assert words_of(pool.begin(["核心技术"])()) == [["核心技术"]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The programs that were to be started; none is."""
    programs: list[object] = []

    def refuse(program: object, **_options: object) -> None:
        programs.append(program)
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    return programs


def test_a_frozen_application_is_not_started_again(
    monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pool_of(2) as pool:
        assert words_of(pool.begin(["核心技术"])()) == [["核心技术"]]
    assert started == []


def test_a_process_that_would_cut_otherwise_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    other = analyzer_name().replace("jieba 0", "jieba 1")
    monkeypatch.setattr("indexer.cutting_worker.analyzer_name", lambda: other)
    with pool_of(2, Told()) as pool:
        assert words_of(pool.begin(["核心技术"])()) == [["told"]]


class Told:
    """Cuts everything into the same word."""

    def words(self, _folded: str) -> Sequence[str]:
        """That word."""
        return ["told"]


def test_few_texts_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "ENOUGH", 1000)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(3), raising=False)
    for characters, asked, expected in (
        (1_999, None, 1),
        (2_000, None, 2),
        (9_000, None, 3),
        (9_000, 8, 8),
        (5_999, 8, 5),
        (9_000, 1, 1),
        (0, 8, 1),
    ):
        chosen = choose_cutting(WHOLE, characters, asked)
        count = 1 if isinstance(chosen, CuttingHere) else len(chosen._processes)  # type: ignore[attr-defined]
        assert (characters, asked, count) == (characters, asked, expected)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(16), raising=False)
    assert len(choose_cutting(WHOLE, 90_000, None)._processes) == 4  # type: ignore[attr-defined]


def test_a_small_collection_is_indexed_in_one_process(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, started: list[object]
) -> None:
    build_index(collection, tmp_path / "1", processes=8)
    assert len(started) == 8
    monkeypatch.setattr(cutting, "ENOUGH", 500_000)
    build_index(collection, tmp_path / "2", processes=8)
    assert len(started) == 8


@pytest.mark.parametrize("count", [0, -1, 65, 10**9])
def test_a_number_of_processes_that_makes_no_sense_is_refused(count: int, tmp_path: Path) -> None:
    with pytest.raises(OptionError) as caught:
        build_index(tmp_path, tmp_path / "index", processes=count)
    assert str(caught.value) == f"{count} processes make no sense; give a number from 1 to 64"


@pytest.mark.parametrize("value", ["0", "-1", "two", "65", "9" * 30])
def test_the_command_refuses_it_in_one_line(value: str, lunshu: Lunshu, collection: Path) -> None:
    run = lunshu("index", collection, "--processes", value)
    assert (run.code, run.out, run.err.count("\n")) == (2, "", 1)
    assert "process" in run.err


@contextmanager
def running(*arguments: object) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """The program `cutting_build`, and the processes that cut for it, when they do."""
    # A shell that runs the tests in the background has them and their children ignore the signal.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.cutting_build", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, ours)
    assert process.stdout is not None
    try:
        yield process, [int(process.stdout.readline()) for _ in range(COUNT)]
    finally:
        process.kill()
        process.communicate()


def test_a_build_that_is_killed_leaves_no_process() -> None:
    with running("cut") as (process, pids):
        assert all(map(is_running, pids))
        process.kill()
        process.wait()
        wait_for_the_end(pids)


def test_ctrl_c_ends_everything_calmly(collection: Path, tmp_path: Path) -> None:
    with running("index", collection, tmp_path / "index") as (process, pids):
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, b"", b"")
    assert not any(map(is_running, pids))
    assert names_in(tmp_path / "index") == set()


def test_ctrl_c_is_for_the_build_alone() -> None:
    with pool_of(1, Refusing()) as pool:
        pool.begin(["核心"])()
        pid = pool._processes[0].pid
        assert pid is not None
        os.kill(pid, signal.SIGINT)
        assert words_of(pool.begin(["核心技术"])()) == [["核心技术"]]


def test_an_error_ends_all_processes(
    collection: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[CuttingProcess] = []

    def make(whole: Sequence[str]) -> CuttingProcess:
        made.append(CuttingProcess(whole))
        return made[-1]

    def fail_late(progress: Progress) -> None:
        if (progress.stage, progress.done) == ("cut", 390):
            raise ZeroDivisionError

    monkeypatch.setattr(cutting_pool, "CuttingProcess", make)
    with pytest.raises(ZeroDivisionError):
        build_index(collection, tmp_path / "index", processes=2, progress=fail_late)
    pids = [process.pid for process in made if process.pid]
    assert pids
    assert not any(map(is_running, pids))
    assert names_in(tmp_path / "index") == set()


def test_a_pool_that_is_closed_cuts_nothing_more() -> None:
    with pool_of(2, Refusing()) as pool:
        pool.begin(draw_texts(1, 2_000))
    pool.close()


def copy_jieba(folder: Path) -> Path:
    """A copy of jieba in `folder`."""
    unused = shutil.ignore_patterns("__pycache__", "lac_small", "analyse", "posseg")
    return shutil.copytree(Path(jieba.__file__).parent, folder / "jieba", ignore=unused)


def run_with(jieba_in: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """`lunshu` over another jieba, and for which little text is enough."""
    path = os.pathsep.join(map(str, (jieba_in, CHECKOUT)))
    start = "from tests.support.cutting_collection import cut_soon; cut_soon(); "
    return subprocess.run(
        [PROGRAM[0], "-c", start + PROGRAM[2], *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("count", [1, 2])
def test_an_edited_dictionary_is_the_same_error(
    count: int, collection: Path, tmp_path: Path
) -> None:
    copy_jieba(tmp_path / "edited").joinpath("dict.txt").write_text("核心 3 n\n技术\n", "utf-8")
    index = tmp_path / "index"
    run = run_with(tmp_path / "edited", "index", collection, "--processes", count, "--index", index)
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.splitlines()[1:] == [
        f"lunshu: invalid dictionary entry in {tmp_path}/edited/jieba/dict.txt at Line 2: 技术; "
        "mend that line, or install jieba anew"
    ]


def test_what_processes_print_is_not_shown_and_does_no_harm(
    collection: Path, tmp_path: Path
) -> None:
    code = copy_jieba(tmp_path / "noisy").joinpath("__init__.py")
    noise = "import os, sys\nprint('noise')\nsys.stderr.write('noise')\n"
    text = code.read_text("utf-8").replace("import marshal\n", noise + "import marshal\n", 1)
    code.write_text(text, "utf-8")
    run = run_with(
        *(tmp_path / "noisy", "index", collection, "--processes", 2, "--format", "json"),
        *("--index", tmp_path / "index"),
    )
    assert (run.returncode, run.stderr) == (0, f"lunshu: indexing {collection}\n")
    assert run.stdout.startswith("{")
    build_index(collection, tmp_path / "1", processes=1)
    ours, theirs = content(tmp_path / "1"), content(tmp_path / "index")
    assert (ours["docs"], ours["post"]) == (theirs["docs"], theirs["post"])


class Counting:
    """Counts how many texts have been handed over whose words have not been asked for."""

    def __init__(self) -> None:
        self.open = self.most = 0

    def begin(self, texts: Sequence[str]) -> Words:
        """No words at all."""
        self.open += len(texts)
        self.most = max(self.most, self.open)

        def ask() -> Sequence[CutTexts]:
            self.open -= len(texts)
            return CuttingHere(Told()).begin(texts)()

        return ask

    def close(self) -> None:
        """Nothing."""


def test_no_more_than_a_batch_is_cut_ahead(tmp_path: Path) -> None:
    counting = Counting()
    with open_writer(tmp_path, None, counting) as opened:
        for number in range(1_000):
            opened.add(record(number))
            assert counting.open <= 2 * writer._AT_ONCE
    assert counting.most == 2 * writer._AT_ONCE


def record(number: int) -> Record:
    """A record of a document of many."""
    return Record(
        **dict.fromkeys(("title", "chapter", "chapter_no", "section", "speech", "source", "pages")),
        **dict.fromkeys(("date", "date_end", "date_precision", "date_kind")),
        id=f"文#{number}",
        doc="文",
        role="article",
        passage=number,
        paragraph=1,
        dates=(),
        lines=(1, 1),
        text="核心技术",
    )


def test_chunks_are_of_bounded_size_and_lose_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting_pool, "CHUNK", 5)
    assert list(chunks(["甲乙", "丙", "", "丁戊", "己" * 20, "庚"])) == [
        ["甲乙", "丙", "", "丁戊"],
        ["己" * 20],
        ["庚"],
    ]
    assert list(chunks([])) == []
