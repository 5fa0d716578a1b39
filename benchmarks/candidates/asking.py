"""Starts candidates and asks them: see `serving.py` for what they answer."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent

BLOCK = 10
"""So many queries a candidate answers before it is another's turn."""


@dataclass(frozen=True)
class Timed:
    """What a candidate did with a query.

    Attributes:
        ms: how long it took, in milliseconds.
        hits: how many hits it counted; None where it was given up.
        which: the hits, where two candidates can compare them.
    """

    ms: float
    hits: int | None
    which: Any


class CandidateError(RuntimeError):
    """A candidate died; the message ends with what it wrote last."""


class Candidate:
    """A candidate in a process of its own. It is a context manager.

    Args:
        script: its script in this folder, without the suffix.
        python: what runs it.
    """

    def __init__(self, script: str, python: str = sys.executable) -> None:
        self._name = script
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (`__exit__` closes it)
        self._process = subprocess.Popen(
            [python, str(_FOLDER / f"{script}.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            encoding="utf-8",
        )

    def do(self, action: str, **arguments: object) -> Any:
        """Have one action done.

        Raises:
            CandidateError: it died of it.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        request = json.dumps({"do": action, "with": arguments})
        try:
            self._process.stdin.write(request + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        answer = self._process.stdout.readline()
        if not answer:
            self._errors.seek(0)
            raise CandidateError(f"{self._name}: {self._errors.read().decode()[-1000:]}")
        return json.loads(answer)

    def ask(self, queries: Sequence[Any]) -> list[Timed]:
        """Its answers to queries."""
        return [Timed(*answer) for answer in self.do("ask", queries=queries)]

    def __enter__(self) -> Candidate:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._errors.close()


def ask_in_turn(
    queries: Mapping[Candidate, Sequence[Any]], warm_up: int
) -> dict[Candidate, list[Timed]]:
    """The answers of each candidate to its form of the same queries: A B C A B C …

    Args:
        warm_up: so many queries come first and are left out.
    """
    for candidate, forms in queries.items():
        candidate.ask(forms[:warm_up])
    answers: dict[Candidate, list[Timed]] = {candidate: [] for candidate in queries}
    count = max(map(len, queries.values()))
    for at in range(warm_up, count, BLOCK):
        for candidate, forms in queries.items():
            answers[candidate] += candidate.ask(forms[at : at + BLOCK])
    return answers
