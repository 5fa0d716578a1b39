"""What is to be done to an index, decided from the index and the source files as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from indexer import analysis
from indexer.catalogue import SourceEntry
from indexer.changes import Changes, Options, compare, decide, take_stock
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexVersionError,
    OptionError,
)
from indexer.made import Made, read_made
from indexer.report import State
from indexer.sources import SourceFile, find_sources
from indexer.term_list import TermList, read_terms


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found, and what follows from it.

    Attributes:
        state: the state of the index.
        made: how it was made, None where it cannot be used.
        sources: the source files.
        stock: their state, as the next manifest records it.
        changes: how they differ from those that the index was made from.
        terms: the words that are to be kept whole.
    """

    state: State
    made: Made | None
    sources: tuple[SourceFile, ...]
    stock: tuple[SourceEntry, ...]
    changes: Changes
    terms: TermList


def make_plan(
    seeds: Path, index: Path, *, zone: str, known: Sequence[SourceEntry] | None = None
) -> Plan:
    """Look at the folders `seeds` and `index`; nothing is written.

    Args:
        zone: the time zone that the index is to be built with.
        known: the source files as they were when they were last read: one that has kept its size
            and time of modification is not read again. None takes them from the manifest.

    Raises:
        SeedsError: `seeds` cannot be used.
        OptionError: the index would lie among the source files.
    """
    if index.resolve().is_relative_to(seeds.resolve()):
        raise OptionError(
            f"{index}: the index cannot lie in the seeds folder {seeds}, which is only read; "
            "give another folder: --index DIR"
        )
    sources = find_sources(seeds)
    terms = read_terms(seeds)
    state, made = _inspect(index)
    before = made.catalogue.sources if made else ()
    stock = take_stock(sources, before if known is None else known)
    changes = compare(before, stock)
    if made is not None:
        options = Options(analysis.analyzer_name(), terms.identity, zone)
        state = decide(made.manifest, changes, options)
    return Plan(state, made, sources, stock, changes, terms)


def _inspect(index: Path) -> tuple[State, Made | None]:
    """How the index was made, or why it cannot be used."""
    try:
        made = read_made(index)
    except IndexMissingError:
        return "missing", None
    except IndexVersionError:
        return "version", None
    except IndexCorruptError:
        return "corrupt", None
    return "current", made
