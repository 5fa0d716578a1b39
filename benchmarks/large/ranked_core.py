"""How long do the best ten for any of a few words take, without snippets?"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import ExitStack

from candidates.asking import Timed, ask_in_turn
from large.setting import Figures, Setting, opened
from large.timings import Answered, Rounds, as_round, columns, summarise
from processes import say
from recording import as_table
from shared_queries import WARM_UP

LISTS = ("or", "frequent")


def ranked_core(setting: Setting) -> tuple[Answered, dict[str, int]]:
    """How long do the best ten for any of a few words take, without snippets?

    All look the same words up in indexes of the same words and give ids and scores. Fair, but for
    the languages: tantivy and SQLite are compiled, lunshu and Whoosh are Python. The NumPy sum
    reads lunshu's own index and prunes nothing; its top ten should be the same.

    Returns:
        For each list and candidate the rounds, and how many top tens differ from an unpruned one.
    """
    results: dict[str, dict[str, Rounds]] = {}
    differing: dict[str, int] = {}
    for turn in range(setting.rounds):
        say(f"ranked core, round {turn + 1}")
        with ExitStack() as stack:
            candidates = {
                "lunshu": stack.enter_context(opened("lunshu_core", setting.index)),
                "NumPy sum": stack.enter_context(opened("numpy_sum", setting.index)),
            }
            for peer in setting.peers:
                its = opened(peer.script, setting.index_of(peer), peer.python)
                candidates[peer.name] = stack.enter_context(its)
            for label in LISTS:
                queries = setting.lists[label]
                answers = ask_in_turn(dict.fromkeys(candidates.values(), queries), WARM_UP)
                for name, candidate in candidates.items():
                    rounds = results.setdefault(label, {}).setdefault(name, [])
                    rounds.append(as_round(answers[candidate]))
                if label == "or" and not turn:
                    lunshu, plain = candidates["lunshu"], candidates["NumPy sum"]
                    asked = queries[WARM_UP:]
                    pairs = zip(answers[lunshu], answers[plain], strict=True)
                    differing = {
                        "unpruned sum": len(asked) - lunshu.do("check", queries=asked),
                        "NumPy sum": sum(not _alike(one, other) for one, other in pairs),
                    }
    return results, differing


def _alike(one: Timed, other: Timed) -> bool:
    """Whether two top tens have the same scores, rank by rank; equal ones may change places."""
    return one.hits == other.hits and all(
        abs(a - b) < 1e-9 for (_, a), (_, b) in zip(one.which, other.which, strict=True)
    )


def core_figures(core: Answered) -> Figures:
    """What the marks are about."""
    times = {name: summarise(rounds) for name, rounds in core["or"].items()}
    ours, tantivy, whoosh = times["lunshu"], times.get("tantivy"), times.get("Whoosh")
    return {
        "core_p50_of_tantivy": ours.p50 / tantivy.p50 if tantivy else None,
        "core_p95_of_tantivy": ours.p95 / tantivy.p95 if tantivy else None,
        "core_p95_speedup": whoosh.p95 / ours.p95 if whoosh else None,
    }


def core_table(core: Mapping[str, Mapping[str, Rounds]]) -> str:
    """The core as a Markdown table."""
    rows = []
    for label, candidates in core.items():
        ours = summarise(candidates["lunshu"])
        for name, rounds in candidates.items():
            timing = summarise(rounds)
            ratios = f"{timing.p50 / ours.p50:.2f} / {timing.p95 / ours.p95:.2f}"
            rows.append(
                (label, name, timing.queries, columns(timing), ratios, timing.hits, timing.late)
            )
    head = ["list", "candidate", "queries", "p50 / p95 / p99 ms", "p50 / p95, times lunshu's"]
    return as_table([*head, "hits", "given up"], rows)
