"""What of the seeds could not be read, and why: the index remembers it, and a report tells it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """A source file that could not be read, or not in full.

    Attributes:
        path: relative to the seeds folder.
        reason: what is wrong and what to do about it; it names the line where one is to blame.
    """

    path: str
    reason: str
