"""The manifest of a generation: what the index consists of, and what it was made with.

It is a small JSON file that names every other file of the generation. What the index was made
from, document by document, is in a second one, the catalogue, which only those read who list
documents or look for changes.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from indexer.commits.checked_json import parse_json, write_json
from indexer.commits.generations import catalogue_name, manifest_name, newest_generation
from indexer.commits.typed_json import from_json
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    OptionError,
)
from indexer.model.catalogue import Catalogue, Outline
from indexer.model.recipe import Recipe
from indexer.segments.index_files import (
    DOCUMENTS,
    MOST_CATALOGUE,
    MOST_MANIFEST,
    POSTINGS,
    names_segment,
    read_index_file,
)
from indexer.wording import say
from indexer.wording.said import kept, refusal, said_again

FORMAT_VERSION = 3
"""Rises with every change after which an older index cannot answer, or would answer otherwise."""

Read = TypeVar("Read", Catalogue, Outline)

_SIGNED = frozenset({"mtime_ns", "ctime_ns"})
"""The numbers of a catalogue that may be negative: files can be older than the epoch."""


@dataclass(frozen=True, slots=True)
class IndexFile:
    """A file of the index.

    Attributes:
        name: in the index folder.
        size: in bytes.
        identity: the checksum of its directory, which tells it from every other file.
    """

    name: str
    size: int
    identity: int


@dataclass(frozen=True, slots=True)
class SegmentEntry:
    """A segment of the index.

    Attributes:
        name: what its files begin with.
        documents: how many paragraphs it has, deleted ones included.
        deleted: the file that says which of them are deleted, None where none is.
    """

    name: str
    documents: int
    deleted: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
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
        paragraphs: how many paragraphs it holds.
        speakers: the persons whom articles quote, beside those that are always known; sorted.
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
        message = say("index.missing", index=index, quoted=_quoted(str(index)))
        raise IndexMissingError(message, path=str(index))
    name = manifest_name(generation)
    facts = _content(index, name, _read(index, name, MOST_MANIFEST))
    version = facts.get("format_version")
    if version != FORMAT_VERSION:
        raise _other_format(index, version)
    with _damage_reported(index, name):
        manifest = from_json(Manifest, facts)
        if manifest.generation != generation:
            raise ValueError("the manifest of another generation")
        _check_names(manifest)
        _check_speakers(manifest)
        return manifest


def read_catalogue(index: Path, manifest: Manifest) -> Catalogue:
    """What the generation of `manifest` was made from.

    Raises:
        IndexCorruptError: it cannot be read.
        IndexStoreError: the operating system does not let us read it.
    """
    data = _read(index, catalogue_name(manifest.generation), MOST_CATALOGUE)
    return parse_catalogue(index, manifest, data)


def parse_catalogue(index: Path, manifest: Manifest, data: bytes) -> Catalogue:
    """The catalogue of the generation of `manifest`, whose file holds `data`.

    Raises:
        IndexCorruptError: it is damaged.
    """
    name = catalogue_name(manifest.generation)
    facts = _content(index, name, data)
    with _damage_reported(index, name):
        again = facts.pop("said", None)
        return _said_again(_of_commit(manifest, from_json(Catalogue, facts, signed=_SIGNED)), again)


def _said_again(catalogue: Catalogue, said: object) -> Catalogue:
    """`catalogue` with its failures in the user's language, as far as they can be said again."""
    if said is None or not catalogue.failed:
        return catalogue
    if type(said) is not list or len(said) != len(catalogue.failed):
        raise ValueError("not as many messages as failures")
    pairs = zip(catalogue.failed, said, strict=True)
    failed = tuple(replace(one, reason=said_again(stored, one.reason)) for one, stored in pairs)
    return replace(catalogue, failed=failed)


def parse_outline(index: Path, manifest: Manifest, data: bytes) -> Outline:
    """The outline of that catalogue, likewise."""
    name = catalogue_name(manifest.generation)
    facts = _content(index, name, data)
    with _damage_reported(index, name):
        try:
            ids = [entry["doc"] for entry in facts["documents"]]
            outline = {"commit": facts["commit"], "sources": facts["sources"], "documents": ids}
        except (KeyError, TypeError) as exc:
            raise ValueError(f"no catalogue: {exc}") from exc
        return _of_commit(manifest, from_json(Outline, outline, signed=_SIGNED))


def _of_commit(manifest: Manifest, catalogue: Read) -> Read:
    if catalogue.commit != manifest.commit:
        raise ValueError("the catalogue of another index")
    return catalogue


def files_of(segment: SegmentEntry) -> tuple[str, ...]:
    """The names of the files of a segment."""
    names = (segment.name + DOCUMENTS, segment.name + POSTINGS)
    return names if segment.deleted is None else (*names, segment.deleted)


