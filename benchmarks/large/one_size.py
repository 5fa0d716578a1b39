"""Everything that is measured at one size of a corpus."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from large.at_the_shell import at_the_shell, shell_table
from large.building import (
    build_figures,
    build_in_turn,
    build_table,
    enlarged_figures,
    whole_figures,
    whole_index,
)
from large.filtered_search import filter_figures, filter_table, filtered_search
from large.growth import timings_of
from large.ranked_core import core_figures, core_table, ranked_core
from large.setting import Figures, Setting
from large.throughput import load_figures, load_table, throughput
from large.timings import Answered, Timing
from large.whole_search import search_figures, search_table, whole_search
from processes import say
from recording import as_list


@dataclass(frozen=True)
class Measured:
    """What was measured at one size.

    Attributes:
        tables: for each heading what stands under it in the summary.
        raw: the numbers behind them.
    """

    setting: Setting
    figures: Figures
    timings: Mapping[str, Mapping[str, Timing]]
    search: Answered
    tables: Mapping[str, str]
    raw: Mapping[str, object]


def measure_size(setting: Setting, *, load_seconds: float) -> Measured:
    """Build, and ask in every way. The index of the setting is built anew.

    Args:
        load_seconds: how long each load lasts when the throughput is measured.
    """
    say(f"{setting.paragraphs} paragraphs, {setting.text_mb:.1f} MB of text")
    whole = whole_index(setting) if setting.times == 1 else {}
    builds = build_in_turn(setting)
    shell = at_the_shell(setting)
    core, differing = ranked_core(setting)
    search, memory = whole_search(setting)
    filtered = filtered_search(setting)
    loads = throughput(setting, load_seconds)
    figures = {
        **(whole_figures(whole, builds, setting) if whole else enlarged_figures(builds, setting)),
        **build_figures(builds),
        **core_figures(core),
        **search_figures(search),
        **filter_figures(filtered),
        **load_figures(loads),
        "private_mb": memory["searcher"] - memory["bare Python"],
        "written_mb": memory["written by the searcher"] - memory["written by bare Python"],
        "core_differing": sum(differing.values()),
    }
    tables = {
        **({"The whole of `lunshu index`": as_list(_rounded(whole))} if whole else {}),
        "Building": build_table(builds),
        "One answer at the shell": shell_table(shell),
        "Ranked core: words in, ids and scores out": core_table(core),
        "Top tens that are not those of another way to add up": as_list(differing),
        "Whole search with ten snippets, beside plain scans": search_table(search),
        "With and without filters": filter_table(filtered, setting.filters),
        "Throughput": load_table(loads),
        "Private memory after all queries, MB": as_list(_rounded(memory)),
    }
    raw = {
        "figures": figures,
        "whole index": whole,
        "builds": builds,
        "at the shell": {name: list(map(asdict, runs)) for name, runs in shell.items()},
        "ranked core": core,
        "whole search": search,
        "filtered search": filtered,
        "throughput": loads,
        "memory": memory,
    }
    timings = timings_of(core, search, filtered)
    return Measured(setting, figures, timings, search, tables, raw)


def _rounded(values: Mapping[str, float]) -> dict[str, object]:
    return {name: f"{value:.1f}" for name, value in values.items()}
