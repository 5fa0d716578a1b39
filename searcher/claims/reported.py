"""The words of an article that are its author's own, and those that he reports as somebody's.

    >>> words = "他说，一要快。二要稳。习近平指出，三要好。"
    >>> [words[start:end] for start, end in iter_reported(words)]
    ['一要快。', '三要好。']

Reported is the sentence after a reporting verb, up to its end. Only where a paragraph opens with a
plain name and the verb (习近平指出，), as news reports put it, all of the paragraph is reported,
sentence by sentence.

    >>> read_marks("他说：“要加快网络立法进程。", "").pairs
    ((3, 14),)

A quotation mark that is never closed means something in two cases: where the next paragraph takes
it up, and where a quotation begins at it, right after a reporting verb. Such a quotation, whose
closing mark was lost, goes on to the end of its paragraph, to a mark of another kind that may
replace the lost one, or to where the author of the article plainly speaks himself again. A mark
after which others open and close leaves too much doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from indexer.text.marks import CLAUSE_ENDS, DOUBLE_QUOTES, SENTENCE_ENDS, SINGLE_OPENING
from indexer.text.span import Span
from searcher.articles.article import Article, in_simplified
from searcher.claims.lexicon import plain, words_of
from searcher.claims.own_words import (
    ENDS_WITH_COLON,
    HIDDEN,
    Marks,
    own_words,
    pair_marks,
    sentences,
    with_continued,
)
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.reports import find_report


@cache
def _news_report() -> re.Pattern[str]:
    """A plain name without a title, and a verb."""
    untitled = "".join(f"(?<!{title})" for title in words_of("offices.title"))
    return re.compile(
        rf"\s*[\u4e00-\u9fff·]{{2,8}}?{untitled}[还又也]?(?:最后|首先|同时|随后)?"
        rf"{plain('verbs.news')}[，,：:]"
    )


_COMMENT = re.compile(
    r"这[一些番]|这[是个句]|近年来|如今|目前，|会[前后]|当[天日]|会议|座谈会|\d+日"
)
_TURN = re.compile(r"[，,；;](?:可是|然而|不过|但是?)(?:现实|实际|目前|如今|眼下|一些|有的)")
"""Where a sentence leaves what was said."""

_CLAUSE_END = re.compile(f"[{CLAUSE_ENDS}]")
_ANY_MARK = re.compile(f"[{DOUBLE_QUOTES}]")


@dataclass(frozen=True, slots=True)
class ParagraphWords:
    """A paragraph of an article in simplified characters.

    Attributes:
        start: where it begins in the text of the article, in characters.
        text: the paragraph.
        marks: its quotation marks; none in one that is set off.
        words: its author's own words, as long as `text`; in one that is set off there are none.
        is_set_off: whether it is a quotation as a whole.
    """

    start: int
    text: str
    marks: Marks
    words: str
    is_set_off: bool


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """An article, with its author's own words.

    Attributes:
        article: the article.
        simplified: the same in simplified characters.
        paragraphs: its paragraphs, in order.
        persons: who can speak.
    """

    article: Article
    simplified: Article
    paragraphs: tuple[ParagraphWords, ...]
    persons: Persons


def read_words(article: Article, persons: Persons = LISTED) -> ArticleWords:
    """The words of an article, which all of its rules go by.

    Args:
        article: the article, in whatever characters.
        persons: who can speak.
    """
    simplified = in_simplified(article)
    texts = [simplified.text[one.start : one.end] for one in simplified.paragraphs]
    read = []
    for at, (paragraph, text) in enumerate(zip(simplified.paragraphs, texts, strict=True)):
        if paragraph.set_off:
            marks, words = Marks((), None), HIDDEN * len(text)
        else:
            marks = read_marks(text, texts[at + 1] if at + 1 < len(texts) else "", persons)
            words = own_words(text, marks)
        read.append(ParagraphWords(paragraph.start, text, marks, words, paragraph.set_off))
    return ArticleWords(article, simplified, tuple(read), persons)


def read_marks(text: str, following: str, persons: Persons = LISTED) -> Marks:
    """The marks of a paragraph as its author means them, in time linear in its length.

    Args:
        text: the paragraph.
        following: the next paragraph, empty without one.
        persons: who can speak.
    """
    marks = with_continued(text, pair_marks(text), following)
    mark = marks.unclosed
    if mark is None:
        return marks
    before = tuple(pair for pair in marks.pairs if pair[1] <= mark)
    after = marks.pairs[len(before) :]
    if any(text[start] not in SINGLE_OPENING for start, _ in after):
        return marks
    shown = own_words(text, Marks((*before, (mark, len(text))), None))
    sentence = max(shown.rfind(end, 0, mark) for end in SENTENCE_ENDS) + 1
    if find_report(shown, sentence, len(text), persons) != mark:
        return marks
    end = end_of_speech(own_words(text, marks), mark, persons)
    other = _ANY_MARK.search(text, mark + 1, end)
    return Marks((*before, (mark, other.start() if other else end)), None)


def iter_reported(words: str, persons: Persons = LISTED) -> Iterator[Span]:
    """What is reported in a paragraph, of which `words` are its author's `own_words`; in order."""
    goes_on = False
    for start, end in sentences(words):
        said = find_report(words, start, end, persons)
        if said is not None:
            turn = _TURN.search(words, said, end)
            yield said, turn.start() if turn else end
            goes_on = goes_on or (start == 0 and opens_like_news(words, persons))
        elif (
            goes_on
            and not _COMMENT.match(words, start, end)
            and not subjects(words, start, end, persons)
        ):
            yield start, end
        else:
            goes_on = False


