"""An article as it is compared: folded, in regions, and their letters.

A region is what is traced by itself: a quotation that the author shows as one, or what is between
two of them. Where he begins to report what somebody says, another region begins. Nothing is traced
across the edge of a region.

Some quotation marks are not the author's: he took them over with the words around them.

    古人说：“知屋漏者在宇下，知政失者在草野。”很多网民称自己为“草根”，…

Where the source has the same marks with the same words before or after them, they separate nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from indexer.text.folding import fold, fold_with_origins
from indexer.text.span import Span
from searcher.articles.article import Article, ArticleParagraph
from searcher.textmatch.edges import trimmed
from searcher.textmatch.letters import letter_count
from searcher.tracing.results import ELLIPSIS
from searcher.tracing.thresholds import DEFAULT, Thresholds

if TYPE_CHECKING:
    from searcher.claims.claims import Claim

_ELLIPSIS = re.compile(ELLIPSIS)
_MARK = '"'
"""What every quotation mark folds to."""


class Region(NamedTuple):
    """A region of an article.

    Attributes:
        text: its folded text, without marks or blanks at its edges.
        origins: for each character of `text` where in the article it came from.
        paragraph: the paragraph that it lies in.
        quoted: whether the author shows it as a quotation.
        whole: the span of the whole quotation where this is one of several parts of it.
    """

    text: str
    origins: tuple[int, ...]
    paragraph: ArticleParagraph
    quoted: bool
    whole: Span | None = None

    @property
    def span(self) -> Span:
        """Where it is in the article."""
        return self.origins[0], self.origins[-1] + 1

    def original(self, start: int, end: int) -> Span:
        """The span of the article that `text[start:end]` was made of; it is not empty."""
        return self.origins[start], self.origins[end - 1] + 1

    def folded(self, span: Span) -> Span:
        """The span of `text` that was made of a span of the article, cut to this region."""
        return bisect_left(self.origins, span[0]), bisect_left(self.origins, span[1])


def iter_regions(
    article: Article, claims: Sequence[Claim], by: Thresholds = DEFAULT
) -> Iterator[Region]:
    """The regions of an article, in order.

    Args:
        claims: what its author calls quotations, in order.
    """
    waiting = deque(claims)
    for paragraph in article.paragraphs:
        at = before = paragraph.start
        while waiting and waiting[0].start < paragraph.end:
            claim = waiting.popleft()
            if claim.kind != "attributed":
                yield from _text_regions(article, paragraph, (at, claim.start), by)
                yield from _quoted_regions(article, paragraph, (claim.start, claim.end), by)
                at = claim.end
            elif any(map(str.isalnum, article.text[before : claim.start])):
                yield from _text_regions(article, paragraph, (at, claim.start), by)
                at = claim.start
            before = claim.end
        yield from _text_regions(article, paragraph, (at, paragraph.end), by)


def _text_regions(
    article: Article, paragraph: ArticleParagraph, span: Span, by: Thresholds
) -> Iterator[Region]:
    for text, origins in _portions(article, span, by.longest_portion):
        yield Region(text, origins, paragraph, quoted=False)


def _quoted_regions(
    article: Article, paragraph: ArticleParagraph, span: Span, by: Thresholds
) -> Iterator[Region]:
    """A quotation, or its parts where the author leaves out words between them."""
    parts = [
        portion
        for part in _between_ellipses(article.text, span)
        for portion in _portions(article, part, by.longest_portion)
    ]
    whole = span if len(parts) > 1 else None
    for text, origins in parts:
        if whole is None or len(text) >= by.shortest_between_ellipses:
            yield Region(text, origins, paragraph, quoted=True, whole=whole)


def _between_ellipses(text: str, span: Span) -> Iterator[Span]:
    at = span[0]
    for ellipsis in _ELLIPSIS.finditer(text, *span):
        yield at, ellipsis.start()
        at = ellipsis.end()
    yield at, span[1]


def _portions(article: Article, span: Span, longest: int) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The folded text of a span of the article and where its characters came from, without marks
    at the edges; in portions of whole sentences where it is too long to be compared with others."""
    folded = fold_with_origins(article.text[slice(*span)])
    at, size = 0, len(folded.text)
    while at < size:
        last = size if size - at <= longest else at + min(longest, (size - at) // 2)
        if last < size:
            last = folded.text.rfind("。", at + (last - at) // 2, last) + 1 or last
        start, end = trimmed(folded.text, at, last)
        if start < end:
            yield (
                folded.text[start:end],
                tuple(span[0] + origin for origin in folded.origins[start:end]),
            )
        at = last


def without_inner_claims(
    article: Article,
    claims: Iterable[Claim],
    is_in_source: Callable[[str], bool],
    by: Thresholds = DEFAULT,
) -> Iterator[Claim]:
    """The claims without those whose marks are the source's own.

    Args:
        is_in_source: whether a source contains a folded text.
    """
    paragraphs = iter(article.paragraphs)
    paragraph = next(paragraphs, None)
    for claim in claims:
        while paragraph is not None and paragraph.end <= claim.start:
            paragraph = next(paragraphs, None)
        assert paragraph is not None, "claims lie in paragraphs"
        if claim.kind != "marked" or not any(
            map(is_in_source, _with_words(article, claim, paragraph, by))
        ):
            yield claim


def _with_words(
    article: Article, claim: Claim, paragraph: ArticleParagraph, by: Thresholds
) -> Iterator[str]:
    """A claim with the words before it, and with those after it, where these are enough."""
    text = article.text
    before = fold(text[max(paragraph.start, claim.start - by.beside_inner_marks) : claim.start])
    after = fold(text[claim.end : min(paragraph.end, claim.end + by.beside_inner_marks)])
    words = fold(text[claim.start : claim.end])
    for beside, joined in ((before, before + words), (after, words + after)):
        if _MARK in beside and letter_count(beside) >= by.letters_beside_inner_marks:
            yield joined
