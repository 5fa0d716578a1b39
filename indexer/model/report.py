"""What an indexing run returns to its caller: progress while it runs, a report at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from indexer.model.catalogue import Failure, Skipped, Understanding
from indexer.model.recipe import Reason
from indexer.value import value

State = Literal["missing", "corrupt", "version", "options", "content", "current"]
"""Why an index is built: there is none, its files do not fit together, another version wrote it,
it was built with other options, the source files have changed; or `current`: it is up to date."""


Action = Literal["build", "update", "nothing"]
"""What is done with an index: it is built from nothing, updated, or left as it is."""


@value(frozen=True, slots=True)
class Progress:
    """How far a run is.

    Attributes:
        stage: whether it waits for another writer, reads source files, cuts or writes paragraphs.
        done: seconds (`wait`), source files (`read`) or paragraphs (`cut`, `write`) until now.
        total: the number of them at the end.
    """

    stage: Literal["wait", "read", "cut", "write"]
    done: int
    total: int


Listener = Callable[[Progress], None]


@value(frozen=True, slots=True, kw_only=True)
class IndexPlan:
    """What an indexing run would do.

    Attributes:
        state: the state of the index.
        action: `"build"` it from nothing, `"update"` it, or do `"nothing"`.
        reasons: what differs besides the source files.
        added: the paths of new source files.
        changed: the paths of those whose content has changed.
        removed: the paths of those that are no longer there.
        renamed: the old and the new path of files that only have another name; they are among the
            added and the removed.
        unchanged: the paths of the others.
        skipped: what lies below the seeds folder and is no source file.
    """

    state: State
    action: Action
    reasons: tuple[Reason, ...]
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    unchanged: tuple[str, ...]
    skipped: tuple[Skipped, ...]


@value(frozen=True, slots=True, kw_only=True)
class IndexReport:
    """What an indexing run found and did.

    Attributes:
        state: the state in which the index was found: the reason for what was done, or `"current"`.
        action: what was done: `"build"`, `"update"` or `"nothing"`.
        source_files: the number of source files.
        added: the number of new ones.
        changed: the number of those whose content had changed.
        removed: the number of those that were no longer there.
        unchanged: the number of the others.
        failed: what could not be read; everything else is indexed.
        skipped: what lies below the seeds folder and is no source file.
        reasons: what differed besides the source files.
        documents: the number of documents in the index.
        paragraphs: the number of paragraphs in the index.
        understood: what was understood of the documents.
        elapsed_s: seconds.
    """

    state: State
    action: Action
    source_files: int
    added: int
    changed: int
    removed: int
    unchanged: int
    failed: tuple[Failure, ...]
    skipped: tuple[Skipped, ...]
    reasons: tuple[Reason, ...]
    documents: int
    paragraphs: int
    understood: Understanding
    elapsed_s: float
