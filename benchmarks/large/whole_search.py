"""How long does a whole answer take: parsing, finding, ranking, ten hits with snippets?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from candidates.asking import Candidate, ask_in_turn
from large.setting import Figures, Lists, Setting, opened, say
from large.timings import Rounds, Timing, columns, summarise
from recording import as_table
from shared_queries import WARM_UP


def whole_search(setting: Setting) -> dict[str, dict[str, Rounds]]:
    """How long does a whole answer take: parsing, finding, ranking, ten hits with snippets?

    Beside it stands what a program without an index would do: `str.count` of the same strings over
    the same folded texts in one string. That is unfair to lunshu, which ranks and shows what it
    finds, and finds related paragraphs where the string stands nowhere.
    """
    results: dict[str, dict[str, Rounds]] = {}
    for turn in range(setting.rounds):
        say(f"whole search, round {turn + 1}")
        with (
            opened("lunshu_search", setting.index) as lunshu,
            opened("scan", setting.cut) as scan,
        ):
            for label, forms in search_forms(setting.lists).items():
                asked = {
                    lunshu: [query for query, _ in forms],
                    scan: [strings for _, strings in forms],
                }
                answers = ask_in_turn(asked, WARM_UP)
                for name, candidate in (("lunshu", lunshu), ("scan", scan)):
                    rounds = results.setdefault(label, {}).setdefault(name, [])
                    rounds.append([(round(it.ms, 4), it.hits) for it in answers[candidate]])
    return results


FOUR = ("or, bare", "phrase", "question", "frequent")
"""The four lists, as they would be typed."""


def search_forms(lists: Lists) -> dict[str, list[tuple[str, Sequence[str]]]]:
    """For each list the queries, and beside each the strings that the scan counts."""
    return {
        "or, bare": [("".join(words), ["".join(words)]) for words in lists["or"]],
        "or, A OR B": [(" OR ".join(words), words) for words in lists["or"]],
        "phrase": [(phrase, [phrase]) for (phrase,) in lists["phrase"]],
        "question": [(question, [question]) for (question,) in lists["question"]],
        "frequent": [(word, [word]) for (word,) in lists["frequent"]],
        "phrase, quoted": [(f'"{phrase}"', [phrase]) for (phrase,) in lists["phrase"]],
    }


def pooled(
    search: Mapping[str, Mapping[str, Rounds]], labels: Sequence[str]
) -> tuple[Timing, Timing]:
    """The timings of lunshu and of the scan over several lists."""
    ours, scan = (
        summarise(
            [
                [asked for part in parts for asked in part]
                for parts in zip(*(search[label][name] for label in labels), strict=True)
            ]
        )
        for name in ("lunshu", "scan")
    )
    return ours, scan


def search_figures(search: Mapping[str, Mapping[str, Rounds]]) -> Figures:
    """What the marks are about."""
    ours, scan = pooled(search, FOUR)
    often, often_scan = pooled(search, ["frequent"])
    quoted, quoted_scan = pooled(search, ["phrase, quoted"])
    return {
        "search_p50_of_scan": ours.p50 / scan.p50,
        "search_p95_of_scan": ours.p95 / scan.p95,
        "frequent_p95_of_scan": often.p95 / often_scan.p95,
        "quoted_p50_of_scan": quoted.p50 / quoted_scan.p50,
        "quoted_p95_of_scan": quoted.p95 / quoted_scan.p95,
    }


def search_table(search: Mapping[str, Mapping[str, Rounds]]) -> str:
    """The answers as a Markdown table."""
    rows = []
    lines: dict[str, Sequence[str]] = {label: [label] for label in search}
    lines |= {"the four lists": FOUR, "everything": list(search)}
    for name, labels in lines.items():
        ours, scan = pooled(search, labels)
        rows.append(
            (
                name,
                ours.queries,
                columns(ours),
                columns(scan),
                f"{ours.p50 / scan.p50:.2f}",
                f"{ours.p95 / scan.p95:.2f}",
                ours.hits,
                scan.hits,
            )
        )
    return as_table(
        [
            "list",
            "queries",
            "lunshu p50 / p95 / p99 ms",
            "scan p50 / p95 / p99 ms",
            "ratio p50",
            "ratio p95",
            "paragraphs found",
            "places counted",
        ],
        rows,
    )


def private_memory(setting: Setting) -> dict[str, float]:
    """How much memory does a searcher have for itself after 100 queries of all kinds?

    Pages of the index that it alone has mapped count, although the system may drop them; what it
    has written, and so cannot be dropped, stands beside it.
    """
    forms = search_forms(setting.lists)
    queries = [query for label in FOUR for query, _ in forms[label][:25]]
    with opened("lunshu_search", setting.index) as lunshu, Candidate("bare_python") as bare:
        lunshu.ask(queries)
        ours, alone = lunshu.do("memory"), bare.do("memory")
    return {
        "searcher": ours["private_mb"],
        "bare Python": alone["private_mb"],
        "written by the searcher": ours["written_mb"],
        "written by bare Python": alone["written_mb"],
        "searcher's peak, mapped files included": ours["peak_mb"],
    }
