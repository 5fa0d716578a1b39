"""The JSON of an explanation: names and order of the fields are a promise, as in `records`.

{"format_version", "query", "canonical", "total", "paragraphs", "tree": CLAUSE,
 "reasons": [REASON…], "suggestions": [{"query", "total"}…], "took_ms"}

CLAUSE  {"kind", "query", "filter", "folded", "total", "route": ROUTE | null,
         "words": [COUNTED…], "clauses": [CLAUSE…], "omitted"}
ROUTE   {"kind", "terms": [COUNTED…], "candidates", "values": [COUNTED…], "value_count"}
COUNTED {"text", "total"}
REASON  {"kind", "clause", …}: the fields of the dataclass in `searcher.explanation`
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from searcher.explanation import Clause, Explanation, Reason
from searcher.render.records import FORMAT_VERSION


def explanation_record(explanation: Explanation) -> dict[str, Any]:
    """A whole explanation."""
    return {
        "format_version": FORMAT_VERSION,
        "query": explanation.query,
        "canonical": explanation.canonical,
        "total": explanation.total,
        "paragraphs": explanation.paragraphs,
        "tree": _clause_record(explanation.tree),
        "reasons": [_reason_record(reason) for reason in explanation.reasons],
        "suggestions": explanation.suggestions,
        "took_ms": explanation.took_ms,
    }


def _clause_record(clause: Clause) -> dict[str, Any]:
    return {
        "kind": clause.kind,
        "query": clause.query,
        "filter": clause.filter,
        "folded": clause.folded,
        "total": clause.total,
        "route": clause.route,
        "words": clause.words,
        "clauses": [_clause_record(part) for part in clause.clauses],
        "omitted": clause.omitted,
    }


def _reason_record(reason: Reason) -> dict[str, Any]:
    names = [field.name for field in fields(reason) if field.name != "kind"]
    return {"kind": reason.kind, **{name: getattr(reason, name) for name in names}}
