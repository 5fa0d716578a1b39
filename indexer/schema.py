"""The Whoosh schema: three indexed views of the text, and the fields that queries filter by.

    text       words of the folded text, for ranking          (terms; stored: none)
    chars      its single characters                          (terms)
    bigrams    its overlapping pairs of characters            (terms)
    *_length   how many tokens each view has                  (columns; Whoosh rounds its own)
    date       first day of the words' date, as 20180420      (number, column)
    date_end   last day                                       (number, column)
    doc, title, role, speech, source, section, chapter, chapter_no, alias      (whole values)
    record     everything that is shown of the paragraph      (stored JSON, see `records`)

The order of the documents in the index is the order of the paragraphs in the collection.
"""

from __future__ import annotations

from typing import Any

from whoosh import analysis, columns, fields, formats

VIEWS = ("text", "chars", "bigrams")
"""The indexed views of the text, by field name."""

VALUES = ("doc", "title", "role", "speech", "source", "section", "chapter", "chapter_no", "alias")
"""The fields that are indexed as whole values."""


def length_column(view: str) -> str:
    """The name of the column that holds the length of `view`, in tokens."""
    return f"{view}_length"


def make_schema() -> Any:
    """A `whoosh.fields.Schema` as the module describes it. Its values are cut before they come."""
    schema = fields.Schema(
        id=fields.ID(unique=True),
        record=fields.STORED,
        date=fields.NUMERIC(int, sortable=True, default=0),
        date_end=fields.NUMERIC(int, sortable=True, default=0),
    )
    for view in VIEWS:
        schema.add(
            view, fields.FieldType(formats.Frequency(), analysis.IDTokenizer(), scorable=True)
        )
        schema.add(length_column(view), fields.COLUMN(columns.NumericColumn("i")))
    for name in VALUES:
        schema.add(name, fields.ID())
    return schema
