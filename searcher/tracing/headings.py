"""Headings as sources: a quotation that no paragraph contains may stand above one.

A heading has the number -1, -2 and so on where a paragraph has one from 0 on. Its record is that of
the first paragraph under it, with the heading for its text and nothing that is true of that
paragraph alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np

from indexer.model.fields import SECTION_SEPARATOR
from indexer.model.records import Record
from indexer.segments.paged import Numbers
from indexer.text.folding import fold
from indexer.text.marks import BETWEEN_TEXTS
from searcher.browse.headings import HeadingKind
from searcher.engine.protocol import Texts
from searcher.tracing.thresholds import DEFAULT, Thresholds

_NOBODYS: Final[dict[str, Any]] = {
    "role": "article",
    "speaker": None,
    "speech": None,
    "source": None,
    "pages": None,
}
_UNDATED: Final[dict[str, Any]] = {
    "date": None,
    "date_end": None,
    "date_precision": None,
    "date_kind": None,
    "dates": (),
}

_BETWEEN = "\0"
_CODES = 1 << 16
"""Those beyond the first plane are one to a table: what is likely is compared anyhow."""


class Headings:
    """The headings of the paragraphs that something is compared with.

    Args:
        texts: these paragraphs.
    """

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self._placed = texts.headings()
        names = [one.path[-1] for one in self._placed]
        folded = fold(_BETWEEN.join(names)).split(_BETWEEN)  # at once, as they may be very many
        self._folded = folded if len(folded) == len(names) else [fold(name) for name in names]
        self._joined = BETWEEN_TEXTS.join(self._folded)
        self._starts = np.cumsum([0, *(len(one) + 1 for one in self._folded)])[:-1]
        self._codes = _codes(self._joined)

    def kind(self, number: int) -> HeadingKind:
        """The field whose value it is: `"title"`, `"chapter"` or `"section"`."""
        return self._placed[-1 - number].field

    def folded(self, number: int) -> str:
        """The folded text of a heading."""
        return self._folded[-1 - number]

    def record(self, number: int) -> Record:
        """What is known of a heading.

        Whose words it is is known only where the whole document is one speech: in a book or an
        article the first paragraph under it may be anybody's.
        """
        placed = self._placed[-1 - number]
        first = self._texts.record(placed.number)
        own = first.role == "speech" and first.speech is not None and first.speech == first.title
        published = first.date_kind == "publication"
        return replace(
            first,
            **(_NOBODYS if not own else {}),
            **(_UNDATED if not own and not published else {}),
            chapter=None if placed.field == "title" else first.chapter,
            chapter_no=None if placed.field == "title" else first.chapter_no,
            section=SECTION_SEPARATOR.join(placed.path) if placed.field == "section" else None,
            lines=None,
            place=None,
            text=placed.path[-1],
            marks=(),
            alias=None,
        )

    def containing(self, text: str) -> Sequence[int]:
        """The headings that contain a folded text."""
        found: list[int] = []
        at = self._joined.find(text)
        while at >= 0:
            after = int(self._starts.searchsorted(at, "right"))
            found.append(-after)
            beyond = self._starts[after : after + 1].tolist() or [len(self._joined)]
            at = self._joined.find(text, beyond[0])
        return found

    def likely(self, text: str, by: Thresholds = DEFAULT) -> Sequence[int]:
        """The headings that have most characters of a folded text, if they have most of it."""
        if not self._placed:
            return ()
        asked = np.zeros(_CODES, bool)
        asked[_codes(text)] = True
        shared = np.add.reduceat(asked[self._codes], self._starts, dtype=np.int64)
        most = np.argsort(-shared, kind="stable")[: by.likeliest]
        return [-1 - at for at in most.tolist() if shared[at] >= len(text) * by.near]


def _codes(text: str) -> Numbers:
    """The characters of a text as places in a table."""
    codes: Numbers = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(int)
    return np.minimum(codes, _CODES - 1)
