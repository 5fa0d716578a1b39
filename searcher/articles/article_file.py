"""The bytes of the article that a user names: a file, a pipe or standard input, and not too many.

Unlike a source file below the seeds folder it is named by the user, so links are followed and a
pipe is waited for.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO, Final

from indexer.errors import SourceError
from indexer.wording import say
from indexer.wording.said import refusal

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
