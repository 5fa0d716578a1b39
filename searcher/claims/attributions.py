"""Where an article says that a quotation comes from.

    >>> from searcher.articles.article import article_of_text
    >>> from searcher.claims.reported import read_words
    >>> text = "2013年8月19日，习近平在全国宣传思想工作会议上说：“人在哪儿重点就应该在哪儿”。"
    >>> words = read_words(article_of_text(text))
    >>> (attribution,) = find_attributions(words, (), [(28, 40)])
    >>> attribution.speech, attribution.date.first.isoformat()
    ('全国宣传思想工作会议', '2013-08-19')

The places that are looked at, in this order: the words before the quotation in its own sentence;
brackets after it; a sentence after it that speaks of it; what was said before in the paragraph, as
long as the same person goes on; a sentence after a quotation that opens a paragraph or a sentence;
a line below. What is only said of a time (多次强调, 近年来) ends what was said before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from indexer.text.marks import CLAUSE_ENDS, COLONS, without
from indexer.text.span import Span
from searcher.articles.article import Attribution, spelling_of
from searcher.claims.after_quotation import ascribed, in_brackets, in_line, speaks_of_quotation
from searcher.claims.claims import Claim
from searcher.claims.frames import Frame, Memory, Timeline, read_timeline
from searcher.claims.own_words import ENDS_WITH_COLON, HIDDEN, LIST_ITEM, sentences
from searcher.claims.persons import Persons, subjects
from searcher.claims.reported import ArticleWords, opens_like_news
from searcher.claims.thresholds import DEFAULT

_BEFORE = DEFAULT.before_a_quotation

_LETTERS = re.compile(r"\w+")
# A colon separates nothing: it introduces what is quoted.
_SEPARATOR = re.compile(f"[{without(CLAUSE_ENDS, COLONS)}]")
_A_DEMAND = re.compile(r"\s*(?:要|必须|应|我们|不能)")
_TURN_TO_THE_PRESENT = re.compile(r"[，,；;](?:可是|但|然而|不过|现实|事实上|如今|目前|而今)")
_AT_ANY_TIME = re.compile(
    r"多次|反复|一再|再三|屡次|不止一次|曾|历来|始终|一直|一贯|近年来|近些年|多年来|此前|此后|后来"
    r"|早在|大以来|彼时|当时|历届|先后|不同场合"
)


@dataclass(frozen=True, slots=True)
class _Account:
    """A paragraph with what it says of where words come from.

    Attributes:
        text: the paragraph.
        words: its author's own words without what he reports, as long as `text`.
        starts: where its sentences begin; `ends` is where they end.
        letters: where runs of his own letters begin.
        claims: where claims begin.
        timeline: the frames of the paragraph.
        opening: the frame that continues from the paragraph before.
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


def find_attributions(
    words: ArticleWords, claims: Sequence[Claim], spans: Sequence[Span]
) -> tuple[Attribution | None, ...]:
    """For each of `spans` where the article says that it comes from, None where it does not say.

    Args:
        words: the article, as it was read.
        claims: its claims, in order.
        spans: spans of its text, in order, each within one paragraph.
    """
    article = words.article
    spelled = spelling_of(article, words.simplified)
    starts = [paragraph.start for paragraph in article.paragraphs]
    paragraphs = zip(article.paragraphs, _iter_accounts(words, claims), strict=True)
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


