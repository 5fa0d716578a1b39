"""What a stranger could write into the files of a segment, all checksums made to fit."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from indexer.segments.paged import Array
from indexer.segments.record_columns import FORMS

Facts = dict[str, Any]
Arrays = dict[str, Array]

HUGE = 1 << 40
"""More documents than any file holds."""


def repeated(value: bytes, ends: Array) -> tuple[Array, Array]:
    """As many strings as the table with these `ends` has, all the same."""
    count = len(ends) - 1
    data = np.frombuffer(value * count, np.uint8)
    return data, (np.arange(count + 1) * len(value)).astype("<u4")


def ones(name: str, value: int) -> Callable[[Arrays, Facts], None]:
    """Put a number everywhere in a block."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name][:] = value

    return change


def shorter(name: str) -> Callable[[Arrays, Facts], None]:
    """Leave out the last number of a block."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name] = arrays[name][:-1]

    return change


def of_type(name: str, dtype: str) -> Callable[[Arrays, Facts], None]:
    """Keep the numbers of a block in another type."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name] = arrays[name].astype(dtype)

    return change


def not_numbers(name: str) -> Callable[[Arrays, Facts], None]:
    """Keep a block in floating point, of which nothing is a number."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name] = np.full(len(arrays[name]), np.nan, "<f4")

    return change


def lacking(name: str) -> Callable[[Arrays, Facts], None]:
    """Leave out a block."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        del arrays[name]

    return change


def extra(name: str, values: Array) -> Callable[[Arrays, Facts], None]:
    """Put another block in, or in the place of one."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name] = values

    return change


def with_fact(name: str, value: object) -> Callable[[Arrays, Facts], None]:
    """Put a value into the place of a fact."""

    def change(_arrays: Arrays, facts: Facts) -> None:
        facts[name] = value

    return change


def strings(name: str, value: bytes) -> Callable[[Arrays, Facts], None]:
    """Put the same string everywhere in a table."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name], arrays[f"{name}/ends"] = repeated(value, arrays[f"{name}/ends"])

    return change


def form(name: str, value: str) -> Callable[[Arrays, Facts], None]:
    """Say that a column has another form."""

    def change(_arrays: Arrays, facts: Facts) -> None:
        facts["columns"] = facts["columns"] | {f"stored/{name}": value}

    return change


def backwards(name: str) -> Callable[[Arrays, Facts], None]:
    """Turn a block round, but for its first and its last number."""

    def change(arrays: Arrays, _facts: Facts) -> None:
        arrays[name][1:-1] = arrays[name][1:-1][::-1].copy()

    return change


STORED = (
    b"",
    b"s\xff\xfe",
    b"x",
    b'j{"decimal":"x"}',
    b'j{"decimal":5}',
    b'j{"int":"%s"}' % (b"9" * 20_000),
    b'j{"date":"2018-02-30"}',
    b'j{"tuple":5}',
    b'j{"dict":[[[],1]]}',
    b'j{"code":"1"}',
    b'j{"a":1,"b":2}',
    b"j" + b"[" * 1000 + b"]" * 1000,
    b"j" + b'{"tuple":[' * 400 + b"]}" * 400,
    b'j{"value":"\\u6838"}',
    b"j5",
    b"jtrue",
    b"b\x80\x04.",
    b"s60.x",
    b"s" + b"9" * 5000,
    b"s\x1b[31m",
)

