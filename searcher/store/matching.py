"""Which paragraphs a pattern stands in, and how often: candidates first, then the text decides.

A string of one or two characters is a term of the index, and its postings are the answer. Of
anything longer the index only tells where all of its characters and bigrams stand; whether they
stand there as the string is seen in the folded text. Where the candidates are so many that going
through all texts is cheaper, that is done instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal as OneOf
from typing import NamedTuple

import numpy as np

from indexer.words.terms import bigrams
from searcher.patterns import Literal, Pattern
from searcher.store import Numbers, Store
from searcher.store.docsets import contained, intersection, union

ENOUGH = 64
"""So few candidates are looked at rather than narrowed down."""

BYTES_A_LOOK = 800
"""Looking at one candidate takes as long as scanning so many bytes of text (measured)."""

MOST_COUNTED = 255
"""The greatest frequency that postings tell."""

ViewTerm = tuple[str, str]
"""A view of the text and a term of it."""


class QueryPlan(NamedTuple):
    """How a pattern is looked for.

    Attributes:
        route: `"postings"`, those of one term are the answer; `"candidates"`, the texts that may
            hold it are looked at; `"scan"`, all texts are gone through.
        terms: the terms whose postings tell where it may stand, the rarest first. They end where
            few enough candidates are left, and at a term that stands nowhere.
        docs: where it may stand, rising; None for everywhere.
    """

    route: OneOf["postings", "candidates", "scan"]
    terms: tuple[ViewTerm, ...]
    docs: Numbers | None


class Matched(NamedTuple):
    """Where a pattern stands.

    Attributes:
        docs: the numbers of the paragraphs, rising.
        counts: how often it stands in each of them, without overlap.
    """

    docs: Numbers
    counts: Numbers


def find(store: Store, pattern: Pattern, within: Numbers | None = None) -> Matched:
    """The paragraphs in which `pattern` stands.

    Args:
        within: the numbers of the paragraphs to look at, rising; None for all.
    """
    return execute(store, pattern, plan(store, pattern, within))


def plan(store: Store, pattern: Pattern, within: Numbers | None = None) -> QueryPlan:
    """How `pattern` is best looked for, `within` these paragraphs or in all."""
    if isinstance(pattern, Literal) and len(pattern.text) <= 2:
        view = "chars" if len(pattern.text) == 1 else "bigrams"
        return QueryPlan("postings", ((view, pattern.text),), within)
    docs, terms = _candidates_of_any(store, pattern.alternatives, within)
    return _looking(store, pattern, terms, docs)


def narrowed(store: Store, pattern: Pattern, plan: QueryPlan, docs: Numbers) -> QueryPlan:
    """The plan where only `docs` are looked at, of those where the pattern may stand."""
    return _looking(store, pattern, plan.terms, docs)


def _looking(
    store: Store, pattern: Pattern, terms: tuple[ViewTerm, ...], docs: Numbers
) -> QueryPlan:
    """A plan that looks at texts: at those of `docs`, or at all where that is quicker."""
    if isinstance(pattern, Literal):
        scans = len(docs) * BYTES_A_LOOK > store.texts.size
    else:
        scans = not terms and len(docs) == store.count
    return QueryPlan("scan" if scans else "candidates", terms, docs)


def execute(store: Store, pattern: Pattern, plan: QueryPlan) -> Matched:
    """The paragraphs in which `pattern` stands, found as planned."""
    if plan.route == "postings":
        return _find_term(store, *plan.terms[0], plan.docs)
    candidates = store.live_docs() if plan.docs is None else plan.docs
    if not isinstance(pattern, Literal):
        from searcher.patterns.in_bulk import count_each  # noqa: PLC0415 (for what is no string)

        often = [count_each(pattern, joined) for joined in store.texts.joined(candidates)]
        return _found(candidates, np.concatenate([np.empty(0, np.int64), *often]))
    needle = pattern.text.encode("utf-8", "surrogatepass")
    if plan.route == "candidates":
        return _found(candidates, store.texts.counts(needle, candidates))
    docs, counts = store.texts.scan(needle)
    held = contained(docs, candidates)  # deleted ones are scanned, too
    return Matched(docs.compress(held), counts.compress(held))


def frequency_bound(store: Store, pattern: Pattern) -> int:
    """At most so many paragraphs hold the pattern, by the rarest term that it must hold."""
    alternatives = (
        min(
            (store.document_frequency(view, term) for view, term in _terms(strings)),
            default=store.count,
        )
        for strings in pattern.alternatives
    )
    return min(sum(alternatives), store.count)


def _find_term(store: Store, view: str, text: str, within: Numbers | None) -> Matched:
    postings = store.postings(view, text)
    docs, counts = postings.docs, postings.frequencies.astype(np.int64)
    if within is not None:
        kept = contained(docs, within)
        docs, counts = docs.compress(kept), counts.compress(kept)
    # Bytes end at 255, and bigrams such as 哈哈 overlap themselves.
    unsure = docs if len(text) == 2 and text[0] == text[1] else docs[counts >= MOST_COUNTED]
    if len(unsure):
        exact = store.texts.counts(text.encode("utf-8", "surrogatepass"), unsure)
        counts[docs.searchsorted(unsure)] = exact
    return Matched(docs, counts)


def _found(candidates: Numbers, counts: Numbers) -> Matched:
    held = counts > 0
    return Matched(candidates.compress(held), counts.compress(held))


def _candidates_of_any(
    store: Store, alternatives: Sequence[Sequence[str]], within: Numbers | None
) -> tuple[Numbers, tuple[ViewTerm, ...]]:
    """The paragraphs that may hold all strings of one of the alternatives, and by which terms."""
    parts = [_candidates(store, strings, within) for strings in alternatives]
    if len(parts) == 1:
        return parts[0]
    terms = dict.fromkeys(term for _, terms in parts for term in terms)
    return union([docs for docs, _ in parts]), tuple(terms)


def _candidates(
    store: Store, strings: Sequence[str], within: Numbers | None
) -> tuple[Numbers, tuple[ViewTerm, ...]]:
    """The paragraphs that hold all characters and bigrams of all `strings`, and maybe others.

    Beside them stand the terms that tell it, as in a `QueryPlan`.
    """
    terms = sorted((store.document_frequency(*term), term) for term in _terms(strings))
    docs = within
    used: list[ViewTerm] = []
    for frequency, term in terms:
        if frequency == 0:
            return np.empty(0, np.int64), (term,)
        if docs is not None and len(docs) <= ENOUGH:
            break
        holding = store.postings(*term).docs
        docs = holding if docs is None else intersection(docs, holding)
        used.append(term)
    return store.live_docs() if docs is None else docs, tuple(used)


def _terms(strings: Sequence[str]) -> set[ViewTerm]:
    """The terms of the index that stand wherever all `strings` stand."""
    pairs = {("bigrams", pair) for string in strings for pair in bigrams(string)}
    return pairs | {("chars", string) for string in strings if len(string) == 1}
