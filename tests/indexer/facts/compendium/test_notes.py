"""Which lines of a compendium are an attribution."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.facts.compendium.notes import Note, find_note, join_note
from indexer.facts.compendium.print_lines import PrintLine
from indexer.model.documents import AttributionLine
from tests.support.attribution_samples import BROKEN, SOUND, day
from tests.support.reading import printed


class CountedLines(list[PrintLine]):
    """Lines that count how many of them were asked for."""

    looked_at = 0

    def __getitem__(self, key):  # type: ignore[no-untyped-def]
        found = super().__getitem__(key)
        self.looked_at += len(found) if isinstance(key, slice) else 1
        return found


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
def test_a_sound_attribution_is_found_among_text(raw: str, expected: AttributionLine) -> None:
    lines = printed(["前一段。", "", raw, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 1)
    assert note is not None
    assert (note.read, note.lines) == (expected, lines[1:2])


@pytest.mark.parametrize(("raw", "fault"), BROKEN)
def test_a_broken_attribution_is_found_and_swallows_nothing(raw: str, fault: str) -> None:
    lines = printed(["前一段。", "", raw, "", "后一段讲了", "", "很多。"])
    assert find_note(lines, 1) == Note(lines[1:2], raw, None, fault)


@pytest.mark.parametrize("raw", TEXT)
def test_text_is_no_attribution(raw: str) -> None:
    assert find_note(printed([raw, "", "后一段。"]), 0) is None


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
    lines = printed([*pieces, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[: sum(bool(piece) for piece in pieces)]
    assert note.read == AttributionLine(
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
            ["《讲话》（2018年4月30日）。", "某人《文集》，某出版社", "2019年版，第3页"],
            "has a full stop",
        ),
    ],
)
def test_a_broken_attribution_is_taken_whole_over_empty_lines(
    pieces: list[str], fault: str
) -> None:
    lines = printed([*pieces, "", "后一段讲了", "", "很多。"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[: sum(bool(piece) for piece in pieces)]
    assert note.fault is not None
    assert fault in note.fault


def test_a_note_without_a_date_is_read_over_empty_lines() -> None:
    pieces = ["《讲话》，《十九大以来文献", "", "选编》（上），某出版社2019年版，第3页"]
    note = find_note(printed([*pieces, "", "后一段讲了", "", "很多。"]), 0)
    assert note is not None
    assert (len(note.lines), note.read, note.fault) == (
        2,
        AttributionLine(
            speech="讲话", source="《十九大以来文献选编》（上），某出版社2019年版", pages="3"
        ),
        None,
    )


def test_a_source_of_an_unknown_kind_is_kept() -> None:
    note = find_note(printed(["《讲话》（2018年4月3日），新华社北京电", "", "后一段。"]), 0)
    assert note is not None
    assert note.read == AttributionLine(speech="讲话", date=day(2018, 4, 3), source="新华社北京电")


def test_a_text_that_lost_its_full_stop_is_not_taken_for_a_title() -> None:
    for title in ("《讲话》", "在某次会议上的讲话"):
        assert find_note(printed(["要做好工作", "", f"{title}（2018年4月3日）"]), 0) is None


def test_a_character_printed_twice_over_an_empty_line_is_dropped() -> None:
    assert join_note(printed(["《论工作", "", "作》"])) == "《论工作》"
    assert join_note(printed(["《论天", "天向上》"])) == "《论天天向上》"
    assert join_note(printed(["2011年1", "", "1月"])) == "2011年11月"


WRAPPED_SOURCES = [
    (["《讲话》（2020年4月10日），《求是》", "杂志2020年第21期"], "《求是》杂志2020年第21期", None),
    (
        ["《讲话》（2020年4月10日），人民出版社", "", "单行本，第10页"],
        "人民出版社单行本",
        "10",
    ),
    (
        ["《讲话》（2020年4月10日），《人民日报》", "海外版2020年4月11日"],
        "《人民日报》海外版2020年4月11日",
        None,
    ),
    (
        ["《讲话》（2020年4月10日），《文献选编》", "上册，某出版社2021年版，第7页"],
        "《文献选编》上册，某出版社2021年版",
        "7",
    ),
    (
        ["《讲话》（2020年4月10日），《文献", "", "选编》上册，某出版社", "2021年版，第7页"],
        "《文献选编》上册，某出版社2021年版",
        "7",
    ),
    (
        ["《讲话》（２０２０年４月１０日），某出版社", "２０２０年版，第３５４页"],
        "某出版社２０２０年版",
        "354",
    ),
    (["《讲话》（2020年4月10日），某出版社", "二〇二〇年版"], "某出版社二〇二〇年版", None),
    (["《讲话》（2020年4月10日）", "", "《求是》2020年第21期"], "《求是》2020年第21期", None),
]


@pytest.mark.parametrize(("pieces", "source", "pages"), WRAPPED_SOURCES)
def test_a_source_is_whole_over_the_end_of_a_line(
    pieces: list[str], source: str, pages: str | None
) -> None:
    lines = printed([*pieces, "", "《联合国宪章》确立了", "", "很多。"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[: sum(bool(piece) for piece in pieces)]
    assert note.read == AttributionLine(
        speech="讲话", date=day(2020, 4, 10), source=source, pages=pages
    )


@pytest.mark.parametrize(
    "pieces",
    [
        ["早在两千多年前，孔子（公元前551年—公元前479年）就提出“钓而不", "", "纲，弋不射宿”。"],
        ["我在浙江工作期间（二〇〇二年十月至二〇〇七年三月），多次讲过这个", "", "道理。"],
        ["《巴黎协定", "", "》代表了全球绿色低碳转型的大方向。"],
        ["《巴黎协定》（2015年12月12日），确立了二〇二〇年后全球气候治理", "", "制度。"],
        ["《公约》（1992年5月9日）、《议定书》（1997年12月11日）", "", "等都有规定。"],
        ["2020年（第一年，2021年前），我们", "", "做了很多。"],
    ],
)
def test_text_with_a_date_in_brackets_that_a_page_break_cuts_is_text(pieces: list[str]) -> None:
    lines = printed(["前一段。", "", *pieces, "", "《讲话》（2018年4月3日）"])
    assert find_note(lines, 1) is None


def test_inside_a_sentence_nothing_is_a_broken_attribution() -> None:
    lines = printed(["我在浙江工作期间", "", "（二〇〇二年十月至二〇〇七年三月）", "", "讲过。"])
    assert find_note(lines, 1, in_text=True) is None
    sound = find_note(printed(["《讲话》（2018年4月3日）"]), 0, in_text=True)
    assert sound is not None
    assert sound.fault is None


def test_the_next_passage_may_begin_with_a_title() -> None:
    lines = printed(
        [
            "《讲话》（2015年6月7日）",
            "",
            "《联合国气候变化框架公约》确立了原则，要把各国应对行动的力量汇集",
            "",
            "起来，共同行动。",
        ]
    )
    note = find_note(lines, 0)
    assert note is not None
    assert note.lines == lines[:1]
    assert note.read == AttributionLine(speech="讲话", date=day(2015, 6, 7))


def test_a_title_may_hold_another_one_at_the_beginning_of_a_line() -> None:
    lines = printed(["在接受美国", "《某报》书面采访时的答问", "（2015年9月22日）"])
    note = find_note(lines, 0)
    assert note is not None
    assert note.read == AttributionLine(
        speech="在接受美国《某报》书面采访时的答问", date=day(2015, 9, 22)
    )


def test_a_block_of_any_length_is_read_no_further_than_an_attribution_reaches() -> None:
    """Each line used to be joined with all lines of its block."""
    lines = CountedLines(printed(["生态兴则文明兴，生态衰则文明衰（略）。"] * 1000))
    assert find_note(lines, 0) is None
    assert lines.looked_at < 50


@given(st.text(alphabet="《》（）()2018年月日，,。第页版 讲话\n", max_size=40))
def test_no_text_stops_the_reader(raw: str) -> None:
    lines = printed(raw.split("\n"))
    for start in range(len(lines)):
        note = find_note(lines, start)
        assert note is None or note.lines == lines[start : start + len(note.lines)]
        assert note is None or (note.read is None) == (note.fault is not None)
