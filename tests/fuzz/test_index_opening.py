"""An index of which any file was changed anyhow gives the right answers, or an error of ours.

Where checksums are made to fit the change, answers may be others, but still no other error comes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.errors import IndexStoreError, LunshuError
from indexer.segments.paged import Array
from tests.support.index_folder import quick_folder
from tests.support.overwriting import overwrite
from tests.support.small_index import (
    ask,
    rewrite_blocks,
    rewrite_catalogue,
    rewrite_manifest,
    write_index,
)

pytestmark = pytest.mark.slow

Edits = list[tuple[int, int, bytes]]

QUESTIONS = ("国家", "/国.安/ -网", "讲话：大会")

ENDINGS = st.sampled_from([".docs", ".post", ".del"])
PLACES = st.integers(0, 1 << 20)
"""A place in a file or among its parts, by what is left over after division."""

EDITS = st.lists(
    st.tuples(PLACES, st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=3
)
"""Where so many bytes give way to others."""

NUMBERS = st.integers(-(1 << 70), 1 << 70)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3)
    ),
    max_leaves=5,
)
PATHS = st.lists(PLACES, min_size=1, max_size=4)
"""A way into nested values, by places."""


@cache
def sound() -> tuple[Mapping[str, bytes], list[object]]:
    """The files of a sound index, and what it says."""
    with quick_folder() as folder:
        write_index(folder, seed=1, paragraphs=3)
        return {path.name: path.read_bytes() for path in folder.iterdir()}, ask(folder, QUESTIONS)


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the sound index, to be changed."""
    files, _ = sound()
    with quick_folder() as folder:
        for name, data in files.items():
            overwrite(folder / name, data)
        yield folder


def edited(data: bytes, edits: Edits) -> bytes:
    """`data` with its bytes changed, left out and put in."""
    for place, left_out, put_in in edits:
        at = place % (len(data) + 1)
        data = data[:at] + put_in + data[at + left_out :]
    return data


def replace_in(facts: Any, path: list[int], value: object) -> None:
    """Put a value into a nested one, at a place that there is."""
    for step in path:
        if not isinstance(facts, (dict, list)) or not facts:
            return
        target = facts
        key: Any = (
            sorted(facts)[step % len(facts)] if isinstance(facts, dict) else step % len(facts)
        )
        facts = target[key]
    target[key] = value


@given(PLACES, EDITS)
def test_any_change_is_reported_or_changes_no_answer(place: int, edits: Edits) -> None:
    files, answers = sound()
    name = sorted(files)[place % len(files)]
    with copied() as index:
        overwrite(index / name, edited(files[name], edits))
        try:
            found = ask(index, QUESTIONS)
        except IndexStoreError:
            return
        assert found == answers


@given(ENDINGS, PLACES, st.one_of(EDITS, NUMBERS))
def test_a_block_whose_checksum_fits_raises_no_other_error(
    ending: str, place: int, with_what: Edits | int
) -> None:
    def change(arrays: dict[str, Array], _facts: dict[str, object]) -> None:
        name = sorted(arrays)[place % len(arrays)]
        array = arrays[name]
        size = array.dtype.itemsize
        if not isinstance(with_what, int):
            data = edited(array.tobytes(), with_what)
            arrays[name] = np.frombuffer(data[: len(data) // size * size], array.dtype)
        elif len(array):
            array.view(f"u{size}")[place % len(array)] = with_what % (1 << 8 * size)

    with copied() as index:
        rewrite_blocks(index, ending, change)
        ask_or_be_told(index)


@given(ENDINGS, PATHS, JSON)
def test_facts_of_a_file_raise_no_other_error(ending: str, path: list[int], value: object) -> None:
    with copied() as index:
        try:
            rewrite_blocks(index, ending, lambda _, facts: replace_in(facts, path, value))
        except TypeError:  # JSON has no such number
            return
        ask_or_be_told(index)


@given(st.sampled_from([rewrite_manifest, rewrite_catalogue]), PATHS, JSON)
def test_values_of_json_raise_no_other_error(rewrite: Any, path: list[int], value: object) -> None:
    with copied() as index:
        try:
            rewrite(index, lambda facts: replace_in(facts, path, value))
        except TypeError:  # JSON has no such number
            return
        ask_or_be_told(index)


def ask_or_be_told(index: Path) -> None:
    """Ask the index everything; nothing but an error of ours may come of it."""
    with suppress(LunshuError):  # that an id names nothing, too, where no document is listed
        ask(index, QUESTIONS)
