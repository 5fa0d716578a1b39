"""How long does a whole answer take: parsing, finding, ranking, ten hits with snippets?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack

from candidates.asking import Candidate, ask_in_turn
from large.peers import ripgrep_version
from large.query_forms import EXACT, FOUR, search_forms
from large.setting import Figures, Setting, opened
from large.timings import Answered, Rounds, Timing, as_round, columns, pooled, summarise
from processes import say
from recording import as_table
from shared_queries import WARM_UP

SCAN, BYTES, RIPGREP = "scan", "scan of bytes", "ripgrep"


def whole_search(setting: Setting) -> tuple[Answered, dict[str, float]]:
    """How long does a whole answer take: parsing, finding, ranking, ten hits with snippets?

    Beside it stands what a program without an index would do: `str.count` of the same strings over
    the same folded texts in one string. That is unfair to lunshu, which ranks and shows what it
    finds, and finds related paragraphs where the string stands nowhere; of NEAR and wildcards the
    scan only counts the parts. Quoted strings are also counted in UTF-8 (`bytes.count`) and by
    ripgrep, of which each query is a process, unlike the others: some milliseconds of its time are
    starting it.

    Returns:
        For each list and candidate the rounds, and the memory of a searcher after all queries.
    """
    results: dict[str, dict[str, Rounds]] = {}
    memory: dict[str, float] = {}
    for turn in range(setting.rounds):
        say(f"whole search, round {turn + 1}")
        with ExitStack() as stack:
            lunshu = stack.enter_context(opened("lunshu_search", setting.index))
            scan = stack.enter_context(opened("scan", setting.cut, times=setting.times))
            exactly = {BYTES: stack.enter_context(opened("scan_bytes", setting.folded))}
            if ripgrep_version():
                exactly[RIPGREP] = stack.enter_context(opened("ripgrep", setting.folded))
            for label, forms in search_forms(setting.lists).items():
                candidates = {"lunshu": lunshu, SCAN: scan, **(exactly if forms.exact else {})}
                asked: dict[Candidate, Sequence[object]] = {
                    candidate: forms.queries if name == "lunshu" else forms.scanned
                    for name, candidate in candidates.items()
                }
                answers = ask_in_turn(asked, WARM_UP)
                for name, candidate in candidates.items():
                    rounds = results.setdefault(label, {}).setdefault(name, [])
                    rounds.append(as_round(answers[candidate]))
            memory = memory or _private_memory(lunshu)
            if RIPGREP in exactly:
                memory.setdefault("ripgrep starts in ms", exactly[RIPGREP].do("start"))
    return results, memory


def _private_memory(lunshu: Candidate) -> dict[str, float]:
    """How much memory does a searcher have for itself after queries of all kinds, in megabytes?

    Pages of the index that it alone has mapped count, although the system may drop them; what it
    has written, and so cannot be dropped, stands beside it.
    """
    with Candidate("bare_python") as bare:
        ours, alone = lunshu.do("memory"), bare.do("memory")
    return {
        "searcher": ours["private_mb"],
        "bare Python": alone["private_mb"],
        "written by the searcher": ours["written_mb"],
        "written by bare Python": alone["written_mb"],
        "searcher's peak, mapped files included": ours["peak_mb"],
    }


def pooled_of(search: Answered, labels: Sequence[str], name: str) -> Timing:
    """The timing of a candidate over several lists."""
    return pooled([search[label][name] for label in labels])


def search_figures(search: Answered) -> Figures:
    """What the marks are about."""
    ours, scan = pooled_of(search, FOUR, "lunshu"), pooled_of(search, FOUR, SCAN)
    often, often_scan = (pooled_of(search, ["frequent"], name) for name in ("lunshu", SCAN))
    quoted, quoted_scan = (pooled_of(search, EXACT[:1], name) for name in ("lunshu", SCAN))
    return {
        "search_p50_of_scan": ours.p50 / scan.p50,
        "search_p95_of_scan": ours.p95 / scan.p95,
        "frequent_p95_of_scan": often.p95 / often_scan.p95,
        "quoted_p50_of_scan": quoted.p50 / quoted_scan.p50,
        "quoted_p95_of_scan": quoted.p95 / quoted_scan.p95,
        **{f"exact_p95_of_scan: {label}": _of_quickest_scan(search[label]) for label in EXACT},
        "ripgrep_differing": _differing(search),
    }


def _of_quickest_scan(candidates: Mapping[str, Rounds]) -> float:
    """The p95 of a list, times that of the quicker scan."""
    scans = [summarise(candidates[name]).p95 for name in (SCAN, BYTES)]
    return summarise(candidates["lunshu"]).p95 / min(scans)


def _differing(search: Answered) -> float | None:
    """Of how many quoted strings ripgrep counts another number of paragraphs than lunshu."""
    pairs = [
        (ours[1], theirs[1])
        for label in EXACT
        if RIPGREP in search[label]
        for ours, theirs in zip(search[label]["lunshu"][0], search[label][RIPGREP][0], strict=True)
    ]
    return sum(ours != theirs for ours, theirs in pairs) if pairs else None


def search_table(search: Answered) -> str:
    """The answers as a Markdown table."""
    rows = []
    lines: dict[str, Sequence[str]] = {label: [label] for label in search}
    lines |= {"the four lists": FOUR, "everything": list(search)}
    for label, labels in lines.items():
        ours = pooled_of(search, labels, "lunshu")
        names = [SCAN] if len(labels) > 1 else [name for name in search[label] if name != "lunshu"]
        rows.append((label, "lunshu", ours.queries, columns(ours), "", "", ours.hits))
        for name in names:
            other = pooled_of(search, labels, name)
            ratios = (f"{ours.p50 / other.p50:.2f}", f"{ours.p95 / other.p95:.2f}")
            rows.append((label, name, other.queries, columns(other), *ratios, other.hits))
    head = ["list", "candidate", "queries", "p50 / p95 / p99 ms", "lunshu's p50, times this"]
    return as_table([*head, "p95, times this", "paragraphs found (scans: places)"], rows)
