"""Which lines of a compendium are an attribution."""

from __future__ import annotations

import pytest
from attribution_samples import BROKEN, SOUND, day
from hypothesis import given
from hypothesis import strategies as st

from indexer.documents import Attribution
from indexer.readers.compendium.notes import Note, find_note, join_note
from indexer.readers.compendium.print_lines import print_lines

TEXT = [
    "在某地考察时，他讲了三点意见。",
    "对网上舆论热点，要深入研判。一种意见出来了，就要分析，看看代表哪",
    "致力于网络强国建设，抓紧谋划制定战略并明确",
    "《联合国宪章》确立的主权平等原则是基本准则。",
    "二〇一八年四月，新一代移动通信（5G）等技术取得",
    "——尊重网络主权。",
    "“通则不痛，痛则不通”，这是中医经络学常说",
    "2020年，我国网民达到九亿，其中手机网民占",
    "《中国制造2025》2015年发布以来，各地积极",
]


@pytest.mark.parametrize(("raw", "expected"), SOUND)
def test_a_sound_attribution_is_found_among_text(raw: str, expected: Attribution) -> None:
    lines = print_lines(["前一段。", "", raw, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 1)
    assert note is not None
    assert (note.read, note.lines) == (expected, lines[1:2])


@pytest.mark.parametrize(("raw", "fault"), BROKEN)
def test_a_broken_attribution_is_found_and_swallows_nothing(raw: str, fault: str) -> None:
    lines = print_lines(["前一段。", "", raw, "", "后一段讲了", "", "很多。"])
    assert find_note(lines, 1) == Note(lines[1:2], raw, None, fault)


@pytest.mark.parametrize("raw", TEXT)
def test_text_is_no_attribution(raw: str) -> None:
    assert find_note(print_lines([raw, "", "后一段。"]), 0) is None


@pytest.mark.parametrize(
    "pieces",
    [
        ["《致大会的贺信》", "（2017年12月3日），《人民日报》", "2017年12月4日"],
        ["《致大会的贺信》（2017年12月", "", "3日），《人民日报》2017年12月4日"],
        ["《致大会的贺信》", "", "（2017年12月3日），", "《人民日报》2017年12月4日"],
        ["《致大会", "", "的贺信》（2017年12月3日），《人民日报》2017年12月", "", "4日"],
        ["《致大会的贺信》（2017年", "", "12月3日），《人民", "", "日报》2017年12月4日"],
        ["《致大会的贺信》(2017年12月3", "", "日),《人民日报》2017年12月4日"],
        ["《致大会的贺信》（2017年12月3日）", "，《人民日报》2017年12月4日"],
        ["《致大会的的贺信》（2017年12月3日），《人民日", "", "日报》2017年12月4日"],
    ],
)
def test_lines_and_empty_lines_do_not_part_an_attribution(pieces: list[str]) -> None:
    lines = print_lines([*pieces, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[: sum(bool(piece) for piece in pieces)]
    assert note.read == Attribution(
        speech="致大会的的贺信" if "的的" in pieces[0] else "致大会的贺信",
        date=day(2017, 12, 3),
        source="《人民日报》2017年12月4日",
    )


@pytest.mark.parametrize(
    ("pieces", "fault"),
    [
        (["《讲话》（2018年13月", "", "3日），《人民日报》2018年4月4日"], "has an impossible date"),
        (["《讲话》", "", "（）"], "has no date in brackets"),
        (["《讲话》", "", "（2018年4月31日）"], "has an impossible date"),
        (["讲话》", "", "（2018年4月30日）"], "has a bracket without its partner"),
        (
            ["《讲话》，《十九大以来文献", "", "选编》（上），某出版社2019年版，第3页"],
            "has no date",
        ),
        (
            ["《讲话》（2018年4月30日）。", "某人《文集》，某出版社", "2019年版，第3页"],
            "has a full stop",
        ),
    ],
)
def test_a_broken_attribution_is_taken_whole_over_empty_lines(
    pieces: list[str], fault: str
) -> None:
    lines = print_lines([*pieces, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[: sum(bool(piece) for piece in pieces)]
    assert note.fault is not None
    assert fault in note.fault


def test_a_source_of_an_unknown_kind_is_kept() -> None:
    note = find_note(print_lines(["《讲话》（2018年4月3日），新华社北京电", "", "后一段。"]), 0)
    assert note is not None
    assert note.read == Attribution(speech="讲话", date=day(2018, 4, 3), source="新华社北京电")


def test_a_text_that_lost_its_full_stop_is_not_taken_for_a_title() -> None:
    lines = print_lines(["要做好工作", "", "《讲话》（2018年4月3日）"])
    assert find_note(lines, 0) is None


def test_a_character_printed_twice_over_an_empty_line_is_dropped() -> None:
    assert join_note(print_lines(["《论工作", "", "作》"])) == "《论工作》"
    assert join_note(print_lines(["《论天", "天向上》"])) == "《论天天向上》"
    assert join_note(print_lines(["2011年1", "", "1月"])) == "2011年11月"


@given(st.text(alphabet="《》（）()2018年月日，,。第页版 讲话\n", max_size=40))
def test_no_text_stops_the_reader(raw: str) -> None:
    lines = print_lines(raw.split("\n"))
    for start in range(len(lines)):
        note = find_note(lines, start)
        assert note is None or note.lines == lines[start : start + len(note.lines)]
        assert note is None or (note.read is None) == (note.fault is not None)
