"""Opens the newest generation of an index: its manifest is read, its files are mapped
or, where they are small, read."""

from __future__ import annotations

from pathlib import Path

from indexer.generations import catalogue_name, manifest_name
from indexer.index_files import MOST_CATALOGUE, OpenFile
from indexer.manifest import check_files, corrupt_index, read_manifest, unreadable_index
from indexer.retrying import retried
from indexer.segment_files import is_read_into_memory, open_segment_files
from indexer.wording import say
from searcher.store.catalogue_file import CatalogueFile
from searcher.store.store import Store


def open_store(index: Path) -> Store:
    """Open the index in the folder `index`.

    A commit that comes between reading the manifest and opening the files takes them away; then it
    is tried again with the newer generation.

    Raises:
        IndexMissingError: there is none.
        IndexVersionError: it was written in another format.
        IndexCorruptError: its files do not fit together.
        IndexStoreError: the operating system does not let us read it.
    """
    return retried(lambda: _open(index))


def _open(index: Path) -> Store:
    manifest = read_manifest(index)
    check_files(index, manifest)
    catalogue = catalogue_name(manifest.generation)
    try:
        opened = [open_segment_files(index, manifest, entry) for entry in manifest.segments]
        # Held open, it can be read when it is asked for, whatever has been committed since.
        held = CatalogueFile(OpenFile(index / catalogue, MOST_CATALOGUE))
        if is_read_into_memory(manifest):
            held.keep()
    except ValueError as exc:  # of which BlockFileError is one; the message names the file
        raise corrupt_index(index, str(exc)) from exc
    except FileNotFoundError as exc:
        raise corrupt_index(index, say("damage.missing", name=Path(exc.filename).name)) from exc
    except OSError as exc:
        raise unreadable_index(index, exc) from exc
    store = Store(index, manifest, held, [o.segment for o in opened], [o.deleted for o in opened])
    if store.count != manifest.paragraphs:
        raise corrupt_index(
            index,
            say(
                "damage.paragraphs",
                name=manifest_name(manifest.generation),
                told=manifest.paragraphs,
                count=store.count,
            ),
        )
    return store
