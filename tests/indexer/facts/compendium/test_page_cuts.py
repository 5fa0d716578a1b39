"""Page cuts: continued blocks, and the measure of the print after full stops."""

from __future__ import annotations

import pytest

from indexer.facts.compendium.page_cuts import Measure, NoteBlock, PageStart, TextBlock, cut_texts


def text(length: int, end: str = "。") -> TextBlock:
    """A block of `length` characters that ends in `end`."""
    return TextBlock("字" * (length - len(end)) + end)


Flow = tuple[TextBlock | NoteBlock | PageStart, ...]

CONFIRMED: Flow = (*(block for _ in range(3) for block in (text(21, "字"), text(10))), PageStart())
"""Three cuts after full lines, which show that a volume is set in lines of 23 characters."""
FIRST = len(CONFIRMED)


def full_stop_cuts(*flow: TextBlock | NoteBlock | PageStart) -> frozenset[int]:
    """The cuts in `flow`, in a volume whose measure is known, counted from its first block."""
    cuts = cut_texts((*CONFIRMED, *flow))
    return frozenset(place - FIRST for place in cuts if place >= FIRST)


@pytest.mark.parametrize(
    "ending",
    ["，", "；", "：", "、", "字", "”", "——", "）", "5G", "利", "社会主义思想 and"],
)
def test_a_block_that_does_not_end_a_sentence_is_continued(ending: str) -> None:
    assert cut_texts((TextBlock("一段话" + ending), text(10))) == frozenset({0})


@pytest.mark.parametrize(
    "ending", ["。", "！", "？", "…", "。”", "？）", "。”）", "!", "?", "ability."]
)
def test_a_block_that_ends_a_sentence_is_a_paragraph(ending: str) -> None:
    assert cut_texts((TextBlock("一段话" + ending), text(10))) == frozenset()


def test_the_last_block_before_an_attribution_or_a_chapter_is_never_continued() -> None:
    flow = (
        TextBlock("少了句号"),
        NoteBlock(("《文》（2018年1月2日）",)),
        TextBlock("又少了"),
        PageStart(),
    )
    assert cut_texts(flow) == frozenset()


@pytest.mark.parametrize(
    ("length", "cut"),
    [
        (23 * 23 - 2, True),  # 23 full lines
        (23 * 22 - 2, True),  # 22 and 24: the count of a page is sound to one line
        (23 * 24 - 2, True),
        (23 * 21 - 2, False),  # a full line, but not at the end of a page
        (23 * 25 - 2, False),
        (23 * 46 - 2, False),  # two pages: too far to be distinguished from chance
        (23 * 23 - 3, False),  # the end of a page, but not a full line
        (23 * 23 - 1, False),
        (23 * 23, False),  # full only without the indent of a paragraph
    ],
)
def test_a_full_stop_at_the_end_of_line_and_page_is_a_cut(length: int, cut: bool) -> None:
    cuts = full_stop_cuts(text(length), text(30))
    assert cuts == (frozenset({0}) if cut else frozenset())


def test_the_rest_of_a_cut_paragraph_has_no_indent() -> None:
    assert full_stop_cuts(text(21, "字"), text(23 * 23), text(30)) == frozenset({0, 1})


def test_without_a_known_beginning_of_the_page_nothing_is_concluded() -> None:
    separated = NoteBlock(("《文》", "（2018年1月2日）"), separated=True)
    assert full_stop_cuts(text(30), separated, text(23 * 23 - 2), text(30)) == frozenset()


def test_attributions_count_as_printed_with_the_empty_line_below_them() -> None:
    """22 characters a line, letters and digits half as wide: two lines, one line, one empty."""
    note = NoteBlock(
        ("《在座谈会上的讲话》", "（2016年4月19日），习近平《论宣传工作》，出版社2020年版，第9页")
    )
    cuts = full_stop_cuts(text(23 * 9 - 2), note, text(23 * 10 - 2), text(30))
    assert cuts == frozenset({2})


def test_after_an_attribution_with_an_empty_line_inside_the_place_on_the_page_is_unknown() -> None:
    note = NoteBlock(("《在座谈会上的讲话》", "（2016年4月19日）"), separated=True)
    cuts = full_stop_cuts(text(23 * 9 - 2), note, text(23 * 11 - 2), text(30))
    assert cuts == frozenset()


def test_a_cut_that_was_found_begins_the_next_page() -> None:
    assert full_stop_cuts(text(23 * 23 - 2), text(23 * 23), text(30)) == frozenset({0, 1})


def test_without_cuts_inside_sentences_no_full_stop_is_one() -> None:
    """An electronic text has no page cuts; whoever counts its characters finds full pages."""
    assert cut_texts((PageStart(), text(23 * 23 - 2), text(30))) == frozenset()


def test_a_volume_with_other_lines_keeps_its_paragraphs() -> None:
    """Ten cuts inside sentences, none after a line of 23: here the measure says nothing."""
    other = [
        block for _ in range(10) for block in (text(30, "字"), text(40), NoteBlock(("《文》",)))
    ]
    flow: Flow = (*other, PageStart(), text(23 * 23 - 2), text(30))
    assert cut_texts(flow) == frozenset(range(0, 30, 3))


def test_another_measure_can_be_given() -> None:
    confirmed = tuple(block for _ in range(3) for block in (text(28, "字"), text(10)))
    flow: Flow = (*confirmed, PageStart(), text(20 * 30 - 2), text(30))
    assert cut_texts(flow, Measure(columns=30, rows=20)) == frozenset({0, 2, 4, 7})
