"""A value is in every respect what the plain dataclass of the same lines is."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import orjson
import pytest

from indexer.value import value
from searcher.answers.results import Hit
from searcher.language.query import Phrase, Text

Decorator = Callable[..., Callable[[type], type]]


def classes_of(decorator: Decorator) -> SimpleNamespace:
    """The same classes as values and as dataclasses."""

    @decorator(frozen=True, slots=True)
    class Place:
        """A place."""

        x: int
        y: int = 2
        note: str = field(default="", compare=False, repr=False)

        def __str__(self) -> str:
            return f"{self.x}/{self.y}"

    @decorator(frozen=True, slots=True)
    class One:
        """One field."""

        only: object

    @decorator(frozen=True, slots=True)
    class Empty:
        """No field."""

    @decorator(frozen=True, slots=True, kw_only=True)
    class Named(Place):
        """A place with a name, which is checked."""

        name: str
        z: int = 3

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("no name")

    @decorator(frozen=True, slots=True)
    class Odd:
        """What has methods of its own."""

        x: int

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Odd) and self.x % 2 == other.x % 2

        def __hash__(self) -> int:
            return self.x % 2

        def __repr__(self) -> str:
            return "odd" if self.x % 2 else "even"

    return SimpleNamespace(Place=Place, One=One, Empty=Empty, Named=Named, Odd=Odd)


VALUES = classes_of(value)
PLAIN = classes_of(dataclass)

OPERATIONS: dict[str, Callable[[Any], Any]] = {
    "made by place": lambda of: repr(of.Place(1, 5, "n")),
    "made by name": lambda of: repr(of.Place(y=5, x=1)),
    "made by name alone": lambda of: repr(of.Named(x=1, name="a", y=4)),
    "made of too little": lambda of: of.Place(),
    "made of too much": lambda of: of.Place(1, 2, "n", 4),
    "made of something else": lambda of: of.Place(1, w=2),
    "made without its name": lambda of: of.Named(1),
    "made of what it refuses": lambda of: of.Named(1, name=""),
    "made of nothing": lambda of: repr(of.Empty()),
    "shown by str": lambda of: str(of.Named(1, name="a")),
    "shown by its own method": lambda of: [repr(of.Odd(1)), repr(of.Odd(2))],
    "shown inside another": lambda of: repr(of.One((of.Place(1), of.Empty()))),
    "equal": lambda of: of.Place(1) == of.Place(1, 2),
    "equal but for what is not compared": lambda of: of.Place(1, 2, "a") == of.Place(1, 2, "b"),
    "unequal": lambda of: [of.Place(1) == of.Place(2), of.Place(1) != of.Place(2)],
    "equal without fields": lambda of: of.Empty() == of.Empty(),
    "equal by its own method": lambda of: [of.Odd(1) == of.Odd(3), hash(of.Odd(1))],
    "unequal to a kind of it": lambda of: of.Place(1) == of.Named(1, name="a"),
    "unequal to a tuple": lambda of: of.Place(1) == (1, 2),
    "hashed": lambda of: [hash(of.Place(1)), hash(of.One("a")), hash(of.Empty())],
    "hashed with a list": lambda of: hash(of.One([])),
    "ordered": lambda of: of.Place(1) < of.Place(2),
    "assigned to": lambda of: setattr(of.Place(1), "x", 2),
    "assigned to what is inherited": lambda of: setattr(of.Named(1, name="a"), "x", 2),
    "deleted": lambda of: delattr(of.Place(1), "x"),
    "replaced": lambda of: repr(dataclasses.replace(of.Named(1, name="a"), y=9, note="n")),
    "replaced by what it refuses": lambda of: dataclasses.replace(of.Named(1, name="a"), name=""),
    "as a dict": lambda of: dataclasses.asdict(of.One((of.Place(1, note="n"),))),
    "as a tuple": lambda of: dataclasses.astuple(of.Named(1, name="a")),
    "as JSON": lambda of: orjson.dumps(of.One([of.Place(1, note="n"), of.Named(2, name="a")])),
    "state": lambda of: of.Named(1, name="a").__getstate__(),
    "dictionary": lambda of: hasattr(of.Place(1), "__dict__"),
    "slots": lambda of: [of.Place.__slots__, of.Named.__slots__, of.Empty.__slots__],
    "patterns": lambda of: [of.Place.__match_args__, of.Named.__match_args__],
    "signatures": lambda of: [str(inspect.signature(kind)) for kind in vars(of).values()],
    "annotations": lambda of: [kind.__init__.__annotations__ for kind in vars(of).values()],
    "name of the method": lambda of: of.Named.__init__.__name__,
    "documentation": lambda of: [kind.__doc__ for kind in vars(of).values()],
    "fields": lambda of: [
        [(one.name, one.type, one.default, one.compare, one.repr, one.kw_only)
         for one in dataclasses.fields(kind)]
        for kind in vars(of).values()
    ],
}  # fmt: skip


def outcome(operation: Callable[[Any], Any], of: SimpleNamespace) -> Any:
    """What it returns, or the error that it raises."""
    try:
        return operation(of)
    except Exception as exc:
        return type(exc), str(exc).replace("classes_of.<locals>.", "")


@pytest.mark.parametrize("named", OPERATIONS)
def test_a_value_does_what_the_plain_dataclass_does(named: str) -> None:
    assert outcome(OPERATIONS[named], VALUES) == outcome(OPERATIONS[named], PLAIN)


@pytest.mark.parametrize("one", [Phrase("核心技术", "“"), Text("核心技术")], ids=repr)
@pytest.mark.parametrize(
    "again",
    [
        copy.copy,
        copy.deepcopy,
        *(lambda one, at=at: pickle.loads(pickle.dumps(one, at)) for at in range(6)),
    ],
)
def test_a_value_is_copied_and_pickled_whole(one: Any, again: Callable[[Any], Any]) -> None:
    copied = again(one)
    assert type(copied) is type(one)
    assert dataclasses.astuple(copied) == dataclasses.astuple(one)
    assert (copied, hash(copied), repr(copied)) == (one, hash(one), repr(one))
    with pytest.raises(dataclasses.FrozenInstanceError):
        copied.text = "其他"


def test_no_attribute_is_added_to_a_value() -> None:
    """A dataclass with slots refuses it as well, with another error in older versions of Python."""
    refused = (dataclasses.FrozenInstanceError, "cannot assign to field 'other'")
    assert outcome(lambda of: setattr(of.Place(1), "other", 2), VALUES) == refused
    refused = (dataclasses.FrozenInstanceError, "cannot delete field 'other'")
    assert outcome(lambda of: delattr(of.Place(1), "other"), VALUES) == refused


def test_a_subclass_that_is_no_dataclass_may_have_attributes_of_its_own() -> None:
    class Mine(VALUES.Place):  # type: ignore[misc, name-defined]
        pass

    mine = Mine(1)
    mine.other = 5
    assert vars(mine) == {"other": 5}
    del mine.other
    assert vars(mine) == {}
    with pytest.raises(dataclasses.FrozenInstanceError):
        mine.x = 2
    assert mine == Mine(1) != VALUES.Place(1)


def test_all_values_share_their_methods() -> None:
    """One function for all classes is what makes a value quick to make."""
    shared = ["__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__"]
    assert [vars(Hit)[name] for name in shared] == [vars(Text)[name] for name in shared]


@pytest.mark.parametrize("given", [{"frozen": False, "slots": True}, {"frozen": True}])
def test_a_value_is_frozen_and_has_slots(given: dict[str, bool]) -> None:
    with pytest.raises(TypeError):
        value(**given)(type("Loose", (), {}))