def _iter_accounts(article: ArticleWords, claims: Sequence[Claim]) -> Iterator[_Account]:
    """The paragraphs, one by one: what one leaves open is taken up by the next."""
    persons = article.persons
    memory = Memory()
    claimed = [claim.start for claim in claims]
    paragraphs = article.paragraphs
    last: _Account | None = None
    for number, paragraph in enumerate(paragraphs):
        memory.paragraph = number
        following = paragraphs[number + 1].text if number + 1 < len(paragraphs) else ""
        # None of what is set off is the author's own.
        text = paragraph.words if paragraph.is_set_off else paragraph.text
        end = paragraph.start + len(text)
        inside = claims[bisect_left(claimed, paragraph.start) : bisect_left(claimed, end)]
        words = _without_reports(paragraph.words, inside, paragraph.start)
        is_news = opens_like_news(words, persons) or _goes_on_with_news(last, words, persons)
        opening = _carried(last, text, memory, is_news=is_news)
        before = last.timeline.date if last else None
        timeline = read_timeline(
            text, words, memory, opening=opening, before=before, persons=persons
        )
        spans = tuple(sentences(words)) or ((0, 0),)
        marks = paragraph.marks
        last = _Account(
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


def _goes_on_with_news(last: _Account | None, words: str, persons: Persons) -> bool:
    """Whether a paragraph after news of what was said is sentences in which nobody is named."""
    return (
        last is not None
        and last.is_news
        and words.rstrip().endswith("。")
        and not subjects(words, 0, len(words), persons)
    )


def _carried(last: _Account | None, text: str, memory: Memory, *, is_news: bool) -> Frame | None:
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


def _attribution(account: _Account, start: int, end: int) -> Attribution | None:
    """Where the paragraph says that its span `[start, end)` comes from."""
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
    after, is_sure = _said_after(account, end, sentence)
    if after is not None and is_sure:
        return _stated(after)
    if frame is not None and _goes_on(account, frame, start, index):
        return _stated(frame)
    return _stated(after) or in_line(account.following, account.persons)


def _turns(account: _Account, sentence: int, start: int) -> bool:
    """Whether words that nobody is said to have said come after a turn (…，可是现实中…)."""
    return (
        not account.words.startswith(HIDDEN, start)
        and _TURN_TO_THE_PRESENT.search(account.words, max(sentence, start - _BEFORE), start)
        is not None
    )


def _stated(frame: Frame | None) -> Attribution | None:
    """A frame as an attribution, None where it gives neither occasion nor date."""
    if frame is None or (frame.speech is None and frame.date is None):
        return None
    return Attribution(frame.speech, frame.date)


def _goes_on(account: _Account, frame: Frame, start: int, index: int) -> bool:
    """Whether the frame of an earlier sentence continues to a span in sentence `index`."""
    sentence = account.starts[index]
    if _AT_ANY_TIME.search(account.words, max(sentence, start - _BEFORE), start):
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
        or bool(subjects(account.words, sentence, min(start, sentence + _BEFORE), account.persons))
    )


def _said_after(account: _Account, end: int, sentence: int) -> tuple[Frame | None, bool]:
    """What is said of a quotation right after it, and whether that leaves no doubt.

    It has to begin its sentence; between it and what is said only other quotations may be.
    """
    first = bisect_left(account.letters, sentence)
    following = bisect_left(account.letters, end)
    if first < following or following == len(account.letters):
        return None, False
    at = account.letters[following]
    index = bisect_right(account.starts, at) - 1
    until = account.ends[index]
    said = account.words[at : min(until, at + _BEFORE)]
    frame = account.timeline.at(until if until == len(account.text) else until - 1)
    if frame is None or frame.sentence != account.starts[index]:
        return None, False
    if not subjects(said, 0, len(said), account.persons) and not _begins_with_occasion(
        account.text, end, at, frame
    ):
        return None, False
    if speaks_of_quotation(said):
        return frame, True
    if not _SEPARATOR.search(account.text, max(end, at - 12), at):
        return None, False
    opens_paragraph = following == 0
    reports = bisect_left(account.claims, until) - bisect_left(account.claims, at)
    return (frame if opens_paragraph or not reports else None), False


def _begins_with_occasion(text: str, end: int, at: int, frame: Frame) -> bool:
    """Whether the sentence whose first letter is at `at` begins with the occasion itself."""
    name = frame.speech or ""
    begins = text.find(name, max(end, at - len(name) - 2), at + len(name) + 2)
    return bool(name) and begins >= 0
