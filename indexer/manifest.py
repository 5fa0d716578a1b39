"""The manifest: what an index was made from, and with what.

It is one JSON file in the index folder, written last, so that an index without a fitting manifest
is known to be incomplete. Everything that can be said of an index without opening its paragraphs
(its documents, its failures, whether it is current) is read from here.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import orjson

from indexer.catalogue import DocumentEntry
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
)
from indexer.report import Failure

FORMAT_VERSION = 1
"""Rises with every change after which an older index cannot answer, or would answer otherwise."""

NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """A source file as it was when it was read.

    Attributes:
        path: relative to the seeds folder.
        sha256: of its content; empty where it could not be read.
        size: in bytes.
        mtime_ns: time of last modification, in nanoseconds since the epoch.
    """

    path: str
    sha256: str
    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index.

    Attributes:
        name: in the index folder.
        size: in bytes.
    """

    name: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an index was made from, and with what.

    Attributes:
        generation: the generation of Whoosh's table of contents that it describes.
        created: when, in ISO 8601 with UTC offset.
        lunshu_version: the version that built it.
        analyzer: the analyzer that cut its words, with its version.
        timezone: the zone in which timestamps became dates.
        seeds: the seeds folder, as an absolute path.
        files: the files that the index consists of besides its manifest.
        failed: what could not be read.
        paragraphs: how many paragraphs it holds.
    """

    generation: int
    created: str
    lunshu_version: str
    analyzer: str
    timezone: str
    seeds: str
    files: tuple[IndexFile, ...]
    sources: tuple[SourceEntry, ...]
    failed: tuple[Failure, ...]
    documents: tuple[DocumentEntry, ...]
    paragraphs: int
    format_version: int = FORMAT_VERSION


def read_manifest(index: Path) -> Manifest:
    """The manifest of the index in the folder `index`.

    Raises:
        IndexMissingError: there is no index.
        IndexVersionError: it was written in another format.
        IndexCorruptError: the manifest cannot be read.
    """
    try:
        data = (index / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise IndexMissingError(
            f"{index}: there is no index here; build one with: lunshu index SEEDS --index {index}",
            path=str(index),
        ) from exc
    except OSError as exc:
        raise IndexStoreError(
            f"{index / NAME}: {exc.strerror or exc}; make the index readable", path=str(index)
        ) from exc
    try:
        facts = orjson.loads(data)
        version = facts["format_version"]
        if version == FORMAT_VERSION:
            return _from_facts(facts)
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise corrupt_index(index, f"{NAME} cannot be read") from exc
    raise IndexVersionError(
        f"{index}: the index has format {version!r}, this lunshu reads format {FORMAT_VERSION}; "
        f"rebuild it with: lunshu index SEEDS --index {index}",
        path=str(index),
    )


def write_manifest(index: Path, manifest: Manifest) -> None:
    """Put `manifest` in the place of the one before, at once and on the disk.

    Raises:
        IndexStoreError: the folder cannot be written.
    """
    path = index / NAME
    fresh = path.with_suffix(".json.new")
    try:
        with fresh.open("wb") as file:
            file.write(orjson.dumps(manifest, option=orjson.OPT_INDENT_2))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as exc:
        raise unwritable_index(index, exc) from exc


def list_files(index: Path, names: Iterable[str]) -> tuple[IndexFile, ...]:
    """The files `names` of the index as they are now."""
    return tuple(IndexFile(name, (index / name).stat().st_size) for name in sorted(names))


def check_files(index: Path, manifest: Manifest) -> None:
    """See that all files of the index are there and none is cut short. Their content is not read.

    Raises:
        IndexCorruptError: one is missing or has another size.
    """
    for file in manifest.files:
        try:
            size = (index / file.name).stat().st_size
        except OSError as exc:
            raise corrupt_index(index, f"{file.name} is missing") from exc
        if size != file.size:
            raise corrupt_index(index, f"{file.name} has {size} bytes instead of {file.size}")


def unwritable_index(index: Path, exc: OSError) -> IndexStoreError:
    """The error for an index folder that the operating system does not let us write."""
    return IndexStoreError(
        f"{index}: {exc.strerror or exc}; give a folder that can be written: --index DIR",
        path=str(index),
    )


def corrupt_index(index: Path, reason: str) -> IndexCorruptError:
    """The error for an index whose files do not fit together."""
    return IndexCorruptError(
        f"{index}: the index is damaged, {reason}; "
        f"rebuild it with: lunshu index SEEDS --index {index}",
        path=str(index),
    )


def _from_facts(facts: dict[str, Any]) -> Manifest:
    """The manifest that the JSON object `facts` holds; raises what wrong types make it raise."""
    manifest = Manifest(**facts)
    return replace(
        manifest,
        files=tuple(IndexFile(**entry) for entry in facts["files"]),
        sources=tuple(SourceEntry(**entry) for entry in facts["sources"]),
        failed=tuple(Failure(**entry) for entry in facts["failed"]),
        documents=tuple(_document_entry(entry) for entry in facts["documents"]),
    )


def _document_entry(facts: dict[str, Any]) -> DocumentEntry:
    dates = {
        name: None if facts[name] is None else date.fromisoformat(facts[name])
        for name in ("first_date", "last_date")
    }
    return DocumentEntry(**(facts | dates))
