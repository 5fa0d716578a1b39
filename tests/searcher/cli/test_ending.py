"""However a command ends, its exit code is that of an error only where there is one."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

from searcher import open_index
from searcher.cli.process import is_out_of_memory
from tests.support.command_line import CHECKOUT, PROGRAM, Lunshu, Run, spawn
from tests.support.small_index import write_index

NO_MEMORY = (
    "lunshu: there is not enough memory; "
    "end other programs or raise the limit (ulimit -v), then run it again\n"
)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small index. Do not change it."""
    folder = tmp_path_factory.mktemp("ending") / "index"
    write_index(folder, seed=1)
    return folder


@pytest.fixture(scope="module")
def text(index: Path) -> str:
    """A text that stands in it."""
    with open_index(index) as searcher:
        return searcher.search("国家", limit=1).hits[0].text


def run(*arguments: object, prepare: Callable[[], object] | None = None, cwd: Path) -> Run:
    """Run a command in a process in which `prepare` is called first."""
    done = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=cwd,
        preexec_fn=prepare,
        capture_output=True,
        text=True,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


def limited(megabytes: int) -> Callable[[], object]:
    """What keeps a process to so much address space."""
    size = megabytes << 20
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (size, size))


def test_a_mistake_of_ours_is_told_in_full_and_is_no_finding(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("text")

    monkeypatch.setattr("searcher.cli.program.import_module", fail)
    failed = lunshu("search", "核心")
    assert (failed.code, failed.out) == (2, "")
    assert failed.err.startswith("Traceback (most recent call last):\n")
    assert failed.err.endswith("\nZeroDivisionError: text\n")


def test_a_recursion_without_end_is_no_finding(
    lunshu: Lunshu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        fail()

    monkeypatch.setattr("searcher.cli.program.import_module", fail)
    failed = lunshu("search", "核心")
    assert failed.code == 2
    assert "RecursionError" in failed.err


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        ImportError("libx.so: failed to map segment from shared object"),
        OSError(12, "Cannot allocate memory"),
        RuntimeError("can't start new thread"),
    ],
)
def test_memory_that_ran_out_is_told_in_a_line(
    error: Exception,
    lunshu: Lunshu,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr("searcher.cli.program.import_module", fail)
    assert lunshu("search", "核心") == Run(2, "", NO_MEMORY)


def test_what_came_of_too_little_memory_is_known_by_its_cause() -> None:
    outer = ImportError("numpy could not be imported")
    outer.__cause__ = ValueError("x")
    outer.__cause__.__context__ = MemoryError()
    assert is_out_of_memory(outer)
    assert not is_out_of_memory(ImportError("no module named numpy"))
    assert not is_out_of_memory(None)
    circle = ValueError("a")
    circle.__context__ = ValueError("b")
    circle.__context__.__context__ = circle
    assert not is_out_of_memory(circle)


def test_modules_that_cannot_be_loaded_are_no_finding(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise RuntimeError('broken')\n")
    failed = subprocess.run(
        [*PROGRAM, "search", "核心"],
        env=os.environ | {"PYTHONPATH": f"{tmp_path}{os.pathsep}{CHECKOUT}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr.endswith("\nRuntimeError: broken\n")


def steps(quick: Sequence[int], *others: int) -> list[ParameterSet]:
    """The steps of a sweep; `others` are left to the slow tests."""
    return [
        *(pytest.param(step) for step in quick),
        *(pytest.param(step, marks=pytest.mark.slow) for step in others if step not in quick),
    ]


def assert_answered_or_told(ended: Run, megabytes: int) -> None:
    """With so little memory a command does what it is to do, or says in a line that it cannot."""
    assert ended.code in (0, 2), (megabytes, ended)
    if ended.code == 2:
        assert ended.out == ""
        assert ended.err.removeprefix("lunshu: indexing seeds\n") == NO_MEMORY, (megabytes, ended)


@pytest.mark.parametrize("megabytes", steps([32, 96, 112, 128], *range(24, 160, 8)))
def test_a_search_in_little_memory_answers_or_says_so(
    megabytes: int, index: Path, tmp_path: Path
) -> None:
    ended = run("search", "国家", "--index", index, prepare=limited(megabytes), cwd=tmp_path)
    assert_answered_or_told(ended, megabytes)


@pytest.mark.parametrize("megabytes", steps([64, 120, 168, 216, 1024], *range(24, 320, 8)))
def test_an_index_in_little_memory_is_made_or_not(megabytes: int, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("核心技术受制于人是最大的隐患。\n", "utf-8")
    ended = run("index", "seeds", prepare=limited(megabytes), cwd=tmp_path)
    assert_answered_or_told(ended, megabytes)
    left = {path.suffix for path in (tmp_path / "index").glob("*")} - {""}
    assert left == (set() if ended.code else {".docs", ".post", ".json", ".toc"})


def test_enough_memory_is_enough(index: Path, tmp_path: Path) -> None:
    found = run("search", "国家", "--index", index, prepare=limited(256), cwd=tmp_path)
    assert (found.code, "memory" in found.err) == (0, False)


def test_a_working_folder_that_is_gone_is_named(tmp_path: Path, seeds: Path) -> None:
    for arguments in (["index", "seeds"], ["index", seeds], ["search", "核心"], ["status"]):
        folder = tmp_path / "gone"
        folder.mkdir()
        command = ["sh", "-c", 'cd "$0" && rmdir "$0" && exec "$@"', str(folder), *PROGRAM]
        done = subprocess.run(
            [*command, *map(str, arguments)],
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (
            2,
            "",
            f"lunshu: {folder}: the folder that you are working in has been removed; "
            "go to another one (cd) and run it again\n",
        )


@contextmanager
def started(*arguments: object, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that can be interrupted, and its own group as at a terminal."""
    # A shell that runs the tests in the background has them and their children ignore the signal.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-c", ANNOUNCED, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    signal.signal(signal.SIGINT, ours)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


ANNOUNCED = """
import _signal, os
real = _signal.signal

def announce(number, handler):
    found = real(number, handler)
    if handler == _signal.SIG_DFL:
        os.write(1, b".")
    return found

_signal.signal = announce
from searcher.cli import main
main()
"""
"""The program, which says when it has begun: before that Python starts, which nobody can help."""


def interrupted(*arguments: object, after_ms: int, cwd: Path) -> tuple[int, bytes]:
    """Exit code and stderr of a command that is interrupted so long after Python has started."""
    with started(*arguments, cwd=cwd) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"."
        time.sleep(after_ms / 1000)
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=120)
    return process.returncode, err


def assert_calm(code: int, err: bytes, finished: int = 0) -> None:
    """It ended by the signal, or as a shell reports that, or had finished; and said nothing."""
    assert code in (-signal.SIGINT, 130, finished), err
    assert err in (b"", b"lunshu: indexing seeds\n")


@pytest.mark.parametrize("after_ms", steps([0, 90, 250], *range(0, 420, 20)))
@pytest.mark.parametrize("command", ["search", "trace", "index"])
def test_ctrl_c_at_any_moment_ends_calmly(
    command: str, after_ms: int, index: Path, text: str, tmp_path: Path
) -> None:
    commands: dict[str, list[object]] = {
        "search": ["search", "国家", "-q", "--index", index],
        "trace": ["trace", "--text", text, "--in", "all", "-q", "--index", index],
        "index": ["index", "seeds"],
    }
    arguments = commands[command]
    if command == "index":
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds" / "a.txt").write_text("核心技术受制于人是最大的隐患。\n", "utf-8")
    code, err = interrupted(*arguments, after_ms=after_ms, cwd=tmp_path)
    assert_calm(code, err)
    if command == "index":
        left = {path.suffix for path in (tmp_path / "index").glob("*")} - {""}
        assert left in (set(), {".docs", ".post", ".json", ".toc"})


def test_ctrl_c_is_ignored_where_the_shell_has_it_ignored(index: Path, tmp_path: Path) -> None:
    program = "import os; os.write(1, b'.'); from searcher.cli import main; main()"
    command = ["sh", "-c", 'trap "" INT; exec "$@"', "sh", sys.executable, "-c", program]
    process = subprocess.Popen(
        [*command, "search", "国家", "--index", str(index)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.read(1) == b"."
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, b"Traceback" in err) == (0, False)
    assert out


def test_a_shell_reports_130(tmp_path: Path) -> None:
    sleeping = """
import time
from searcher.cli import program

program.run = lambda _: time.sleep(60)
"""
    script = sleeping + ANNOUNCED
    process = subprocess.Popen(
        ["bash", "-c", '"$@"; echo "code $?"', "bash", sys.executable, "-c", script],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    assert process.stdout is not None
    assert process.stdout.read(1) == b"."
    time.sleep(0.5)
    (child,) = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    os.kill(int(child), signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert (out, err) == (b"code 130\n", b"")


def test_what_follows_from_an_interruption_is_no_error() -> None:
    program = """
import os, signal
from searcher.cli import main, program
from searcher.cli.process import Tidying

class Held:
    def __del__(self):
        os.kill(os.getpid(), signal.SIGINT)

def run(_):
    with Tidying():
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except KeyboardInterrupt as exc:
            Held()
            raise ImportError("multiarray failed to import") from exc

program.run = run
main()
"""
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, check=False
    )
    signal.signal(signal.SIGINT, ours)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_half_written_file_is_removed_after_ctrl_c(index: Path, tmp_path: Path) -> None:
    program = """
import os, signal, sys
from searcher.cli import main, output_file

def late(descriptor):
    os.kill(os.getpid(), signal.SIGINT)

output_file.os.fsync = late
main()
"""
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    done = subprocess.run(
        [sys.executable, "-c", program, "search", "国家", "--index", str(index), "-o", "a.csv"],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    signal.signal(signal.SIGINT, ours)
    assert (done.returncode, done.stderr) == (130, b"")
    assert os.listdir(tmp_path) == []


def test_the_entry_point_imports_nothing_before_it_begins() -> None:
    look = (
        "import sys; before = set(sys.modules); import searcher.cli; "
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["__future__", "searcher", "searcher.cli"]


def test_a_search_of_nothing_is_still_told_from_an_error(index: Path) -> None:
    assert spawn("search", "无此说法", "--exact", "--index", index).code == 1
