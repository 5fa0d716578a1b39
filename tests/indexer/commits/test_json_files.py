from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest

from indexer.commits.json_files import MOST, from_json


@dataclass(frozen=True)
class Inner:
    name: str
    day: date | None


@dataclass(frozen=True)
class Outer:
    count: int
    shift: int
    sure: bool
    kind: Literal["a", "b"]
    inner: Inner
    several: tuple[Inner, ...]
    names: tuple[str, ...] | None
    version: int = 3


SOUND: dict[str, object] = {
    "count": 5,
    "shift": -5,
    "sure": True,
    "kind": "b",
    "inner": {"name": "核心", "day": "2018-04-20"},
    "several": [{"name": "", "day": None}],
    "names": ["a"],
}


def read(**changed: object) -> Outer:
    return from_json(Outer, SOUND | changed, signed=frozenset({"shift"}))


def test_values_take_the_types_of_their_fields() -> None:
    inner = Inner("核心", date(2018, 4, 20))
    assert read() == Outer(5, -5, True, "b", inner, (Inner("", None),), ("a",))
    assert read(names=None, version=4, count=MOST).version == 4


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("count", True, "count: True where a whole number from 0 is expected"),
        ("count", 5.0, "count: 5.0 where a whole number from 0 is expected"),
        ("count", "5", "count: a str where a whole number from 0 is expected"),
        ("count", -1, "count: -1 where a whole number from 0 is expected"),
        ("count", MOST + 1, f"count: {MOST + 1} where a whole number from 0 is expected"),
        ("count", None, "count: a NoneType where a whole number from 0 is expected"),
        ("shift", -MOST - 2, f"shift: {-MOST - 2} where a whole number is expected"),
        ("shift", False, "shift: False where a whole number is expected"),
        ("sure", 1, "sure: 1 where true or false is expected"),
        ("kind", "c", "kind: a str where one of a, b is expected"),
        ("kind", ["a"], "kind: a list where one of a, b is expected"),
        ("names", ["a", 5], "names: 5 where a text is expected"),
        ("names", "a", "names: a str where an array is expected"),
        ("several", {}, "several: a dict where an array is expected"),
        ("inner", [], "inner: a list where an object with the fields name, day is expected"),
        ("inner", {"name": "a"}, "inner: a dict where an object with the fields name, day is"),
        ("inner", {"name": 5, "day": None}, "inner: name: 5 where a text is expected"),
        ("inner", {"name": "", "day": 20180420}, "inner: day: 20180420 where a day is expected"),
        ("inner", {"name": "", "day": "20180420"}, "inner: day: a str where a day is expected"),
        ("inner", {"name": "", "day": "2018-02-30"}, "inner: day: day is out of range for month"),
        ("unknown", 1, "a dict where an object with the fields count, shift, sure, kind"),
    ],
)
def test_a_value_of_another_type_is_an_error_that_names_its_place(
    name: str, value: object, message: str
) -> None:
    with pytest.raises(ValueError) as error:  # noqa: PT011 (the whole message is compared)
        read(**{name: value})
    assert str(error.value).startswith(message)


def test_a_type_that_no_file_has_is_a_mistake_of_the_program() -> None:
    @dataclass
    class Odd:
        values: list[int]

    with pytest.raises(TypeError, match="cannot be read from JSON"):
        from_json(Odd, {"values": []})
