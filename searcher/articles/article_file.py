"""The file of an article: its bytes, and which documents of a collection are the file itself.

The bytes are those of a file, a pipe or standard input, and not too many. Unlike a source file
below the seeds folder it is named by the user, so links are followed and a pipe is waited for.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from indexer.errors import SourceError
from indexer.sources.plain_files import content_hash
from indexer.sources.source_names import source_name
from indexer.wording import say
from indexer.wording.said import refusal

if TYPE_CHECKING:
    from indexer.model.catalogue import DocumentEntry, SourceEntry

MOST_BYTES: Final = 64 << 20
"""Bytes of an article, at most; the collected works of one person have a tenth of it."""


def read_article_file(path: Path) -> bytes:
    """The content of the file or pipe at `path`.

    Raises:
        SourceError: it cannot be read, or has more than `MOST_BYTES` bytes.
    """
    name = shown_name(path)
    try:
        with path.open("rb") as file:
            return _read(file, name)
    except IsADirectoryError as exc:
        raise SourceError(name, say("articles.folder")) from exc
    except FileNotFoundError as exc:
        raise SourceError(name, say("articles.missing")) from exc
    except (OSError, ValueError) as exc:  # ValueError: a name that no file can have
        raise SourceError(name, _reason(exc)) from exc


def read_stream(stream: BinaryIO | None, name: str) -> bytes:
    """The rest of the content of an open stream; None is one that is closed.

    Raises:
        SourceError: it cannot be read, or has more than `MOST_BYTES` bytes.
    """
    if stream is None:
        raise SourceError(name, say("articles.closed"))
    try:
        return _read(stream, name)
    except OSError as exc:
        raise SourceError(name, _reason(exc)) from exc


def shown_name(path: Path) -> str:
    """The name of a file as text, whatever bytes it is made of."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)  # it waits for all, and a terminal ends it once
    if len(data) > MOST_BYTES:
        raise SourceError(name, say("articles.large", most=MOST_BYTES >> 20))
    return data


def _reason(exc: OSError | ValueError) -> str:
    reason = refusal(exc) if isinstance(exc, OSError) else str(exc)
    return say("articles.unreadable", reason=reason)


def own_documents(
    sources: Iterable[SourceEntry],
    documents: Iterable[DocumentEntry],
    data: bytes,
    path: str | None,
) -> frozenset[str]:
    """The ids of the documents whose source file is the traced file, or has the same content: an
    article is never its own source.

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
