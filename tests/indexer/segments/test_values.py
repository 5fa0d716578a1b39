"""Stored values through a column to a file and back, and taken over into another column."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.fields import Form
from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.building import SegmentBuilder, add_segment
from indexer.segments.column_writers import ColumnWriter
from indexer.segments.segment import Segment
from indexer.segments.strings import write_strings
from indexer.segments.values import (
    ChoiceColumn,
    Column,
    NumberColumn,
    PlainColumn,
    decode,
    open_column,
)

NUMBERS = st.one_of(st.none(), st.integers(-300, 300), st.sampled_from([-(1 << 63), (1 << 63) - 1]))
TEXTS = st.one_of(st.none(), st.sampled_from(["", "核心", "𠮷", "\ud800"]), st.text(max_size=3))
VALUES = st.one_of(st.lists(NUMBERS, max_size=10), st.lists(TEXTS, max_size=10))
PAIRS = st.one_of(
    [st.tuples(st.lists(kind, max_size=8), st.lists(kind, max_size=8)) for kind in (NUMBERS, TEXTS)]
)
FORMS = st.sampled_from(["choices", "plain"])


def write(writer: ColumnWriter) -> Column:
    file = io.BytesIO()
    with BlockWriter(file) as blocks:
        form = writer.write(blocks, "F")
    writer.close()
    return open_column(Blocks(file.getvalue(), "example"), "F", form)


def column_of(values: list[Any], form: Form = "choices") -> Column:
    writer = ColumnWriter(form, None)
    for doc, value in enumerate(values):
        if value is not None:
            writer.add(doc, [value])
    writer.skip_to(len(values))
    return write(writer)


def read(column: Column, size: int) -> list[Any]:
    return [column[doc] for doc in range(size)]


@given(VALUES, FORMS)
def test_numbers_and_texts_are_read_back(values: list[Any], form: Form) -> None:
    assert read(column_of(values, form), len(values)) == values


@given(VALUES, st.integers(0, 10), FORMS)
def test_values_may_come_in_several_parts(values: list[Any], cut: int, form: Form) -> None:
    writer = ColumnWriter(form, None)
    writer.add(0, values[:cut])
    writer.add(len(values[:cut]), values[cut:])
    assert read(write(writer), len(values)) == values


@given(PAIRS, FORMS, FORMS, st.data())
def test_columns_are_taken_over_into_one(
    both: tuple[list[Any], list[Any]], form: Form, other: Form, data: st.DataObject
) -> None:
    first, second = both
    docs_of = [
        sorted(data.draw(st.sets(st.sampled_from(range(len(values))))) if values else [])
        for values in (first, second)
    ]
    writer = ColumnWriter(form, None)
    expected: list[Any] = []
    for values, docs, source in zip(
        (first, second), docs_of, (column_of(first, form), column_of(second, other)), strict=True
    ):
        writer.extend(len(expected), source, np.array(docs, np.int64))
        expected += [values[doc] for doc in docs]
        expected.append(None)  # a document that has none of the field
    writer.skip_to(len(expected))
    assert read(write(writer), len(expected)) == expected


@pytest.mark.parametrize(
    ("values", "dtype"),
    [
        ([], "u1"),
        ([None, 0], "u1"),
        ([255], "u1"),
        ([256, None], "<u2"),
        ([20180420], "<u4"),
        ([-1, 255], "<i2"),
        ([-(1 << 63), (1 << 63) - 1], "<i8"),
    ],
)
def test_whole_numbers_take_the_smallest_type_that_has_them(values: list[Any], dtype: str) -> None:
    column = column_of(values)
    assert isinstance(column, NumberColumn)
    assert column.of.dtype == np.dtype(dtype)
    assert column.missing().tolist() == [value is None for value in values]


@pytest.mark.parametrize(("form", "kind"), [("choices", ChoiceColumn), ("plain", PlainColumn)])
def test_texts_take_the_form_that_was_asked_for(form: Form, kind: type) -> None:
    assert isinstance(column_of(["核心", None], form), kind)
    assert isinstance(column_of([None, "核心"], form), kind)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ([1, "核心"], "str"),
        (["核心", 1], "int"),
        ([True], "bool"),
        ([0.5], "float"),
        ([None, b""], "bytes"),
        (["核心", ("a",)], "tuple"),
        ([1, [1]], "list"),
    ],
)
def test_a_column_takes_numbers_or_texts_and_nothing_else(values: list[Any], named: str) -> None:
    writer = ColumnWriter("choices", None)
    with pytest.raises(TypeError, match=f"^values of type {named} cannot be stored here$"):
        writer.add(0, values)
    writer.close()


@pytest.mark.parametrize("values", [([1], ["核心"]), (["核心"], [1])])
def test_a_column_takes_over_none_of_another_type(values: tuple[list[Any], list[Any]]) -> None:
    writer = ColumnWriter("choices", None)
    writer.add(0, values[0])
    with pytest.raises(TypeError, match="cannot be stored here"):
        writer.extend(1, column_of(values[1]), np.array([0]))
    writer.close()


def test_choices_are_kept_once_and_sorted() -> None:
    column = column_of(["b", "a", None, "b"])
    assert isinstance(column, ChoiceColumn)
    assert list(column.encoded) == [b"sa", b"sb"]
    assert column.of.tolist() == [2, 1, 0, 2]


def test_a_plain_column_stays_plain_though_documents_without_a_value_came_first() -> None:
    writer = ColumnWriter("choices", None)
    writer.extend(0, column_of([None]), np.array([0]))
    writer.extend(1, column_of(["核心"], "plain"), np.array([0]))
    column = write(writer)
    assert isinstance(column, PlainColumn)
    assert read(column, 2) == [None, "核心"]


@pytest.mark.parametrize(
    "stored",
    [b"", b"x", b"s\xff", b"p\x80\x04.", b"b\x80\x04.", b"j{", b"j5", b"j" + b"[" * 5000],
)
def test_damaged_values_are_an_error(stored: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (of any message)
        decode(stored)


COLUMN_READS: tuple[tuple[Form, Callable[[Any], object]], ...] = (
    ("choices", lambda column: column[0]),
    ("choices", lambda column: column[1]),
    ("choices", lambda column: column.values()),
    ("choices", lambda column: column.of),
    ("plain", lambda column: column[0]),
)


@pytest.mark.parametrize(("form", "look"), COLUMN_READS)
def test_damaged_values_of_a_column_are_damage_of_its_block(
    form: Form, look: Callable[[Any], object]
) -> None:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        write_strings(writer, "F", [b"x"])
        writer.add("F/of", np.array([1, 2], "|u1"))
    column = open_column(Blocks(file.getvalue(), "example"), "F", form)
    with pytest.raises(BlockFileError, match=r"^block F of example is damaged$"):
        look(column)


def test_a_file_of_documents_has_something_of_each() -> None:
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        writer.facts.update(documents=1 << 40, columns={})
    with pytest.raises(BlockFileError, match=r"^block directory of a\.docs is damaged$"):
        Segment(Blocks(file.getvalue(), "a.docs"), None)


def segment_of(builder: SegmentBuilder, size: int) -> Segment:
    documents, postings = io.BytesIO(), io.BytesIO()
    with BlockWriter(documents) as writer:
        builder.write_documents(writer, size)
    with BlockWriter(postings) as writer:
        builder.write_postings(writer, size)
    builder.close()
    return Segment(Blocks(documents.getvalue(), "a.docs"), Blocks(postings.getvalue(), "a.post"))


def test_documents_without_a_value_a_length_or_a_text_have_none() -> None:
    builder = SegmentBuilder(None)
    builder.store(1, "doc", ["讲话集"], "choices")
    builder.set_lengths(1, "text", [3])
    builder.texts.add(["", "核心"])
    segment = segment_of(builder, 4)
    lengths = segment.lengths("text")
    assert segment.size == 4
    assert segment.stored_fields() == ("doc",)
    assert [segment.row(doc)["doc"] for doc in range(4)] == [None, "讲话集", None, None]
    assert lengths is not None
    assert lengths.tolist() == [0, 3, 0, 0]
    assert [segment.texts()[doc] for doc in range(4)] == ["", "核心", "", ""]
    segment.check()


def test_a_segment_without_documents_is_empty() -> None:
    segment = segment_of(SegmentBuilder(None), 0)
    assert (segment.size, segment.fields(), segment.stored_fields()) == (0, (), ())
    assert segment.lengths("text") is None
    assert segment.postings("text") is None
    assert not segment.has_texts()


def test_files_of_different_segments_do_not_fit_together() -> None:
    files = []
    for size in (1, 2):
        file = io.BytesIO()
        with BlockWriter(file) as writer:
            writer.facts.update(documents=size, columns={}, fields=[])
        files.append(Blocks(file.getvalue(), "a.docs"))
    with pytest.raises(BlockFileError, match=r"^block directory of a\.docs is damaged$"):
        Segment(*files)


def test_values_lengths_and_texts_come_in_the_order_of_their_documents() -> None:
    builder = SegmentBuilder(None)
    builder.store(1, "doc", ["讲话集"], "choices")
    with pytest.raises(ValueError, match="a value of document 1 comes after 2 documents"):
        builder.store(1, "doc", ["杂文"], "choices")
    builder.set_lengths(1, "text", [3, 4])
    with pytest.raises(ValueError, match="the length of document 2 comes after 3 documents"):
        builder.set_lengths(2, "text", [5])
    builder.texts.add(["核心", "技术"])
    with pytest.raises(ValueError, match="2 texts came for 1 documents"):
        builder.texts.skip_to(1)
    builder.close()


def test_a_segment_whose_values_have_another_type_is_not_taken_over() -> None:
    numbers, texts = SegmentBuilder(None), SegmentBuilder(None)
    numbers.store(0, "title", [7], "choices")
    texts.store(0, "title", ["讲话集"], "choices")
    segment = segment_of(numbers, 1)
    with pytest.raises(BlockFileError, match=r"^block stored/title of a\.docs is damaged$"):
        add_segment(texts, 1, segment, np.array([0]), ())
    texts.close()