def end_of_speech(words: str, start: int, persons: Persons = LISTED) -> int:
    """Where the author of `words` plainly speaks himself again, after what is said at `start`."""
    for begin, end in sentences(words):
        if begin > start and (
            _COMMENT.match(words, begin, end)
            or subjects(words, begin, end, persons)
            or find_report(words, begin, end, persons) is not None
        ):
            return begin
    return len(words)


def opens_like_news(words: str, persons: Persons = LISTED) -> bool:
    """Whether a paragraph opens with a plain name and a reporting verb."""
    name = _news_report().match(words)
    if name is None:
        return False
    return find_report(words, 0, min(len(words), name.end() + 1), persons) is not None


def ends_with_report(words: str, persons: Persons = LISTED) -> bool:
    """Whether a paragraph ends with a reporting verb and a colon: somebody says what follows."""
    if not ENDS_WITH_COLON.search(words[-4:]):
        return False
    *_, (start, end) = sentences(words)
    said = find_report(words, start, end, persons)
    return said is not None and not words[said:end].strip()


def without_marked(words: str, span: Span, marked: Sequence[Span]) -> Iterator[Span]:
    """A span without the marked quotations in it, nor the rest of the clauses that contain them."""
    start, end = span
    for pair in marked:
        if pair[0] < start:
            continue
        last = max(words.rfind(mark, start, pair[0]) for mark in CLAUSE_ENDS)
        if last >= start:
            yield start, last
        following = _CLAUSE_END.search(words, pair[1], end)
        start = following.end() if following else end
    yield start, end


def is_term(words: str, pair: Span, span: Span) -> bool:
    """Whether a quotation in a reported span is a part of its sentence (以“…”为主题), not the
    sentence itself: its clause has words on both sides, and it is shorter than the rest."""
    if 2 * (pair[1] - pair[0]) > span[1] - span[0]:
        return False
    before = words[max(span[0], pair[0] - 4) : pair[0]].rstrip()[-1:]
    after = words[pair[1] : min(span[1], pair[1] + 4)].lstrip()[:1]
    return before.isalnum() and after.isalnum()
