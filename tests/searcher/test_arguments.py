"""A caller's slip is an error of the library's own at its border, and nothing is looked into."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import lunshu
from indexer.model.arguments import WHOLE, check, optional

RIGHT: dict[str, object] = {
    "id": "002#12",
    "query": "核心技术",
    "text": "没有网络安全就没有国家安全",
    "data": "一段。".encode(),
    "name": "文.txt",
    "path": "speech.txt",
    "seeds": "seeds",
    "index": "index",
}
"""What is given for arguments that have no default."""

WRONG = [
    ("search", {"query": 5}, "query 5 is of another type; give str"),
    ("search", {"limit": "x"}, "limit 'x' is of another type; give int | None"),
    ("search", {"limit": 1.5}, "limit 1.5 is of another type; give int | None"),
    ("search", {"offset": True}, "offset True is of another type; give int"),
    ("search", {"exact": "no"}, "exact 'no' is of another type; give bool"),
    (
        "search",
        {"filters": {"role": "speech"}},
        "filters {'role': 'speech'} is of another type; give Filters | None",
    ),
    ("search", {"sort": ["date"]}, "sort ['date'] is of another type; give str"),
    ("trace", {"within": 5}, "within 5 is of another type; give str | None"),
    ("cite", {"style": []}, "style [] is of another type; give str"),
    ("Searcher", {"collection": "index"}, "collection 'index' is of another type; give Collection"),
    ("Folder", {"path": "index"}, "path 'index' is of another type; give Path"),
    ("explain", {"regex_seconds": "x"}, "regex_seconds 'x' is of another type; give float"),
    ("first", {"limit": []}, "limit [] is of another type; give int | None"),
    ("passage", {"id": 5}, "id 5 is of another type; give str"),
    ("similar", {"min_length": "x"}, "min_length 'x' is of another type; give int | None"),
    ("trace", {"text": 5}, "text 5 is of another type; give str | Article"),
    ("trace", {"exclude": 5}, "exclude 5 is of another type; give list[str]"),
    ("trace", {"exclude": [5]}, "exclude [5] is of another type; give list[str]"),
    ("cite", {"id": 5}, "id 5 is of another type; give str"),
    ("cite", {"accessed": 2020}, "accessed 2020 is of another type; give str | date | None"),
    ("escape", {"text": None}, "text None is of another type; give str"),
    ("open_index", {"index": 5}, "index 5 is of another type; give str | PathLike"),
    ("open_index", {"index": b"index"}, "index b'index' is of another type; give str | PathLike"),
    ("update_index", {"seeds": 5}, "seeds 5 is of another type; give str | PathLike"),
    ("build_index", {"progress": 5}, "progress 5 is of another type; give Callable | None"),
    ("plan_update", {"full": "no"}, "full 'no' is of another type; give bool"),
    ("read_article", {"data": "文.txt"}, "data '文.txt' is of another type; give bytes"),
]


@pytest.fixture(autouse=True)
def checked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """The deep checks that were started: none may be."""
    started: list[object] = []
    monkeypatch.setattr(
        "indexer.commits.verifying.verify_index", lambda *asked: started.append(asked)
    )
    yield started
    assert started == []


def asked(opened: lunshu.Searcher, name: str) -> Callable[..., object]:
    """A public function, or a method of a searcher."""
    call: Callable[..., object] = getattr(opened, name, None) or getattr(lunshu, name)
    return call


def needed(call: Callable[..., object]) -> dict[str, object]:
    """Right values for what has no default."""
    parameters = inspect.signature(call).parameters.values()
    return {one.name: RIGHT.get(one.name) for one in parameters if one.default is one.empty}


@pytest.mark.parametrize(("name", "given", "message"), WRONG, ids=lambda value: str(value)[:30])
def test_an_argument_of_another_type_is_named_with_what_is_wanted(
    name: str, given: dict[str, Any], message: str, seed_searcher: lunshu.Searcher
) -> None:
    call = asked(seed_searcher, name)
    with pytest.raises(lunshu.ArgumentError) as error:
        call(**needed(call) | given)
    assert str(error.value) == message
    assert isinstance(error.value, TypeError)
    assert isinstance(error.value, lunshu.OptionError)
    assert {error.value.name: error.value.given} == given
    assert message.endswith(f"; give {error.value.wanted}")


@pytest.mark.usefixtures("in_chinese")
def test_the_error_speaks_the_language_of_the_user(seed_searcher: lunshu.Searcher) -> None:
    with pytest.raises(lunshu.ArgumentError) as error:
        seed_searcher.search(5)  # type: ignore[arg-type]
    assert str(error.value) == "query 的值 5 类型不对；请给出 str"
    with pytest.raises(lunshu.ArgumentError) as error:
        seed_searcher.search("核心技术", limit="x")  # type: ignore[arg-type]
    assert str(error.value) == "limit 的值 'x' 类型不对；请给出 int | None"


class Shown:
    """A value that Python shows as it is told."""

    def __init__(self, shown: Callable[[], str]) -> None:
        self._shown = shown

    def __repr__(self) -> str:
        return self._shown()


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (b"x" * 10**6, "b'" + "x" * 26 + "..." + "x" * 28 + "'"),
        (Shown(lambda: "table [1, 2]\n      [3, 4]"), "table [1, 2] [3, 4]"),
        (Shown(lambda: "\x1b[31mred"), r"\x1b[31mred"),
        (Shown(lambda: str(1 / 0)), "<Shown instance at 0x"),
    ],
    ids=["long", "of several lines", "controls", "broken"],
)
def test_whatever_is_given_the_error_is_one_short_line(
    given: object, shown: str, seed_searcher: lunshu.Searcher
) -> None:
    with pytest.raises(lunshu.ArgumentError) as error:
        seed_searcher.search(given)  # type: ignore[arg-type]
    assert str(error.value).startswith(f"query {shown}")
    assert str(error.value).endswith(" is of another type; give str")
    assert str(error.value).isprintable()
    assert error.value.given is given


def test_every_argument_of_every_public_function_is_checked(
    seed_searcher: lunshu.Searcher,
) -> None:
    methods = [name for name in dir(lunshu.Searcher) if not name.startswith("_")]
    functions = [name for name in dir(lunshu) if inspect.isfunction(getattr(lunshu, name))]
    seen = set()
    for name in (*methods, *functions):
        call = asked(seed_searcher, name)
        for argument in inspect.signature(call).parameters if callable(call) else ():
            with pytest.raises(lunshu.ArgumentError, match=argument):
                call(**needed(call) | {argument: object()})
            seen.add((name, argument))
    assert {argument for _, argument in seen} >= {
        "query",
        "seeds",
        "wait_s",
        "sort",
        "style",
        "within",
    }
    assert len(seen) > 40


@pytest.mark.parametrize("seconds", [-1, math.nan, -math.inf])
def test_seconds_that_are_no_time_are_refused(
    seconds: float, seed_searcher: lunshu.Searcher
) -> None:
    for call in (seed_searcher.search, seed_searcher.explain, seed_searcher.first):
        with pytest.raises(lunshu.OptionError) as error:
            call("/核.心/", regex_seconds=seconds)
        assert str(error.value) == (
            f"regex_seconds {seconds}: it cannot be a time; give a number of seconds, 0 or more"
        )


@pytest.mark.parametrize("seconds", [math.inf, 10**400])
def test_seconds_without_end_end_no_regular_expression(
    seconds: float, seed_searcher: lunshu.Searcher
) -> None:
    query = "/核.技/"
    unhurried = seed_searcher.search(query, regex_seconds=seconds)
    assert unhurried.total == seed_searcher.search(query).total > 0


def test_numbers_may_be_of_any_type_of_whole_numbers(seed_searcher: lunshu.Searcher) -> None:
    np = pytest.importorskip("numpy")
    ours, theirs = (seed_searcher.search("核心技术", limit=n) for n in (3, np.int64(3)))
    assert ours.hits == theirs.hits
    assert seed_searcher.search("/核心/", regex_seconds=np.float32(2)).total > 0
    assert seed_searcher.cite("002#12", accessed=date(2021, 9, 25)).id.endswith("#12")


def test_what_may_be_left_out_may_be_none() -> None:
    kinds = {"limit": optional(WHOLE)}
    check(kinds, limit=None)
    check(kinds, limit=3)
    with pytest.raises(lunshu.ArgumentError, match=r"give int \| None$"):
        check(kinds, limit="3")


@pytest.mark.parametrize("path", ["in\0dex", "\ud800"])
def test_a_path_that_no_folder_can_have_is_an_error_of_its_own(path: str) -> None:
    with pytest.raises(lunshu.OptionError) as error:
        lunshu.open_index(path)
    assert str(error.value) == (
        f"index {path!r} has a character that no path can have; give another"
    )
    for call in (lunshu.build_index, lunshu.update_index, lunshu.plan_update):
        with pytest.raises(lunshu.OptionError, match=r"seeds .* has a character that no path"):
            call(path, "index")
        with pytest.raises(lunshu.OptionError, match=r"index .* has a character that no path"):
            call("seeds", path)


def test_a_place_that_no_engine_has_names_the_ones_that_have_one() -> None:
    place = lunshu.Place()
    with pytest.raises(lunshu.ArgumentError) as error:
        lunshu.open_index(place)
    assert str(error.value) == f"index {place!r} is of another type; give Folder"


def test_a_path_may_be_a_string(seed_index: Path) -> None:
    with lunshu.open_index(str(seed_index)) as opened:
        assert opened.passage("002#12").path
