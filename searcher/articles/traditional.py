"""Articles in traditional characters, read as if they were written in simplified ones.

    >>> from searcher.articles.article import article_of_text
    >>> in_simplified(article_of_text("習近平指出")).text
    '习近平指出'

The verbs and names by which an article says who said what are looked for in simplified characters
only. Each character gives one, so every place stays what it was.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from indexer.text.simplified import SIMPLIFIED, TRADITIONAL
from searcher.articles.article import Article

_TRADITIONAL = frozenset(TRADITIONAL)
_TABLE = str.maketrans(TRADITIONAL, SIMPLIFIED)


def in_simplified(article: Article) -> Article:
    """The article in simplified characters: itself where it has no others."""
    if _TRADITIONAL.isdisjoint(article.text):
        return article
    return replace(article, text=simplified(article.text))


def simplified(text: str) -> str:
    """A text in simplified characters."""
    return text.translate(_TABLE)


def spelling_of(article: Article, read: Article) -> Callable[[str], str]:
    """What gives names that stand in an article's simplified form in its own characters."""
    if read is article:
        return lambda name: name

    @cache
    def spelled(name: str) -> str:
        at = read.text.find(name)
        return article.text[at : at + len(name)] if at >= 0 else name

    return spelled
