"""How fast, how big and how exact is lunshu on a large corpus, beside its peers?

    python benchmarks/scale.py CORPUS.jsonl.xz --work DIR --record DIR
    python benchmarks/scale.py                      a generated corpus of the same size

A corpus is JSON Lines with `text` and what else lunshu knows of a record. Everything is measured in
one run: builds, one after another in several rounds; queries, ten of each candidate in turn; each
candidate in a process of its own, started afresh in every round. What is compared with what, and
where that is unfair, is said at each function of `large/`. Peers that are not installed are left
out.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from large.building import build_figures, build_in_turn, build_table, whole_figures, whole_index
from large.marks import judge
from large.ranked_core import core_figures, core_table, ranked_core
from large.setting import prepare, run_script, say
from large.whole_search import private_memory, search_figures, search_table, whole_search
from recording import as_list, as_table, describe_run, record

PARAGRAPHS = 335_183
"""How many a generated corpus has: as many as the laws that recorded runs were measured on."""


def main() -> None:
    """Measure, print, and record where that is asked for."""
    options = _options()
    with tempfile.TemporaryDirectory() as temporary:
        raw, summary = measure(options, options.work or Path(temporary))
    print(summary)
    if options.record:
        record(options.record, raw, summary)


def measure(options: argparse.Namespace, work: Path) -> tuple[object, str]:
    """Everything that is measured, and the summary of it."""
    corpus = options.corpus or _generated(work, options.paragraphs)
    setting = prepare(
        corpus,
        work,
        rounds=options.rounds,
        python_of_peers=options.python_of_peers,
        without_slow=options.skip_slow_peers,
    )
    say(f"{setting.paragraphs} paragraphs, {setting.text_mb:.1f} MB of text")
    whole = whole_index(setting)
    builds = build_in_turn(setting)
    core, differing = ranked_core(setting)
    search = whole_search(setting)
    memory = private_memory(setting)
    say("exactness")
    spans = json.loads(run_script("exactness.py", corpus))
    figures = {
        **whole_figures(whole, setting),
        **build_figures(builds),
        **core_figures(core),
        **search_figures(search),
        "private_mb": memory["searcher"] - memory["bare Python"],
        "core_differing": sum(differing.values()),
        "spans_differing": len(spans["differing"]),
    }
    recipe = describe_run() | {
        "corpus": corpus.name if options.corpus else "generated (see generated_corpus.py)",
        "paragraphs": setting.paragraphs,
        "text": f"{setting.text_mb:.1f} MB",
        "rounds": setting.rounds,
        "peers": ", ".join(f"{peer.name} {peer.version}" for peer in setting.peers) or "none",
    }
    parts = {
        "Marks": as_table(["figure", "measured", "mark", ""], judge(figures)),
        "The whole of `lunshu index`": as_list(_rounded(whole)),
        "Building, cutting not counted": build_table(builds),
        "Ranked core: words in, ids and scores out": core_table(core),
        "Top tens that are not those of another way to add up": as_list(differing),
        "Whole search with ten snippets, beside a plain scan": search_table(search),
        "Private memory after 100 queries, MB": as_list(_rounded(memory)),
        "Quoted spans beside a plain scan": as_list(spans),
    }
    raw = {
        "recipe": recipe,
        "figures": figures,
        "whole index": whole,
        "builds": builds,
        "ranked core": core,
        "whole search": search,
        "memory": memory,
        "exactness": spans,
    }
    sections = [f"## {title}\n\n{text}" for title, text in parts.items()]
    return raw, "\n\n".join(["# lunshu on a large corpus", as_list(recipe), *sections])


def _rounded(values: dict[str, float]) -> dict[str, object]:
    return {name: f"{value:.1f}" for name, value in values.items()}


def _generated(work: Path, paragraphs: int) -> Path:
    corpus = work / f"generated-{paragraphs}.jsonl"
    if not corpus.exists():
        say("generating a corpus")
        work.mkdir(parents=True, exist_ok=True)
        run_script("generated_corpus.py", corpus, paragraphs)
    return corpus


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("corpus", nargs="?", type=Path, metavar="CORPUS.jsonl[.xz]")
    parser.add_argument("--work", type=Path, metavar="DIR", help="keeps what reruns need")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--python-of-peers", default=sys.executable, metavar="PATH")
    parser.add_argument("--skip-slow-peers", action="store_true", help="do not build with Whoosh")
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS, help="of a generated corpus")
    parser.add_argument("--record", type=Path, metavar="DIR")
    return parser.parse_args()


if __name__ == "__main__":
    main()
