"""What passes a check before publication, and what does not."""

from __future__ import annotations

import pytest

from searcher import Searcher

SAFE = "没有网络安全就没有国家安全"
CORE = "核心技术受制于人是我们最大的隐患"


@pytest.mark.parametrize(
    "text",
    [
        f"他说：“{SAFE}。”",
        f"他说：“{SAFE}，就没有经济社会稳定运行。”",
        "他说：“互联网核心技术是我们最大的‘命门’……甚至会不堪一击。”",
        f"2018年4月20日，习近平在全国网络安全和信息化工作会议上指出，“{SAFE}”。",
        "他说：“过不了互联网这一关就过不了长期执政这一关。”",
    ],
)
def test_what_stands_there_passes(text: str, seed_searcher: Searcher) -> None:
    assert seed_searcher.trace(text).is_faithful


@pytest.mark.parametrize(
    "text",
    [
        f"他说：“{SAFE}，所以要取缔民企，{CORE}。”",
        f"他说：“{SAFE}，不，{CORE}。”",
        f"他说：“{SAFE}，{CORE}。”",
        f"他说：“{SAFE}，就没有经济社会的稳定运行。”",
        f"2016年4月19日，习近平在网络安全和信息化工作座谈会上指出，“{SAFE}”。",
        "他说：“谁都没有说过的一句话也要加上引号。”",
    ],
)
def test_what_was_put_in_joined_changed_or_made_up_does_not(
    text: str, seed_searcher: Searcher
) -> None:
    assert not seed_searcher.trace(text).is_faithful


def test_every_word_between_the_parts_of_a_quotation_is_told(seed_searcher: Searcher) -> None:
    trace = seed_searcher.trace(f"他说：“{SAFE}，所以要取缔民企，{CORE}。”")
    assert [(one.text, one.match) for one in trace] == [(SAFE, "exact"), (CORE, "exact")]
    assert [(one.text, one.nearest) for one in trace.not_found] == [("所以要取缔民企", None)]
    assert {one.part_of for one in (*trace, *trace.not_found)} == {(4, 42)}


def test_an_attribution_of_the_first_sentence_is_not_refuted_by_the_ones_behind_it(
    seed_searcher: Searcher,
) -> None:
    opening = "2018年4月，习近平在全国网络安全和信息化工作会议上强调，"
    first = "过不了互联网这一关，就过不了长期执政这一关。"
    (alone,) = seed_searcher.trace(opening + first)
    assert alone.attribution_agrees is True
    (both,) = seed_searcher.trace(f"{opening}{first}党管媒体，不能说只管党直接掌握的媒体。")
    assert (both.match, both.attribution_agrees) == ("exact", None)


def test_what_stands_right_between_marks_is_quoted(seed_searcher: Searcher) -> None:
    (one,) = seed_searcher.trace(f"习近平总书记指出，要坚持“{SAFE}”的理念，把各项工作做好。")
    assert (one.text, one.quoted) == (SAFE, True)


def test_a_clause_is_found_also_where_what_follows_agrees_by_chance(
    seed_searcher: Searcher,
) -> None:
    (one,) = seed_searcher.trace(f"他说：“{SAFE}，过得了这一关就过得了那一关，谁都明白的。”")
    assert one.match == "partial"


def test_a_sentence_that_stands_twice_in_a_paragraph_is_told_twice(
    seed_searcher: Searcher,
) -> None:
    (one,) = seed_searcher.trace("他说：“网络安全和信息化”。")
    assert all(
        {source.text[slice(*span)] for span in source.spans} == {"网络安全和信息化"}
        for source in one.sources
    )
    assert [len(source.spans) for source in one.sources] == [
        source.text.count("网络安全和信息化") for source in one.sources
    ]
    assert max(len(source.spans) for source in one.sources) > 1
