"""Where an article says that a quotation comes from.

    >>> from searcher.articles.article import article_of_text
    >>> text = "2013年8月19日，习近平在全国宣传思想工作会议上说：“人在哪儿重点就应该在哪儿”。"
    >>> (attribution,) = find_attributions(article_of_text(text), [(28, 40)])
    >>> attribution.speech, attribution.date.first.isoformat()
    ('全国宣传思想工作会议', '2013-08-19')

Looked at, in this order: the words before the quotation in its own sentence; brackets behind it; a
sentence behind it that speaks of it; what was said before in the paragraph, as long as the same
person goes on; a sentence behind a quotation that opens a paragraph or a sentence; a line below.
What is only said of a time (多次强调, 近年来) ends what was said before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from indexer.text.marks import CLAUSE_ENDS, COLONS, without
from indexer.text.span import Span
from searcher.articles.article import Article, Attribution
from searcher.articles.traditional import in_simplified, spelling_of
from searcher.claims.accounts import Account, iter_accounts
from searcher.claims.behind import ascribed, in_brackets, in_line, names_what_stands_before
from searcher.claims.claims import Claim
from searcher.claims.frames import Frame
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.thresholds import DEFAULT
from searcher.claims.wording import HIDDEN

__all__ = ["find_attributions"]

_LOOK = DEFAULT.before_a_quotation

# A colon parts nothing: it introduces what is quoted.
_PARTED = re.compile(f"[{without(CLAUSE_ENDS, COLONS)}]")
_A_DEMAND = re.compile(r"\s*(?:要|必须|应|我们|不能)")
_TURN = re.compile(r"[，,；;](?:可是|但|然而|不过|现实|事实上|如今|目前|而今)")
_AT_ANY_TIME = re.compile(
    r"多次|反复|一再|再三|屡次|不止一次|曾|历来|始终|一直|一贯|近年来|近些年|多年来|此前|此后|后来"
    r"|早在|大以来|彼时|当时|历届|先后|不同场合"
)


def find_attributions(
    article: Article,
    spans: Sequence[Span],
    claims: Sequence[Claim] | None = None,
    persons: Persons = LISTED,
) -> tuple[Attribution | None, ...]:
    """For each of `spans` where the article says that it comes from, None where it does not say.

    Args:
        article: the article.
        spans: spans of its text, in order, each within one paragraph.
        claims: the claims of the article, which are found anew where they are not given.
        persons: who can speak.
    """
    simplified = in_simplified(article)
    spelled = spelling_of(article, simplified)
    starts = [paragraph.start for paragraph in article.paragraphs]
    paragraphs = zip(article.paragraphs, iter_accounts(simplified, claims, persons), strict=True)
    number = -1
    found: list[Attribution | None] = []
    for start, end in spans:
        own = bisect_right(starts, start) - 1
        while number < own:
            paragraph, account = next(paragraphs)
            number += 1
        if paragraph.set_off:
            found.append(paragraph.attribution)
        else:
            stated = _attribution(account, start - paragraph.start, end - paragraph.start)
            if stated is not None and stated.speech is not None:
                stated = replace(stated, speech=spelled(stated.speech))
            found.append(stated)
    return tuple(found)


def _attribution(account: Account, start: int, end: int) -> Attribution | None:
    """Where the span of a paragraph comes from."""
    index = bisect_right(account.starts, start) - 1
    sentence = account.starts[index]
    frame = account.timeline.at(start)
    own = frame if frame is not None and frame.sentence == sentence else None
    if own is not None and _turns(account, sentence, start):
        own = frame = None
    if own is not None and own.date is not None:
        return _stated(own)
    outright = in_brackets(account.text, end, account.persons) or ascribed(
        account.text, end, account.persons
    )
    if outright is not None and (own is None or outright.date is not None):
        return outright
    if own is not None:
        return _stated(own)
    behind, is_sure = _behind(account, end, sentence)
    if behind is not None and is_sure:
        return _stated(behind)
    if frame is not None and _goes_on(account, frame, start, index):
        return _stated(frame)
    return _stated(behind) or in_line(account.following, account.persons)


def _turns(account: Account, sentence: int, start: int) -> bool:
    """Whether words that nobody is said to have said come after a turn (…，可是现实中…)."""
    return (
        not account.words.startswith(HIDDEN, start)
        and _TURN.search(account.words, max(sentence, start - _LOOK), start) is not None
    )


def _stated(frame: Frame | None) -> Attribution | None:
    if frame is None or (frame.speech is None and frame.date is None):
        return None
    return Attribution(frame.speech, frame.date)


def _goes_on(account: Account, frame: Frame, start: int, index: int) -> bool:
    """Whether the frame of an earlier sentence still holds for a span in sentence `index`."""
    sentence = account.starts[index]
    if _AT_ANY_TIME.search(account.words, max(sentence, start - _LOOK), start):
        return False
    if account.words.startswith(HIDDEN, start):
        return True
    if account.is_news:
        return True
    # Words that he does not show as somebody's may be his own again.
    away = index - bisect_left(account.starts, frame.sentence) if frame.sentence >= 0 else index
    return (
        (away <= 2 and frame.speech is not None)
        or _A_DEMAND.match(account.words, sentence) is not None
        or bool(subjects(account.words, sentence, min(start, sentence + _LOOK), account.persons))
    )


def _behind(account: Account, end: int, sentence: int) -> tuple[Frame | None, bool]:
    """What is said of a quotation right behind it, and whether that leaves no doubt.

    It has to begin its sentence; between it and what is said only other quotations may stand.
    """
    first = bisect_left(account.letters, sentence)
    following = bisect_left(account.letters, end)
    if first < following or following == len(account.letters):
        return None, False
    at = account.letters[following]
    index = bisect_right(account.starts, at) - 1
    until = account.ends[index]
    said = account.words[at : min(until, at + _LOOK)]
    frame = account.timeline.at(until if until == len(account.text) else until - 1)
    if frame is None or frame.sentence != account.starts[index]:
        return None, False
    if not subjects(said, 0, len(said), account.persons) and not _names(
        account.text, end, at, frame
    ):
        return None, False
    if names_what_stands_before(said):
        return frame, True
    if not _PARTED.search(account.text, max(end, at - 12), at):
        return None, False
    opens_paragraph = following == 0
    reports = bisect_left(account.claims, until) - bisect_left(account.claims, at)
    return (frame if opens_paragraph or not reports else None), False


def _names(text: str, end: int, at: int, frame: Frame) -> bool:
    """Whether the sentence whose first letter stands at `at` begins with the occasion itself."""
    name = frame.speech or ""
    begins = text.find(name, max(end, at - len(name) - 2), at + len(name) + 2)
    return bool(name) and begins >= 0
