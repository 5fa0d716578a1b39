"""Whenever an indexing process is killed, the old index or the new one answers, and no other.

Two hundred moments are tried: half of them by the clock, half by counting the calls that change
files, so that every step of the switch and of the cleaning up is met.
"""

from __future__ import annotations

import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from indexer import build_index, update_index
from tests.support.collections_at_random import Walk
from tests.support.dying import Dying, End
from tests.support.everything_said import Said, difference, said_in_short
from tests.support.index_folder import files_of_newest, names_in, put

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_cutter")]

AT_EVENTS = 25
"""How many deaths of a case are at events spread over all of them, besides those at the end."""

AT_THE_END = 8
"""How many are at events after the switch has begun."""

BY_THE_CLOCK = 17


@pytest.fixture(scope="module")
def dying() -> Iterator[Dying]:
    """The program that is killed."""
    with Dying() as program:
        yield program


@dataclass(frozen=True, slots=True)
class Case:
    """An index that is being changed.

    Attributes:
        seeds: what is to be indexed.
        before: the index as it is found, not there for a first build.
        full: whether it is rebuilt whatever there is.
        merges: whether small segments are merged.
        old: what it says before.
        new: what it says when the work is done.
    """

    seeds: Path
    before: Path
    full: bool
    merges: bool
    old: Said
    new: Said


def make_case(folder: Path, before: Path, *, full: bool = False, merges: bool = False) -> Case:
    """The case of changing the index `before` after `folder/seeds`."""
    build_index(folder / "seeds", folder / "fresh")
    old, new = said_in_short(before), said_in_short(folder / "fresh")
    assert old != new, "such a case would not tell one from the other"
    return Case(folder / "seeds", before, full, merges, old, new)


def first_build(folder: Path) -> Case:
    Walk(folder / "seeds", random.Random(5))
    return make_case(folder, folder / "nothing")


def changed_folder(folder: Path) -> Path:
    """An index of `folder/seeds` as it was some changes ago."""
    walk = Walk(folder / "seeds", random.Random(6))
    update_index(folder / "seeds", folder / "before")
    for _ in range(5):
        walk.step()
    return folder / "before"


def update(folder: Path) -> Case:
    return make_case(folder, changed_folder(folder))


def update_that_merges(folder: Path) -> Case:
    return make_case(folder, changed_folder(folder), merges=True)


def rebuild(folder: Path) -> Case:
    return make_case(folder, changed_folder(folder), full=True)


CASES = (first_build, update, update_that_merges, rebuild)


def rehearse(dying: Dying, case: Case, index: Path) -> End:
    """The work done to its end, to see which events there are."""
    put(case.before, index)
    end = dying.run(case.seeds, index, full=case.full, merges=case.merges)
    assert end.signal == 0
    return end


def moments(rehearsal: End, draw: random.Random) -> list[dict[str, Any]]:
    """When to die: at which event, or after which time."""
    events = range(1, rehearsal.event + 1)
    late = [event for event in events if rehearsal.stages[event - 1] in ("switch", "clean")]
    firsts = [1 + rehearsal.stages.index(stage) for stage in sorted(set(rehearsal.stages))]
    early = events[: late[0] - 1]
    at = {*firsts, *draw.sample(late, min(len(late), AT_THE_END))}
    others = [event for event in early if event not in at]
    at.update(draw.sample(others, AT_EVENTS + AT_THE_END - len(at)))
    fractions = [(number + draw.random()) / BY_THE_CLOCK for number in range(BY_THE_CLOCK)]
    by_clock = [{"after_s": fraction * rehearsal.seconds} for fraction in fractions]
    return [{"at_event": event} for event in sorted(at)] + by_clock


@pytest.mark.parametrize("make", CASES)
def test_after_any_death_the_old_or_the_new_index_answers_and_the_next_run_mends_all(
    make: Callable[[Path], Case], dying: Dying, folder: Path
) -> None:
    case = make(folder)
    rehearsal = rehearse(dying, case, folder / "rehearsal")
    died: Counter[str] = Counter()
    troubles = []
    for moment in moments(rehearsal, random.Random(7)):
        index = folder / "index"
        put(case.before, index)
        end = dying.run(case.seeds, index, full=case.full, merges=case.merges, **moment)
        if end.signal:
            assert end.signal == signal.SIGKILL
            died[end.stage] += 1
        if found := trouble(case, index, end):
            troubles.append(f"died at event {end.event}, {end.stage}, {end.what}: {found}")
    assert troubles == []
    assert set(died) == set(rehearsal.stages), died
    assert sum(died.values()) > AT_EVENTS + AT_THE_END, "no death by the clock was one"


def trouble(case: Case, index: Path, end: End) -> str | None:
    """What is wrong after such an end, None where nothing is."""
    found = said_in_short(index)
    switched = end.stage == "clean" or not end.signal
    expected = case.new if switched or found == case.new else case.old
    if found != expected:
        return f"answers otherwise: {difference(found, expected)}"
    with pytest.MonkeyPatch.context() as patch:  # the next run is like the one that died
        if not case.merges:
            for name, value in (("_SMALL", 0), ("_RATIO", 0), ("_DELETED", 1)):
                patch.setattr(f"indexer.commits.merge_policy.{name}", value)
        update_index(case.seeds, index)
    found = said_in_short(index)
    if found != case.new:
        return f"the next run: {difference(found, case.new)}"
    left = names_in(index) ^ files_of_newest(index)
    return f"{left} is left or missing after the next run" if left else None


def test_the_stages_are_those_that_the_work_has(dying: Dying, folder: Path) -> None:
    """So that no stage is missed when the work gets another one, or another name."""
    found: dict[str, set[str]] = {}
    for make in CASES:
        own = folder / make.__name__
        own.mkdir()
        end = rehearse(dying, make(own), own / "rehearsal")
        found[make.__name__] = set(end.stages)
    every = {"begin", "read", "cut", "write", "switch", "clean"}
    assert found == {
        "first_build": every,
        "update": every,
        "update_that_merges": every | {"merge"},
        "rebuild": every,
    }


def test_the_lock_of_a_dead_process_blocks_nobody(dying: Dying, folder: Path) -> None:
    case = first_build(folder)
    end = dying.run(case.seeds, folder / "index", at_event=40)
    assert end.signal == signal.SIGKILL
    assert update_index(case.seeds, folder / "index").state == "missing"
