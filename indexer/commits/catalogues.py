"""The catalogue of a generation on the disk: what the index was made from, document by document.

Only those read all of it who list documents or look for changes; a search reads its outline.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from indexer.commits.generations import catalogue_name, retried
from indexer.commits.json_files import from_json
from indexer.commits.manifest import (
    Manifest,
    check_files,
    damage_reported,
    parse_object,
    read_file,
    read_manifest,
    write_file,
)
from indexer.model.catalogue import Catalogue, Outline
from indexer.segments.index_files import MOST_CATALOGUE
from indexer.wording.said import kept, said_again

_SIGNED = frozenset({"mtime_ns", "ctime_ns"})
"""The numbers of a catalogue that may be negative: files can be older than the epoch."""

OfCommit = TypeVar("OfCommit", Catalogue, Outline)


class BuiltIndex(NamedTuple):
    """An index as it was built: what it consists of, and what it was built from."""

    manifest: Manifest
    catalogue: Catalogue


def read_built(index: Path) -> BuiltIndex:
    """How the index in the folder `index` was built, when all of its files are there.

    Raises:
        IndexStoreError: there is none, or it cannot be used.
    """

    def read() -> BuiltIndex:
        manifest = read_manifest(index)
        check_files(index, manifest)
        return BuiltIndex(manifest, read_catalogue(index, manifest))

    return retried(read)


def read_catalogue(index: Path, manifest: Manifest) -> Catalogue:
    """What the generation of `manifest` was made from.

    Raises:
        IndexCorruptError: it cannot be read.
        IndexStoreError: the operating system does not let us read it.
    """
    data = read_file(index, catalogue_name(manifest.generation), MOST_CATALOGUE)
    return parse_catalogue(index, manifest, data)


def parse_catalogue(index: Path, manifest: Manifest, data: bytes) -> Catalogue:
    """The catalogue of the generation of `manifest`, whose file contains `data`.

    Raises:
        IndexCorruptError: it is damaged.
    """
    name = catalogue_name(manifest.generation)
    facts = parse_object(index, name, data)
    with damage_reported(index, name):
        again, doubts = facts.pop("said", None), facts.pop("doubts", None)
        catalogue = _of_commit(manifest, from_json(Catalogue, facts, signed=_SIGNED))
        return _doubts_again(_said_again(catalogue, again), doubts)


def parse_outline(index: Path, manifest: Manifest, data: bytes) -> Outline:
    """The outline of the catalogue of the generation of `manifest`, whose file contains `data`.

    Raises:
        IndexCorruptError: it is damaged.
    """
    name = catalogue_name(manifest.generation)
    facts = parse_object(index, name, data)
    with damage_reported(index, name):
        try:
            ids = [entry["doc"] for entry in facts["documents"]]
            outline = {"commit": facts["commit"], "sources": facts["sources"], "documents": ids}
        except (KeyError, TypeError) as exc:
            raise ValueError(f"no catalogue: {exc}") from exc
        return _of_commit(manifest, from_json(Outline, outline, signed=_SIGNED))


def write_catalogue(index: Path, generation: int, catalogue: Catalogue) -> None:
    """Write the catalogue of a generation, and how to say its failures and doubts elsewhere.

    Raises:
        IndexStoreError: it would be larger than what is read of one.
        OSError: it cannot be written.
    """
    content: dict[str, object] = {
        field.name: getattr(catalogue, field.name) for field in fields(catalogue)
    }
    if catalogue.failed:
        content["said"] = [kept(failure.reason) for failure in catalogue.failed]
    doubts = [kept(entry.doubt) for entry in catalogue.documents if entry.doubt]
    if doubts:
        content["doubts"] = doubts
    write_file(index, catalogue_name(generation), content, MOST_CATALOGUE)


def _said_again(catalogue: Catalogue, said: object) -> Catalogue:
    """`catalogue` with its failures in the user's language, as far as they can be said again."""
    if said is None or not catalogue.failed:
        return catalogue
    if type(said) is not list or len(said) != len(catalogue.failed):
        raise ValueError("not as many messages as failures")
    pairs = zip(catalogue.failed, said, strict=True)
    failed = tuple(replace(one, reason=said_again(stored, one.reason)) for one, stored in pairs)
    return replace(catalogue, failed=failed)


def _doubts_again(catalogue: Catalogue, doubts: object) -> Catalogue:
    """`catalogue` with its doubts in the user's language, as far as they can be said again."""
    if doubts is None:
        return catalogue
    doubted = sum(bool(entry.doubt) for entry in catalogue.documents)
    if type(doubts) is not list or len(doubts) != doubted:
        raise ValueError("not as many messages as doubts")
    stored = iter(doubts)
    documents = tuple(
        replace(entry, doubt=said_again(next(stored), entry.doubt)) if entry.doubt else entry
        for entry in catalogue.documents
    )
    return replace(catalogue, documents=documents)


def _of_commit(manifest: Manifest, catalogue: OfCommit) -> OfCommit:
    if catalogue.commit != manifest.commit:
        raise ValueError("the catalogue of another index")
    return catalogue
