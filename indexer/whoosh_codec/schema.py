"""The Whoosh schema: three indexed views of the text, the fields that queries filter by, the rest.

    text       words of the folded text, for ranking; what is stored of it is the original text
    chars      its single characters
    bigrams    its overlapping pairs of characters
    date       first day of the words' date, as 20180420
    date_end   last day
    and by their kind in `indexer.model.fields`: whole values, and what is stored only

Plain Whoosh finds paragraphs by any of the indexed fields and shows all that is stored.
"""

from __future__ import annotations

from typing import Any

from whoosh import analysis, fields, formats

from indexer.model.fields import DAYS, FIELDS, VALUES, VIEWS

_STORED = tuple(row.name for row in FIELDS if row.kind == "stored")

_DAY = fields.NUMERIC(int, stored=True, shift_step=0)


def make_schema() -> Any:
    """A `whoosh.fields.Schema` as the module describes it. Its values are cut before they come."""
    schema = fields.Schema()
    for view in VIEWS:
        cut = analysis.IDTokenizer()
        schema.add(
            view,
            fields.FieldType(formats.Frequency(), cut, scorable=True, stored=view == "text"),
        )
    for name in VALUES:
        schema.add(name, fields.ID(stored=True))
    for name in DAYS:
        schema.add(name, _DAY)
    for name in _STORED:
        schema.add(name, fields.STORED())
    return schema


def day_term(day: int) -> bytes:
    """The term of a day such as 20180420 in the fields `date` and `date_end`."""
    term: bytes = _DAY.to_bytes(day)
    return term