DOCUMENTS: Mapping[str, Callable[[Arrays, Facts], None]] = {
    "no number of documents": with_fact("documents", None),
    "a true number of documents": with_fact("documents", True),
    "other documents": with_fact("documents", 23),
    "a thousand milliard documents": with_fact("documents", HUGE),
    "fewer documents than none": with_fact("documents", -1),
    "no columns": with_fact("columns", {}),
    "columns that are an array": with_fact("columns", ["stored/text"]),
    "columns of no form": with_fact("columns", {"stored/text": ["plain"]}),
    "no texts": lacking("folded"),
    "no ends of texts": lacking("folded/ends"),
    "ends of texts that fall": backwards("folded/ends"),
    "ends of texts beyond the texts": ones("folded/ends", 1 << 31),
    "texts that are no UTF-8": ones("folded", 0xFF),
    "texts without ends": ones("folded", 0x61),
    "texts of other texts": backwards("folded"),
    "floating texts": of_type("folded", "<f4"),
    "floating ends": of_type("folded/ends", "<f8"),
    "signed ends": of_type("folded/ends", "<i8"),
    "ends of values that fall": backwards("stored/text/ends"),
    "ends of values beyond the values": ones("stored/text/ends", 1 << 31),
    "a short column": shorter("stored/number/ends"),
    "a short column of numbers": shorter("stored/first_line/of"),
    "a short column of choices": shorter("stored/role/of"),
    "short bits of what is missing": shorter("stored/date/missing"),
    "floating bits of what is missing": of_type("stored/date/missing", "<f4"),
    "choices that there are not": ones("stored/role/of", 255),
    "no choices": ones("stored/doc/of", 0),
    "no choices of roles": ones("stored/role/of", 0),
    "floating numbers": of_type("stored/date/of", "<f8"),
    "days that there are not": ones("stored/date/of", 20180230),
    "days of many digits": ones("stored/date_end/of", (1 << 32) - 1),
    "no lines": extra("stored/first_line/missing", np.full(3, 255, np.uint8)),
    "short lengths": shorter("lengths/text"),
    "other lengths": ones("lengths/chars", 200),
    "no lengths": lacking("lengths/bigrams"),
    "lengths of 0": ones("lengths/text", 0),
    "floating lengths": of_type("lengths/text", "<f4"),
    "short folded values": shorter("values/speech/ends"),
    "no folded values": lacking("values/speech"),
    "folded values of others": ones("values/speech", 0x61),
    **{
        f"{name} in the form {other}": form(name, other)
        for name in ("text", "doc", "date", "role", "number")
        for other in ("plain", "choices", "numbers")
        if other != FORMS[name]
    },
    **{
        f"{value[:20]!r} for every {name}": strings(f"stored/{name}", value)
        for name in ("text", "number", "role", "doc", "title", "date_kind", "chapter")
        for value in STORED
    },
}

POSTINGS: Mapping[str, Callable[[Arrays, Facts], None]] = {
    "other documents": with_fact("documents", 23),
    "no fields": with_fact("fields", []),
    "fields that are text": with_fact("fields", "text"),
    "fields that are numbers": with_fact("fields", [1, 2]),
    "fields that there are not": with_fact("fields", ["text", "chars", "bigrams", "none"]),
    **{
        f"{name}: {case}": change
        for name in ("text", "bigrams", "chars", "role", "alias")
        for case, change in {
            "terms that do not rise": backwards(name),
            "terms that are no UTF-8": ones(name, 0xFF),
            "ends that fall": backwards(f"{name}/ends"),
            "ends beyond the terms": ones(f"{name}/ends", 1 << 31),
            "one term fewer": shorter(f"{name}/ends"),
            "starts that fall": backwards(f"{name}/starts"),
            "starts beyond the postings": ones(f"{name}/starts", 1 << 31),
            "one start fewer": shorter(f"{name}/starts"),
            "floating starts": of_type(f"{name}/starts", "<f8"),
            "documents that there are not": ones(f"{name}/docs", 60_000),
            "documents that fall": backwards(f"{name}/docs"),
            "documents of 64 bits": of_type(f"{name}/docs", "<u8"),
            "one document fewer": shorter(f"{name}/docs"),
            "frequencies of 0": ones(f"{name}/freqs", 0),
            "frequencies that are no numbers": not_numbers(f"{name}/freqs"),
            "frequencies of 255": ones(f"{name}/freqs", 255),
            "other counts": ones(f"{name}/counts", (1 << 32) - 1),
            "counts of 0": ones(f"{name}/counts", 0),
        }.items()
    },
}
