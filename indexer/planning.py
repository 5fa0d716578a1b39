"""What is to be done to an index, decided from the index and the source files as they are."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from indexer.changes import Changes, compare, decide
from indexer.commits.catalogues import Made, read_made
from indexer.commits.generations import has_manifests
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    OptionError,
)
from indexer.model.build_options import BuildOptions
from indexer.model.catalogue import SourceEntry
from indexer.model.recipe import READING, Recipe
from indexer.model.report import Action, IndexPlan, Reason, Skipped, State
from indexer.sources.lists import TermList, identity_of, read_speakers, read_terms
from indexer.sources.stock import take_stock
from indexer.sources.walk import SourceFile, find_sources, readable_name
from indexer.version import __version__
from indexer.wording import say
from indexer.words import analysis


@dataclass(frozen=True, slots=True)
class Order:
    """What the caller asks for.

    Attributes:
        seeds: the folder of source files.
        index: the folder of the index.
        options: what else decides the content of the index.
        full: whether to distrust what is there and build the index from nothing.
    """

    seeds: Path
    index: Path
    options: BuildOptions
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
        speakers: the persons whom articles quote.
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
    speakers: tuple[str, ...]

    @property
    def action(self) -> Action:
        """What is to be done.

        An index whose texts are read and cut in the same way is updated, also where the seeds
        folder has moved or the list of persons has changed.
        """
        if self.order.full or self.made is None:
            return "build"
        if self.made.manifest.recipe.of_texts != self.recipe.of_texts:
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
            and times is not read again. None takes them from the catalogue.

    Raises:
        SeedsError: the seeds folder cannot be used.
        OptionError: the index would lie among the source files.
    """
    if _lies_in(order.index, order.seeds):
        raise OptionError(say("index.in_seeds", index=order.index, seeds=order.seeds))
    found = find_sources(order.seeds, follow_links=order.options.follow_links, index=order.index)
    terms = read_terms(order.seeds)
    speakers = read_speakers(order.seeds)
    recipe = Recipe(
        lunshu=__version__,
        reading=READING,
        python=sys.version.split()[0],
        analyzer=analysis.analyzer_name(),
        terms=terms.identity,
        timezone=order.options.timezone,
        limits=order.options.limits,
        follow_links=order.options.follow_links,
        speakers=identity_of(speakers),
    )
    state, reasons, made = _inspect(order)
    before = made.catalogue.sources if made else ()
    moved = _moved(made.manifest.seeds, readable_name(str(order.seeds.resolve()))) if made else ()
    if known is None:  # the times of files in another folder say nothing about these
        known = () if order.full or moved else before
    stock = take_stock(found.files, known, order.options.limits)
    changes = compare(before, stock)
    if made is not None:
        state, reasons = decide(recipe.differences(made.manifest.recipe), changes, moved)
    return Plan(
        order=order,
        state=state,
        reasons=reasons,
        made=made,
        sources=found.files,
        skipped=found.skipped,
        stock=stock,
        changes=changes,
        recipe=recipe,
        terms=terms,
        speakers=speakers,
    )


def _lies_in(index: Path, seeds: Path) -> bool:
    """Whether `index` is `seeds` or lies below it, whatever they are called."""
    folder = index.resolve()
    inside = folder.is_relative_to(seeds.resolve())
    return inside or any(_is_same(seeds, parent) for parent in (folder, *folder.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def corrupt(plan: Plan, fault: IndexCorruptError) -> Plan:
    """`plan` after damage was found that did not show when it was made."""
    return replace(plan, state="corrupt", reasons=(_fault(fault),), made=None)


def _fault(exc: IndexStoreError) -> Reason:
    """What is wrong with the index, without what to do about it: that is being done."""
    return Reason("index", exc.fault, "")


def _moved(before: str, now: str) -> tuple[Reason, ...]:
    return () if before == now else (Reason("seeds", before, now),)


def _inspect(order: Order) -> tuple[State, tuple[Reason, ...], Made | None]:
    """How the index was made, or why it cannot be used.

    Raises:
        IndexStoreError: it is another program's, or the operating system does not let us read it;
            neither is written over unless that is asked for.
    """
    try:
        return "current", (), read_made(order.index)
    except IndexMissingError:
        return "missing", (), None
    except IndexVersionError as exc:
        return "version", (_fault(exc),), None
    except IndexStoreError as exc:
        if not order.full and not isinstance(exc, IndexCorruptError):
            raise
        if not order.full and not has_manifests(order.index):
            message = say("index.others", index=order.index)
            raise IndexStoreError(message, path=str(order.index)) from exc
        return "corrupt", (_fault(exc),), None
