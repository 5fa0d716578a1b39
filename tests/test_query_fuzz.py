"""Any string as a query: an answer or an error in one line, in a time that its length tells."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from corpus import RECORDS

from indexer.errors import QueryError
from indexer.folding import fold
from searcher import Searcher
from searcher.language.parser import parse
from searcher.language.query import Query, positive_patterns
from searcher.patterns import TimeBudget, pattern_of


def cut(pieces: str) -> list[str]:
    return pieces.split()


OPERATORS = (
    *(f" {word} " for word in cut("OR or ＯＲ 或 AND ａｎｄ 且 与 & ＆ NOT not 非 - NEAR NEAR/x")),
    *(f" {word} " for word in cut("NEAR/3 near/０ BEFORE/20 Ｂｅｆｏｒｅ／9 BEFORE/999999")),
    *("|", "｜", " -", "－", "NOT(", "-", "--", "——"),
)
MARKS = (*"\"“”「」『』‘’'()（）[]{}*＊?？/\\:：.。！，、·…《》+%#@~^$&<>=-－_0５ \u3000\n\t",)
WORDS = cut("""
    核心技术 突破 網絡安全 人才 5G Big Data 互联网＋教育 甲 乙 的 x 没有*安全 核?技术 ？心
    网络**安全 网*?络 https://a.cn/b?c 12：30 —— ℃㈠ﬁ
""")
FIELDS = cut("""
    speech: 讲话： chapter: 章：六 doc: 文： source: 来源： title: 题： 节： role:speech
    类：quotation role: date:2018 日期：2018年4月 date:2016..2018 date: date:>=2016-04-19
    date:<0001 date:9999-99 日期：2018至2016 SPEECH：座谈会 foo:
""")
REGEXES = cut(r"""
    /核.?心/ /(.)\1/ /[核-心Ａ-Ｚ^]+/ /(?P<A>甲)(?P=A)/ /(?<=核)心|技/ /a{2,}?/ /[^/
    /\u6838|\x41\S/ /(?i)ABC/ /x*/ /(((a{9}){9}){9}){9}/ /\p{Han}+/ /( /{/ //
""")
STRANGE = (
    *"😀\ud800\udfff\0\x07\x7f\u200b\ufeff\u202eéßİſﷺ\U00020000\U0010ffff\x85\u2028\x1cͺ´ا",
    *("👨‍👩‍👧", "\x1b[31m", "e\u0301"),
)
GROUPS = (OPERATORS, MARKS, WORDS, FIELDS, REGEXES, STRANGE)
SOUND = (
    '核心技术 AND (突破 OR "人才") -隐患',
    "（核心 或 技术） NEAR/5 突破 speech:座谈会",
    "/核.{0,3}技术/ date:2016..2018 NOT 网络*安全",
    '讲话：“座谈会” “没有”” 就” 题:"强国？"',
    "什么是强国？就是掌握核心的技术！人才归根结底最要紧。",
)
QUERIES = 20_000
LONGEST_SEARCHED = 400
PARAGRAPHS = tuple(fold(record["text"]) for record in RECORDS)


def queries() -> Iterator[str]:
    """Strings put together and put out of order, always the same ones."""
    chance = random.Random(20_160_419)
    for number in range(QUERIES):
        if number % 500 == 499:
            yield chance.choice(chance.choice(GROUPS)) * 10_000
        elif number % 2:
            yield "".join(_pieces(chance))
        else:
            yield _mutated(chance, chance.choice(SOUND))


def _pieces(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(0, 12)):
        yield chance.choice(chance.choice(GROUPS))


def _mutated(chance: random.Random, query: str) -> str:
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(query))
        to = min(len(query), at + chance.randint(0, 3))
        piece = chance.choice(chance.choice(GROUPS)) if chance.random() < 0.7 else query[at:to]
        at, to = chance.choice([(at, to), (at, at), (to, to)])
        query = query[:at] + piece + query[to:]
    return query


def check_error(error: QueryError, query: str) -> None:
    assert error.query == query
    assert 0 <= error.position <= len(query)
    assert len(error.expected.splitlines()) == 1


def parsed(query: str) -> Query | None:
    try:
        return parse(query)
    except QueryError as exc:
        error = exc
    check_error(error, query)
    return None


def test_every_string_is_a_query_or_an_error_that_points_into_it(small_searcher: Searcher) -> None:
    sound = 0
    for query in queries():
        started = time.perf_counter()
        if tree := parsed(query):
            sound += 1
            assert parse(str(tree)) == tree
            run_patterns(tree, query)
        if len(query) <= LONGEST_SEARCHED:
            try:
                small_searcher.search(query)
            except QueryError as exc:
                check_error(exc, query)
        assert time.perf_counter() - started < 5, query[:100]
    assert QUERIES / 5 < sound < QUERIES


def run_patterns(tree: Query, query: str) -> None:
    try:
        for clause in positive_patterns(tree):
            pattern = pattern_of(clause, TimeBudget(query, seconds=0.05))
            for text in PARAGRAPHS:
                spans = list(pattern.matches(text))
                assert all(0 <= start < end <= len(text) for start, end in spans)
    except QueryError as exc:
        check_error(exc, query)


# A full stop stands for a blank here.
UNITS = [
    *cut(r"""
    网络 网. 网| “甲. "甲."乙. “甲.”乙. （一）甲. (甲). 甲（ 甲）乙 甲?乙 甲* /甲. /\/. -. -甲.
    speech:甲. 1). a.NEAR/2. a.NEAR/2.b. (a|b).BEFORE/2.c. NOT.a. a.或. &. a.&. /a/. /(a)|/.
    speech:"甲". 题：「甲」 date:2018. 日期：2018年至 甲： http:// 甲*乙. * ? ？甲 " “ ” 「 」.
    『甲』. ( ) （ ）. | ｜甲 / \ -. －. : ： /[^甲]. /[/ (/ (" （"甲 (甲. 甲). )(. 甲“乙. 甲” . 。
    """),
    *('"""甲.', "\ud800", "\0"),
]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("opening", "ending"), [("", ""), ("", "乙””"), ("/", "/")])
def test_the_cost_of_a_query_grows_with_its_length_alone(
    unit: str, opening: str, ending: str
) -> None:
    piece = unit.replace(".", " ")
    short = opening + piece * (5_000 // len(piece)) + ending
    long = opening + piece * (20_000 // len(piece)) + ending
    long_s = seconds(long)
    assert long_s < 0.02 or long_s < 8 * seconds(short)


def seconds(query: str) -> float:
    """The best of three, so that a busy machine does not decide."""
    times = []
    for _ in range(3):
        started = time.perf_counter()
        with suppress(QueryError):
            parse(query)
        times.append(time.perf_counter() - started)
    return min(times)


def test_a_query_of_200_000_characters_is_read_in_seconds() -> None:
    assert seconds("网络 " * 66_667) < 5
    assert seconds("网络安全和信息化，" * 22_223) < 5
