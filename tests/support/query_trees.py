"""Trees of queries, drawn by hypothesis."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from indexer.model.fields import ROLES
from indexer.text.folding import without_unseen
from searcher.language.query import (
    And,
    AnyYear,
    DateRange,
    Field,
    Gap,
    Near,
    Not,
    Or,
    Phrase,
    Query,
    Regex,
    Text,
    Wildcard,
)

WORDS = st.text("核心技术突破网络安全5gG，。、·《》—%+'", min_size=1, max_size=8)
TEXTS = st.builds(
    Text,
    st.one_of(WORDS, st.sampled_from(["-", "？", "《》", "中国（上海）自贸区", "或", "NEAR/3"])),
)
NOT_BLANK = st.text(min_size=1, max_size=10).map(without_unseen).filter(str.strip)
PHRASES = st.builds(Phrase, NOT_BLANK)
SHORT_WORDS = st.text("核心技术5gG", min_size=1, max_size=3)
STARS = st.integers(1, 2).map(lambda stars: Gap(0, 20 * stars))
STARRED = st.builds(
    lambda first, rest: Wildcard((first, *(piece for pair in rest for piece in pair))),
    WORDS,
    st.lists(st.tuples(STARS, WORDS.map(lambda word: f"{word}网")), min_size=1, max_size=3),
)
GAPS = st.builds(
    lambda least, stars: Gap(least, least + 20 * stars), st.integers(0, 2), st.integers(0, 2)
).filter(lambda gap: gap.most > 0)
GUESSES = st.builds(
    lambda first, gap, last: Wildcard((first, gap, last)), SHORT_WORDS, GAPS, SHORT_WORDS
)
WILDCARDS = st.one_of(STARRED, GUESSES)
PATTERNS = st.one_of(TEXTS, PHRASES, WILDCARDS)
REGEXES = st.builds(Regex, st.sampled_from(["核心.*技术", "a|b c", r"5[Gg]\/6", "(网|互联网) ?"]))
FIELDS_OF_TEXT = st.one_of(
    st.builds(
        Field,
        st.sampled_from(["speaker", "speech", "chapter", "doc", "source", "title", "section"]),
        NOT_BLANK,
    ),
    st.builds(Field, st.just("role"), st.sampled_from(list(ROLES))),
)
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
DATES = st.one_of(
    st.builds(lambda days: DateRange(min(days), max(days)), st.tuples(DAYS, DAYS)),
    st.builds(lambda day: DateRange(day, None), DAYS),
    st.builds(lambda day: DateRange(None, day), DAYS),
    st.builds(AnyYear, st.integers(1, 12), st.one_of(st.none(), st.integers(1, 29))),
)
ORS_OF_PATTERNS = st.builds(Or, st.lists(PATTERNS, min_size=2, max_size=3).map(tuple))
OPERANDS = st.one_of(PATTERNS, ORS_OF_PATTERNS)
NEARS = st.builds(Near, OPERANDS, OPERANDS, st.integers(0, 99_999), st.booleans())
LEAVES = st.one_of(PATTERNS, REGEXES, FIELDS_OF_TEXT, DATES, NEARS)


def _joined(clauses: st.SearchStrategy[Query]) -> st.SearchStrategy[Query]:
    def several(kind: type[And] | type[Or]) -> st.SearchStrategy[Query]:
        others = clauses.filter(lambda clause: not isinstance(clause, kind))
        return st.lists(others, min_size=2, max_size=4).map(lambda found: kind(tuple(found)))

    return st.one_of(st.builds(Not, clauses), several(And), several(Or))


TREES = st.recursive(LEAVES, _joined, max_leaves=12)
