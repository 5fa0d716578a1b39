"""What an article tells, paragraph by paragraph: its author's own words, and their frames.

>>> from searcher.articles.article import article_of_text
>>> (account,) = iter_accounts(article_of_text("他强调，要加快网络立法进程，化解风险。"))
>>> account.words
'他强调，□□□□□□□□□□□□□□。'
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from searcher.articles.article import Article
from searcher.claims.claims import Claim, find_claims
from searcher.claims.frames import Frame, Memory
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.quoting import read_marks
from searcher.claims.reported import opens_like_news
from searcher.claims.timeline import Timeline, read_timeline
from searcher.claims.wording import ENDS_WITH_COLON, HIDDEN, LIST_ITEM, own_words, sentences

__all__ = ["Account", "iter_accounts"]

_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Account:
    """A paragraph as it was read.

    Attributes:
        text: the paragraph.
        words: its author's own words, as long as `text`.
        starts: where its sentences begin; `ends` is where they end.
        letters: where runs of his own letters begin.
        claims: where claims begin.
        timeline: what it says of where words come from.
        opening: the frame that holds where it begins.
        is_news: whether it opens as news reports do, or goes on with a paragraph that does.
        open_mark: the mark that the next paragraph takes up, `""` without one.
        following: the next paragraph.
        persons: who can speak.
    """

    text: str
    words: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    letters: tuple[int, ...]
    claims: tuple[int, ...]
    timeline: Timeline
    opening: Frame | None
    is_news: bool
    open_mark: str
    following: str
    persons: Persons


def iter_accounts(
    article: Article, claims: Sequence[Claim] | None = None, persons: Persons = LISTED
) -> Iterator[Account]:
    """The paragraphs, one by one: what one leaves open is taken up by the next.

    Args:
        article: the article, in simplified characters.
        claims: its claims where they are known, as `find_claims` gives them.
        persons: who can speak.
    """
    memory = Memory()
    if claims is None:
        claims = find_claims(article, persons=persons)
    claimed = [claim.start for claim in claims]
    texts = [article.text[paragraph.start : paragraph.end] for paragraph in article.paragraphs]
    last: Account | None = None
    for number, (paragraph, text) in enumerate(zip(article.paragraphs, texts, strict=True)):
        memory.paragraph = number
        following = texts[number + 1] if number + 1 < len(texts) else ""
        if paragraph.set_off:  # none of it is the author's own
            text = HIDDEN * len(text)  # noqa: PLW2901
        marks = read_marks(text, following, persons)
        inside = claims[bisect_left(claimed, paragraph.start) : bisect_left(claimed, paragraph.end)]
        words = _without_reports(own_words(text, marks), inside, paragraph.start)
        is_news = opens_like_news(words, persons) or _goes_on_with_news(last, words, persons)
        opening = _carried(last, text, memory, is_news=is_news)
        before = last.timeline.date if last else None
        timeline = read_timeline(
            text, words, memory, opening=opening, before=before, persons=persons
        )
        spans = tuple(sentences(words)) or ((0, 0),)
        last = Account(
            text=text,
            words=words,
            starts=tuple(start for start, _ in spans),
            ends=tuple(end for _, end in spans),
            letters=tuple(letters.start() for letters in _LETTERS.finditer(words)),
            claims=tuple(claim.start - paragraph.start for claim in inside),
            timeline=timeline,
            opening=opening,
            is_news=is_news,
            open_mark=text[marks.pairs[-1][0]] if marks.continued else "",
            following=following,
            persons=persons,
        )
        yield last


def _without_reports(words: str, claims: Sequence[Claim], shift: int) -> str:
    """Own words without what is reported: dates and names in it are not those of a reporter."""
    pieces = []
    at = 0
    for claim in claims:
        if claim.kind == "attributed":
            start, end = claim.start - shift, claim.end - shift
            pieces += [words[at:start], HIDDEN * (end - start)]
            at = end
    return "".join([*pieces, words[at:]])


def _goes_on_with_news(last: Account | None, words: str, persons: Persons) -> bool:
    """Whether a paragraph is sentences in which nobody is named, behind news of what was said."""
    return (
        last is not None
        and last.is_news
        and words.rstrip().endswith("。")
        and not subjects(words, 0, len(words), persons)
    )


def _carried(last: Account | None, text: str, memory: Memory, *, is_news: bool) -> Frame | None:
    """The frame of the paragraph before, where this one goes on with it."""
    if last is None:
        return None
    frame = None
    if ENDS_WITH_COLON.search(last.text[-4:]) or (
        last.open_mark and last.open_mark == text.lstrip()[:1]
    ):
        frame = last.timeline.frames[-1]
    elif LIST_ITEM.match(text) and LIST_ITEM.match(last.text):
        frame = last.opening
    elif is_news:
        frame = memory.latest
    return replace(frame, sentence=-1) if frame else None
