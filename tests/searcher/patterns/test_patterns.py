import pytest

from indexer.errors import QueryError
from indexer.text.folding import fold_with_origins
from searcher.language.parser import parse
from searcher.language.query import Phrase, positive_patterns
from searcher.patterns import pattern_of, spans_of
from tests.support.growth import assert_linear


def matched(query: str, text: str) -> list[str]:
    patterns = [pattern_of(clause) for clause in positive_patterns(parse(query))]
    return [text[start:end] for start, end in spans_of(patterns, fold_with_origins(text))]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("核心技术", "核心技术受制于人，核心技术是隐患", ["核心技术", "核心技术"]),
        ("核心技术", "核心 技\n术", ["核心 技\n术"]),
        ("規則", "规则制定权", ["规则"]),
        ('"“命门”"', "最大的‘命门’。", ["‘命门’"]),
        ("哈哈", "哈哈哈哈哈", ["哈哈", "哈哈"]),
        ("。", "等等……。", ["。"]),
        (".", "等等……", ["…", "…"]),
        ("网络*安全", "网络空间安全。网络很好。安全", ["网络空间安全"]),
        ("网络*安全", "网络安全", ["网络安全"]),
        ("网络*安全", "网络" + "很" * 21 + "安全", []),
        ("网络*安全", "网络网络安全", ["网络网络安全"]),
        ("习?平", "习近平习平习很近平", ["习近平"]),
        ("习＊平", "习近平", ["习近平"]),
        ("呢？各", "联系群众呢？各级", ["呢？各"]),
        ("呢？各", "呢。各呢！各呢，各", ["呢，各"]),
        ("?近平", "习近平近平", ["习近平"]),
        ("安全?就?国", "安全，就没国", ["安全，就没国"]),
        ("安全?就?国", "安全就没国", []),
        ("a*b?c", "axbbyc", ["axbbyc"]),
        (
            "a*b*c",
            "ab" + "很" * 19 + "b" + "很" * 20 + "c",
            ["ab" + "很" * 19 + "b" + "很" * 20 + "c"],
        ),
        ("安全?就*国", "安全，就没有国", ["安全，就没有国"]),
        ("核心 OR 心技", "核心技术", ["核心技"]),
        ("没有 NOT 核心", "没有核心", ["没有"]),
    ],
)
def test_a_pattern_matches_leftmost_without_overlap(
    query: str, text: str, found: list[str]
) -> None:
    assert matched(query, text) == found


def test_a_clause_of_blanks_is_refused() -> None:
    with pytest.raises(QueryError, match="nothing but blanks"):
        pattern_of(Phrase(" 　"))


def test_many_stars_cost_no_more_than_the_length_of_the_text() -> None:
    def find(text: str) -> None:
        assert matched("*".join("a" * 20) + "b", text) == []

    assert_linear(find, lambda size: "a" * size, 1_250, most=320_000)
