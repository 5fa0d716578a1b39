"""What a file states about itself, understood: its date of publication, its publisher.

>>> from indexer.formats.blocks import Statement
>>> publication_date(Statement("昨天", 3), CHINA)
(None, (Problem(reason="the date '昨天' is not understood; write 2018-04-20", line=3),))
"""

from __future__ import annotations

from datetime import tzinfo

from indexer.formats.blocks import Statement
from indexer.model.documents import Problem
from indexer.sources.source_text import CHINA  # noqa: F401 (for the example)
from indexer.text.dates import DateSpan
from indexer.text.timestamps import parse_timestamp
from indexer.wording.said import Said, said

_LONGEST_SHOWN = 60  # characters


def publication_date(
    stated: Statement | None, zone: tzinfo
) -> tuple[DateSpan | None, tuple[Problem, ...]]:
    """The date of publication that a file states about itself, or the problem with it."""
    if stated is None:
        return None, ()
    try:
        return parse_timestamp(stated.text, zone), ()
    except ValueError:
        return None, (Problem(not_understood(stated.text), stated.line),)


def not_understood(date: str) -> Said:
    """Why `date` is left out, in one line."""
    shown = date if len(date) <= _LONGEST_SHOWN else f"{date[:_LONGEST_SHOWN]}…"
    return said("reading.date", date=shown)
