"""The formats in which results are written: one table, and one row for each.

A format takes a thing of one shape from an answer. Its writer makes text or bytes of that, and is
loaded only when the format is asked for; a page is laid out by the command whose answer it is.

To add a format, add its row to `FORMATS` and write its writer: every command whose answers have
that shape then offers it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from importlib import import_module
from typing import Any, Literal, NamedTuple, TypeAlias

Shape = Literal["page", "record", "records", "rows"]
"""What a format takes: a page laid out for people, the answer as one record, its parts as records
of their own, or a table of rows."""

FormatWriter: TypeAlias = Callable[[Any], "Iterable[str | bytes]"]


class OutputFormat(NamedTuple):
    """One format.

    Attributes:
        name: as `--format` takes it.
        suffixes: the ends of the names of files in this format, in lower case.
        shape: what it takes.
        writer: `"module:function"`; empty for a page, which each command lays out itself.
        is_binary: whether it is no text, and so nothing for a terminal.
    """

    name: str
    suffixes: tuple[str, ...]
    shape: Shape
    writer: str = ""
    is_binary: bool = False

    def load_writer(self) -> FormatWriter:
        """Import and return the writer."""
        module, _, name = self.writer.partition(":")
        writer: FormatWriter = getattr(import_module(module), name)
        return writer


FORMATS: tuple[OutputFormat, ...] = (
    OutputFormat("text", (".txt",), "page"),
    OutputFormat("json", (".json",), "record", "searcher.render.data.records:json_document"),
    OutputFormat(
        "jsonl", (".jsonl", ".ndjson"), "records", "searcher.render.data.records:json_lines"
    ),
    OutputFormat("csv", (".csv",), "rows", "searcher.render.data.delimited:csv_text"),
    OutputFormat("tsv", (".tsv",), "rows", "searcher.render.data.delimited:tsv_text"),
    OutputFormat(
        "xlsx", (".xlsx",), "rows", "searcher.render.data.workbook:workbook", is_binary=True
    ),
    OutputFormat("md", (".md",), "page"),
    OutputFormat("html", (".html", ".htm"), "page"),
)


def offered(shapes: Collection[Shape], pages: Collection[str]) -> tuple[OutputFormat, ...]:
    """The formats of answers that have these shapes.

    Args:
        shapes: those besides pages.
        pages: the names of the formats that the command lays out itself.
    """
    return tuple(
        format_
        for format_ in FORMATS
        if (format_.name in pages if format_.shape == "page" else format_.shape in shapes)
    )
