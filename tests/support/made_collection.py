"""Small collections of which each test says the texts; jieba is not loaded for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from indexer.commits.generations import newest_generation
from indexer.commits.manifest import Manifest, read_manifest
from indexer.model.catalogue import Catalogue
from indexer.model.records import Record
from indexer.writer import Commit, open_writer
from searcher import Searcher, open_index
from tests.support.answers import DOCUMENT, MANIFEST
from tests.support.index_folder import quick_folder
from tests.support.small_index import PairCutter

Documents = Mapping[str, Sequence[str | Record]]
"""The paragraphs of each document; one given as a string is speech."""


@contextmanager
def collection(*texts: str, **documents: Sequence[str | Record]) -> Iterator[Searcher]:
    """A searcher over paragraphs of speech, which stand in the document 甲 where none is named."""
    held: Documents = {**({"甲": texts} if texts else {}), **documents}
    with quick_folder() as folder:
        change(folder / "index", held, added=held)
        with open_index(folder / "index") as searcher:
            yield searcher


def change(
    index: Path, held: Documents, *, added: Iterable[str], removed: Iterable[str] = ()
) -> None:
    """Change an index, or write a new one, so that it holds these documents; every change makes a
    segment of its own."""
    manifest = read_manifest(index) if index.exists() and newest_generation(index) else None

    def describe(made: Commit) -> tuple[Manifest, Catalogue]:
        described = replace(
            MANIFEST,
            generation=made.generation,
            segments=made.segments,
            files=made.files,
            paragraphs=made.paragraphs,
        )
        entries = tuple(replace(DOCUMENT, doc=doc) for doc in sorted(held))
        return described, Catalogue("0f", (), (), entries)

    index.mkdir(exist_ok=True)
    with (
        patch("indexer.writer.choose", return_value=[]),
        open_writer(index, manifest, PairCutter()) as writer,
    ):
        writer.remove(removed)
        for doc in added:
            for number, paragraph in enumerate(held[doc], 1):
                if isinstance(paragraph, str):
                    paragraph = record(doc, number, paragraph)  # noqa: PLW2901
                writer.add(paragraph)
        writer.commit(describe)


def record(doc: str, number: int, text: str) -> Record:
    """A paragraph of a speech of which nothing else is known."""
    return replace(_RECORD, id=f"{doc}#{number}", doc=doc, passage=number, text=text)


_RECORD = Record(
    id="",
    doc="",
    title="文",
    role="speech",
    passage=1,
    paragraph=1,
    chapter=None,
    chapter_no=None,
    section=None,
    speech=None,
    date=None,
    date_end=None,
    date_precision=None,
    date_kind=None,
    dates=(),
    source=None,
    pages=None,
    lines=(1, 1),
    text="",
    alias=None,
)
