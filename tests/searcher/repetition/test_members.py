from __future__ import annotations

import pytest

from searcher.repetition.members import as_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("要构建和[平、安全的空间，建立透明的]体系。", "要构建和平、安全的空间，建立透明的体系"),
        ("他说，[没有网络安全就没有国家安全]，没有…", "没有网络安全就没有国家安全"),
        ("[没有网络安全就没有国家安全]", "没有网络安全就没有国家安全"),
        ("[没有网络安全就没有国]家安全", "没有网络安全就没有国家安全"),
        ("一二三四五六七八九[十就没有国家安全。]", "一二三四五六七八九十就没有国家安全。"),
        ("意见领袖、[作家、独立]演员，等等", "作家、独立演员"),
        ("做好“[互联网+教育]”工作", "互联网+教育"),
        ("自由是目的。秩[序是保障。我们既要]一二三四五六七八九十百", "秩序是保障"),
        ("一二三四五六七八九十百[要，秩序是自由的保障]。", "秩序是自由的保障"),
        ("一二三四五六七八九十百[自由是目的，秩]序", "自由是目的，秩序"),
        ("一二三四五六七八九十百[目的，秩序是保障]", "秩序是保障"),
        ("一二三四五六七八九十百[我们既要，秩]序", "我们既要，秩序"),
        ("中央网络安全小[组要发挥]一二三四五六七八九十百", "中央网络安全小组要发挥"),
    ],
)
def test_an_edge_inside_a_clause_goes_to_a_mark_that_is_near(text: str, expected: str) -> None:
    before, inner, after = text.replace("]", "[").split("[")
    start, end = as_words(before + inner + after, len(before), len(before) + len(inner))
    assert (before + inner + after)[start:end] == expected


def test_both_edges_are_not_cut_to_one_mark() -> None:
    beside = "一二三四五六七八九十百"
    start, end = as_words(f"{beside}甲乙，丙丁{beside}", 11, 16)
    assert (start, end) == (14, 16)
