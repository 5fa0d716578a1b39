import re
from contextlib import suppress
from itertools import chain, count
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from indexer.errors import QueryError, QueryTimeoutError
from indexer.text.folding import fold, fold_with_origins
from searcher import Searcher
from searcher.language.parser import parse
from searcher.language.query import Regex
from searcher.language.regex.parser import MAX_DEPTH
from searcher.patterns import Literal, TimeBudget, pattern_of, spans_of
from tests.support.growth import assert_linear


def found(pattern: str, text: str) -> list[str]:
    spans = spans_of([pattern_of(Regex(pattern))], fold_with_origins(text))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "matched"),
    [
        # Plain characters are folded.
        ("規則", "规则", ["规则"]),
        ("规则", "規 則", ["規 則"]),
        ("５Ｇ", "5G和5g", ["5G", "5g"]),
        ("“互联网", "「互联网」", ["「互联网"]),
        ("．＊", "1.*", [".*"]),
        ("（上海）", "中国(上海)", ["(上海)"]),
        ("㈠甲", "（一）甲", ["（一）甲"]),
        ("㈠{2}", "(一)(一)", ["(一)(一)"]),
        ("等…", "等...", ["等..."]),
        (r"\u898f\x41", "规a", ["规a"]),
        (r"\{甲\}", "｛甲｝", ["｛甲｝"]),
        # Marks are not.
        (r"\D\S\W", "1甲、", []),
        (r"\D\S\W", "甲乙、", ["甲乙、"]),
        (r"\bBIG\B", "big bigger", ["big"]),
        (r"(?P<Name>甲)乙(?P=Name)", "甲乙甲", ["甲乙甲"]),
        (r"(.)\1(.)\2", "高高兴兴", ["高高兴兴"]),
        ("甲{2,3}", "甲甲甲甲", ["甲甲甲"]),
        ("甲{2,3}?", "甲甲甲甲", ["甲甲", "甲甲"]),
        ("甲{,2}乙", "甲甲甲乙", ["甲甲乙"]),
        (r"\p{Han}+", "5G时代abc", ["时代"]),
        (r"\P{Han}+", "时代5G", ["5G"]),
        ("(?:核心|关键)技术", "关键技术，核心技术", ["关键技术", "核心技术"]),
        ("(?<=核心)技术(?!，)", "核心技术，核心技术。技术", ["技术"]),
        ("甲(?#说明)乙", "甲乙", ["甲乙"]),
        ("(?i)ABC", "abc", ["abc"]),
        ("(?s:甲.)乙", "甲一乙", ["甲一乙"]),
        ("^甲|乙$", "甲乙甲乙", ["甲", "乙"]),
        ("甲++乙", "甲甲乙", ["甲甲乙"]),
        (r"1\/2", "1/2", ["1/2"]),
        # Classes.
        ("[規Ａ-Ｃ]+", "规ABC则", ["规ABC"]),
        ("[^規]+", "规则", ["则"]),
        ("[A-z]+", "ab_C", ["ab_C"]),
        ("[一-龥]+", "時代abc", ["時代"]),
        ("[①-⑩]+", "第10页", ["10"]),
        ("[…甲]+", "甲...", ["甲..."]),
        ("[^…]+", "甲...乙", ["甲", "乙"]),
        (r"[\d年]+", "２０１８年", ["２０１８年"]),
        (r"[]\-^]+", "a]-^", ["]-^"]),
        ("[㐀-龥]", "臺", ["臺"]),
        # Blanks stand where folding leaves them.
        ("核心 技术", "核心技术", ["核心技术"]),
        ("deep learning", "Deep   Learning", ["Deep   Learning"]),
        ("deep [a-z]+", "deep learning", ["deep learning"]),
        ("deep( learning)?", "deep learning", ["deep learning"]),
        ("核心 .技", "核心的技", ["核心的技"]),
        ("a +b", "a b", ["a b"]),
        (r"a\sb", "a b", ["a b"]),
        ("a[ ，]b", "a b", ["a b"]),
        (" 甲 | 乙 ", "甲乙", ["甲", "乙"]),
        # An empty match is none.
        ("x*", "甲乙", []),
        ("x*", "甲xx乙", ["xx"]),
        ("|甲", "甲", ["甲"]),
        ("(?=甲)", "甲", []),
        ("^", "甲", []),
    ],
)
def test_a_regular_expression_matches_the_folded_text(
    pattern: str, text: str, matched: list[str]
) -> None:
    assert found(pattern, text) == matched