def write_manifest(index: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation.

    Raises:
        IndexStoreError: it would be larger than what is read of one.
        OSError: it cannot be written.
    """
    _write(index, manifest_name(manifest.generation), manifest, MOST_MANIFEST)


def write_catalogue(index: Path, generation: int, catalogue: Catalogue) -> None:
    """Write the catalogue of a generation; likewise.

    Beside the reasons of failures stands how to say them in another language.
    """
    content: dict[str, object] = {
        field.name: getattr(catalogue, field.name) for field in fields(catalogue)
    }
    if catalogue.failed:
        content["said"] = [kept(failure.reason) for failure in catalogue.failed]
    _write(index, catalogue_name(generation), content, MOST_CATALOGUE)


def _write(index: Path, name: str, content: object, most: int) -> None:
    try:
        write_json(index / name, content, most=most)
    except ValueError as exc:
        message = say("index.large", index=index, reason=str(exc))
        raise IndexStoreError(message, path=str(index)) from exc


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


def unreadable_index(index: Path, exc: OSError) -> IndexStoreError:
    """The error for an index that the operating system does not let us read."""
    message = say("index.unreadable", path=exc.filename or index, reason=refusal(exc))
    return IndexStoreError(message, path=str(index))


def unwritable_index(index: Path, exc: OSError) -> IndexStoreError:
    """The error for an index folder that the operating system does not let us write."""
    remedy = say(_REMEDIES.get(exc.errno or 0, "index.give_folder"))
    message = say("index.unwritable", index=index, reason=refusal(exc), remedy=remedy)
    return IndexStoreError(message, path=str(index))


_REMEDIES = {
    errno.ENOSPC: "index.free_space",
    errno.EDQUOT: "index.free_space",
    errno.EIO: "index.look_after_disk",
    errno.EMFILE: "index.close_files",
}
"""What to do about errors that another folder is no help against."""


def corrupt_index(index: Path, reason: str) -> IndexCorruptError:
    """The error for an index whose files do not fit together."""
    fault = say("index.damaged", index=index, reason=reason)
    message = say("index.rebuild_full", fault=fault, command=_rebuild_command(index))
    return IndexCorruptError(message, path=str(index), fault=fault)


def changed_index(index: Path, name: str) -> IndexCorruptError:
    """The error for an index one of whose files was written to while it was open."""
    command = _rebuild_command(index)
    return IndexCorruptError(
        say("index.changed", index=str(index), file=name, command=command), path=str(index)
    )


def _rebuild_command(index: Path) -> str:
    return f"lunshu index --full {_seeds_of(index)} --index {_quoted(str(index))}"


def _seeds_of(index: Path) -> str:
    """The seeds folder that the newest manifest names, for a command; or a word for it."""
    seeds = recorded_seeds(index)
    return _quoted(seeds) if seeds and seeds.isprintable() else say("index.seeds")


def recorded_seeds(index: Path) -> str | None:
    """The seeds folder that the newest manifest names, whatever else of it cannot be read."""
    try:
        name = manifest_name(newest_generation(index) or 0)
        seeds = parse_json(read_index_file(index / name, MOST_MANIFEST))["seeds"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return seeds if isinstance(seeds, str) and "\0" not in seeds else None


def _quoted(name: str) -> str:
    """A file name as a word of a command line."""
    from shlex import quote  # noqa: PLC0415 (an index is seldom damaged)

    return quote(name)


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
    """See that the persons are those that the recipe names.

    Raises:
        ValueError: they are others.
    """
    if manifest.speakers or manifest.recipe.speakers:
        from indexer.sources.lists import (  # noqa: PLC0415 (hardly any has such a list)
            check_speakers,
            identity_of,
        )

        check_speakers(manifest.speakers)
        if identity_of(manifest.speakers) != manifest.recipe.speakers:
            raise ValueError("other speakers than those of the recipe")


def _is_deleted_file(segment: SegmentEntry, generation: int) -> bool:
    match = re.fullmatch(rf"{segment.name}\.([0-9]{{1,10}})\.del", segment.deleted or "")
    return match is not None and int(match[1]) <= generation  # a later one is the next commit's


def _other_format(index: Path, version: object) -> IndexVersionError:
    fault = say("index.other_format", index=index, version=version, known=FORMAT_VERSION)
    message = say("index.rebuild", fault=fault, quoted=_quoted(str(index)))
    return IndexVersionError(message, path=str(index), fault=fault)


def _read(index: Path, name: str, most: int) -> bytes:
    """The content of the file `name`, which may have `most` bytes."""
    try:
        return read_index_file(index / name, most)
    except FileNotFoundError as exc:
        raise corrupt_index(index, say("damage.missing", name=name)) from exc
    except ValueError as exc:
        raise corrupt_index(index, str(exc)) from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc


def _content(index: Path, name: str, data: bytes) -> dict[str, Any]:
    """The JSON object in the file `name`, which holds `data`."""
    with _damage_reported(index, name):
        content = parse_json(data)
        if type(content) is not dict:
            raise ValueError("something else than an object")
        return content


@contextmanager
def _damage_reported(index: Path, name: str) -> Iterator[None]:
    """Say in our words what a file of the wrong shape makes Python raise."""
    try:
        yield
    except (ValueError, OptionError) as exc:  # OptionError where limits are none
        raise corrupt_index(index, say("damage.unreadable", name=name)) from exc
