"""Whatever is left out of a passage, put into it or replaced in it, tracing it ends, and what it
says is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from indexer.text.span import Span
from searcher.tracing import running_text
from searcher.tracing.running_text import Piece
from searcher.tracing.verdicts import Found
from tests.support.command_line import Lunshu
from tests.support.made_collection import collection
from tests.support.promised import assert_holds, parts

SENTENCE = "是否每一事物的发展过程具有自始至终的矛盾运动呢？"
LEFT_OUT = "事物展过自始至终的矛盾运"
"""Twelve characters of the sentence. Four are before the first of them in the same clause, more
than were left out anywhere between them."""


@st.composite
def changed_pairs(draw: st.DrawFn) -> tuple[str, str]:
    """A passage, and what is left of it after some changes: most leave something out."""
    signs = st.sampled_from("的发展过程矛盾运动事物每一十百7,，。“”？")
    passage = draw(st.one_of(st.just(SENTENCE), st.text(signs, min_size=12, max_size=60)))
    text = passage
    for _ in range(draw(st.integers(1, 5))):
        size = draw(st.integers(0, 6))
        at = draw(st.one_of(st.just(0), st.just(len(text) - size), st.integers(0, len(text))))
        put_in = draw(st.one_of(st.just(""), st.text(signs, max_size=4)))
        text = text[: max(at, 0)] + put_in + text[max(at, 0) + size :]
    return passage, text


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(pair=changed_pairs(), in_marks=st.booleans())
@example(pair=(SENTENCE, LEFT_OUT), in_marks=False)
@example(pair=(SENTENCE, LEFT_OUT), in_marks=True)
def test_whatever_is_left_out_a_trace_ends_and_each_part_is_shorter_than_its_whole(
    pair: tuple[str, str], in_marks: bool
) -> None:
    passage, text = pair
    wholes: list[tuple[Span, list[Span]]] = []
    judged = running_text._judged

    def noted(piece: Piece, *others: Any) -> Iterator[Found | Piece]:
        yielded = list(judged(piece, *others))
        wholes.append((piece.span, [one.span for one in yielded if isinstance(one, Piece)]))
        return iter(yielded)

    with collection(passage) as searcher, patch.object(running_text, "_judged", noted):
        trace = searcher.trace(f"“{text}”" if in_marks else text, min_length=6)
    assert_holds(trace, texts=[])
    for whole, inner in wholes:
        assert all(whole[0] <= start <= end <= whole[1] for start, end in inner)
        assert whole not in inner


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (LEFT_OUT, []),
        (f"“{LEFT_OUT}”", [("not found", LEFT_OUT)]),
        (LEFT_OUT[1:], []),
        (LEFT_OUT[:-1], []),
        ("的发过程具有自始至终的矛盾运动呢", [("near", "的发过程具有自始至终的矛盾运动呢")]),
    ],
)
def test_what_is_told_of_a_sentence_of_which_the_beginning_is_left_out(
    text: str, expected: list[tuple[str, str]]
) -> None:
    with collection(SENTENCE) as searcher:
        assert parts(searcher.trace(text)) == expected


@pytest.mark.usefixtures("in_chinese")
@pytest.mark.usefixtures("desk", "one_cutter")
def test_the_command_answers_where_the_beginning_of_a_sentence_is_left_out(
    lunshu: Lunshu, desk: Path
) -> None:
    (desk / "s").mkdir()
    (desk / "s/a.txt").write_text(f"题\n\n{SENTENCE}\n", "utf-8")
    assert lunshu("index", "s", "--index", "i").code == 0
    asked = ("trace", "--text", LEFT_OUT, "--in", "all", "--index", "i")
    for options in ((), ("--check",)):
        run = lunshu(*asked, *options)
        assert (run.code, run.out) == (1, "")
        assert run.err.startswith("lunshu: 没有找到引文")
        assert run.err.count("\n") == 1
