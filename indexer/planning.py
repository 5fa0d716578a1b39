"""What is to be done to an index, decided from the index and the source files as they are.

Decided first, done later: nothing here writes a file. `make_plan` looks at the folders; `compare`
and `decide` are pure.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from indexer.commits.catalogues import BuiltIndex, read_built
from indexer.commits.generations import has_manifests
from indexer.errors import (
    IndexCorruptError,
    IndexMissingError,
    IndexStoreError,
    IndexVersionError,
    OptionError,
)
from indexer.model.build_options import BuildOptions
from indexer.model.catalogue import Skipped, SourceEntry
from indexer.model.place import Folder, Place
from indexer.model.recipe import OF_THE_PROGRAM, READING, Reason, Recipe
from indexer.model.report import Action, IndexPlan, State
from indexer.sources.lists import TermList, identity_of, read_speakers, read_terms
from indexer.sources.stock import take_stock
from indexer.sources.walk import SourceFile, find_sources, readable_name
from indexer.value import value
from indexer.version import __version__
from indexer.wording import say
from indexer.words.dictionary import identify_analyzer


@value(frozen=True, slots=True)
class Order:
    """What the caller asks for.

    Attributes:
        seeds: the folder of source files.
        index: where the index is.
        options: what else decides the content of the index.
        full: whether to distrust what is there and build the index from nothing.
    """

    seeds: Path
    index: Place
    options: BuildOptions
    full: bool = False

    @property
    def folder(self) -> Path:
        """The folder of the index.

        Raises:
            OptionError: the index is in another kind of place, where none can be written.
        """
        if not isinstance(self.index, Folder):
            raise OptionError(say("index.no_folder", index=self.index))
        return self.index.path


@value(frozen=True, slots=True)
class Changes:
    """How the source files differ from those that an index was made from, by path.

    Attributes:
        renamed: the old and the new path of files whose content is another's that was removed.
            They are among the `added` and the `removed`, too.
    """

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@value(frozen=True, slots=True)
class Plan:
    """What was found, and what follows from it.

    Attributes:
        order: what was asked for.
        state: the state of the index.
        reasons: what differs besides the source files.
        built: how the index was built, None where it cannot be used.
        sources: the source files.
        skipped: the files among them that are none.
        stock: their state, as the next catalogue records it.
        changes: how they differ from those that the index was made from.
        recipe: with what the index is to be built.
        terms: the words that are never cut.
        speakers: the persons whom articles quote.
    """

    order: Order
    state: State
    reasons: tuple[Reason, ...]
    built: BuiltIndex | None
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
        if self.order.full or self.built is None:
            return "build"
        if self.built.manifest.recipe.of_texts != self.recipe.of_texts:
            return "build"
        return "nothing" if self.state == "current" else "update"

    @property
    def kept(self) -> BuiltIndex | None:
        """The index that is updated; None where it is built from nothing."""
        return None if self.action == "build" else self.built

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
    if _lies_in(order.folder, order.seeds):
        raise OptionError(say("index.in_seeds", index=order.folder, seeds=order.seeds))
    found = find_sources(order.seeds, follow_links=order.options.follow_links, index=order.folder)
    terms = read_terms(order.seeds)
    speakers = read_speakers(order.seeds)
    recipe = Recipe(
        lunshu=__version__,
        reading=READING,
        python=sys.version.split()[0],
        analyzer=identify_analyzer(),
        terms=terms.identity,
        timezone=order.options.timezone,
        limits=order.options.limits,
        follow_links=order.options.follow_links,
        speakers=identity_of(speakers),
    )
    state, reasons, built = _inspect(order)
    before = built.catalogue.sources if built else ()
    moved = _moved(built.manifest.seeds, readable_name(str(order.seeds.resolve()))) if built else ()
    if known is None:  # the times of files in another folder say nothing about these
        known = () if order.full or moved else before
    stock = take_stock(found.files, known, order.options.limits)
    changes = compare(before, stock)
    if built is not None:
        state, reasons = decide(recipe.differences(built.manifest.recipe), changes, moved)
    return Plan(
        order=order,
        state=state,
        reasons=reasons,
        built=built,
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


def compare(before: Sequence[SourceEntry], now: Sequence[SourceEntry]) -> Changes:
    """The differences between two states of the source files, by their content."""
    old = {entry.path: _content_of(entry) for entry in before}
    new = {entry.path: _content_of(entry) for entry in now}
    added = tuple(path for path in new if path not in old)
    removed = tuple(path for path in old if path not in new)
    kept = [path for path in new if path in old]
    return Changes(
        added=added,
        changed=tuple(path for path in kept if new[path] != old[path]),
        removed=removed,
        unchanged=tuple(path for path in kept if new[path] == old[path]),
        renamed=_renamed([(old[path], path) for path in removed], [(new[p], p) for p in added]),
    )


def _content_of(entry: SourceEntry) -> str:
    """The hash of a file, or what else is known of it where it cannot be read."""
    return entry.sha256 or f"{entry.path} {entry.size} {entry.mtime_ns}"


def _renamed(
    removed: Sequence[tuple[str, str]], added: Sequence[tuple[str, str]]
) -> tuple[tuple[str, str], ...]:
    """Pairs of removed and added paths with the same hash; each path is in at most one."""
    by_hash: dict[str, list[str]] = {}
    for sha256, path in reversed(removed):
        by_hash.setdefault(sha256, []).append(path)
    return tuple((by_hash[sha256].pop(), path) for sha256, path in added if by_hash.get(sha256))


def decide(
    differences: Sequence[Reason], changes: Changes, moved: Sequence[Reason]
) -> tuple[State, tuple[Reason, ...]]:
    """The state of a sound index, and the reasons for it.

    Args:
        differences: how the recipe differs.
        changes: how the source files differ.
        moved: the seeds folder, if it is another than before.
    """
    if differences:
        program = any(reason.what in OF_THE_PROGRAM for reason in differences)
        return "version" if program else "options", tuple(differences)
    if changes:
        return "content", tuple(moved)
    return ("options" if moved else "current"), tuple(moved)


def corrupt(plan: Plan, fault: IndexCorruptError) -> Plan:
    """`plan` after damage was found that was not seen when it was made."""
    return replace(plan, state="corrupt", reasons=(_fault(fault),), built=None)


def _fault(exc: IndexStoreError) -> Reason:
    """What is wrong with the index, without what to do about it: that is being done."""
    return Reason("index", exc.fault, "")


def _moved(before: str, now: str) -> tuple[Reason, ...]:
    return () if before == now else (Reason("seeds", before, now),)


def _inspect(order: Order) -> tuple[State, tuple[Reason, ...], BuiltIndex | None]:
    """How the index was built, or why it cannot be used.

    Raises:
        IndexStoreError: it is another program's, or the operating system does not let us read it;
            neither is written over unless that is asked for.
    """
    try:
        return "current", (), read_built(order.folder)
    except IndexMissingError:
        return "missing", (), None
    except IndexVersionError as exc:
        return "version", (_fault(exc),), None
    except IndexStoreError as exc:
        if not order.full and not isinstance(exc, IndexCorruptError):
            raise
        if not order.full and not has_manifests(order.folder):
            message = say("index.others", index=order.folder)
            raise IndexStoreError(message, path=str(order.folder)) from exc
        return "corrupt", (_fault(exc),), None
