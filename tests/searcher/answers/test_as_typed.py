"""Questions as people type them: text stays text, and what finds nothing goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer.errors import QueryError
from searcher import Searcher
from tests.support.command_line import Lunshu
from tests.support.corpus import write_corpus

QUESTIONS = (
    "什么是网络安全？怎样维护网络安全",
    "为什么要加强党对网信工作的领导？如何加强？",
    "5G与工业互联网如何融合?有什么意义?",
    "and business是什么",
    "与 时俱进",
    "网络安全 或",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_as_typed_has_what_it_has_as_text(
    seed_searcher: Searcher, question: str
) -> None:
    assert seed_searcher.search(question).hits
    assert seed_searcher.search(question, plain=True).hits


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("信息*网络安全人", "信息 网络安全人"),
        ("信?技网络", "信 技网络"),
        ("产业 NEAR/0 人工智能体", "产业 人工智能体"),
        ("(互联网 OR 产*体) BEFORE/0 人工智能体", "互联网 产 体 人工智能体"),
        ("/人工智能体.{3}网络/", "人工智能体 网络"),
    ],
)
def test_a_pattern_that_finds_nothing_goes_on_with_its_strings(
    seed_searcher: Searcher, pattern: str, text: str
) -> None:
    found = seed_searcher.search(pattern)
    resembling = [hit.id for hit in seed_searcher.search(text).hits]
    assert (found.total, found.related, len(found.hits)) == (0, 10, 10)
    assert [hit.id for hit in found.hits] == resembling
    assert all(hit.spans for hit in found.hits)
    for options in ({"exact": True}, {"limit": None}, {"sort": "date"}):
        assert seed_searcher.search(pattern, **options).hits == ()


def test_what_a_pattern_goes_on_with_obeys_the_rest_of_the_query(seed_searcher: Searcher) -> None:
    found = seed_searcher.search('产业 NEAR/0 "人工智能" AND date:2018 NOT 美好')
    assert found.total == 0
    assert found.hits
    for hit in found.hits:
        assert "人工智能" in hit.text
        assert "美好" not in hit.text
        assert hit.date is not None
        assert hit.date.year == 2018


def test_a_regular_expression_without_strings_has_nothing_to_go_on_with(
    seed_searcher: Searcher,
) -> None:
    assert seed_searcher.search(r"/\d{30}/").hits == ()


@pytest.mark.parametrize(
    ("query", "words"),
    [("核心 OR", ("OR",)), ("与 核心 非", ("与", "非")), ("核心 OR 技术", ()), ('"或"', ())],
)
def test_an_answer_says_which_operators_are_text(
    small_searcher: Searcher, query: str, words: tuple[str, ...]
) -> None:
    assert small_searcher.search(query).as_text == words
    assert small_searcher.explain(query).as_text == words
    assert small_searcher.first(query).as_text == words
    assert small_searcher.search(query, plain=True).as_text == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "(",
        '"',
        "“核心",
        "*",
        "/(",
        "author:我",
        "A AND OR B",
        "-",
        "\ud800",
        "?",
        "核心\t(技术",
    ],
)
def test_any_text_gets_an_answer_when_it_is_plain(small_searcher: Searcher, text: str) -> None:
    assert small_searcher.search(text, plain=True).total >= 0
    assert small_searcher.explain(text, plain=True).tree is not None
    assert small_searcher.first(text, plain=True).total >= 0


def test_a_plain_text_is_found_as_it_stands(small_searcher: Searcher) -> None:
    found = small_searcher.search("什么是强国？就是掌握核心的技术！", plain=True)
    assert [hit.id for hit in found.hits[: found.total]] == ["small/杂文#1"]


def test_a_query_that_is_too_long_is_an_error_that_says_so(small_searcher: Searcher) -> None:
    small_searcher.search("核" * 100_000, exact=True)
    for plain in (False, True):
        with pytest.raises(QueryError) as caught:
            small_searcher.search("核" * 100_001, plain=plain)
        assert str(caught.value) == (
            "query, character 100001: the query has more than 100000 characters: ask for less; a"
            " program can raise the limit"
        )
    assert small_searcher.search("核心技术", query_characters=4).total == 2
    with pytest.raises(QueryError):
        small_searcher.search("核心技术", query_characters=3)


@pytest.mark.usefixtures("in_chinese", "at_terminal")
def test_a_terminal_gets_one_line_and_a_program_everything(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    lunshu("index", "-q")
    asked = ("search", "贺信 或")
    assert lunshu(*asked).err == "lunshu: 前后没有条件，作文字查：或\n"
    answer = json.loads(lunshu(*asked, "--format", "json").out)
    assert answer["as_text"] == ["或"]
    assert answer["suggestions"] == [{"query": "讲话：贺信", "total": 1}]
    assert lunshu("search", "(核心", "--plain").code == 0


def test_what_is_written_to_a_pipe_has_no_hint(lunshu: Lunshu, desk: Path) -> None:
    write_corpus(desk / "seeds")
    lunshu("index", "-q")
    assert lunshu("search", "贺信 或").err == ""
