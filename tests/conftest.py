"""Fixtures that several test files share, each named for what it gives."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from corpus import write_corpus

from indexer import update_index
from searcher import Searcher, open_index

CHECKOUT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five real documents."""
    return CHECKOUT / "seeds"


@pytest.fixture(scope="session")
def seed_lines(seeds: Path) -> list[str]:
    """Every line of the seeds that is not blank."""
    texts = [path.read_text("utf-8") for path in sorted(seeds.glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if line.strip()]


@pytest.fixture(scope="session")
def seed_index(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the seeds. Do not change it."""
    index = tmp_path_factory.mktemp("seed") / "index"
    assert update_index(seeds, index).failed == ()
    return index


@pytest.fixture(scope="session")
def seed_searcher(seed_index: Path) -> Iterator[Searcher]:
    """A searcher over the seeds."""
    with open_index(seed_index) as searcher:
        yield searcher


@pytest.fixture(scope="session")
def small_searcher(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Searcher]:
    """A searcher over the small collection of `corpus`."""
    folder = tmp_path_factory.mktemp("small")
    write_corpus(folder / "seeds")
    assert update_index(folder / "seeds", folder / "index").failed == ()
    with open_index(folder / "index") as searcher:
        yield searcher
