"""A program that indexes and is killed at a chosen moment, again and again, each time in a fork.

It loads everything once. Each line of its input is a job, each line of its output says how the job
ended. Whoever wants it to end closes its input.

    {"seeds": …, "index": …, "full": false, "at_event": 17, …}
    {"signal": 9, "event": 17, "stage": "write", "what": "before fsync …", "seconds": 0.01}

An event is a call that changes a file (twice: before and after it) or a report of progress.
"""

from __future__ import annotations

import json
import mmap
import os
import signal
import struct
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any
from unittest.mock import patch

from indexer import Progress, build_index, update_index
from tests.support.command_line import CHECKOUT
from tests.support.file_calls import Call, watching
from tests.support.one_cutter import share_cutters, shared_cutter

STAGES = ("begin", "read", "cut", "write", "merge", "switch", "clean")


@dataclass(frozen=True, slots=True)
class End:
    """How a job ended.

    Attributes:
        signal: what killed it; 0 where it came to its end.
        event: how many events there were.
        stage: the last stage that it reached.
        what: the last event.
        seconds: how long it took.
        stages: the stage of every event, of a job that was not to be killed.
    """

    signal: int
    event: int
    stage: str
    what: str
    seconds: float
    stages: tuple[str, ...] = ()


class Dying:
    """The program, running: a context manager."""

    def __init__(self) -> None:
        environment = os.environ | {"PYTHONPATH": str(CHECKOUT), "OPENBLAS_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.dying"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def run(
        self,
        seeds: Path,
        index: Path,
        *,
        full: bool = False,
        merges: bool = True,
        at_event: int | None = None,
        after_s: float | None = None,
    ) -> End:
        """Index, and be killed at an event (from 1) or after some seconds.

        Args:
            seeds: what is to be indexed.
            index: the folder of the index.
            full: whether it is built anew.
            merges: whether small segments are merged, as ever.
            at_event: at which event it is killed.
            after_s: after how many seconds.
        """
        job = {
            "seeds": str(seeds),
            "index": str(index),
            "full": full,
            "merges": merges,
            "at_event": at_event,
            "after_s": after_s,
        }
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return End(**answer | {"stages": tuple(answer["stages"])})

    def __enter__(self) -> Dying:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.communicate()


class _Board:
    """What a child tells its parent, who reads it when the child is dead."""

    _HEAD = struct.Struct("<IB255p")
    _MOST = 1 << 16

    def __init__(self) -> None:
        self._memory = mmap.mmap(-1, self._HEAD.size + self._MOST)
        self.count = 0

    def note(self, stage: str, what: str) -> None:
        """Note an event."""
        number = STAGES.index(stage)
        # A name that is cut amid a character would not be read back.
        self._memory[self._HEAD.size + self.count] = number
        self.count += 1
        head = self._HEAD.pack(self.count, number, what.encode("ascii", "replace"))
        self._memory[: self._HEAD.size] = head

    def read(self) -> tuple[int, str, str, list[str]]:
        """How many events, the last stage, the last event, the stage of each."""
        count, number, what = self._HEAD.unpack(self._memory[: self._HEAD.size])
        numbers = self._memory[self._HEAD.size : self._HEAD.size + count]
        return count, STAGES[number], what.decode(), [STAGES[each] for each in numbers]


class _Stages:
    """Counts events and kills its own process at the one that is chosen."""

    def __init__(self, board: _Board, fatal: int | None) -> None:
        self._board = board
        self._fatal = fatal
        self._stage = "begin"

    def progress(self, progress: Progress) -> None:
        if progress.stage in STAGES and self._stage in STAGES[:3]:
            self._stage = progress.stage
        self._event(f"{progress.stage} {progress.done} of {progress.total}")

    def call(self, call: Call) -> None:
        if call.switches:
            self._stage = "switch" if call.when == "before" else "clean"
        self._event(str(call))

    def merging(self, merge: Callable[..., None]) -> Callable[..., None]:
        """`merge`, whose beginning is an event."""

        def call(*args: Any, **options: Any) -> None:
            self._stage = "merge"
            self._event("merge")
            merge(*args, **options)

        return call

    def _event(self, what: str) -> None:
        self._board.note(self._stage, what)
        if self._board.count == self._fatal:
            os.kill(os.getpid(), signal.SIGKILL)


def _work(job: dict[str, Any], board: _Board) -> None:
    """What a child does."""
    from indexer.commits import merge_policy  # noqa: PLC0415
    from indexer.segments.building import add_segment  # noqa: PLC0415
    from indexer.whoosh_codec import writer  # noqa: PLC0415

    if not job["merges"]:
        merge_policy._SMALL, merge_policy._RATIO, merge_policy._DELETED = 0, 0, 1
    stages = _Stages(board, job["at_event"])
    patch.object(writer, "add_segment", stages.merging(add_segment)).start()
    run = build_index if job["full"] else update_index
    with watching(Path(job["index"]), stages.call):
        run(job["seeds"], job["index"], progress=stages.progress)


def _fork(job: dict[str, Any]) -> dict[str, Any]:
    board = _Board()
    started = time.perf_counter()
    child = os.fork()
    if not child:
        code = 1
        try:
            _work(job, board)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    if job["after_s"] is not None:
        time.sleep(job["after_s"])
        os.kill(child, signal.SIGKILL)  # which is still there, if only to be waited for
    _, status = os.waitpid(child, 0)
    seconds = time.perf_counter() - started
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise RuntimeError(f"{job} failed")
    count, stage, what, stages = board.read()
    killed = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    return {
        "signal": killed,
        "event": count,
        "stage": stage,
        "what": what,
        "seconds": seconds,
        "stages": stages if not killed else [],
    }


def _main() -> None:
    import whoosh.query  # noqa: F401, PLC0415 (what a fork would load each time)

    import indexer.facts.reading  # noqa: PLC0415
    import indexer.writer  # noqa: F401, PLC0415

    share_cutters()
    shared_cutter().words("核心技术")  # which loads the dictionary and a model
    for line in sys.stdin:
        print(json.dumps(_fork(json.loads(line))), flush=True)


if __name__ == "__main__":
    _main()
