"""What can be made slow or large on purpose, to see that the guard notices.

`guard --slow NAME` has it done in the processes that are measured, in lunshu's own functions: see
`slowing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SLOW = "LUNSHU_GUARD_SLOW"
"""The variable of the environment that names it."""


@dataclass(frozen=True)
class Place:
    """Something that is made slow or large.

    Attributes:
        where: the function, `module:name`.
        how: what is done to it, a function of `slowing`.
        caught_by: the figures that must be beyond their limits then; there may be others.
    """

    where: str
    how: str
    caught_by: tuple[str, ...]


def _twice(where: str, *caught_by: str) -> Place:
    return Place(where, "takes as long again", caught_by)


PLACES: Mapping[str, Place] = {
    "nothing": Place("", "stays as it is", ()),
    "command": _twice(
        "searcher.cli.program:run", "shell_quoted_own", "shell_bare_own", "shell_unchanged_own"
    ),
    "imports": Place("", "is imported in twice the time", ("shell_quoted_own", "shell_bare_own")),
    "reading": _twice("indexer.readers.reading:read_source", "build_read"),
    "core": _twice("searcher.ranking.maxscore:best", "core_p50", "core_slow"),
    "search": _twice(
        "searcher.searcher:Searcher.search",
        *("ranked_p50", "ranked_slow", "question_p50", "question_slow", "quoted_p50"),
        *("quoted_slow", "frequent_p50", "frequent_slow", "dated_p50", "dated_slow"),
        *("chaptered_p50", "chaptered_slow", "near_p50", "near_slow", "wildcard_p50"),
        *("wildcard_slow",),
    ),
    "tracing": _twice("searcher.tracing.trace:trace", "tracing"),
    "related": _twice("searcher.ranking.related:find_related", "question_p50", "question_slow"),
    "finding": _twice("searcher.store.matching:find", "finding_p50", "finding_slow"),
    "filters": Place(
        "searcher.answers.search:answer",
        "takes as long again with a filter",
        ("dated_filter", "chaptered_filter", "dated_p50", "chaptered_p50"),
    ),
    "building": _twice("indexer.pipeline:_commit", "build_write"),
    "writing": _twice("indexer.batch:add_batch", "index_work"),
    "cutting": _twice("indexer.words.analysis:Cutter.cut", "build_words"),
    "build-memory": Place(
        "indexer.segments.building:SegmentBuilder.add_postings",
        "holds as much memory again",
        ("build_peak",),
    ),
    "index": Place(
        "indexer.segments.blocks:BlockWriter.stream", "writes all it writes twice", ("index_size",)
    ),
    "searcher-memory": Place(
        "searcher.searcher:Searcher.search", "holds as much memory again", ("searcher_memory",)
    ),
}
