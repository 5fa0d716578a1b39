"""Stored values through a column to a file and back, and taken over into another column."""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.model.fields import Form
from indexer.segments.blocks import BlockFileError, Blocks, BlockWriter
from indexer.segments.building import SegmentBuilder
from indexer.segments.encoding import decode, encode
from indexer.segments.segment import Segment
from indexer.segments.strings import write_strings
from indexer.segments.value_writer import ColumnWriter
from indexer.segments.values import ChoiceColumn, Column, NumberColumn, PlainColumn, open_column

ANY = st.one_of(
    st.none(),
    st.sampled_from(["", "核心", "𠮷", b"", b"\xff", True, False, 0, -1, 1 << 70, 0.5]),
    st.integers(-300, 300),
    st.text(max_size=3),
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
            writer.add(doc, value)
    writer.skip_to(len(values))
    return write(writer)


def read(column: Column, size: int) -> list[tuple[type, Any]]:
    """The values with their types, since True equals 1."""
    return [typed(column[doc]) for doc in range(size)]


def typed(value: Any) -> tuple[type, Any]:
    return type(value), value


@given(st.lists(ANY, max_size=10), FORMS)
def test_values_are_read_back_whatever_they_are(values: list[Any], form: Form) -> None:
    assert read(column_of(values, form), len(values)) == list(map(typed, values))


@given(st.lists(ANY, max_size=8), st.lists(ANY, max_size=8), FORMS, FORMS, st.data())
def test_columns_are_taken_over_into_one(
    first: list[Any], second: list[Any], form: Form, other: Form, data: st.DataObject
) -> None:
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
    assert read(write(writer), len(expected)) == list(map(typed, expected))


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
def test_whole_numbers_become_a_type_that_just_holds_them(values: list[Any], dtype: str) -> None:
    column = column_of(values)
    assert isinstance(column, NumberColumn)
    assert column.of.dtype == np.dtype(dtype)
    assert column.missing().tolist() == [value is None for value in values]


@pytest.mark.parametrize(("form", "kind"), [("choices", ChoiceColumn), ("plain", PlainColumn)])
def test_other_values_take_the_form_that_was_asked_for(form: Form, kind: type) -> None:
    assert isinstance(column_of(["核心", None], form), kind)
    assert isinstance(column_of([1, "核心"], form), kind)
    assert isinstance(column_of([True], form), kind)


def test_choices_are_kept_once_and_sorted() -> None:
    column = column_of(["b", "a", None, "b"])
    assert isinstance(column, ChoiceColumn)
    assert list(column.encoded) == [b"sa", b"sb"]
    assert column.of.tolist() == [2, 1, 0, 2]


def test_a_plain_column_stays_plain_though_numbers_came_first() -> None:
    writer = ColumnWriter("choices", None)
    writer.extend(0, column_of([1]), np.array([0]))
    writer.extend(1, column_of(["核心"], "plain"), np.array([0]))
    assert isinstance(write(writer), PlainColumn)


@pytest.mark.parametrize(
    "value",
    [
        None,
        "核心\ud800",
        b"\x00\xff",
        [1, "核心", "ascii", None, [2.5]],
        ("a", ("核", b"\x80")),
        {"键": [1, (2,)], 3: "v"},
        date(2018, 4, 20),
        datetime(2018, 4, 20, 12, 30, 1, 5),
        Decimal("1.10"),
        -(1 << 80),
        math.inf,
        -math.inf,
    ],
)
def test_a_value_of_any_kind_that_can_be_stored_is_read_back(value: object) -> None:
    assert typed(decode(encode(value))) == typed(value)


def test_what_is_no_number_is_read_back_as_such() -> None:
    assert math.isnan(decode(encode(math.nan)))


@pytest.mark.parametrize("value", [{1, 2}, object(), 1j])
def test_a_value_of_another_kind_is_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot be stored"):
        encode(value)


@pytest.mark.parametrize(
    "stored",
    [
        b"",
        b"x",
        b"s\xff",
        b"p\x80\x04.",
        b"j{",
        b'j{"code":"1"}',
        b'j{"a":1,"b":2}',
        b"j{}",
        b'j{"decimal":"x"}',
        b'j{"decimal":[5]}',
        b'j{"int":"%s"}' % (b"9" * 100_000),
        b'j{"decimal":"%s"}' % (b"9" * 5000),
        b'j{"float":5}',
        b'j{"date":"2018-02-30"}',
        b'j{"tuple":5}',
        b'j{"dict":[[[],1]]}',
        b'j{"dict":[[1]]}',
        b'j{"value":5}',
        b'j{"value":"\xe6\xa0\xb8"}',
        b"j" + b"[" * 5000 + b"]" * 5000,
        b"j" + b'{"tuple":[' * 500 + b"]}" * 500,
    ],
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
    builder = SegmentBuilder(None)
    assert segment_of(builder, 20_000).size == 20_000
    file = io.BytesIO()
    with BlockWriter(file) as writer:
        writer.facts.update(documents=1 << 40, columns={})
    with pytest.raises(BlockFileError, match=r"^block directory of a\.docs is damaged$"):
        Segment(Blocks(file.getvalue(), "a.docs"), None)


def segment_of(builder: SegmentBuilder, size: int) -> Segment:
    documents, postings = io.BytesIO(), io.BytesIO()
    with BlockWriter(documents) as writer:
        builder.write_documents(writer, size, {})
    with BlockWriter(postings) as writer:
        builder.write_postings(writer, size)
    builder.close()
    return Segment(Blocks(documents.getvalue(), "a.docs"), Blocks(postings.getvalue(), "a.post"))


def test_documents_without_a_value_a_length_or_a_text_have_none() -> None:
    builder = SegmentBuilder(None)
    builder.store(1, "doc", "讲话集", "choices")
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
    builder.store(1, "doc", "讲话集", "choices")
    with pytest.raises(ValueError, match="a value of document 1 comes after 2 documents"):
        builder.store(1, "doc", "杂文", "choices")
    builder.set_lengths(1, "text", [3, 4])
    with pytest.raises(ValueError, match="the length of document 2 comes after 3 documents"):
        builder.set_lengths(2, "text", [5])
    builder.texts.add(["核心", "技术"])
    with pytest.raises(ValueError, match="2 texts came for 1 documents"):
        builder.texts.skip_to(1)
    builder.close()
