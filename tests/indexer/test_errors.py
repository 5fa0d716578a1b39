"""An error is the same one after it was copied or went from one process to another."""

from __future__ import annotations

import copy
import pickle

import pytest

import lunshu
from indexer import errors

RAISED = [
    lunshu.LunshuError("something"),
    lunshu.SeedsError("no folder", path="seeds"),
    lunshu.SourceError("a.txt", "it is empty", line=3),
    lunshu.OptionError("no such date"),
    lunshu.ArgumentError("query", 5, "str"),
    lunshu.IndexStoreError("it cannot be written", path="index"),
    lunshu.IndexMissingError("there is none", path="index", fault="none"),
    lunshu.IndexVersionError("it is newer", path="index"),
    lunshu.IndexCorruptError("it is damaged", path="index"),
    lunshu.IndexLockedError("it is being written", path="index"),
    lunshu.QueryError("speach:x", 0, "there is no such field"),
    lunshu.QueryTimeoutError("/x/", 0, seconds=2.0),
    lunshu.PassageIdError("there is no such passage", id="002#999"),
    lunshu.SearcherClosedError("it is closed"),
]


@pytest.mark.parametrize("raised", RAISED, ids=lambda raised: type(raised).__name__)
def test_an_error_can_be_copied_and_pickled(raised: lunshu.LunshuError) -> None:
    pickled = (pickle.dumps(raised, protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1))
    for other in (copy.copy(raised), copy.deepcopy(raised), *map(pickle.loads, pickled)):
        assert type(other) is type(raised)
        assert (str(other), vars(other)) == (str(raised), vars(raised))


def test_every_error_is_tried() -> None:
    kinds = {kind for kind in vars(errors).values() if isinstance(kind, type)}
    assert {kind for kind in kinds if issubclass(kind, BaseException)} == set(map(type, RAISED))
