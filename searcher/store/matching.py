"""Which paragraphs a pattern occurs in, and how often: candidates first, then the text decides.

A string of one or two characters is a term of the index, and its postings are the answer. Of
anything longer the index only knows where all of its characters and bigrams occur; whether they
are the string there is seen in the folded text. Where the candidates are so many that going
through all texts is cheaper, that is done instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal as OneOf
from typing import NamedTuple

import numpy as np

from indexer.words.terms import bigrams
from searcher.patterns import Literal, Pattern
from searcher.store import Docset, Numbers, Store
from searcher.store.docsets import contained, intersection, union

ENOUGH = 64
"""No more candidates are looked at rather than narrowed down."""

BYTES_A_LOOK = 800
"""Bytes of text that are scanned in the time that looking at one candidate takes (measured)."""

MOST_COUNTED = 255
"""The greatest frequency that postings store."""

ViewTerm = tuple[str, str]
"""A view of the text and a term of it."""


class QueryPlan(NamedTuple):
    """How a pattern is looked for.

    Attributes:
        route: `"postings"`, those of one term are the answer; `"candidates"`, the texts that may
            contain it are looked at; `"scan"`, all texts are gone through.
        terms: the terms whose postings give the candidates, the rarest first. They end where few
            enough candidates are left, and at a term that occurs nowhere.
        docs: the candidates; None for all paragraphs.
    """

    route: OneOf["postings", "candidates", "scan"]
    terms: tuple[ViewTerm, ...]
    docs: Docset | None


class Matched(NamedTuple):
    """The paragraphs that a pattern occurs in.

    Attributes:
        docs: the paragraphs.
        counts: how often it occurs in each of them, without overlap.
    """

    docs: Docset
    counts: Numbers


def find(store: Store, pattern: Pattern, within: Docset | None = None) -> Matched:
    """The paragraphs in which `pattern` occurs.

    Args:
        within: the paragraphs to look at; None for all.
    """
    return execute(store, pattern, plan(store, pattern, within))


def plan(store: Store, pattern: Pattern, within: Docset | None = None) -> QueryPlan:
    """How `pattern` is best looked for, `within` these paragraphs or in all."""
    if isinstance(pattern, Literal) and len(pattern.text) <= 2:
        view = "chars" if len(pattern.text) == 1 else "bigrams"
        return QueryPlan("postings", ((view, pattern.text),), within)
    docs, terms = _candidates_of_any(store, pattern.alternatives, within)
    return _looking(store, pattern, terms, docs)


def narrowed(store: Store, pattern: Pattern, plan: QueryPlan, docs: Docset) -> QueryPlan:
    """The plan that looks only at `docs`, which are some of the candidates of `plan`."""
    return _looking(store, pattern, plan.terms, docs)


def _looking(
    store: Store, pattern: Pattern, terms: tuple[ViewTerm, ...], docs: Docset
) -> QueryPlan:
    """A plan that looks at texts: at those of `docs`, or at all where that is quicker."""
    if isinstance(pattern, Literal):
        scans = len(docs) * BYTES_A_LOOK > store.texts.size
    else:
        scans = not terms and len(docs) == store.count
    return QueryPlan("scan" if scans else "candidates", terms, docs)


def execute(store: Store, pattern: Pattern, plan: QueryPlan) -> Matched:
    """The paragraphs in which `pattern` occurs, found as planned."""
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
    kept = contained(docs, candidates)  # deleted ones are scanned, too
    return Matched(docs.compress(kept), counts.compress(kept))


def frequency_bound(store: Store, pattern: Pattern) -> int:
    """An upper bound of the number of paragraphs that `pattern` occurs in.

    It is the document frequency of the rarest term that a match must contain.
    """
    alternatives = (
        min(
            (store.document_frequency(view, term) for view, term in _terms(strings)),
            default=store.count,
        )
        for strings in pattern.alternatives
    )
    return min(sum(alternatives), store.count)


def _find_term(store: Store, view: str, text: str, within: Docset | None) -> Matched:
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


def _found(candidates: Docset, counts: Numbers) -> Matched:
    kept = counts > 0
    return Matched(candidates.compress(kept), counts.compress(kept))


def _candidates_of_any(
    store: Store, alternatives: Sequence[Sequence[str]], within: Docset | None
) -> tuple[Docset, tuple[ViewTerm, ...]]:
    """The paragraphs that may contain all strings of an alternative, and by which terms."""
    parts = [_candidates(store, strings, within) for strings in alternatives]
    if len(parts) == 1:
        return parts[0]
    terms = dict.fromkeys(term for _, terms in parts for term in terms)
    return union([docs for docs, _ in parts]), tuple(terms)


def _candidates(
    store: Store, strings: Sequence[str], within: Docset | None
) -> tuple[Docset, tuple[ViewTerm, ...]]:
    """The paragraphs that contain all characters and bigrams of all `strings`, and maybe others.

    With them come the terms whose postings were used, as in a `QueryPlan`.
    """
    terms = []
    for term in _terms(strings):
        frequency = store.document_frequency(*term)
        if frequency == 0:  # the others need not be looked up
            return np.empty(0, np.int64), (term,)
        terms.append((frequency, term))
    terms.sort()
    docs = within
    used: list[ViewTerm] = []
    for _, term in terms:
        if docs is not None and len(docs) <= ENOUGH:
            break
        containing = store.postings(*term).docs
        docs = containing if docs is None else intersection(docs, containing)
        used.append(term)
    return store.live_docs() if docs is None else docs, tuple(used)


def _terms(strings: Sequence[str]) -> list[ViewTerm]:
    """The terms of the index that occur wherever all `strings` occur, each once, in their order."""
    pairs = [("bigrams", pair) for string in strings for pair in bigrams(string)]
    return [*dict.fromkeys([*pairs, *(("chars", one) for one in strings if len(one) == 1)])]
