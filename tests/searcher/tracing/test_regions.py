"""An article in regions: what its author shows as quotations, and what is between them."""

from __future__ import annotations

import random

import pytest

from indexer.text.folding import fold
from searcher.articles.article import Article, ArticleParagraph, article_of_text
from searcher.claims.claims import Claim
from searcher.tracing.regions import Region, iter_regions, without_inner_claims


def claim(text: str, part: str, kind: str = "marked") -> Claim:
    start = text.index(part)
    return Claim(start, start + len(part), kind)  # type: ignore[arg-type]


def shown(regions: list[Region]) -> list[str]:
    """The texts of regions, quotations in marks."""
    return [f"“{one.text}”" if one.quoted else one.text for one in regions]


@pytest.mark.parametrize(
    ("text", "claims", "expected"),
    [
        ("", [], []),
        ("，。\n！？\n", [], []),
        ("甲乙。", [], ["甲乙"]),
        ("甲乙。\n\n丙丁。", [], ["甲乙", "丙丁"]),
        ("他说“甲乙，丙丁。”好。", [("甲乙，丙丁", "marked")], ["他说", "“甲乙,丙丁”", "好"]),
        ("“甲乙”", [("甲乙", "marked")], ["“甲乙”"]),
        ("“甲乙”“丙丁”", [("甲乙", "marked"), ("丙丁", "marked")], ["“甲乙”", "“丙丁”"]),
        ("甲乙", [("甲乙", "set_off")], ["“甲乙”"]),
        ("他说“。。”好", [("。。", "marked")], ["他说", "好"]),
        ("他强调，甲乙丙。丁戊。", [("甲乙丙", "attributed")], ["他强调", "甲乙丙。丁戊"]),
        ("甲乙丙。丁戊。", [("甲乙丙", "attributed")], ["甲乙丙。丁戊"]),
        (
            "他说，甲乙。丙丁。又说，戊己。",
            [("甲乙", "attributed"), ("丙丁", "attributed"), ("戊己", "attributed")],
            ["他说", "甲乙。丙丁。又说", "戊己"],
        ),
        (
            "他说，甲乙。他说“丙丁”，戊己",
            [("甲乙", "attributed"), ("丙丁", "marked"), ("戊己", "attributed")],
            ["他说", "甲乙。他说", "“丙丁”", "戊己"],
        ),
        ("甲\n他说“乙”\n丙", [("乙", "marked")], ["甲", "他说", "“乙”", "丙"]),
        ("規則①㎡", [], ["规则1m2"]),
    ],
)
def test_the_regions_of_an_article(
    text: str, claims: list[tuple[str, str]], expected: list[str]
) -> None:
    given = [claim(text, *one) for one in claims]
    assert shown(list(iter_regions(article_of_text(text), given))) == expected


def test_a_region_knows_where_it_stands() -> None:
    text = "甲：\n 他說 “規則，㎡” 。"
    regions = list(iter_regions(article_of_text(text), [claim(text, "規則，㎡")]))
    assert [text[slice(*region.span)] for region in regions] == ["甲", "他說", "規則，㎡"]
    quoted = regions[2]
    assert quoted.paragraph == ArticleParagraph(3, len(text), (2, 2))
    assert text[slice(*quoted.original(0, 3))] == "規則，"
    assert text[slice(*quoted.original(3, 4))] == "㎡"
    start = text.index("則")
    assert quoted.folded((start, start + 2)) == (1, 3)
    assert quoted.folded((0, len(text))) == (0, 5)


def test_regions_cover_all_letters_of_an_article_in_order() -> None:
    draw = random.Random(1)
    for _ in range(200):
        text = "".join(draw.choices("甲乙丙，。 “”\n㎡", k=40))
        cuts = sorted(draw.sample(range(40), 6))
        claims = [
            Claim(start, end, draw.choice(["marked", "attributed"]))
            for start, end in zip(cuts[::2], cuts[1::2], strict=True)
            if "\n" not in text[start:end]
        ]
        regions = list(iter_regions(article_of_text(text), claims))
        letters = "".join(filter(str.isalnum, "".join(map(fold, text.split("\n")))))
        assert "".join(filter(str.isalnum, "".join(one.text for one in regions))) == letters
        at = 0
        for region in regions:
            assert at <= region.span[0] < region.span[1]
            assert fold(text[slice(*region.span)]) == region.text
            at = region.span[1]


@pytest.mark.parametrize(
    ("mark", "sizes"), [("。", [3499, 2099, 2799]), ("乙", [4000, 2200, 2200])]
)
def test_a_long_paragraph_is_cut_at_ends_of_sentences_where_it_has_any(
    mark: str, sizes: list[int]
) -> None:
    text = ("甲" * 699 + mark) * 12
    regions = list(iter_regions(article_of_text(text), ()))
    assert [len(region.text) for region in regions] == sizes
    assert "".join(region.text for region in regions).count("甲") == 699 * 12


def article(text: str) -> Article:
    return article_of_text(text)


@pytest.mark.parametrize(
    ("text", "source", "kept"),
    [
        (
            "很多网民称自己为“草根阶层人士”，那网络就是",
            "很多网民称自己为“草根阶层人士”,那网络就是",
            False,
        ),
        ("很多网民称自己为“草根阶层人士”，那网络就是", "很多网民称自己为“草根阶层人士”", False),
        ("很多网民称自己为“草根阶层人士”，那网络就是", "“草根阶层人士”,那网络就是一个", True),
        ("很多网民称自己为“草根阶层人士”，那网络就是它", "“草根阶层人士”,那网络就是它一个", False),
        (
            "很多网民称自己为“草根阶层人士”，那网络就是",
            "很多网民称自己为草根阶层人士,那网络就是",
            True,
        ),
        ("很多网民称自己为“草根阶层人士”，那网络就是", "草根阶层人士", True),
        ("称为“草根阶层人士”的人", "称为“草根阶层人士”的人", True),  # too few letters beside it
        ("开头一句话\n称为“草根阶层人士”", "开头一句话称为“草根阶层人士”", True),
    ],
)
def test_marks_of_the_source_part_nothing(text: str, source: str, kept: bool) -> None:
    given = [claim(text, "草根阶层人士")]
    left = list(without_inner_claims(article(text), given, fold(source).__contains__))
    assert left == (given if kept else [])


def test_only_what_stands_in_marks_can_be_the_sources_own() -> None:
    text = "很多网民称自己为“草根阶层人士”，那网络就是"
    given = [claim(text, "草根阶层人士", "attributed")]
    assert list(without_inner_claims(article(text), given, lambda _: True)) == given


def test_an_ellipsis_parts_a_quotation() -> None:
    text = "他说“没有网络安全……就没有国家安全...安全。。。最后一句要完整”。"
    regions = list(iter_regions(article_of_text(text), [claim(text, text[3:-2])]))
    quoted = [one for one in regions if one.quoted]
    assert [one.text for one in quoted] == ["没有网络安全", "就没有国家安全", "最后一句要完整"]
    assert {one.whole for one in quoted} == {(3, len(text) - 2)}
    assert [one.whole for one in regions if not one.quoted] == [None]
