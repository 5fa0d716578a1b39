"""A process that cuts texts, as the build sees it; what runs in it is `cutting_worker`.

It is not `multiprocessing`, whose ways of starting a process import the caller's program again or
copy a process in which threads run.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock, Timer
from typing import IO

from indexer.cutting_messages import pack_texts, receive, send, unpack_words
from indexer.cutting_words import CutTexts
from indexer.cutting_worker import greeting

START_S = 60.0
"""How long a process may take to start, in seconds; it takes one where others are at work too."""

_PROGRAM = "import sys; sys.path[:] = {path}; from indexer.cutting_worker import main; main()"


class ProcessLostError(Exception):
    """A process cannot be started, or does not cut as this one does."""


class CuttingProcess:
    """Cuts texts in a process of its own, which starts when there are some.

    Args:
        whole: words that are never cut.
    """

    def __init__(self, whole: Iterable[str]) -> None:
        self._whole = tuple(whole)
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = Lock()
        self._ended = False

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """Cut `texts`; an error of any kind means that the process is of no use any more."""
        requests, answers = _pipes(self._process) if self._process else self._start()
        send(requests, pack_texts(texts))
        return unpack_words(receive(answers, 3))

    def kill(self) -> None:
        """End the process, and with an error what waits for it; it has nothing to lose."""
        with self._starting:
            self._ended = True
            if self._process:
                self._process.kill()

    def clear_away(self) -> None:
        """Give back what is left of the process, which was killed and which nobody waits for."""
        if self._process:
            for pipe in _pipes(self._process):
                with suppress(OSError):  # it had not taken all that was written
                    pipe.close()
            self._process.wait()

    @property
    def pid(self) -> int | None:
        """The number of the process, None where it has not started."""
        return self._process.pid if self._process else None

    def _start(self) -> tuple[IO[bytes], IO[bytes]]:
        program = _PROGRAM.format(path=ascii([path for path in sys.path if isinstance(path, str)]))
        with self._starting:
            if self._ended or not _is_python(sys.executable):
                raise ProcessLostError
            self._process = subprocess.Popen(
                [sys.executable, "-W", "ignore", "-c", program],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
        requests, answers = _pipes(self._process)
        expected = greeting()
        late = Timer(START_S, self._process.kill)
        late.start()
        try:
            send(requests, pack_texts(self._whole))
            if answers.read(len(expected)) != expected:
                raise ProcessLostError
        finally:
            late.cancel()
        return requests, answers


def _pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes]]:
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout


def _is_python(path: str | None) -> bool:
    """Whether a program is Python itself, and not one that Python is a part of."""
    if not path or getattr(sys, "frozen", False):
        return False
    return Path(path).stem.lower().startswith(("python", "pypy"))
