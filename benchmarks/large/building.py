"""How long does building take, and how much memory and disk?"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from candidates.asking import Candidate
from large.peers import SLOW
from large.setting import Figures, Setting
from processes import LUNSHU, measure_tree, say
from recording import as_table

CUTTING, THREE_FIELDS, EVERYTHING = (
    "jieba's cutting alone, one process",
    "lunshu, three fields",
    "lunshu, everything but cutting",
)
_OURS = {CUTTING: "cut", THREE_FIELDS: "build_fields", EVERYTHING: "build_everything"}

Builds = Mapping[str, Sequence[Mapping[str, float]]]


def whole_index(setting: Setting) -> dict[str, float]:
    """How much time, memory and disk does the whole of `lunshu index` take, cutting included?

    Peak memory is that of all its processes together; mapped files count as far as they are in
    memory.
    """
    say("lunshu index")
    shutil.rmtree(setting.index, ignore_errors=True)
    command = [sys.executable, "-c", LUNSHU, "index", str(setting.seeds)]
    run = measure_tree([*command, "--index", str(setting.index), "--quiet"])
    size = sum(path.stat().st_size for path in setting.index.iterdir())
    return {"seconds": run.wall_ms / 1e3, "peak MB": run.peak_mb, "index MB": size / 1e6}


def whole_figures(whole: Mapping[str, float], builds: Builds, setting: Setting) -> Figures:
    """What the marks are about."""
    return {
        "peak_of_text": whole["peak MB"] / setting.text_mb,
        "index_of_text": whole["index MB"] / setting.text_mb,
        "index_of_cutting": whole["seconds"] / _seconds(builds[CUTTING]),
    }


def build_in_turn(setting: Setting) -> Builds:
    """How long does building take when the words are there already, and how long does cutting?

    All begin with the folded and cut texts in memory and end with a committed index on disk. The
    three fields of lunshu are words, characters and bigrams without positions. Everything is what
    an index holds besides (ids, dates, headings, the texts as they came and folded), made of the
    source files. The peers have one field of words, with positions where that is their default,
    and keep no text; so they do less than half of the work. Whoosh takes minutes: it is built once.
    Cutting is measured once, in one process, of the corpus taken once. Of a corpus taken more often
    the whole index that is built here is the one that is asked.
    """
    results: dict[str, list[Mapping[str, float]]] = {}
    enlarged = setting.times > 1
    for turn in range(setting.rounds):
        for name, action in _OURS.items():
            if name == CUTTING and (enlarged or turn):
                continue
            say(f"building: {name}")
            keep = enlarged and name == EVERYTHING
            results.setdefault(name, []).append(_ours(setting, action, keep=keep))
        for peer in setting.peers:
            if peer.name != SLOW or not turn:
                say(f"building: {peer.name}")
                target = _emptied(setting.index_of(peer))
                with Candidate(peer.script, peer.python) as candidate:
                    built = candidate.do(
                        "build", cut=str(setting.cut), folder=str(target), times=setting.times
                    )
                results.setdefault(f"{peer.name}, one field", []).append(built)
    return results


def _ours(setting: Setting, action: str, *, keep: bool) -> Mapping[str, float]:
    """One build of ours, in a temporary folder or to `keep`."""
    with tempfile.TemporaryDirectory(dir=setting.folder) as temporary:
        arguments: dict[str, object] = {"cut": str(setting.cut)}
        if action != "cut":
            target = _emptied(setting.index) if keep else Path(temporary)
            arguments |= {"seeds": str(setting.seeds), "folder": str(target)}
            arguments |= {"times": setting.times}
        with Candidate("lunshu_build") as candidate:
            built: Mapping[str, float] = candidate.do(action, **arguments)
    return built


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def build_figures(builds: Builds) -> Figures:
    """What the marks are about."""
    ours, theirs = builds[THREE_FIELDS], builds.get(f"{SLOW}, one field")
    figures: Figures = {"build_speedup": _seconds(theirs) / _seconds(ours) if theirs else None}
    if CUTTING in builds:
        figures["rest_of_cutting"] = _with_reading(builds) / _seconds(builds[CUTTING])
    return figures


def enlarged_figures(builds: Builds, setting: Setting) -> Figures:
    """What is said of a corpus that is taken several times."""
    built = builds[EVERYTHING][0]
    return {
        "index_of_text": built["mb"] / setting.text_mb,
        "peak_of_text": (built["peak_mb"] - built["words_mb"]) / setting.text_mb,
        "rest_s": _with_reading(builds),
    }


def build_table(builds: Builds) -> str:
    """The builds as a Markdown table."""
    rows = []
    ours = _seconds(builds[THREE_FIELDS])
    for name, made in builds.items():
        times = [build["seconds"] for build in made]
        read = f" (after {made[0]['read_s']:.1f} s of reading)" if "read_s" in made[0] else ""
        peak = "–"
        if "peak_mb" in made[0]:
            peak = f"{made[0]['peak_mb'] - made[0]['words_mb']:.0f} + {made[0]['words_mb']:.0f}"
        rows.append(
            (
                name,
                f"{median(times):.1f} ({min(times):.1f}–{max(times):.1f}){read}",
                f"{median(times) / ours:.2f}",
                f"{made[0]['mb']:.0f}",
                peak,
            )
        )
    head = ["what", "s: median (min–max)", "times three fields", "index MB"]
    return as_table([*head, "peak MB + the shared words"], rows)


def _with_reading(builds: Builds) -> float:
    return median(build["seconds"] + build["read_s"] for build in builds[EVERYTHING])


def _seconds(made: Sequence[Mapping[str, float]]) -> float:
    return median(build["seconds"] for build in made)
