"""What an indexing run tells its caller: progress while it runs, a report when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

State = Literal["missing", "corrupt", "version", "options", "content", "current"]
"""Why an index is built: there is none, its files do not fit together, another version wrote it,
it was built with other options, the source files have changed; or `current`: it is up to date."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `done` of `total` source files (`read`) or paragraphs (`cut`, `write`)."""

    stage: Literal["read", "cut", "write"]
    done: int
    total: int


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """A source file that could not be read, or not in full.

    Attributes:
        path: relative to the seeds folder.
        reason: what is wrong and what to do about it; it names the line where one is to blame.
    """

    path: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What an indexing run found and did.

    Attributes:
        state: the state in which the index was found: the reason for which it was built, or
            `"current"`.
        source_files: how many source files there are.
        added: how many of them are new; likewise `changed`, `removed` and `unchanged`.
        failed: what could not be read; everything else is indexed.
        documents: how many documents the index holds; likewise `paragraphs`.
        elapsed_s: seconds.
    """

    state: State
    source_files: int
    added: int
    changed: int
    removed: int
    unchanged: int
    failed: tuple[Failure, ...]
    documents: int
    paragraphs: int
    elapsed_s: float
