"""The ratios that were recorded: the file that a run is compared with."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from guarding.figures import FIGURES, METHOD, Figures


class RecordError(Exception):
    """What is recorded cannot be compared with; the message says why and what to do."""


def read_recorded(path: Path) -> Figures:
    """The recorded ratio of every figure.

    Raises:
        RecordError: there is no such file, it is no record, or it is one of other figures.
    """
    try:
        content = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise _useless(path, "there is none") from None
    except ValueError as exc:
        raise _useless(path, f"it is no JSON ({exc})") from exc
    if not isinstance(content, dict) or not isinstance(content.get("figures"), dict):
        raise _useless(path, "it is no record of the guard")
    if content.get("method") != METHOD:
        raise _useless(path, f"it was measured by method {content.get('method')}, not {METHOD}")
    entries = content["figures"]
    for name in sorted({figure.name for figure in FIGURES} ^ set(entries)):
        raise _useless(path, f"{name} is {'no figure' if name in entries else 'not in it'}")
    figures: dict[str, float] = {}
    for name, entry in entries.items():
        ratio = entry.get("ratio") if isinstance(entry, dict) else None
        if not isinstance(ratio, (int, float)) or not 0 < ratio < math.inf:
            raise _useless(path, f"{name} is {ratio}, no ratio")
        figures[name] = ratio
    return figures


def write_recorded(
    path: Path, runs: Sequence[Figures], recipe: Mapping[str, object], group: str | None = None
) -> None:
    """Record the median of each figure over `runs`, and the runs themselves.

    Args:
        group: the one that is recorded anew, with a recipe of its own; the others stay.
    """
    head: dict[str, Any] = {"method": METHOD, "recipe": dict(recipe)}
    entries: dict[str, Any] = {}
    if group is not None:
        head = json.loads(path.read_text("utf-8"))
        entries = head.pop("figures")
        head["recipes"] = {**head.get("recipes", {}), group: dict(recipe)}
    entries |= {it.name: _entry(it.name, runs) for it in FIGURES if group in (None, it.group)}
    lines = [f'  "{it.name}": {json.dumps(entries[it.name])}' for it in FIGURES]
    text = json.dumps(head, ensure_ascii=False, indent=1)
    text = text.removesuffix("\n}") + ',\n "figures": {\n' + ",\n".join(lines) + "\n }\n}\n"
    path.write_text(text, "utf-8")


def _entry(name: str, runs: Sequence[Figures]) -> dict[str, object]:
    ratios = [run[name] for run in runs]
    return {"ratio": _rounded(median(ratios)), "runs": list(map(_rounded, ratios))}


def _rounded(ratio: float) -> float:
    """A ratio to four digits.

    >>> _rounded(0.123456), _rounded(12.3456)
    (0.1235, 12.35)
    """
    return float(f"{ratio:.4g}")


def _useless(path: Path, reason: str) -> RecordError:
    return RecordError(f"{path.name}: {reason}; record anew with: benchmarks/guard --record")
