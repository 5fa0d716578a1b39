"""What the author of an article calls a quotation.

    >>> from searcher.articles.article import article_of_text
    >>> from searcher.claims.reported import read_words
    >>> article = article_of_text("他说，要加快网络立法进程，化解风险。“没有信息化就没有现代化”")
    >>> claims = find_claims(read_words(article))
    >>> [(claim.kind, article.text[claim.start : claim.end]) for claim in claims]
    [('attributed', '要加快网络立法进程，化解风险'), ('marked', '没有信息化就没有现代化')]

Marked is what is between quotation marks of one paragraph, the outermost pair as a whole. A mark
that is never closed claims nothing, unless `read_marks` knows what it means. A marked term inside a
reported sentence is a part of it (以“…”为主题).

Attributed is what `iter_reported` finds in a paragraph, and a paragraph after one that ends with a
reporting verb and a colon, as a whole. So are all list items (——) there: that they are words of
somebody else is what the colon says. After any other colon list items are the author's own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from indexer.text.folding import fold
from indexer.text.span import Span
from searcher.claims.own_words import LIST_ITEM
from searcher.claims.persons import Persons
from searcher.claims.reported import (
    ArticleWords,
    ParagraphWords,
    ends_with_report,
    is_term,
    iter_reported,
    without_marked,
)
from searcher.textmatch.letters import is_letter

ClaimKind = Literal["marked", "attributed", "set_off"]


@dataclass(frozen=True, slots=True)
class Claim:
    """A span of an article that its author calls a quotation.

    Attributes:
        start: where it begins, in characters of the article's text; `end` is where it ends.
            Whatever does not fold to a letter or a digit is left out at both edges.
        kind: how he does so: by quotation marks, by a reporting verb, or by setting a paragraph
            off.
    """

    start: int
    end: int
    kind: ClaimKind


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The least numbers of folded characters of claims."""

    quoted: int
    attributed: int


_PART_OF_A_NUMBER = re.compile(r"[%％‰℃]")


def find_claims(
    words: ArticleWords, *, min_quoted: int = 6, min_attributed: int = 12
) -> tuple[Claim, ...]:
    """The claims of an article, in order and without overlap.

    Args:
        words: the article, as it was read.
        min_quoted: the least number of folded characters of a marked or set off claim.
        min_attributed: that of an attributed one.
    """
    least = _Lengths(min_quoted, min_attributed)
    claims: list[Claim] = []
    introduced: Literal["no", "next", "list"] = "no"
    for paragraph in words.paragraphs:
        text = paragraph.text
        if paragraph.is_set_off:
            found = list(_claim(text, (0, len(text)), "set_off", least.quoted))
            introduced = "no"
        else:
            is_item = LIST_ITEM.match(text) is not None
            said = introduced == "next" or (introduced == "list" and is_item)
            found = _claims_of(paragraph, least, words.persons, said=said)
            if said and is_item:
                introduced = "list"
            else:
                ends = ends_with_report(paragraph.words, words.persons)
                introduced = "next" if ends else "no"
        claims += [
            Claim(paragraph.start + claim.start, paragraph.start + claim.end, claim.kind)
            for claim in found
        ]
    return tuple(claims)


def _claims_of(
    paragraph: ParagraphWords, least: _Lengths, persons: Persons, *, said: bool
) -> list[Claim]:
    """The claims of a paragraph, in order and in characters of it.

    Args:
        said: whether the paragraph before says that all of it is somebody's.
    """
    text, words = paragraph.text, paragraph.words
    marked = [
        pair for pair in paragraph.marks.pairs if any(_claim(text, pair, "marked", least.quoted))
    ]
    starts = [start for start, _ in marked]
    terms = set()
    claims: list[Claim] = []
    for start, end in [(0, len(text))] if said else iter_reported(words, persons):
        inside = marked[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside and not text[start : inside[0][0]].strip():
            continue
        terms |= {pair for pair in inside if is_term(words, pair, (start, end))}
        for part in without_marked(words, (start, end), [p for p in inside if p not in terms]):
            claims += _claim(text, part, "attributed", least.attributed)
    for pair in marked:
        if pair not in terms:
            claims += _claim(text, pair, "marked", least.quoted)
    return sorted(claims, key=lambda claim: claim.start)


def _claim(text: str, span: Span, kind: ClaimKind, least: int) -> Iterator[Claim]:
    """The claim of a span, if it is long enough."""
    start, end = span
    while end > start and not _has_letter(text[end - 1]):
        end -= 1
    while start < end and not _has_letter(text[start]):
        start += 1
    if _PART_OF_A_NUMBER.match(text, end, span[1]):
        end += 1
    if end > start and len(fold(text[start:end])) >= least:
        yield Claim(start, end, kind)


def _has_letter(character: str) -> bool:
    """Whether a character, folded, has a letter: U+FF9E is one before it is folded only."""
    return any(map(is_letter, fold(character)))
