"""A program that asks an index again and again while others write it, and compares every answer.

Its input is one line of JSON: the index, the answers that are right, how many threads ask one
searcher, and whether the index is mapped, however small it is. It says that it is ready and begins
when it gets another line, so that many can begin at once, and ends with its input. Its output is
then one line: what it found.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import traceback
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from indexer.commits import segment_files
from searcher import Searcher, open_index
from tests.support.command_line import CHECKOUT
from tests.support.everything_said import QUESTIONS, show

MOST_ERRORS = 5
READY = "ready\n"
SAMPLES_PER_S = 2
_PAGE = os.sysconf("SC_PAGE_SIZE")

Right = Mapping[str, Mapping[str, str]]
"""The right answers: by question, by state of the index."""


@dataclass
class Found:
    """What a program of this kind found.

    Attributes:
        asked: how many questions were asked.
        refreshed: how often a searcher moved to a newer commit.
        states: how many answers were right for each state.
        errors: what was wrong, if anything.
        memory: the bytes of memory that the process took, sampled from beginning to end.
    """

    asked: int = 0
    refreshed: int = 0
    states: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)
    memory: list[int] = field(default_factory=list)


class Reading:
    """The program, running."""

    def __init__(self, index: Path, right: Right, *, threads: int, mapped: bool) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.reading_on"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        )
        job = {
            "index": str(index),
            "right": right,
            "threads": threads,
            "mapped": mapped,
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(job) + "\n")
        self._process.stdin.flush()

    def begin(self) -> None:
        """Let it begin, once it is ready."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == READY
        self._process.stdin.write("go\n")
        self._process.stdin.flush()

    def found(self) -> Found:
        """What it found: it is told to end."""
        found = Found(**json.loads(self._process.communicate()[0]))
        found.states = Counter(found.states)
        return found


class Asker:
    """Asks a searcher, which other threads may ask and refresh, too."""

    def __init__(self, index: Path, right: Right, found: Found, draw: random.Random) -> None:
        self._index = index
        self._right = right
        self._found = found
        self._draw = draw
        self._questions = sorted(right)
        self._possible: set[str] = set()

    def together(self, searcher: Searcher) -> None:
        """Ask a searcher that others refresh: every answer is that of some state."""
        self._found.refreshed += self._draw.random() < 0.1 and searcher.refresh()
        self._ask(searcher, set(self._right[self._questions[0]]))

    def alone(self, searcher: Searcher) -> None:
        """Ask a searcher of one's own: until it is refreshed all answers are of one state."""
        if not self._possible or self._draw.random() < 0.1:
            self._found.refreshed += searcher.refresh()
            self._possible = set(self._right[self._questions[0]])
        if self._draw.random() < 0.02:
            with open_index(self._index) as other:
                self._ask(other, set(self._right[self._questions[0]]))
        self._possible = self._ask(searcher, self._possible)

    def _ask(self, searcher: Searcher, possible: set[str]) -> set[str]:
        """Ask something, and say of which of the `possible` states the answer may be."""
        question = self._draw.choice(self._questions)
        said = question_of(question)(searcher)
        states = {state for state in possible if self._right[question][state] == said}
        if not states:
            raise AssertionError(f"{question} of {sorted(possible)}: {said[:300]}")
        self._found.asked += 1
        if len(states) == 1:
            self._found.states.update(states)
        return states


def question_of(question: str) -> Callable[[Searcher], str]:
    """How a question is asked: those that everyone asks, or `show ID`."""
    if question in QUESTIONS:
        return QUESTIONS[question]
    return partial(show, question.removeprefix("show "))


def ask_on(job: dict[str, Any]) -> Found:
    """Ask with as many threads as the job says, until the input ends."""
    if job["mapped"]:
        segment_files.IN_MEMORY = 0
    index, found = Path(job["index"]), Found()
    parts = [Found() for _ in range(job["threads"])]
    with open_index(index) as searcher:
        print(READY, end="", flush=True)
        sys.stdin.readline()
        ended, threads = threading.Event(), []
        threading.Thread(target=tell_the_end, args=(ended,), daemon=True).start()
        for number, part in enumerate(parts):
            asker = Asker(index, job["right"], part, random.Random(number))
            ask = asker.together if len(parts) > 1 else asker.alone
            threads.append(threading.Thread(target=keep_on, args=(ask, searcher, part, ended)))
        for thread in threads:
            thread.start()
        while not ended.wait(1 / SAMPLES_PER_S) and any(thread.is_alive() for thread in threads):
            found.memory.append(memory())
        for thread in threads:
            thread.join()
    for part in parts:
        found.asked += part.asked
        found.refreshed += part.refreshed
        found.states += part.states
        found.errors += part.errors
    return found


def keep_on(
    ask: Callable[[Searcher], None], searcher: Searcher, found: Found, ended: threading.Event
) -> None:
    while not ended.is_set() and len(found.errors) < MOST_ERRORS:
        try:
            ask(searcher)
        except Exception:
            found.errors.append(traceback.format_exc())


def tell_the_end(ended: threading.Event) -> None:
    """Wait for the end of the input."""
    sys.stdin.read()
    ended.set()


def memory() -> int:
    """How much memory this process takes, in bytes."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE


def _main() -> None:
    found = ask_on(json.loads(sys.stdin.readline()))
    print(json.dumps(vars(found)))


if __name__ == "__main__":
    _main()
