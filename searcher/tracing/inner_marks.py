"""Quotation marks that are not the author's: he took them over with the words around them.

    古人说：“知屋漏者在宇下，知政失者在草野。”很多网民称自己为“草根”，…

Where the source has the same marks with the same words before or behind them, they part nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from indexer.text.folding import fold
from searcher.articles.article import Article, ArticleParagraph
from searcher.claims.claims import Claim
from searcher.textmatch.letters import is_letter
from searcher.textmatch.thresholds import DEFAULT, Thresholds

_MARK = '"'
"""What every quotation mark folds to."""


def without_inner_claims(
    article: Article,
    claims: Iterable[Claim],
    stands: Callable[[str], bool],
    by: Thresholds = DEFAULT,
) -> Iterator[Claim]:
    """The claims without those whose marks are the source's own.

    Args:
        stands: whether a folded text stands in a source.
    """
    paragraphs = iter(article.paragraphs)
    paragraph = next(paragraphs, None)
    for claim in claims:
        while paragraph is not None and paragraph.end <= claim.start:
            paragraph = next(paragraphs, None)
        assert paragraph is not None, "claims lie in paragraphs"
        if claim.kind != "marked" or not any(
            map(stands, _with_words(article, claim, paragraph, by))
        ):
            yield claim


def _with_words(
    article: Article, claim: Claim, paragraph: ArticleParagraph, by: Thresholds
) -> Iterator[str]:
    """A claim with what stands before it, and with what stands behind it, where that is enough."""
    text = article.text
    before = fold(text[max(paragraph.start, claim.start - by.beside_inner_marks) : claim.start])
    behind = fold(text[claim.end : min(paragraph.end, claim.end + by.beside_inner_marks)])
    words = fold(text[claim.start : claim.end])
    for beside, joined in ((before, before + words), (behind, words + behind)):
        if _MARK in beside and sum(map(is_letter, beside)) >= by.letters_beside_inner_marks:
            yield joined
