"""The deep check of an index: all of its files against their checksums, and against what they mean.

Checksums tell what an accident changed. That the content makes sense, and that what follows from
the texts does follow from them, tells also what was made to look right.

    >>> verify_index(folder, read_manifest(folder))              # doctest: +SKIP
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from indexer.commits.generations import catalogue_name, manifest_name, newest_generation
from indexer.commits.made import Made, read_made
from indexer.commits.manifest import (
    Manifest,
    SegmentEntry,
    check_files,
    corrupt_index,
    read_catalogue,
    unreadable_index,
)
from indexer.commits.segment_files import open_segment_files
from indexer.commits.verifying_documents import verify_documents
from indexer.commits.verifying_postings import verify_postings
from indexer.errors import IndexStoreError
from indexer.segments.blocks import BlockFileError
from indexer.wording import say


def read_verified(folder: Path) -> Made:
    """How the index in `folder` was made, when all of it has been read; raises likewise.

    A commit may take the files away meanwhile; then the newer generation is read.
    """
    while True:
        made = read_made(folder)
        try:
            verify_index(folder, made.manifest)
        except IndexStoreError:
            if newest_generation(folder) == made.manifest.generation:
                raise
        else:
            return made


def verify_index(folder: Path, manifest: Manifest) -> None:
    """See that the index in `folder` is what was written and that its files agree.

    All of it is read, and every text is folded and counted again. Whoosh's table of contents is
    not looked at: it is for plain Whoosh alone, and nothing of ours depends on it.

    Raises:
        IndexCorruptError: something is damaged; the message names the file.
        IndexStoreError: the operating system does not let us read it.
    """
    check_files(folder, manifest)
    catalogue = read_catalogue(folder, manifest)
    live: Counter[str] = Counter()
    for entry in manifest.segments:
        try:
            live += _verify_segment(folder, manifest, entry)
        except BlockFileError as exc:
            raise corrupt_index(folder, str(exc)) from exc
        except OSError as exc:
            raise unreadable_index(folder, exc) from exc
    if live.total() != manifest.paragraphs:
        name = manifest_name(manifest.generation)
        raise corrupt_index(folder, say("damage.not_counted", name=name))
    documents = {entry.doc: entry.front_matter + entry.paragraphs for entry in catalogue.documents}
    if len(documents) != len(catalogue.documents) or live != Counter(documents):
        name = catalogue_name(manifest.generation)
        raise corrupt_index(folder, say("damage.not_listed", name=name))


def _verify_segment(folder: Path, manifest: Manifest, entry: SegmentEntry) -> Counter[str]:
    """How many paragraphs each document has in a segment that is what it must be."""
    opened = open_segment_files(folder, manifest, entry)
    opened.segment.check()
    expected = verify_documents(opened)
    verify_postings(opened.segment, expected)
    return expected.live
