"""What is known of some words besides the words: what role they play, and when they were said.

Whoever only asks an index knows these, and nothing else of what a reader makes (`documents`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Role = Literal["speech", "quotation", "article"]
"""speech: attributed words in a compendium. quotation: a quoted paragraph with its own
attribution in an article. article: everything else."""

ROLES: Final[Mapping[str, float]] = {"speech": 1.0, "quotation": 0.9, "article": 0.9}
"""What each role makes of a paragraph's score: the source comes before those who quote it. On equal
score they come in this order."""

DateKind = Literal["speech", "publication"]
Precision = Literal["day", "month", "year"]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days on which words were said or printed.

    Attributes:
        first: the first day.
        last: the last day, equal to `first` for a single day.
        precision: how much of the date is known. A month known alone spans all of its days.
        days: the separate days where the source names them (2月5日、2月14日), else empty.
    """

    first: date
    last: date
    precision: Precision = "day"
    days: tuple[date, ...] = ()
