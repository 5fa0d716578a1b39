"""Adverts around and inside a book."""

from __future__ import annotations

import pytest

from indexer.readers.compendium.adverts import is_advert, without_adverts
from indexer.readers.compendium.print_lines import print_lines


@pytest.mark.parametrize(
    ("text", "advert"),
    [
        ("欢迎关注微信公众号：青马先声，获取更多资源", True),
        ("扫 码 加 入 读者群", True),
        ("更多电子书请访问 https://example.org", True),
        ("要办好微信公众号，讲好中国故事。", False),
        ("加强网络内容建设", False),
    ],
)
def test_an_advert_invites_and_is_not_a_sentence(text: str, advert: bool) -> None:
    assert is_advert(text) == advert


def test_adverts_are_taken_out_and_lines_keep_their_numbers() -> None:
    lines = print_lines(["关注公众号：某某", "", "书", "页", "", "关注公众号：某某"])
    assert [line.number for line in without_adverts(lines)] == [3, 4]
