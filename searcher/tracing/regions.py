"""An article as it is compared: folded, in regions, and their letters.

A region is what is traced by itself: a quotation that the author shows as one, or what stands
between two of them. Where he begins to report what somebody says, another region begins. Nothing is
traced across the edge of a region.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from indexer.folding import fold_with_origins
from searcher.results import Span
from searcher.tracing.article import Article, ArticleParagraph
from searcher.tracing.edges import trimmed

if TYPE_CHECKING:
    from searcher.tracing.claims import Claim


class Region(NamedTuple):
    """A region of an article.

    Attributes:
        text: its folded text, without marks or blanks at its edges.
        origins: for each character of `text` where in the article it came from.
        paragraph: the paragraph that it lies in.
        quoted: whether the author shows it as a quotation.
    """

    text: str
    origins: tuple[int, ...]
    paragraph: ArticleParagraph
    quoted: bool

    @property
    def span(self) -> Span:
        """Where in the article it stands."""
        return self.origins[0], self.origins[-1] + 1

    def original(self, start: int, end: int) -> Span:
        """The span of the article that `text[start:end]` was made of; it is not empty."""
        return self.origins[start], self.origins[end - 1] + 1

    def folded(self, span: Span) -> Span:
        """The span of `text` that was made of a span of the article, cut to this region."""
        return bisect_left(self.origins, span[0]), bisect_left(self.origins, span[1])


def iter_regions(article: Article, claims: Sequence[Claim]) -> Iterator[Region]:
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
                yield from _region(article, paragraph, (at, claim.start), quoted=False)
                yield from _region(article, paragraph, (claim.start, claim.end), quoted=True)
                at = claim.end
            elif any(map(str.isalnum, article.text[before : claim.start])):
                yield from _region(article, paragraph, (at, claim.start), quoted=False)
                at = claim.start
            before = claim.end
        yield from _region(article, paragraph, (at, paragraph.end), quoted=False)


def _region(
    article: Article, paragraph: ArticleParagraph, span: Span, *, quoted: bool
) -> Iterator[Region]:
    folded = fold_with_origins(article.text[slice(*span)])
    for first, last in _portions(folded.text):
        start, end = trimmed(folded.text, first, last)
        if start < end:
            origins = tuple(span[0] + origin for origin in folded.origins[start:end])
            yield Region(folded.text[start:end], origins, paragraph, quoted)


def _portions(text: str) -> Iterator[Span]:
    """A text in portions that are not too long to be compared with others, of whole sentences
    where there are any."""
    at = 0
    while len(text) - at > _LONGEST:
        end = text.rfind("。", at, at + _LONGEST) + 1 or at + _LONGEST
        yield at, end
        at = end
    yield at, len(text)


_LONGEST = 4000
"""Characters: the time of a comparison grows with the square."""
