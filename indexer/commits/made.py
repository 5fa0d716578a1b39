"""An index as it was made: its manifest and its catalogue, read together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from indexer.commits.manifest import Manifest, check_files, read_catalogue, read_manifest
from indexer.commits.retrying import retried
from indexer.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class Made:
    """An index as it was made: what it consists of, and what it was made from."""

    manifest: Manifest
    catalogue: Catalogue


def read_made(index: Path) -> Made:
    """How the index in the folder `index` was made, when all of its files are there.

    Raises:
        IndexStoreError: there is none, or it cannot be used.
    """

    def read() -> Made:
        manifest = read_manifest(index)
        check_files(index, manifest)
        return Made(manifest, read_catalogue(index, manifest))

    return retried(read)
