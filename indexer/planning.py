"""What is to be done to an index, decided from the index and the source files as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from indexer import analysis
from indexer.catalogue import SourceEntry
from indexer.changes import Changes, compare, decide
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexVersionError,
    OptionError,
)
from indexer.limits import Limits
from indexer.made import Made, read_made
from indexer.recipe import READING, Recipe
from indexer.report import IndexPlan, Reason, Skipped, State
from indexer.sources import SourceFile, find_sources, readable_name
from indexer.stock import take_stock
from indexer.term_list import TermList, read_terms
from indexer.version import __version__


@dataclass(frozen=True, slots=True)
class Order:
    """What the caller asks for.

    Attributes:
        seeds: the folder of source files.
        index: the folder of the index.
        timezone: the zone in which timestamps become dates.
        limits: what of a source file is too large to be read.
        follow_links: whether symbolic links below the seeds folder are followed.
        full: whether to distrust what is there and build the index from nothing.
    """

    seeds: Path
    index: Path
    timezone: str
    limits: Limits
    follow_links: bool
    full: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What was found, and what follows from it.

    Attributes:
        order: what was asked for.
        state: the state of the index.
        reasons: what differs besides the source files.
        made: how the index was made, None where it cannot be used.
        sources: the source files.
        skipped: what lies among them and is none.
        stock: their state, as the next catalogue records it.
        changes: how they differ from those that the index was made from.
        recipe: with what the index is to be built.
        terms: the words that are to be kept whole.
    """

    order: Order
    state: State
    reasons: tuple[Reason, ...]
    made: Made | None
    sources: tuple[SourceFile, ...]
    skipped: tuple[Skipped, ...]
    stock: tuple[SourceEntry, ...]
    changes: Changes
    recipe: Recipe
    terms: TermList

    @property
    def action(self) -> Literal["build", "update", "nothing"]:
        """What is to be done.

        An index whose recipe is the same is updated, also where the seeds folder has moved.
        """
        if self.order.full or self.made is None or self.made.manifest.recipe != self.recipe:
            return "build"
        return "nothing" if self.state == "current" else "update"

    @property
    def kept(self) -> Made | None:
        """The index that is updated; None where it is built from nothing."""
        return None if self.action == "build" else self.made

    def public(self) -> IndexPlan:
        """The plan as the library shows it."""
        return IndexPlan(
            state=self.state,
            action=self.action,
            reasons=self.reasons,
            added=self.changes.added,
            changed=self.changes.changed,
            removed=self.changes.removed,
            renamed=self.changes.renamed,
            unchanged=self.changes.unchanged,
            skipped=self.skipped,
        )


def make_plan(order: Order, *, known: Sequence[SourceEntry] | None = None) -> Plan:
    """Look at the folders of `order`; nothing is written.

    Args:
        order: what is asked for.
        known: the source files as they were when they were last read: one that has kept its size
            and time of modification is not read again. None takes them from the catalogue.

    Raises:
        SeedsError: the seeds folder cannot be used.
        OptionError: the index would lie among the source files.
    """
    if order.index.resolve().is_relative_to(order.seeds.resolve()):
        raise OptionError(
            f"{order.index}: the index cannot lie in the seeds folder {order.seeds}, which is only "
            "read; give another folder: --index DIR"
        )
    found = find_sources(order.seeds, follow_links=order.follow_links)
    terms = read_terms(order.seeds)
    recipe = Recipe(
        lunshu=__version__,
        reading=READING,
        analyzer=analysis.analyzer_name(),
        terms=terms.identity,
        timezone=order.timezone,
        limits=order.limits,
        follow_links=order.follow_links,
    )
    state, reasons, made = _inspect(order.index)
    before = made.catalogue.sources if made else ()
    trusted = before if known is None else known
    stock = take_stock(found.files, () if order.full and known is None else trusted, order.limits)
    changes = compare(before, stock)
    if made is not None:
        moved = _moved(made.manifest.seeds, readable_name(str(order.seeds.resolve())))
        state, reasons = decide(recipe.differences(made.manifest.recipe), changes, moved)
    return Plan(
        order, state, reasons, made, found.files, found.skipped, stock, changes, recipe, terms
    )


def corrupt(plan: Plan, fault: IndexCorruptError) -> Plan:
    """`plan` after damage was found that did not show when it was made."""
    reasons = (Reason("index", str(fault), ""),)
    return replace(plan, state="corrupt", reasons=reasons, made=None)


def _moved(before: str, now: str) -> tuple[Reason, ...]:
    return () if before == now else (Reason("seeds", before, now),)


def _inspect(index: Path) -> tuple[State, tuple[Reason, ...], Made | None]:
    """How the index was made, or why it cannot be used."""
    try:
        return "current", (), read_made(index)
    except IndexMissingError:
        return "missing", (), None
    except IndexVersionError as exc:
        return "version", (Reason("index", str(exc), ""),), None
    except IndexCorruptError as exc:
        return "corrupt", (Reason("index", str(exc), ""),), None
