"""Fixtures: collections that are open."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer import update_index
from searcher.engine.folder import FolderCollection
from searcher.store import Store, open_store
from tests.support.opened import open_collection
from tests.support.sayings import write_sayings


@pytest.fixture(scope="session")
def seed_store(seed_index: Path) -> Store:
    """The index of the seeds."""
    return open_store(seed_index)


@pytest.fixture(scope="session")
def seed_collection(seed_index: Path) -> FolderCollection:
    """The collection of the seeds."""
    return open_collection(seed_index)


@pytest.fixture(scope="session")
def sayings_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the collection of `sayings`. Do not change it."""
    folder = tmp_path_factory.mktemp("sayings")
    write_sayings(folder / "seeds")
    assert update_index(folder / "seeds", folder / "index").failed == ()
    return folder / "index"


@pytest.fixture(scope="session")
def sayings(sayings_index: Path) -> FolderCollection:
    """That index, opened."""
    return open_collection(sayings_index)
