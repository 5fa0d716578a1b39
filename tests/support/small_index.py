"""A small index of two segments, with deletions, that is quick to make: jieba is not loaded for it.

>>> write_index(tmp_path / "index", seed=1)                  # doctest: +SKIP
>>> ask(tmp_path / "index")                                  # doctest: +SKIP
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from unittest.mock import patch

from indexer.commits.generations import catalogue_name, manifest_name, newest_generation
from indexer.commits.json_files import parse_json, write_json
from indexer.commits.manifest import Manifest, read_manifest
from indexer.model.catalogue import Catalogue, DocumentEntry, Failure, SourceEntry
from indexer.model.fields import Role
from indexer.model.records import Record
from indexer.segments.blocks import Blocks, BlockWriter
from indexer.segments.paged import Array
from indexer.words.cut_texts import CutTexts, number_words
from indexer.writer import Commit, open_writer
from searcher import Searcher, open_index
from searcher.render.data.records import json_text, record_of
from tests.support.answers import DOCUMENT, MANIFEST
from tests.support.overwriting import writable

QUESTIONS = ("国家", '"安全"', "网 -安", "/国.安/", "讲话：大会 国", "网 NEAR/3 安", "日期：2018")


class PairCutter:
    """Cuts texts into pairs of characters."""

    def cut(self, texts: Sequence[str]) -> CutTexts:
        """The pairs."""
        return number_words(texts, self.words)

    def words(self, folded: str) -> Sequence[str]:
        """Those of one text."""
        return [folded[at : at + 2] for at in range(0, len(folded), 2)]


def write_index(index: Path, *, seed: int, paragraphs: int = 12) -> None:
    """Write an index of two segments, in the first of which a document is deleted.

    Indexes of two seeds have other texts, lack another document, and are alike in all sizes.
    """
    draw = random.Random(seed)
    deleted = ("甲", "乙")[seed % 2]
    collection = {doc: _records(draw, doc, paragraphs) for doc in ("甲", "乙", "丙", "丁")}
    index.mkdir(parents=True, exist_ok=True)
    _commit(index, None, collection, added=("甲", "乙"), removed=(), name=f"{seed}a")
    del collection[deleted]
    before = read_manifest(index)
    _commit(index, before, collection, added=("丙", "丁"), removed=(deleted,), name=f"{seed}b")


def _commit(
    index: Path,
    manifest: Manifest | None,
    collection: Mapping[str, Sequence[Record]],
    *,
    added: Sequence[str],
    removed: Sequence[str],
    name: str,
) -> None:
    def describe(made: Commit) -> tuple[Manifest, Catalogue]:
        described = replace(manifest_of(made), commit=name)
        held = [doc for doc in collection if made.generation > 1 or doc in added]
        sources = tuple(SourceEntry(f"{doc}.txt", "00", 10, -20, -20, settled=True) for doc in held)
        entries = tuple(_entry(doc, collection[doc]) for doc in held)
        return described, Catalogue(name, sources, (Failure("戊.txt", "空"),), entries)

    # Segments as small as these would be merged.
    with (
        patch("indexer.writer.choose", return_value=[]),
        open_writer(index, manifest, PairCutter()) as writer,
    ):
        writer.remove(removed)
        for doc in added:
            for record in collection[doc]:
                writer.add(record)
        writer.commit(describe)


def _records(draw: random.Random, doc: str, count: int) -> tuple[Record, ...]:
    return tuple(_record(draw, doc, number) for number in range(1, count + 1))


def _record(draw: random.Random, doc: str, number: int) -> Record:
    return draw_record(
        draw, doc, number, title=f"文{doc}", characters="国家网络安全，。人才", length=30
    )


def draw_record(
    draw: random.Random,
    doc: str,
    number: int,
    *,
    title: str | None,
    characters: str,
    length: int,
) -> Record:
    """A paragraph of which most is drawn at random, its text out of some characters."""
    day = draw.choice([None, date(2018, 4, draw.randint(1, 3)), date(2020, 1, 1)])
    role: Role = draw.choice(["speech", "quotation", "article"])
    return Record(
        id=f"{doc}#{number}",
        doc=doc,
        title=title,
        role=role if number % 7 else "note",
        passage=number,
        paragraph=1,
        chapter=draw.choice([None, "一、总论", "二、安全"]),
        chapter_no=draw.choice([None, 1, 2]),
        section=draw.choice([None, "国家"]),
        speaker=(None, "毛泽东", "邓小平")[number % 3],
        speech=draw.choice([None, "在大会上的讲话", "贺信"]),
        date=day,
        date_end=day,
        date_precision="day" if day else None,
        date_kind="speech" if day else None,
        dates=(),
        source=draw.choice([None, "《人民日报》"]),
        pages=None,
        lines=(number, number) if number % 5 else None,
        place=None if number % 5 else f"第{number}页",
        text="".join(draw.choices(characters, k=length)),
        marks=() if number % 4 else ((3, "〔1〕"), (length, "〔2〕")),
        alias=draw.choice([None, f"law-{draw.randint(1, 5)}"]),
    )


def _entry(doc: str, records: Sequence[Record]) -> DocumentEntry:
    return DocumentEntry(
        doc=doc,
        path=f"{doc}.txt",
        group=None,
        title=f"文{doc}",
        kind="text",
        date=None,
        publisher=None,
        chapters=2,
        speeches=2,
        passages=len(records),
        paragraphs=len(records),
        front_matter=0,
        first_date=date(2018, 4, 1),
        last_date=None,
    )


def commit(
    index: Path,
    *,
    removed: Iterable[str],
    added: Iterable[str],
    collection: Mapping[str, Sequence[Record]],
) -> None:
    """Change the index so that it holds `collection`."""
    manifest = read_manifest(index) if newest_generation(index) else None

    def describe(made: Commit) -> tuple[Manifest, Catalogue]:
        return manifest_of(made), Catalogue(
            "0f", (), (), tuple(map(_any_entry, sorted(collection)))
        )

    index.mkdir(exist_ok=True)
    with open_writer(index, manifest, PairCutter()) as writer:
        writer.remove(removed)
        for doc in added:
            for record in collection[doc]:
                writer.add(record)
        writer.commit(describe)


def manifest_of(made: Commit) -> Manifest:
    """A manifest that fits what a commit has written."""
    return replace(
        MANIFEST,
        generation=made.generation,
        segments=made.segments,
        files=made.files,
        paragraphs=made.paragraphs,
    )


def _any_entry(doc: str) -> DocumentEntry:
    return replace(DOCUMENT, doc=doc)


def ask(index: Path, questions: Sequence[str] = QUESTIONS) -> list[object]:
    """Open an index, ask it questions, and show and list what there is; what it says."""
    with open_index(index) as searcher:
        return said(searcher, questions)


def said(searcher: Searcher, questions: Sequence[str] = QUESTIONS) -> list[object]:
    """What an index says."""
    answers: list[object] = []
    for query in questions:
        results = searcher.search(query, limit=None if query.startswith('"') else 6)
        answers.append(json_text(record_of(results) | {"took_ms": 0}))
    answers += [searcher.documents(), searcher.chapters(), searcher.speeches()]
    answers.append(json_text(searcher.passage("丙#3")))
    answers.append(replace(searcher.explain("国家 无此说"), took_ms=0.0))
    return answers


Change = Callable[[dict[str, Array], dict[str, object]], None]
"""Changes the blocks and the facts of a file in place."""


def rewrite_blocks(index: Path, ending: str, change: Change) -> str:
    """Change the file of the first segment with that ending, all checksums made to fit.

    Returns:
        The name of the file.
    """
    manifest = read_manifest(index)
    name = next(file.name for file in manifest.files if file.name.endswith(ending))
    blocks = Blocks((index / name).read_bytes(), name)
    arrays = {block: blocks.array(block).copy() for block in blocks.names()}
    facts = dict(blocks.facts)
    change(arrays, facts)
    with writable(index / name).open("wb") as file, BlockWriter(file) as writer:
        writer.facts = facts
        for block, values in arrays.items():
            writer.add(block, values)
    fit(index, name)
    return name


def fit(index: Path, name: str) -> None:
    """Make the manifest tell the size and the identity that a file has now."""
    data = (index / name).read_bytes()
    identity = Blocks(data, name).identity

    def change(facts: dict[str, object]) -> None:
        files = facts["files"]
        assert isinstance(files, list)
        for file in files:
            if file["name"] == name:
                file.update(size=len(data), identity=identity)

    rewrite_manifest(index, change)


def rewrite_manifest(index: Path, change: Callable[[dict[str, object]], object]) -> str:
    """Change the manifest, its checksum made to fit. Returns its name."""
    return _rewrite(index / manifest_name(_newest(index)), change)


def rewrite_catalogue(index: Path, change: Callable[[dict[str, object]], object]) -> str:
    """Change the catalogue, likewise."""
    return _rewrite(index / catalogue_name(_newest(index)), change)


def _newest(index: Path) -> int:
    generation = newest_generation(index)
    assert generation is not None
    return generation


def _rewrite(path: Path, change: Callable[[dict[str, object]], object]) -> str:
    facts = parse_json(path.read_bytes())
    change(facts)
    write_json(path, facts)
    return path.name
