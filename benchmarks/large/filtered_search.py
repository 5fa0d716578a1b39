"""Do filters make a query faster?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from candidates.asking import BLOCK, Candidate, Timed
from large.query_forms import search_forms
from large.setting import Figures, Setting, opened
from large.timings import Answered, Rounds, Timing, as_round, columns, summarise
from processes import say
from recording import as_table
from shared_filters import BY_CHAPTER, BY_DATE, Filter
from shared_queries import FEWER_QUERIES, WARM_UP

UNFILTERED = "no filter"
LISTS = ("or, bare", "phrase, quoted", "frequent")


def filtered_search(setting: Setting) -> Answered:
    """Do filters by date and by chapter make a query faster?

    The same queries without a filter and with each, a block of queries in one form after another;
    every block begins with another form. Before that each block is asked once without a filter,
    so that no form is the first to look at its pages of the index.

    Returns:
        For each list and filter the rounds; nothing where the corpus has no dates and no chapters.
    """
    results: dict[str, dict[str, Rounds]] = {}
    for turn in range(setting.rounds if setting.filters else 0):
        say(f"filtered search, round {turn + 1}")
        with opened("lunshu_search", setting.index) as lunshu:
            for label in LISTS:
                queries = search_forms(setting.lists)[label].queries[: WARM_UP + FEWER_QUERIES]
                answers = _ask_in_turn(lunshu, filtered(queries, setting.filters))
                for name, its in answers.items():
                    results.setdefault(label, {}).setdefault(name, []).append(as_round(its))
    return results


def filtered(queries: Sequence[str], filters: Mapping[str, Filter]) -> dict[str, list[str]]:
    """The queries without a filter and with each."""
    forms = {UNFILTERED: list(queries)}
    for name, kept in filters.items():
        forms[name] = [f"{query} {kept['clause']}" for query in queries]
    return forms


def _ask_in_turn(lunshu: Candidate, forms: Mapping[str, Sequence[str]]) -> dict[str, list[Timed]]:
    """The answers to each form; the first `WARM_UP` queries are left out."""
    answers: dict[str, list[Timed]] = {name: [] for name in forms}
    names = list(forms)
    for name in names:
        lunshu.ask(forms[name][:WARM_UP])
    count = len(forms[UNFILTERED])
    for block, at in enumerate(range(WARM_UP, count, BLOCK)):
        lunshu.ask(forms[UNFILTERED][at : at + BLOCK])
        first = block % len(names)
        for name in names[first:] + names[:first]:
            answers[name] += lunshu.ask(forms[name][at : at + BLOCK])
    return answers


def filter_figures(answered: Answered) -> Figures:
    """What the marks are about: the filter, among those of a kind, that helps the least."""
    figures: Figures = {}
    for kind, filters in (("date", BY_DATE), ("chapter", BY_CHAPTER)):
        pairs = [
            (summarise(forms[name]), summarise(forms[UNFILTERED]))
            for forms in answered.values()
            for name in filters
            if name in forms
        ]
        for percent in ("p50", "p95"):
            ratios = [getattr(its, percent) / getattr(plain, percent) for its, plain in pairs]
            figures[f"{kind}_{percent}_of_unfiltered"] = max(ratios, default=None)
    return figures


def filter_table(answered: Answered, filters: Mapping[str, Filter]) -> str:
    """The filters as a Markdown table."""
    rows = []
    for label, forms in answered.items():
        plain = summarise(forms[UNFILTERED])
        for name, rounds in forms.items():
            timing = summarise(rounds)
            kept = filters.get(name)
            clause, share = (kept["clause"], f"{kept['share']:.1%}") if kept else ("", "")
            rows.append((label, name, clause, share, *_figures(timing, plain), timing.hits))
    head = ["list", "filter", "clause", "keeps", "p50 / p95 / p99 ms"]
    return as_table([*head, "p50, times unfiltered", "p95, times unfiltered", "hits"], rows)


def _figures(timing: Timing, plain: Timing) -> tuple[str, str, str]:
    p50, p95 = timing.p50 / plain.p50, timing.p95 / plain.p95
    return columns(timing), f"{p50:.2f}", f"{p95:.2f}"