def escaped(text: str) -> str:
    return "".join(f"\\{c}" if c.isascii() and not c.isalnum() else c for c in text)


WRITTEN = st.text(
    st.one_of(
        st.sampled_from("核心技術规则规则５gG 　\n“‘（．＊[]{}^-…㈠ﬁ´ͺ\\/|"),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=8,
)


@given(WRITTEN, st.lists(WRITTEN, max_size=3))
def test_an_escaped_text_finds_what_the_text_finds(text: str, around: list[str]) -> None:
    folded = fold("".join([*around, text, *around, text]))
    spans = list(pattern_of(Regex(escaped(text))).matches(folded))
    assert spans == (list(Literal(fold(text)).matches(folded)) if fold(text) else [])


ATOMS = st.sampled_from(["甲", "乙", ".", "[甲丙]", "[^甲]", r"\w", r"\b", "規", "㈠", " ", "a"])


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({'|'.join(parts)})"),
        st.builds(
            lambda part, mark: f"(?:{part}){mark}",
            inner,
            st.sampled_from(["*", "+", "?", "{2}", "{0,2}", "*?", "++"]),
        ),
        inner.map(lambda part: f"(?={part})"),
        inner.map(lambda part: f"(?<!{part})"),
    )


EXPRESSIONS = st.recursive(ATOMS, _larger, max_leaves=8)


@given(EXPRESSIONS, st.text("甲乙丙规a(一) ", max_size=12))
def test_what_matches_contains_the_strings_of_an_alternative(pattern: str, text: str) -> None:
    compiled = pattern_of(Regex(pattern))
    folded = fold(text)
    if any(True for _ in compiled.matches(folded)):
        assert any(all(s in folded for s in strings) for strings in compiled.alternatives)


def cut(pieces: str) -> list[str]:
    return pieces.split()


