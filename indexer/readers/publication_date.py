"""The date of publication that a file states about itself.

>>> from indexer.sources.source_text import CHINA
>>> publication_date("昨天", CHINA, line=3)
(None, (Problem(reason="the date '昨天' is not understood; write 2018-04-20", line=3),))
"""

from __future__ import annotations

from datetime import tzinfo

from indexer.model.documents import DateSpan, Problem
from indexer.readers.timestamps import parse_timestamp
from indexer.wording.said import Said, said

_LONGEST_SHOWN = 60  # characters


def publication_date(
    text: str | None, zone: tzinfo, line: int
) -> tuple[DateSpan | None, tuple[Problem, ...]]:
    """The date that `text` says, or the problem with it on `line`."""
    if text is None:
        return None, ()
    try:
        return parse_timestamp(text, zone), ()
    except ValueError:
        return None, (Problem(not_understood(text), line),)


def not_understood(date: str) -> Said:
    """The reason why `date` is left out."""
    shown = date if len(date) <= _LONGEST_SHOWN else f"{date[:_LONGEST_SHOWN]}…"
    return said("reading.date", date=shown)
