"""Everything that a user of the library writes, for a type checker to read: nothing here runs.

Where a line must be an error, `type: ignore` says which; mypy reports one that is needed no longer.
"""

from __future__ import annotations

from pathlib import Path

import indexer
import lunshu
import searcher


def search(folder: Path) -> list[str]:
    """Names for what is found."""
    with lunshu.open_index(folder) as opened:
        results: lunshu.Results = opened.search("核心技术", limit=3, sort="-date")
        hit: lunshu.Hit = next(iter(results))
        match: lunshu.Match = hit.match
        date: lunshu.DateSpan | None = results.earliest or hit.span()
        record: lunshu.Record = hit
        span: lunshu.Span = hit.spans[0]
        document: lunshu.DocumentEntry = opened.documents()[0]
        source: lunshu.SourceEntry = opened.sources()[0]
        manifest: lunshu.Manifest = opened.manifest
        recipe: lunshu.Recipe = manifest.recipe
        clause: lunshu.Clause = opened.explain("核心技术").tree
        return [
            match,
            f"{date} {span}",
            record.id,
            document.doc,
            source.path,
            recipe.lunshu,
            clause.query,
        ]


def trace(opened: lunshu.Searcher, data: bytes) -> lunshu.Source | None:
    """Names for what is traced."""
    article: lunshu.Article = lunshu.read_article(data, "文.md")
    traced: lunshu.Trace = opened.trace(article)
    for missing in traced.not_found:
        nearest: lunshu.Source | None = missing.nearest
        if nearest is not None:
            verdict: lunshu.Verdict = nearest.match
            edits: tuple[lunshu.Edit, ...] = nearest.diff
            print(verdict, edits)
        return nearest
    return None


def update(seeds: Path, index: Path) -> tuple[lunshu.Failure, ...]:
    """Names for what is built, and for what goes wrong."""
    try:
        report: lunshu.IndexReport = lunshu.update_index(seeds, index, progress=listen)
    except lunshu.IndexLockedError as error:
        print(error.path)
        raise
    except lunshu.QueryError as error:
        print(error.position)
        raise
    return report.failed


def listen(progress: lunshu.Progress) -> None:
    """A listener."""
    print(progress.done, progress.total)


listener: lunshu.Listener = listen
version: str = lunshu.__version__


def wrong() -> object:
    """What a type checker refuses."""
    lunshu.open_index(5)  # type: ignore[arg-type]
    return (
        lunshu.no_such_name,  # type: ignore[attr-defined]
        indexer.no_such_name,  # type: ignore[attr-defined]
        searcher.no_such_name,  # type: ignore[attr-defined]
        lunshu.Hit.no_such_name,  # type: ignore[attr-defined]
    )
