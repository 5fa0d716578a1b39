"""The manifest of a generation: what the index consists of, and what it was made with.

It is a small JSON file that names every other file of the generation. What the index was made from
is in a second one, the catalogue (see `catalogues`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from indexer.commits.faults import corrupt_index, missing_index, other_format, unreadable_index
from indexer.commits.generations import manifest_name, newest_generation
from indexer.commits.json_files import from_json, parse_json, write_json
from indexer.errors import IndexStoreError, OptionError
from indexer.model.recipe import Recipe
from indexer.segments.index_files import (
    DOCUMENTS,
    MOST_MANIFEST,
    POSTINGS,
    names_segment,
    read_index_file,
)
from indexer.sources.lists import check_speakers, identity_of
from indexer.value import value
from indexer.wording import say

FORMAT_VERSION = 4
"""Increased by every change after which an older index cannot answer, or would answer otherwise."""


@value(frozen=True, slots=True)
class IndexFile:
    """A file of the index.

    Attributes:
        name: in the index folder.
        size: in bytes.
        identity: the checksum of its directory, which distinguishes it from every other file.
    """

    name: str
    size: int
    identity: int


@value(frozen=True, slots=True)
class SegmentEntry:
    """A segment of the index.

    Attributes:
        name: what its files begin with.
        documents: the number of its paragraphs, deleted ones included.
        deleted: the file that says which of them are deleted, None where none is.
    """

    name: str
    documents: int
    deleted: str | None


@value(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What an index consists of, and what it was made with.

    Attributes:
        generation: its number; every commit has a higher one.
        commit: a random name, which the catalogue of the same commit has, too.
        created: when, in ISO 8601 with UTC offset.
        recipe: with what it was built.
        seeds: the seeds folder, as an absolute path.
        segments: the segments, in the order in which paragraphs are numbered.
        files: the files of its segments.
        paragraphs: the number of paragraphs, without those that are deleted.
        speakers: the persons whom articles quote, besides those that are always known; sorted.
        format_version: the version of the format of the index.
    """

    generation: int
    commit: str
    created: str
    recipe: Recipe
    seeds: str
    segments: tuple[SegmentEntry, ...]
    files: tuple[IndexFile, ...]
    paragraphs: int
    speakers: tuple[str, ...] = ()
    format_version: int = FORMAT_VERSION


def read_manifest(index: Path) -> Manifest:
    """The manifest of the newest generation of the index in the folder `index`.

    Raises:
        IndexMissingError: there is no index.
        IndexVersionError: it was written in another format.
        IndexCorruptError: the manifest cannot be read.
        IndexStoreError: the operating system does not let us read it.
    """
    try:
        generation = newest_generation(index)
    except OSError as exc:
        raise unreadable_index(index, exc) from exc
    if generation is None:
        raise missing_index(index)
    name = manifest_name(generation)
    facts = parse_object(index, name, read_file(index, name, MOST_MANIFEST))
    version = facts.get("format_version")
    if version != FORMAT_VERSION:
        raise other_format(index, version, FORMAT_VERSION)
    with damage_reported(index, name):
        manifest = from_json(Manifest, facts)
        if manifest.generation != generation:
            raise ValueError("the manifest of another generation")
        _check_names(manifest)
        _check_speakers(manifest)
        return manifest


def write_manifest(index: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation.

    Raises:
        IndexStoreError: it would be larger than what is read of one.
        OSError: it cannot be written.
    """
    write_file(index, manifest_name(manifest.generation), manifest, MOST_MANIFEST)


def check_files(index: Path, manifest: Manifest) -> None:
    """See that all files of the index are there and none is cut short. Their content is not read.

    Raises:
        IndexCorruptError: one is missing or has another size.
    """
    for file in manifest.files:
        try:
            size = (index / file.name).stat().st_size
        except OSError as exc:
            raise corrupt_index(index, say("damage.missing", name=file.name)) from exc
        if size != file.size:
            reason = say("damage.size", name=file.name, size=size, expected=file.size)
            raise corrupt_index(index, reason)


def files_of(segment: SegmentEntry) -> tuple[str, ...]:
    """The names of the files of a segment."""
    names = (segment.name + DOCUMENTS, segment.name + POSTINGS)
    return names if segment.deleted is None else (*names, segment.deleted)


def read_file(index: Path, name: str, most: int) -> bytes:
    """The content of the file `name`.

    Args:
        index: the folder of the index.
        name: the name of the file.
        most: the most bytes that it may have.

    Raises:
        IndexCorruptError: it is missing, larger, or no plain file.
        IndexStoreError: the operating system does not let us read it.
    """
    try:
        return read_index_file(index / name, most)
    except FileNotFoundError as exc:
        raise corrupt_index(index, say("damage.missing", name=name)) from exc
    except ValueError as exc:
        raise corrupt_index(index, str(exc)) from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc


def parse_object(index: Path, name: str, data: bytes) -> dict[str, Any]:
    """The JSON object in the file `name`, which contains `data`.

    Raises:
        IndexCorruptError: it contains something else.
    """
    with damage_reported(index, name):
        content = parse_json(data)
        if type(content) is not dict:
            raise ValueError("something else than an object")
        return content


@contextmanager
def damage_reported(index: Path, name: str) -> Iterator[None]:
    """Raise an `IndexCorruptError` for what a file of the wrong form makes Python raise."""
    try:
        yield
    except (ValueError, OptionError) as exc:  # OptionError where limits are none
        raise corrupt_index(index, say("damage.unreadable", name=name)) from exc


def write_file(index: Path, name: str, content: object, most: int) -> None:
    """Write `content` as the JSON file `name`.

    Raises:
        IndexStoreError: it would have more than `most` bytes.
        OSError: it cannot be written.
    """
    try:
        write_json(index / name, content, most=most)
    except ValueError as exc:
        message = say("index.large", index=index, reason=str(exc))
        raise IndexStoreError(message, path=str(index)) from exc


def _check_names(manifest: Manifest) -> None:
    """See that the manifest names the files of its segments, each once, and nothing else.

    Raises:
        ValueError: it names another file, which is then never opened.
    """
    expected = [name for segment in manifest.segments for name in files_of(segment)]
    for segment in manifest.segments:
        if not names_segment(segment.name) or (
            segment.deleted is not None and not _is_deleted_file(segment, manifest.generation)
        ):
            raise ValueError("a segment whose name is not one of ours")
    named = [file.name for file in manifest.files]
    if len(set(named)) != len(named) or sorted(named) != sorted(expected):
        raise ValueError("files that are not those of the segments")


def _check_speakers(manifest: Manifest) -> None:
    """See that the speakers are those that the recipe names.

    Raises:
        ValueError: they are others.
    """
    if manifest.speakers or manifest.recipe.speakers:
        check_speakers(manifest.speakers)
        if identity_of(manifest.speakers) != manifest.recipe.speakers:
            raise ValueError("other speakers than those of the recipe")


def _is_deleted_file(segment: SegmentEntry, generation: int) -> bool:
    match = re.fullmatch(rf"{segment.name}\.([0-9]{{1,10}})\.del", segment.deleted or "")
    return match is not None and int(match[1]) <= generation  # a later one is the next commit's
