"""Which stretches of a paragraph its author reports as the words of somebody.

    >>> words = "他说，一要快。二要稳。习近平指出，三要好。"
    >>> [words[start:end] for start, end in iter_reported(words)]
    ['一要快。', '三要好。']

It is the sentence behind a reporting verb, up to its end. Only where a paragraph opens with a plain
name and the verb (习近平指出，), as news reports put it, all of the paragraph is reported, sentence
by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from indexer.text.marks import CLAUSE_ENDS
from indexer.text.span import Span
from searcher.claims.lexicon import listed, plain
from searcher.claims.persons import LISTED, Persons, subjects
from searcher.claims.reporting import find_report
from searcher.claims.wording import ENDS_WITH_COLON, sentences


@cache
def _news_report() -> re.Pattern[str]:
    """A plain name without a title, and a verb."""
    untitled = "".join(f"(?<!{title})" for title in listed("offices.title"))
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
    """Where the author of `words` plainly speaks himself again, behind what is said at `start`."""
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


def whole_clauses(words: str, span: Span, marked: Sequence[Span]) -> Iterator[Span]:
    """A span without the marked quotations in it, nor what is left of clauses that hold them."""
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
    sentence itself: words of its clause stand on both sides, and it is shorter than the rest."""
    if 2 * (pair[1] - pair[0]) > span[1] - span[0]:
        return False
    before = words[max(span[0], pair[0] - 4) : pair[0]].rstrip()[-1:]
    behind = words[pair[1] : min(span[1], pair[1] + 4)].lstrip()[:1]
    return before.isalnum() and behind.isalnum()