PIECES = st.sampled_from(
    cut(r"""
    甲 a Z 规 ( ) [ ] ^ - | . * + ? { } $ , 0 … ㈠ (?: (?= (?<! (?> (?P<a> (?P=a) (?i) (?# *? ++
    )+ {2} {0,3} {3,} \1 \2 \d \D \w \W \s \S \b \B \A \Z \x \u \p \n \0 \k \G \R \K \X \N \L \z
    \. \- \[ [^甲] [a-z] [一-丁] \p{Han} \x41 \u4e00 (甲) (a|b) a{90}
""")
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_every_string_between_slashes_is_understood_or_an_error(pattern: str) -> None:
    try:
        compiled = pattern_of(Regex(pattern), TimeBudget(seconds=0.05))
    except QueryError as exc:
        assert "not a regular expression" in str(exc)  # noqa: PT017 (most are sound)
        return
    for text in ("", "甲a规 z", "a" * 40 + "甲" * 40):
        try:
            spans = list(compiled.matches(text))
        except QueryError as exc:
            assert "took longer" in str(exc)  # noqa: PT017 (most are quick)
        else:
            assert all(start < end for start, end in spans)


PLAIN = st.recursive(
    st.sampled_from(["甲", "乙", ".", "[甲丙]", "[^甲]", r"\w", "(?=甲)", "a"]),
    _larger,
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(PLAIN, st.text("甲乙丙a", max_size=10))
def test_what_needs_no_folding_matches_as_in_python(pattern: str, text: str) -> None:
    # Python 3.10 knows no ++, and no version a look behind at strings of several lengths.
    assume("++" not in pattern and "(?<!" not in pattern)
    expected = [match.span() for match in re.finditer(pattern, text) if match.group()]
    assert list(pattern_of(Regex(pattern)).matches(text)) == expected


@pytest.mark.parametrize(
    ("pattern", "alternatives"),
    [
        ("核心.*技術", (("核心", "技术"),)),
        ("核心|关键", (("核心",), ("关键",))),
        ("核心|.", ((),)),
        ("(核心|关键)技术", (("核心", "技术"), ("关键", "技术"))),
        ("(核心)?技术", (("技术",),)),
        ("(核心){2,}技*", (("核心",),)),
        ("核{2}", (("核",),)),
        ("(?=核心)(?<!技)术", (("术",),)),
        (r"[核]\w", ((),)),
        ("核 心 a .", (("核心a",),)),
        ("(?i)ABC", (("abc",),)),
    ],
)
def test_the_strings_that_a_match_contains_are_known(
    pattern: str, alternatives: tuple[tuple[str, ...], ...]
) -> None:
    assert pattern_of(Regex(pattern)).alternatives == alternatives


NOTHING_TO_REPEAT = "{} stands behind nothing to repeat"
UNKNOWN_GROUP = (
    "a group opens with one of ( (?: (?P<name> (?= (?! (?<= (?<! (?>, and flags are not needed:"
    " case and width do not count"
)
ERRORS = [
    ("核心(", 4, "this ( is never closed"),
    ("核心)", 4, "this ) closes nothing"),
    ("核[心", 3, "this [ is never closed"),
    ("[]", 2, "this [ is never closed"),
    ("*核心", 2, NOTHING_TO_REPEAT.format("*")),
    ("核|+", 4, NOTHING_TO_REPEAT.format("+")),
    ("^*", 3, NOTHING_TO_REPEAT.format("*")),
    ("(?=核)+", 7, NOTHING_TO_REPEAT.format("+")),
    ("核**", 4, "a repetition is not repeated again"),
    ("核{e<=1}", 3, "a count is written {2} or {2,5}; for the mark write \\{"),
    ("核{,}", 3, "a count is written {2} or {2,5}"),
    ("核{3,2}", 3, "the smaller count comes first"),
    ("核{10001}", 3, "a count is 10000 at most"),
    ("(((a{1000}){1000}){1000})", 2, "it is larger than 10000 characters, repetitions written out"),
    (
        "(?:" * 14 + "a" + ")+" * 14,
        2,
        "it is larger than 10000 characters, repetitions written out",
    ),
    ("核" * 10_001, 2, "it is larger than 10000 characters, repetitions written out"),
    ("(" * 51 + "a" + ")" * 51, 2 + MAX_DEPTH, "groups stand more than 50 deep"),
    (r"核\q", 3, r"\q means nothing here"),
    (r"核\01", 3, r"\0 means nothing here"),
    (r"\L<x>", 2, r"\L means nothing here"),
    (r"[\b]", 3, r"\b means nothing here"),
    (r"(甲)[\1]", 6, "a class holds no references to groups"),
    (r"\ud800", 2, "there is no character of this number"),
    (r"\U00110000", 2, "there is no character of this number"),
    (r"(甲)\2", 5, "no group of this name or number, 99 at most, ends before it"),
    (r"(甲\1)", 4, "no group of this name or number, 99 at most, ends before it"),
    ("(?P=甲)", 2, "no group of this name or number, 99 at most, ends before it"),
    ("(?P<甲>乙)(?P<甲>丙)", 10, "there are two groups 甲"),
    ("(?x)核", 2, UNKNOWN_GROUP),
    ("核(?i)", 3, UNKNOWN_GROUP),
    ("(?V1)核", 2, UNKNOWN_GROUP),
    ("(?R)", 2, UNKNOWN_GROUP),
    ("(核)(?(1)心|技)", 5, UNKNOWN_GROUP),
    ("[a-z--[aeiou]]", 6, "classes are not combined; for the mark write \\-"),
    ("[核[心]]", 4, "a [ in a class is written \\["),
    ("[z-a]", 3, "this range has no first and last character in order"),
    (r"[a-\d]", 3, "this range has no first and last character in order"),
]


@pytest.mark.parametrize(("pattern", "character", "reason"), ERRORS)
def test_a_malformed_regular_expression_is_an_error_that_points_at_the_character(
    pattern: str, character: int, reason: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(f"/{pattern}/")
    assert str(caught.value) == (
        f"query, character {character}: not a regular expression ({reason}): correct it, or put it"
        ' in quotes to search for the slashes themselves, as in "/核心/"; --plain takes everything'
        " as text"
    )


@pytest.mark.parametrize(("head", "tail"), [("", ""), ("(?:", ")+")])
@pytest.mark.parametrize("pattern", [pattern for pattern, _, _ in ERRORS if len(pattern) < 30])
def test_a_malformed_regular_expression_costs_no_more_than_its_length(
    pattern: str, head: str, tail: str
) -> None:
    def refuse(query: str) -> None:
        with suppress(QueryError):
            parse(query)

    assert_linear(refuse, lambda size: f"/{head * size}{pattern * size}{tail * size}/", 400)


def test_a_property_that_no_folded_text_has_is_an_error() -> None:
    with pytest.raises(QueryError, match=r"folded text knows no \\p\{Lu\}; it knows Han, Latin"):
        parse(r"/\p{Lu}/")


TOO_SLOW = (
    "query, character {}: the regular expression took longer than {} s: write it with fewer * and"
    " + inside one another, or join it with a plain string, as in 核心技术 AND /核.{{0,5}}术/, so"
    " that fewer paragraphs are looked at"
)


@pytest.mark.parametrize(
    "pattern", ["(.*)*x", "(a+)+b", "(a|aa)+$b", "(?:.*a){30}b", "(?=(a+)+b)a"]
)
def test_a_regular_expression_is_stopped(pattern: str) -> None:
    asked = f"甲 OR /{pattern}/"
    tree: Any = parse(asked)
    budget = TimeBudget(asked, seconds=0.2)
    compiled = pattern_of(tree.clauses[1], budget)
    with pytest.raises(QueryTimeoutError) as caught:  # nobody would live to see it without
        list(compiled.matches("xb" + "a" * 100_000))
    assert (str(caught.value), caught.value.query) == (TOO_SLOW.format(6, 0.2), asked)
    assert (caught.value.position, caught.value.seconds) == (5, 0.2)
    with pytest.raises(QueryTimeoutError):  # the others of the query have no time left either
        list(pattern_of(Regex("甲"), budget).matches("甲"))


def test_the_time_is_that_of_a_whole_query() -> None:
    compiled = pattern_of(Regex("(?:a|b|ab)*c"), TimeBudget(seconds=0.2))
    with pytest.raises(QueryTimeoutError, match=r"took longer than 0\.2 s"):
        list(chain.from_iterable(compiled.matches("c" + "ab" * 9) for _ in count()))


def test_each_text_has_what_those_before_it_left_of_the_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = iter([0, 0.5, 3, 4.25, 9, 9.5])
    monkeypatch.setattr("searcher.patterns.time_budget.time.thread_time", lambda: next(now))
    budget = TimeBudget(seconds=2)
    left = []
    for _ in range(3):
        with budget.spending() as seconds:
            left.append(seconds)
    assert left == [2, 1.5, 0.25]
    with pytest.raises(TimeoutError), budget.spending():
        pass


def test_a_timeout_inside_leaves_no_time_whatever_the_clock_of_this_thread_says() -> None:
    budget = TimeBudget(seconds=100)
    with pytest.raises(TimeoutError), budget.spending():
        raise TimeoutError
    with pytest.raises(TimeoutError), budget.spending():
        pass


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("/核心.?技术/", 3),
        ("/没有(.+)就没有/", 1),
        (r"/[＋+]教育/", 1),
        ("/核心/ -突破", 2),
        ("NOT /核心/", 2),
        ("/(?=甲)/", 0),
        ("/./", 5),
    ],
)
def test_a_regular_expression_is_answered(small_searcher: Searcher, query: str, total: int) -> None:
    results = small_searcher.search(query, limit=None)
    assert results.total == total
    assert all(hit.spans for hit in results.hits) or "NOT" in query


def test_a_wide_range_of_a_class_is_folded_character_by_character() -> None:
    text = '网络,"安全"(a)规'
    every = [(at, at + 1) for at in (2, 3, 6, 7, 8, 9)]
    assert list(pattern_of(Regex(r"[\uff00-\uffef“-”]")).matches(text)) == every
    assert list(pattern_of(Regex(r"[\u4e00-\u9fff]{2}")).matches(text)) == [(0, 2), (4, 6)]
