"""What a collection holds, as frozen values whose names are those of the JSON fields: passages,
chapters and speeches. What a query finds in it are `results`.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from searcher.answers.results import Hit, Listing

if TYPE_CHECKING:
    from indexer.text.dates import Precision


@dataclass(frozen=True, slots=True)
class Passage(Listing[Hit]):
    """A passage: the sequence of its `paragraphs`, and its neighbours, in file order.

    Attributes:
        path: the source file, relative to the seeds folder.
        paragraphs: the passage's own.
        before: the paragraph that precedes it in the document, None at its beginning.
        after: the paragraph that follows it.
    """

    path: str
    paragraphs: tuple[Hit, ...]
    before: Hit | None
    after: Hit | None

    _listed = "paragraphs"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterEntry:
    """One chapter of a document, as `lunshu list chapters` shows it."""

    doc: str
    chapter: str
    chapter_no: int | None
    passages: int
    paragraphs: int
    first_date: datetime.date | None
    last_date: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechEntry:
    """One speech, told apart by title and date, as `lunshu list speeches` shows it.

    Attributes:
        dates: the separate days where the source names several.
        docs: the documents that quote it.
    """

    speech: str
    date: datetime.date | None
    date_end: datetime.date | None
    date_precision: Precision | None
    dates: tuple[datetime.date, ...]
    passages: int
    paragraphs: int
    docs: tuple[str, ...]
