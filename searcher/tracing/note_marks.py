"""An article without the marks of notes that stand in what it quotes: 汪精卫〔4〕，又是为了团结.

A mark is no word of the quotation, and no change of it. What looks like one may be the source's
own, as the numbers of a list are; so the words around each are looked up with it, then without.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from indexer.text.folding import fold
from indexer.text.marks import SENTENCE_ENDS
from indexer.text.note_marks import NoteMark, may_have_marks, note_marks, taken_out
from indexer.text.span import Span
from searcher.articles.article import Article
from searcher.textmatch.edges import trimmed
from searcher.tracing.thresholds import DEFAULT, Thresholds

if TYPE_CHECKING:
    from searcher.claims.claims import Claim

_ENDS = re.compile(f"[{SENTENCE_ENDS}]")


def without_note_marks(
    article: Article,
    claims: Sequence[Claim],
    is_in_source: Callable[[str], bool],
    by: Thresholds = DEFAULT,
) -> Article:
    """The article without the marks in it; itself where it has none.

    Args:
        claims: what its author calls quotations, in order.
        is_in_source: whether a source contains a folded text.
    """
    if not may_have_marks(article.text):
        return article
    marks = list(_marks(article, claims, is_in_source, by))
    if not marks:
        return article
    lifted = taken_out(article.text, marks)
    ends = [mark.end for mark in marks]
    before = [0]
    for mark in marks:
        before.append(before[-1] + mark.end - mark.start)

    def moved(at: int) -> int:
        return at - before[bisect_right(ends, at)]

    paragraphs = tuple(
        replace(one, start=moved(one.start), end=moved(one.end)) for one in article.paragraphs
    )
    return replace(article, text=lifted.text, paragraphs=paragraphs, marks=lifted.marks)


def _marks(
    article: Article,
    claims: Sequence[Claim],
    is_in_source: Callable[[str], bool],
    by: Thresholds,
) -> Iterator[NoteMark]:
    """The marks that are none of the source's own, with their places in the article."""
    text = article.text
    starts = [claim.start for claim in claims]
    for paragraph in article.paragraphs:
        for mark in note_marks(text[paragraph.start : paragraph.end]):
            if not mark.chinese or mark.family == "star":
                continue
            placed = replace(
                mark, start=mark.start + paragraph.start, end=mark.end + paragraph.start
            )
            at = bisect_right(starts, placed.start) - 1
            # A claim ends with a letter: a mark at its end may reach beyond it.
            claim = claims[at] if at >= 0 and claims[at].end > placed.start else None
            around = (paragraph.start, paragraph.end)
            if claim is not None:
                around = (claim.start, max(claim.end, placed.end))
            with_mark, without = _words_around(text, placed, around, by.beside_mark)
            if is_in_source(with_mark):
                continue
            is_known = len(without) >= by.shortest_in_marks and is_in_source(without)
            if is_known or (claim is not None and not mark.at_item):
                yield placed


def _words_around(text: str, mark: NoteMark, around: Span, beside: int) -> tuple[str, str]:
    """The folded words of its sentence on both sides of a mark, with it and without any."""
    before = text[max(around[0], mark.start - beside) : mark.start]
    after = text[mark.end : min(around[1], mark.end + beside)]
    words = _ENDS.split(before)[-1] + text[mark.start : mark.end] + _ENDS.split(after)[0]
    plain = taken_out(words, list(note_marks(words))).text
    return _trimmed(words), _trimmed(plain)


def _trimmed(text: str) -> str:
    folded = fold(text)
    start, end = trimmed(folded, 0, len(folded))
    return folded[start:end]
