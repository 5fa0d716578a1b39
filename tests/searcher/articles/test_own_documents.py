"""The documents of a collection that are the article itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.model.catalogue import DocumentEntry, SourceEntry
from indexer.sources.plain_files import content_hash
from searcher.articles.article_file import own_documents, path_below


def entry(path: str, content: bytes | None) -> SourceEntry:
    """A source file with that content; None for one that could not be read."""
    digest = "" if content is None else content_hash(content)
    return SourceEntry(path, digest, 0, 0, 0, settled=True)


def document(doc: str, path: str) -> DocumentEntry:
    """A document of a source file."""
    return DocumentEntry(
        doc=doc,
        path=path,
        title=None,
        kind="text",
        date=None,
        publisher=None,
        chapters=0,
        speeches=0,
        passages=0,
        paragraphs=1,
        front_matter=0,
        first_date=None,
        last_date=None,
        group=None,
    )


SOURCES = (
    entry("a.txt", b"A"),
    entry("b/copy.txt", b"A"),
    entry("c.jsonl", b"C"),
    entry("d", None),
)
DOCUMENTS = (
    document("a", "a.txt"),
    document("b/copy", "b/copy.txt"),
    document("c/1", "c.jsonl"),
    document("c/2", "c.jsonl"),
    document("d", "d"),
)


@pytest.mark.parametrize(
    ("data", "path", "own"),
    [
        (b"A", None, {"a", "b/copy"}),
        (b"C", None, {"c/1", "c/2"}),
        (b"C edited", "c.jsonl", {"c/1", "c/2"}),
        (b"A", "c.jsonl", {"a", "b/copy", "c/1", "c/2"}),
        (b"", None, set()),
        (b"other", "other.txt", set()),
    ],
)
def test_a_file_is_every_document_with_its_content_or_its_place(
    data: bytes, path: str | None, own: set[str]
) -> None:
    assert own_documents(SOURCES, DOCUMENTS, data, path) == own


def test_the_place_of_a_file_is_that_below_the_seeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seeds = tmp_path / "seeds"
    (seeds / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to(seeds / "b")
    monkeypatch.chdir(seeds)
    assert path_below(str(seeds), tmp_path / "link" / "x.txt") == "b/x.txt"
    assert path_below(str(seeds), Path("b/../a\\b.txt")) == "a\\\\b.txt"
    assert path_below(str(seeds), Path("../seeds2/a.txt")) is None
    assert path_below(str(seeds), seeds) is None
    assert path_below(str(tmp_path / "gone"), tmp_path / "a.txt") is None
