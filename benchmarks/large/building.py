"""How long does building take, and how much memory and disk?"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from statistics import median

from candidates.asking import Candidate
from large.setting import SLOW, Figures, Setting, say
from processes import measure_tree
from recording import as_table

LUNSHU = "import sys; from searcher.cli import main; sys.argv[0] = 'lunshu'; main()"

_THREE_FIELDS = "lunshu, three fields"
_OURS = {_THREE_FIELDS: "build_fields", "lunshu, everything": "build_everything"}

Builds = Mapping[str, Sequence[Mapping[str, float]]]


def whole_index(setting: Setting) -> dict[str, float]:
    """How much memory and disk does the whole of `lunshu index` take, jieba's cutting included?

    Peak memory is that of all its processes together; mapped files count as far as they are in
    memory.
    """
    say("lunshu index")
    shutil.rmtree(setting.index, ignore_errors=True)
    command = [sys.executable, "-c", LUNSHU, "index", str(setting.seeds)]
    run = measure_tree([*command, "--index", str(setting.index), "--quiet"])
    size = sum(path.stat().st_size for path in setting.index.iterdir())
    return {"seconds": run.wall_ms / 1e3, "peak MB": run.peak_mb, "index MB": size / 1e6}


def whole_figures(whole: Mapping[str, float], setting: Setting) -> Figures:
    """What the marks are about."""
    return {
        "peak_of_text": whole["peak MB"] / setting.text_mb,
        "index_of_text": whole["index MB"] / setting.text_mb,
    }


def build_in_turn(setting: Setting) -> Builds:
    """How long does building take when the words are there already?

    All begin with the folded and cut texts in memory and end with a committed index on disk. The
    three fields of lunshu are words, characters and bigrams without positions. Everything is what
    an index holds besides (ids, dates, headings, the texts as they came and folded), made of the
    source files. The peers have one field of words, with positions where that is their default,
    and keep no text; so they do less than half of the work. Whoosh takes minutes: it is built once.
    """
    results: dict[str, list[Mapping[str, float]]] = {}
    for turn in range(setting.rounds):
        for name, action in _OURS.items():
            say(f"building: {name}")
            with tempfile.TemporaryDirectory() as folder, Candidate("lunshu_build") as candidate:
                built = candidate.do(
                    action, cut=str(setting.cut), seeds=str(setting.seeds), folder=folder
                )
            results.setdefault(name, []).append(built)
        for peer in setting.peers:
            if peer.name != SLOW or not turn:
                say(f"building: {peer.name}")
                target = setting.index_of(peer)
                shutil.rmtree(target, ignore_errors=True)
                target.mkdir()
                with Candidate(peer.script, peer.python) as candidate:
                    built = candidate.do("build", cut=str(setting.cut), folder=str(target))
                results.setdefault(f"{peer.name}, one field", []).append(built)
    return results


def build_figures(builds: Builds) -> Figures:
    """What the marks are about."""
    ours, theirs = builds[_THREE_FIELDS], builds.get(f"{SLOW}, one field")
    return {"build_speedup": _seconds(theirs) / _seconds(ours) if theirs else None}


def build_table(builds: Builds) -> str:
    """The builds as a Markdown table."""
    rows = []
    ours = _seconds(builds[_THREE_FIELDS])
    for name, made in builds.items():
        times = [build["seconds"] for build in made]
        read = f" (after {made[0]['read_s']:.1f} s of reading)" if "read_s" in made[0] else ""
        rows.append(
            (
                name,
                f"{median(times):.1f} ({min(times):.1f}–{max(times):.1f}){read}",
                f"{median(times) / ours:.2f}",
                f"{made[0]['mb']:.0f}",
            )
        )
    return as_table(["index", "s: median (min–max)", "times three fields", "MB"], rows)


def _seconds(made: Sequence[Mapping[str, float]]) -> float:
    return median(build["seconds"] for build in made)
