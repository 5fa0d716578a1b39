"""A stretch begins and ends at letters, without scraps of other clauses."""

from __future__ import annotations

import pytest

from indexer.text.span import Span
from searcher.textmatch.edges import (
    iter_clauses,
    iter_sentences,
    trimmed,
    whole_clauses,
    with_what_agrees,
    without_ends_of_sentences,
    without_scraps,
)


def at(text: str, part: str) -> Span:
    """Where a part stands in a text."""
    start = text.index(part)
    return start, start + len(part)


@pytest.mark.parametrize(
    ("text", "start", "end", "left"),
    [
        ("甲乙", 0, 2, "甲乙"),
        (',"甲乙。"', 0, 6, "甲乙"),
        (",甲,乙,", 0, 5, "甲,乙"),
        (",。", 0, 2, ""),
        ("甲乙", 1, 1, ""),
        ("", 0, 0, ""),
        ("%5g+", 0, 4, "5g"),
    ],
)
def test_marks_at_its_edges_are_no_part_of_it(text: str, start: int, end: int, left: str) -> None:
    first, last = trimmed(text, start, end)
    assert (text[first:last], start <= first <= last <= end) == (left, True)


@pytest.mark.parametrize(
    ("text", "stretch", "left"),
    [
        ("安全和发展,我们要", "安全和发展,我们", "安全和发展"),
        ("安全和发展,我们要走", "安全和发展,我们要", "安全和发展,我们要"),
        ("安全和发展,我们", "安全和发展,我们", "安全和发展,我们"),  # a whole clause is no scrap
        ("大家的,安全和发展", "的,安全和发展", "安全和发展"),
        ("大家好的,安全和发展", "家好的,安全和发展", "家好的,安全和发展"),
        ("的,安全和发展", "的,安全和发展", "的,安全和发展"),
        ("安全和发展的", "安全和发展", "安全和发展"),
        ("大的,安全,我们", "的,安全,我", "安全"),
        ("大的,我们", "的,我", ""),
    ],
)
def test_scraps_of_other_clauses_are_left_off(text: str, stretch: str, left: str) -> None:
    first, last = without_scraps(text, *at(text, stretch))
    assert text[first:last] == left


@pytest.mark.parametrize(
    ("text", "agreeing", "left"),
    [
        ("甲乙丙丁。戊己庚辛", ["甲乙丙丁。戊己庚辛"], "甲乙丙丁。戊己庚辛"),
        ("一二三四五甲。戊己庚辛", ["甲。戊己庚辛"], "戊己庚辛"),
        ("一二甲乙。戊己庚辛", ["甲乙。戊己庚辛"], "甲乙。戊己庚辛"),
        ("戊己庚辛。甲一二三四五", ["戊己庚辛。甲"], "戊己庚辛"),
        ("戊己庚辛。甲乙一二", ["戊己庚辛。甲乙"], "戊己庚辛。甲乙"),
        ("一二三甲。戊己庚辛!乙四五六", ["甲。戊己庚辛!乙"], "戊己庚辛"),
        ("一二三四甲乙", ["甲乙"], "甲乙"),  # a part of one sentence
        ("零。一二三四甲。戊己庚辛", ["甲。戊己庚辛"], "戊己庚辛"),
        ("零。甲乙。戊己庚辛", ["甲乙。戊己庚辛"], "甲乙。戊己庚辛"),
        ("甲乙一二丙丁。戊己庚辛", ["甲乙", "丙丁。戊己庚辛"], "甲乙一二丙丁。戊己庚辛"),
        ("甲一二三四丙。戊己庚辛", ["甲", "丙。戊己庚辛"], "戊己庚辛"),
    ],
)
def test_sentences_that_are_mostly_somebody_elses_are_left_off(
    text: str, agreeing: list[str], left: str
) -> None:
    spans = [at(text, part) for part in agreeing]
    first, last = without_ends_of_sentences(text, (0, len(text)), spans)
    assert text[first:last] == left


def test_a_sentence_reaches_no_farther_than_there_is_room() -> None:
    text = "一二三四五甲。戊己庚辛。乙一二三四五"
    agreeing = [at(text, "甲。戊己庚辛。乙")]
    room = at(text, "甲。戊己庚辛。乙")
    assert without_ends_of_sentences(text, room, agreeing) == agreeing[0]
    text = "零。戊己庚辛一甲。壬癸"
    room = at(text, "一甲。壬癸")
    assert without_ends_of_sentences(text, room, [at(text, "甲。壬癸")]) == at(text, "甲。壬癸")
    whole = 0, len(text)
    assert without_ends_of_sentences(text, whole, [at(text, "甲。壬癸")]) == at(text, "壬癸")


@pytest.mark.parametrize(
    ("stretch", "room", "clauses"),
    [
        ("丙丁", "零,甲乙丙丁戊,己", "甲乙丙丁戊"),
        ("丙丁", "乙丙丁", "乙丙丁"),
        ("丙丁戊,己", "零,甲乙丙丁戊,己", "甲乙丙丁戊,己"),
        ("零", "零,甲乙丙丁戊,己", "零"),
    ],
)
def test_a_stretch_has_all_of_its_clauses_as_far_as_there_is_room(
    stretch: str, room: str, clauses: str
) -> None:
    text = "零,甲乙丙丁戊,己"
    first, last = whole_clauses(text, at(text, stretch), at(text, room))
    assert text[first:last] == clauses


@pytest.mark.parametrize(
    ("agreeing", "share", "left"),
    [
        (["丙丁"], 1 / 2, "丙丁"),
        (["甲", "丙丁"], 1 / 2, "甲乙丙丁"),
        (["甲", "丙丁"], 2 / 3, "丙丁"),
        (["丙丁", "己"], 1 / 2, "丙丁戊己"),
        (["丙丁", "辛"], 1 / 2, "丙丁"),
        (["丙丁", "己", "辛"], 1 / 2, "丙丁戊己庚辛"),
        ([], 1 / 2, "丙丁"),
    ],
)
def test_what_agrees_beside_a_stretch_joins_it_where_it_is_enough(
    agreeing: list[str], share: float, left: str
) -> None:
    text = "甲乙丙丁戊己庚辛"
    spans = [at(text, part) for part in agreeing]
    first, last = with_what_agrees(text, at(text, "丙丁"), spans, share)
    assert text[first:last] == left


def test_a_stretch_has_the_clauses_and_sentences_that_hold_letters() -> None:
    text = "甲,乙。。「丙」;丁!"
    clauses = [text[slice(*one)] for one in iter_clauses(text, (0, len(text)))]
    assert clauses == ["甲", "乙", "丙", "丁"]
    sentences = [text[slice(*one)] for one in iter_sentences(text, (0, len(text)))]
    assert sentences == ["甲,乙", "丙」;丁"]
    assert list(iter_clauses(text, (4, 6))) == []
