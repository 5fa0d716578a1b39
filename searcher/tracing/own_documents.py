"""Which documents of the collection are the traced file itself: it is never its own source."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from indexer.sources.plain_files import content_hash
from indexer.sources.source_names import source_name

if TYPE_CHECKING:
    from indexer.model.catalogue import DocumentEntry, SourceEntry


def own_documents(
    sources: Iterable[SourceEntry],
    documents: Iterable[DocumentEntry],
    data: bytes,
    path: str | None,
) -> frozenset[str]:
    """The ids of the documents whose source file has the same content or is the same file.

    Args:
        sources: the source files of the collection.
        documents: its documents.
        data: the content of the traced file.
        path: where it is below the seeds folder, as `path_below` returns it.
    """
    digest = content_hash(data)
    own = {source.path for source in sources if source.sha256 == digest} | {path}
    return frozenset(document.doc for document in documents if document.path in own)


def path_below(seeds: str, file: Path) -> str | None:
    """The path of a file as source files below `seeds` are named; None where it is elsewhere."""
    below = os.path.relpath(os.path.realpath(file), os.path.realpath(seeds))
    names = Path(below).parts
    if not names or names[0] == os.pardir:
        return None
    return "/".join(map(source_name, names))
