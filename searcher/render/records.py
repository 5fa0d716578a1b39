"""The JSON that programs read: names and order of the fields are a promise.

A fact that is not known is null. Dates are ISO 8601, spans and lines are pairs.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import orjson

from searcher.render.provenance import passage_lines

if TYPE_CHECKING:
    from indexer.report import IndexReport
    from searcher.contents import Passage, SpeechEntry
    from searcher.render.status import Status
    from searcher.results import Hit, Results

FORMAT_VERSION = 1
"""Rises when a field is renamed, removed or changes its meaning; a new one does not count."""


_STEERING = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
"""What JSON may hold as it is and a terminal would obey or not show, in a query for instance."""


def json_text(value: object) -> str:
    """A record, a list of them, or a dataclass whose fields are those of its record, as JSON."""
    text = orjson.dumps(value).decode()
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def results_record(results: Results) -> dict[str, Any]:
    """A whole answer."""
    return {
        "format_version": FORMAT_VERSION,
        "query": results.query,
        "total": results.total,
        "related": results.related,
        "took_ms": results.took_ms,
        "hits": [hit_record(hit) for hit in results.hits],
    }


def hit_record(hit: Hit) -> dict[str, Any]:
    """One hit."""
    return {
        "rank": hit.rank,
        "score": hit.score,
        "match": hit.match,
        "id": hit.id,
        "doc": hit.doc,
        "title": hit.title,
        "role": hit.role,
        "passage": hit.passage,
        "paragraph": hit.paragraph,
        **_origin(hit),
        "lines": hit.lines,
        "text": hit.text,
        "spans": hit.spans,
        "snippet": hit.snippet,
    }


def passage_record(passage: Passage) -> dict[str, Any]:
    """A passage: what its paragraphs share, the ids of its neighbours, each paragraph as a hit."""
    first = passage.paragraphs[0]
    return {
        "passage": {
            "id": f"{first.doc}#{first.passage}",
            "doc": first.doc,
            "path": passage.path,
            "title": first.title,
            "role": first.role,
            "passage": first.passage,
            **_origin(first),
            "lines": passage_lines(passage),
            "before": passage.before.id if passage.before else None,
            "after": passage.after.id if passage.after else None,
        },
        "paragraphs": [hit_record(hit) for hit in passage.paragraphs],
    }


def speech_record(entry: SpeechEntry) -> dict[str, Any]:
    """One speech of the collection."""
    return {
        "speech": entry.speech,
        "date": entry.date,
        "date_end": entry.date_end,
        **_separate_days(entry.dates),
        "date_precision": entry.date_precision,
        "passages": entry.passages,
        "paragraphs": entry.paragraphs,
        "docs": entry.docs,
    }


def report_record(report: IndexReport) -> dict[str, Any]:
    """What an indexing run did."""
    return {
        "source_files": report.source_files,
        "added": report.added,
        "changed": report.changed,
        "removed": report.removed,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "documents": report.documents,
        "paragraphs": report.paragraphs,
        "elapsed_s": report.elapsed_s,
        "state": report.state,
        "action": report.action,
        "reasons": report.reasons,
        "skipped": report.skipped,
    }


def status_record(status: Status) -> dict[str, Any]:
    """The state of an index. `changed` is null where there are no source files to compare with.

    `state` and `reasons` are there when they were looked for, `verified` when all was read.
    """
    manifest, catalogue = status.manifest, status.catalogue
    return {
        "index": status.index,
        "format_version": manifest.format_version,
        "generation": manifest.generation,
        "created": manifest.created,
        "lunshu_version": manifest.recipe.lunshu,
        "analyzer": manifest.recipe.analyzer,
        "timezone": manifest.recipe.timezone,
        "seeds": manifest.seeds,
        "source_files": len(catalogue.sources),
        "documents": len(catalogue.documents),
        "paragraphs": manifest.paragraphs,
        "changed": status.changed,
        "failed": catalogue.failed,
        **({"state": status.plan.state, "reasons": status.plan.reasons} if status.plan else {}),
        **({"verified": True} if status.verified else {}),
    }


def _origin(hit: Hit) -> dict[str, Any]:
    """Where and when."""
    return {
        "chapter": hit.chapter,
        "chapter_no": hit.chapter_no,
        "section": hit.section,
        "speech": hit.speech,
        "date": hit.date,
        "date_end": hit.date_end,
        **_separate_days(hit.dates),
        "date_precision": hit.date_precision,
        "date_kind": hit.date_kind,
        "source": hit.source,
        "pages": hit.pages,
    }


def _separate_days(dates: tuple[date, ...]) -> dict[str, tuple[date, ...]]:
    """`dates`, only for words that were said on several separate days."""
    return {"dates": dates} if dates else {}
