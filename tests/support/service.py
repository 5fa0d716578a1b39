"""A process that holds one searcher open and asks it questions, each time it is sent a line.

    python -m tests.support.service INDEX MOST_IN_MEMORY

Indexes of more than MOST_IN_MEMORY bytes are mapped. It prints a line of JSON for each round: by
the name of each method what it returned, or the message of its error.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from indexer.errors import IndexStoreError
from searcher import Searcher, open_index
from tests.support.command_line import CHECKOUT

QUOTED = "国家网络安全，。人才国家网络安全"

METHODS: Mapping[str, Callable[[Searcher], object]] = {
    "search": lambda it: [
        (found.total, [hit.id for hit in found.hits])
        for query in ('"国家"', '"安全"', '"人才"', '"网络"')
        for found in [it.search(query, limit=None)]
    ],
    "search, ranked": lambda it: [hit.id for hit in it.search("国家 网络").hits],
    "explain": lambda it: it.explain('"国家" -"安全"'),
    "passage": lambda it: it.passage("丙#3"),
    "trace": lambda it: it.trace(QUOTED, within="all", min_length=6),
    "similar": lambda it: it.similar("丙#3", min_length=6),
    "repetitions": lambda it: it.repetitions(min_length=6, within="all"),
    "first": lambda it: it.first('"国家"'),
    "cite": lambda it: it.cite("丙#3"),
    "documents": lambda it: it.documents(),
    "document_ids": lambda it: it.document_ids(),
    "sources": lambda it: it.sources(),
    "chapters": lambda it: it.chapters(),
    "speeches": lambda it: it.speeches(),
    "speakers": lambda it: it.speakers(),
    "roles": lambda it: sorted(it.roles().items()),
    "changed_source": lambda it: it.changed_source(),
}
"""A question for each method of a searcher that reads the index."""


def ask_all(searcher: Searcher, prefix: str = "") -> dict[str, str]:
    """What each method returns, without times, or the message of its error.

    Args:
        prefix: ask only the methods whose names begin so.
    """
    said = {}
    for name, ask in METHODS.items():
        if not name.startswith(prefix):
            continue
        try:
            said[name] = re.sub(r"took_ms=[\d.e-]+", "", repr(ask(searcher)))
        except IndexStoreError as error:
            said[name] = f"{type(error).__name__}: {error}"
    return said


class Service:
    """Such a process, as its parent sees it."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def ask(self, prefix: str = "") -> dict[str, str] | None:
        """What its searcher says now (see `ask_all`); None where the process died of a signal."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{prefix}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            assert self.process.wait() < 0, "it ended by itself"
            return None
        said: dict[str, str] = json.loads(line)
        return said


@contextmanager
def serving(index: Path, *, most_in_memory: int) -> Iterator[Service]:
    """A service that has the index open."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.support.service", str(index), str(most_in_memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=CHECKOUT,
    )
    try:
        yield Service(process)
    finally:
        process.kill()
        process.communicate()


def _serve(index: str, most_in_memory: str) -> None:
    from indexer.commits import segment_files  # noqa: PLC0415 (only in the process itself)

    segment_files.IN_MEMORY = int(most_in_memory)
    with open_index(index) as searcher:
        for line in sys.stdin:
            print(json.dumps(ask_all(searcher, line.strip())), flush=True)


if __name__ == "__main__":
    _serve(*sys.argv[1:])
