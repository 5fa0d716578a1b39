"""The chart of a run: for each kind of query where half and where nineteen in twenty answers lie.

It needs matplotlib, which is no dependency of lunshu (`pip install 'lunshu[bench]'`). The ground is
left out and the writing is grey, so that it can be read on white and on black.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from large.growth import Timings
from large.in_short import KINDS

GREY = "#768390"
COLOURS = {
    "lunshu": "#e5534b",
    "tantivy": "#4184e4",
    "SQLite FTS5": "#8a6fd1",
    "scan": "#57ab5a",
    "ripgrep": "#c69026",
}


class Bar(NamedTuple):
    """One candidate's times for one kind of query, in milliseconds."""

    candidate: str
    p50: float
    p95: float


def bars_of(timings: Timings) -> dict[str, list[Bar]]:
    """For each kind that was measured the bars of its candidates, lunshu's first.

    Of two scans the quicker one is shown. Of NEAR and wildcards a scan only counts the parts, so it
    is left out there.
    """
    charted: dict[str, list[Bar]] = {}
    for kind in KINDS:
        bars: dict[str, Bar] = {}
        for candidate, timing in timings.get(kind.list_, {}).items():
            shown = candidate.removesuffix(" of bytes")
            bar = Bar(shown, timing.p50, timing.p95)
            if shown in COLOURS and (shown == "lunshu" or kind.beside):
                bars[shown] = min(bar, bars.get(shown, bar), key=lambda bar: bar.p95)
        if bars:
            charted[kind.name] = list(bars.values())
    return charted


def can_draw() -> bool:
    """Whether matplotlib is installed."""
    return find_spec("matplotlib") is not None


def draw(path: Path, sizes: Mapping[str, Timings]) -> None:
    """Draw the chart as SVG, a panel a size.

    Args:
        sizes: for each title of a panel the timings.
    """
    os.environ.setdefault("MPLBACKEND", "agg")
    import matplotlib as mpl  # noqa: PLC0415 (only who records a run needs it)
    from matplotlib import pyplot as plt  # noqa: PLC0415

    mpl.rcParams.update({"svg.hashsalt": "lunshu", "svg.fonttype": "none", "font.size": 11})
    mpl.rcParams.update(
        dict.fromkeys(("text.color", "axes.labelcolor", "xtick.color", "ytick.color"), GREY)
    )
    figure, axes = plt.subplots(1, len(sizes), sharey=True, sharex=True, squeeze=False)
    figure.set_size_inches(4.8 * len(sizes) + 1.2, 7)
    charts = {title: bars_of(timings) for title, timings in sizes.items()}
    every = [bar for charted in charts.values() for bars in charted.values() for bar in bars]
    for panel, (title, charted) in zip(axes[0], charts.items(), strict=True):
        _panel(panel, title, charted)
    axes[0][0].set_xlim(min(bar.p50 for bar in every) / 1.6, max(bar.p95 for bar in every) * 9)
    axes[0][0].invert_yaxis()
    used = [name for name in COLOURS if name in {bar.candidate for bar in every}]
    handles = [mpl.patches.Patch(color=COLOURS[name], label=name) for name in used]
    figure.legend(handles=handles, loc="lower center", ncols=len(used), frameon=False)
    figure.tight_layout(rect=(0, 0.04, 1, 1))
    figure.savefig(path, transparent=True, metadata={"Date": None})
    plt.close(figure)


def _panel(panel: Any, title: str, charted: Mapping[str, Sequence[Bar]]) -> None:
    places, names, at = [], [], 0.0
    for name, bars in charted.items():
        places.append(at + (len(bars) - 1) / 2)
        names.append(name)
        for bar in bars:
            colour = COLOURS[bar.candidate]
            panel.barh(at, bar.p95 - bar.p50, left=bar.p50, height=0.72, color=colour)
            panel.plot([bar.p50], [at], "o", color=colour, markersize=6)
            label = f" {_short(bar.p50)} – {_short(bar.p95)}"
            panel.text(bar.p95 * 1.1, at, label, va="center", fontsize=9)
            at += 1
        at += 0.8
    panel.set_yticks(places, names)
    panel.set_xscale("log")
    panel.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    panel.margins(y=0.02)
    panel.set_title(title, fontsize=12)
    panel.set_xlabel("ms, p50 – p95")
    panel.grid(axis="x", color=GREY, alpha=0.25)
    panel.tick_params(length=0)
    for spine in panel.spines.values():
        spine.set_visible(False)


def _short(milliseconds: float) -> str:
    if milliseconds < 1:
        return f"{milliseconds:.2f}"
    return f"{milliseconds:.0f}" if milliseconds >= 100 else f"{milliseconds:.3g}"
