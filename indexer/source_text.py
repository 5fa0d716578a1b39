"""A decoded source file on its way to a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo

CHINA = timezone(timedelta(hours=8), "UTC+08:00")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source file, in the lines that an editor numbers.

    Attributes:
        path: relative to the seeds folder, with `/` between folders.
        lines: physical lines without their line ends; `lines[0]` is line 1. Only CR LF, CR and
            LF end a line.
        zone: the time zone in which timestamps become dates.
    """

    path: str
    lines: tuple[str, ...]
    zone: tzinfo = CHINA

    @classmethod
    def from_text(cls, path: str, text: str, zone: tzinfo = CHINA) -> SourceText:
        """Divide `text` into physical lines."""
        return cls(path, tuple(_LINE_END.split(text)), zone)
