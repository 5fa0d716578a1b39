"""What tracing an article returns: frozen values whose names are those of the JSON fields.

A span is a pair `(start, end)`, half-open, in characters. Spans of the input are counted in
`Trace.text`, those of a source in the text of its paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

from indexer.model.records import Record
from indexer.text.marks import PAUSES, SINGLE_CLOSING, STRAIGHT, without
from indexer.value import value
from searcher.answers.results import Listing

if TYPE_CHECKING:
    from indexer.text.span import Span
    from searcher.articles.article import Attribution
    from searcher.browse.headings import HeadingKind
    from searcher.language.filters import Within
    from searcher.textmatch.alignment import Edit

# The ellipsis is what is looked for beside them.
_MARKS = rf"[{without(PAUSES, '…')}”{SINGLE_CLOSING}{STRAIGHT}'\s]*"
ELLIPSIS = r"(?:…+|\.{3,}|。{3,})"
"""An ellipsis, as a regular expression: an author leaves words out, and says so."""

_OPEN_BEFORE = re.compile(rf"(?:^|{ELLIPSIS}){_MARKS}$")
_OPEN_AFTER = re.compile(rf"{_MARKS}(?:$|{ELLIPSIS})")

Verdict = Literal["exact", "normalized", "near", "partial"]
"""exact: the same string in the narrow width of folding. normalized: beyond that only punctuation
marks or the way numerals or characters are written differ. near: words were added, dropped or
changed. partial: of a quotation in marks only a clause occurs in the source. The best comes
first."""

RANKS: Final[dict[Verdict, int]] = {"exact": 0, "normalized": 1, "near": 2, "partial": 2}
"""What was found with a verdict of a lower rank comes first."""


@value(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A paragraph of the collection that contains a quotation, or the one that is nearest to it.

    Attributes:
        match: how the quotation occurs there.
        similarity: 1 less the share of characters that `diff` changes, of the folded texts and by
            the longer of the two; from 0 to 1, rounded to 3 digits.
        heading: which kind of heading it is, and no paragraph: `"title"`, `"chapter"` or
            `"section"`. `text` is then the heading, `id` the first paragraph under it, and what is
            true of that paragraph alone is None: its speaker, speech and date are kept where the
            whole document is that speech. None for a paragraph.
        agrees: whether the article's attribution fits this paragraph's speech or date; None where
            the article gives none or there is nothing to compare it with, and where it does not
            fit a heading.
        spans: where in the paragraph the quotation occurs.
        diff: letter by letter how the two differ, in order, equal stretches included; empty for
            an exact match.
    """

    match: Verdict
    similarity: float
    heading: HeadingKind | None = None
    agrees: bool | None
    spans: tuple[Span, ...]
    diff: tuple[Edit, ...]


@value(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A span of the input that occurs in the collection.

    Attributes:
        start: where it begins in the input.
        end: where it ends.
        text: the span.
        lines: first and last physical line of its paragraph in the file, from 1.
        match: how it occurs in the first source.
        similarity: how alike the two are, as `Source.similarity` of that.
        quoted: whether the author shows it as a quotation, by marks or as a paragraph set off.
        part_of: the span of the whole quotation where this is one of several parts of it.
        attribution: where the article says that it comes from.
        attribution_agrees: whether that fits one of the sources; None as in `Source.agrees`.
        sources: every paragraph in which it occurs, the best first: longest agreement, fitting
            attribution, earliest date.
    """

    start: int
    end: int
    text: str
    lines: tuple[int, int]
    match: Verdict
    similarity: float
    quoted: bool
    part_of: Span | None
    attribution: Attribution | None
    attribution_agrees: bool | None
    sources: tuple[Source, ...]


@value(frozen=True, slots=True, kw_only=True)
class NotFound:
    """What the article shows or attributes as a quotation and the collection does not have.

    Attributes:
        start: where it begins in the input.
        end: where it ends.
        text: that span of the input.
        lines: first and last physical line of its paragraph in the file, from 1.
        quoted: whether the author shows it as a quotation, by marks or as a paragraph set off.
        part_of: the span of the whole quotation where this is one of several parts of it.
        attribution: where the article says that it comes from.
        nearest: the paragraph of the collection that is least unlike, with the difference; None
            where nothing resembles it.
    """

    start: int
    end: int
    text: str
    lines: tuple[int, int]
    quoted: bool
    part_of: Span | None
    attribution: Attribution | None
    nearest: Source | None


@value(frozen=True, slots=True, kw_only=True)
class Trace(Listing[Quotation]):
    """The answer to where the words of an article come from: the sequence of its `quotations`.

    It is falsy where the article quotes nothing: nothing was found, and nothing is missing.

    Attributes:
        text: the input as it was read: its paragraphs, separated by line feeds.
        marks: the marks of notes in what it quotes, which were lifted out of `text`, each as
            `(offset in text, mark)`.
        quotations: what occurs in the collection, in the order of the input, without overlap.
        not_found: what does not though it should, in the order of the input.
        within: which paragraphs were looked in.
        unattributed: whether these are all but notes because the collection has no attributed
            words, and not because somebody asked for them.
        took_ms: milliseconds from the input to this answer.
    """

    text: str
    marks: tuple[tuple[int, str], ...] = ()
    quotations: tuple[Quotation, ...]
    not_found: tuple[NotFound, ...]
    within: Within = "speech"
    unattributed: bool = False
    took_ms: float

    _listed = "quotations"

    @property
    def is_faithful(self) -> bool:
        """Whether every quotation is there word for word, but for marks and numerals, none was
        stitched together, and no attribution disagrees."""
        return not self.not_found and all(
            quotation.match in ("exact", "normalized")
            and quotation.attribution_agrees is not False
            and self._is_whole(quotation)
            for quotation in self.quotations
        )

    def _is_whole(self, quotation: Quotation) -> bool:
        """Whether it is no part, or one that an ellipsis separates from the others."""
        whole = quotation.part_of
        if whole is None:
            return True
        before, after = self.text[whole[0] : quotation.start], self.text[quotation.end : whole[1]]
        return bool(_OPEN_BEFORE.search(before) and _OPEN_AFTER.match(after))

    def __bool__(self) -> bool:
        """Whether anything was found, or missed."""
        return bool(self.quotations or self.not_found)
