"""Writes records into a Whoosh index: one commit that replaces everything before it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from whoosh import index as whoosh_index
from whoosh import writing

from indexer.analysis import Cutter, bigrams, characters
from indexer.dates import day_number
from indexer.folding import fold
from indexer.manifest import unwritable_index
from indexer.records import Record
from indexer.schema import VALUES, length_column, make_schema


@dataclass(frozen=True, slots=True)
class Commit:
    """What a commit made.

    Attributes:
        generation: its number; every commit has a higher one.
        files: the files of the index folder that belong to it.
    """

    generation: int
    files: tuple[str, ...]


def write_records(index: Path, records: Iterable[Record]) -> Commit:
    """Make `records`, in their order, the whole content of the index in the folder `index`.

    The folder exists and nobody else writes it. Until the commit at the end the old content
    answers, after it the new one.

    Raises:
        IndexStoreError: the folder cannot be written.
    """
    try:
        return _write(index, records)
    except OSError as exc:
        raise unwritable_index(index, exc) from exc


def _write(index: Path, records: Iterable[Record]) -> Commit:
    whoosh = _open(index)
    writer = whoosh.writer(limitmb=256)
    try:
        writer.schema = make_schema()
        cutter = Cutter()
        for record in records:
            writer.add_document(**_fields(record, cutter))
    except BaseException:
        writer.cancel()
        raise
    writer.commit(mergetype=writing.CLEAR)
    generation = int(whoosh.latest_generation())
    files = [path.name for path in index.glob("MAIN_*.seg")]
    return Commit(generation, (f"_MAIN_{generation}.toc", *files))


def _open(index: Path) -> Any:
    """The Whoosh index in the folder; where none can be opened, an empty one in its place."""
    # Damaged files make Whoosh raise whatever they like, and there is nothing in them to save.
    with contextlib.suppress(Exception):
        return whoosh_index.open_dir(str(index))
    for pattern in ("_MAIN_*.toc", "MAIN_*"):
        for stray in index.glob(pattern):
            stray.unlink(missing_ok=True)
    return whoosh_index.create_in(str(index), make_schema())


def _fields(record: Record, cutter: Cutter) -> dict[str, Any]:
    folded = fold(record.text)
    views = {
        "text": cutter.words(folded),
        "chars": characters(folded),
        "bigrams": bigrams(folded),
    }
    values = {name: getattr(record, name) for name in VALUES}
    return {
        "id": record.id,
        "record": record.to_json(),
        "date": day_number(record.date) if record.date else 0,
        "date_end": day_number(record.date_end) if record.date_end else 0,
        **views,
        **{length_column(view): len(tokens) for view, tokens in views.items()},
        **{name: str(value) for name, value in values.items() if value is not None},
    }
