"""Records: pieces of a file that give the fields of a passage by name.

>>> from indexer.sources.source_text import SourceText
>>> from indexer.formats.json_lines import read
>>> [record.fields for record in read(SourceText.from_text("a.jsonl", '{"text": "一"}')).records]
[{'text': '一'}]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from typing import Any

from indexer.model.limits import DEFAULT, Limits
from indexer.sources.source_text import CHINA


@dataclass(slots=True)
class SourceRecord:
    """A piece of a file that should be a record, and its lines. Made once for each of many.

    Attributes:
        fields: its fields; of one that is none, empty.
        lines: first and last physical line, from 1, both included.
        fault: why it is no record, None where it is one.
    """

    fields: dict[str, Any]
    lines: tuple[int, int]
    fault: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Records:
    """The records of a file.

    Attributes:
        format: the name of the format.
        path: the path of the file, relative to the seeds folder.
        records: they can be gone through once, as a file may have many; going on may raise
            `SourceError` where the file breaks off.
        zone: the zone in which timestamps become dates.
        limits: what is too large to be read.
    """

    format: str
    path: str
    records: Iterator[SourceRecord]
    zone: tzinfo = CHINA
    limits: Limits = DEFAULT
