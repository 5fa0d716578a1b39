"""The parts of a trace one by one, for programs and for tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from searcher.articles.article import Attribution
from searcher.render.json.records import record_of
from searcher.render.reports.trace_entries import entries_of
from searcher.render.tables.table_cells import Part, Table, joined_table
from searcher.tracing.results import Quotation, Source, Trace


def entry_records(trace: Trace) -> Iterator[dict[str, Any]]:
    """Quotations and what was not found one by one, in the order of the input."""
    for entry in entries_of(trace):
        kind = "quotation" if isinstance(entry.found, Quotation) else "not_found"
        yield {"kind": kind, **record_of(entry.found)}


def entry_table(trace: Trace) -> Table:
    """Quotations and what was not found, each in a row with its best or nearest source."""
    nested = frozenset({"attribution", "sources"})
    parts = (
        Part(None, "kind"),
        Part(Quotation, without=nested),
        Part(Attribution, "attribution."),
        Part(Source, "source."),
        Part(None, "sources"),
    )
    return joined_table(
        parts,
        (
            (
                "quotation" if isinstance(entry.found, Quotation) else "not_found",
                entry.found,
                entry.found.attribution,
                entry.best,
                tuple(source.id for source in filter(None, (entry.best, *entry.others))),
            )
            for entry in entries_of(trace)
        ),
    )
