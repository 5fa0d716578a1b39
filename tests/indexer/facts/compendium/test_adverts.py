"""Adverts around and inside a book."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.furniture import advert_end, is_advert
from tests.support.reading import printed


@pytest.mark.parametrize(
    ("text", "advert"),
    [
        ("欢迎关注微信公众号：青马先声，获取更多资源", True),
        ("扫 码 加 入 读者群", True),
        ("更多电子书请访问 https://example.org", True),
        ("加QQ123456", True),
        ("本书由红色书屋整理制作", True),
        ("要办好微信公众号，讲好中国故事。", False),
        ("微信公众号、微信群、短视频平台等新媒体快速发展，大家都在用，要管好用好", False),
        ("为企业争取更多资源，打造发展的", False),
        ("扫码支付日益普及，网上交易、手机支付、共享出行", False),
        ("加强网络内容建设", False),
    ],
)
def test_an_advert_invites_and_is_not_a_sentence(text: str, advert: bool) -> None:
    assert is_advert(text) == advert


def test_an_advert_is_alone_between_empty_lines() -> None:
    lines = printed(["关注公众号：某某", "", "关注公众号", "某某", "", "书", "关注公众号"])
    assert [advert_end(lines, place) for place in range(5)] == [1, 3, None, None, None]
