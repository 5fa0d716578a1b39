"""The JSON of a trace: names and order of the fields are a promise, as in `records`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from searcher.render.records import FORMAT_VERSION
from searcher.render.trace_entries import entries_of
from searcher.tracing.results import Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from searcher.tracing.results import Attribution, Edit, NotFound, Source, Trace


def trace_record(trace: Trace) -> dict[str, Any]:
    """A whole answer."""
    return {
        "format_version": FORMAT_VERSION,
        "text": trace.text,
        "took_ms": trace.took_ms,
        "quotations": [_quotation(quotation) for quotation in trace.quotations],
        "not_found": [_not_found(one) for one in trace.not_found],
    }


def entry_records(trace: Trace) -> Iterator[dict[str, Any]]:
    """Quotations and what was not found one by one, in the order of the input."""
    for entry in entries_of(trace):
        if isinstance(entry.found, Quotation):
            yield {"kind": "quotation", **_quotation(entry.found)}
        else:
            yield {"kind": "not_found", **_not_found(entry.found)}


def _quotation(quotation: Quotation) -> dict[str, Any]:
    return {
        "start": quotation.start,
        "end": quotation.end,
        "text": quotation.text,
        "lines": quotation.lines,
        "match": quotation.match,
        "similarity": quotation.similarity,
        "quoted": quotation.quoted,
        "part_of": quotation.part_of,
        "attribution": _attribution(quotation.attribution),
        "attribution_agrees": quotation.attribution_agrees,
        "sources": [_source(source) for source in quotation.sources],
    }


def _not_found(one: NotFound) -> dict[str, Any]:
    return {
        "start": one.start,
        "end": one.end,
        "text": one.text,
        "lines": one.lines,
        "quoted": one.quoted,
        "part_of": one.part_of,
        "attribution": _attribution(one.attribution),
        "nearest": _source(one.nearest) if one.nearest else None,
    }


def _attribution(attribution: Attribution | None) -> dict[str, Any] | None:
    if attribution is None:
        return None
    span = attribution.date
    return {
        "speech": attribution.speech,
        "date": span.first if span else None,
        "date_end": span.last if span else None,
        **({"dates": span.days} if span and span.days else {}),
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "doc": source.doc,
        "title": source.title,
        "role": source.role,
        "match": source.match,
        "similarity": source.similarity,
        "attribution_agrees": source.agrees,
        "speech": source.speech,
        "date": source.date,
        "date_end": source.date_end,
        **({"dates": source.dates} if source.dates else {}),
        "chapter": source.chapter,
        "source": source.source,
        "pages": source.pages,
        "lines": source.lines,
        "text": source.text,
        "spans": source.spans,
        "diff": [_edit(edit) for edit in source.diff],
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {"op": edit.op, "input": edit.input, "source": edit.source}
