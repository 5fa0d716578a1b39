"""Which paragraphs of a file are set off as quotations, and by what."""

from __future__ import annotations

import pytest

from searcher.claims.reading import read_article

WORDS = "没有网络安全就没有国家安全，就没有经济社会稳定运行。"
LINE = "——习近平在全国网络安全和信息化工作会议上的讲话（2018年4月20日）"


def read(text: str) -> list[tuple[str, bool, str | None]]:
    """The paragraphs, whether each is set off, and the day that it is said to be of."""
    article = read_article(text.encode(), "article.md")
    return [
        (
            article.text[one.start : one.end],
            one.set_off,
            one.attribution.date.first.isoformat()
            if one.attribution and one.attribution.date
            else None,
        )
        for one in article.paragraphs
    ]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (
            f"# 题\n\n> {WORDS}\n\n后文。\n",
            [("题", False, None), (WORDS, True, None), ("后文。", False, None)],
        ),
        (
            f"# 题\n\n> {WORDS}\n> {LINE}\n",
            [("题", False, None), (WORDS, True, "2018-04-20"), (LINE, False, None)],
        ),
        (
            f"# 题\n\n> {WORDS}\n>\n> {LINE}\n",
            [("题", False, None), (WORDS, True, "2018-04-20"), (LINE, False, None)],
        ),
        (
            f"# 题\n\n> {WORDS}\n> —— 习近平，2016年4月19日\n",
            [
                ("题", False, None),
                (WORDS, True, "2016-04-19"),
                ("—— 习近平，2016年4月19日", False, None),
            ],
        ),
        (
            f"前文在此。\n\n{WORDS}\n\n{LINE}\n",
            [("前文在此。", False, None), (WORDS, True, "2018-04-20"), (LINE, False, None)],
        ),
    ],
)
def test_a_quotation_is_set_off_by_a_sign_or_by_the_line_below(
    text: str, paragraphs: list[tuple[str, bool, str | None]]
) -> None:
    assert read(text) == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        f"前文在此。\n\n{WORDS}\n\n——这是一个列表项，讲的是别的事。\n",
        f"前文在此。\n\n{WORDS}\n\n{LINE}，{WORDS * 3}\n",
        f"前文在此。\n\n{WORDS}\n\n后文。\n",
    ],
)
def test_a_dash_alone_sets_nothing_off(text: str) -> None:
    assert not any(set_off for _, set_off, _ in read(text))
