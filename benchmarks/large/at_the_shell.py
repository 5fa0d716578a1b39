"""How long does one answer at the shell take on a large corpus?"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from large.peers import ripgrep_version
from large.query_forms import search_forms
from large.setting import Setting
from processes import LUNSHU, Run, measure_apart, median, say, spread
from recording import as_table
from shared_queries import WARM_UP


def at_the_shell(setting: Setting) -> dict[str, list[Run]]:
    """How long does one answer at the shell take on a large corpus, beside ripgrep?

    Whole processes. lunshu prints ten hits with highlights and the total; ripgrep prints the number
    of paragraphs and no more, from the folded texts, which a user would have to make first.
    """
    say("one answer at the shell")
    forms = search_forms(setting.lists)
    phrase = forms["phrase"].queries[WARM_UP]
    queries = {
        "a quoted phrase": f'"{phrase}"',
        "a phrase": phrase,
        "a question": forms["question"].queries[WARM_UP],
        "a frequent word": forms["frequent"].queries[WARM_UP],
    }
    python = [sys.executable, "-c"]
    commands: dict[str, Sequence[str]] = {"python -c pass": [*python, "pass"]}
    for name, query in queries.items():
        index = ["--index", str(setting.index)]
        commands[f"lunshu search: {name}"] = [*python, LUNSHU, "search", query, *index]
    if ripgrep_version():
        counting = ["rg", "--no-config", "--count", "--fixed-strings"]
        for name in ("a phrase", "a frequent word"):
            commands[f"rg --count: {name}"] = [*counting, queries[name], str(setting.folded)]
    return measure_apart(commands, max(3, setting.rounds * 3))


def shell_table(runs_of: Mapping[str, Sequence[Run]]) -> str:
    """The commands as a Markdown table."""
    rows = []
    for name, runs in runs_of.items():
        low, high = spread(runs, "wall_ms")
        wall, peak = median(runs, "wall_ms"), median(runs, "peak_mb")
        rows.append((name, f"{wall:.0f} ({low:.0f}–{high:.0f})", f"{peak:.0f}", runs[0].lines))
    return as_table(["command", "wall ms: median (min–max)", "peak MB", "lines printed"], rows)
