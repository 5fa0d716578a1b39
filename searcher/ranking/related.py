"""Paragraphs that do not satisfy a query but resemble it, for when the count is not enough.

They are ranked by the words of all bare positive clauses, and obey every filter, NOT and quoted
clause of the query. Paragraphs whose speech, title, section, chapter or source contains a bare
clause lead them; notes, which are nobody's words, come last.

Ranking has two stages. The first is approximate: candidates are the best by BM25 over those words,
bigrams and characters of the query that are informative and not common. The second gives each of
them the whole score of `rerank`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from searcher.language.query import And, Filtered, Or, Query, Text, conjunction
from searcher.ranking.bm25 import Scores
from searcher.ranking.evidence import named
from searcher.ranking.exact import FieldMatch
from searcher.ranking.maxscore import Term, best
from searcher.ranking.order import best_first
from searcher.ranking.query_terms import Terms
from searcher.ranking.rerank import rerank_scores
from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT, Thresholds
from searcher.store import Docset, Mask, Numbers, Store
from searcher.store.docsets import as_mask, contained, difference, union
from searcher.store.retrieval import Retrieval


def find_related(
    store: Store,
    query: Query,
    retrieval: Retrieval,
    terms: Terms,
    *,
    exact: Docset,
    matches: Sequence[FieldMatch],
    by: Thresholds = DEFAULT,
) -> tuple[Numbers, Scores]:
    """The related paragraphs, the best first, and their scores.

    Args:
        retrieval: the evaluation of `query`.
        exact: the paragraphs that satisfy the query, which are left out.
        matches: the paragraphs that lead.
    """
    allowed = _allowed(store, query, retrieval, exact)
    notes = as_mask(store.values("role").equal_to("note").docs(), store.size) & allowed
    allowed &= ~notes
    docs, scores = [np.empty(0, np.int64)], [np.empty(0)]
    for leading in _by_clauses(matches, allowed):
        allowed[leading] = False
        if sum(map(len, docs)) < by.most_related:
            leaders, leader_scores = _ranked(store, terms, _leaders(store, terms, leading, by), by)
            docs.append(leaders)
            scores.append(leader_scores)
    under = named(store, terms, by.named) if sum(map(len, docs)) < by.most_related else None
    for following in (allowed, notes):
        if sum(map(len, docs)) < by.most_related and following.any():
            candidates = _candidates(store, terms, following, by)
            if under is not None:
                leaders = _leaders(store, terms, np.flatnonzero(under & following), by)
                candidates = union([np.sort(candidates), np.sort(leaders)])
            followers, follower_scores = _ranked(store, terms, candidates, by)
            docs.append(followers)
            scores.append(follower_scores)
    return np.concatenate(docs)[: by.most_related], np.concatenate(scores)[: by.most_related]


def _by_clauses(matches: Sequence[FieldMatch], allowed: Mask) -> list[Docset]:
    """The paragraphs that lead, by the number of clauses their fields contain, the most first."""
    leading = union([match.docs for match in matches])
    leading = leading[allowed[leading]]
    clauses = np.zeros(len(leading), np.int64)
    for text in {match.text for match in matches}:
        containing = union([match.docs for match in matches if match.text == text])
        clauses += contained(leading, containing)
    return [leading[clauses == count] for count in sorted(set(clauses.tolist()), reverse=True)]


def _candidates(store: Store, terms: Terms, allowed: Mask, by: Thresholds) -> Numbers:
    """The paragraphs that the first stage leaves to the second."""
    top = best(store, candidate_terms(store, terms, by), by.candidates, allowed)
    if len(top.docs) <= by.candidates:
        return top.docs
    # Those of equal ones that are taken must not depend on how they are numbered.
    return top.docs[best_first(store, top.docs, top.scores)[: by.candidates]]


def _ranked(store: Store, terms: Terms, docs: Numbers, by: Thresholds) -> tuple[Numbers, Scores]:
    if not len(docs):
        return docs, np.empty(0)
    scores = rerank_scores(store, terms, docs, by)
    places = best_first(store, docs, scores)
    return docs[places], scores[places]


def _leaders(store: Store, terms: Terms, leading: Docset, by: Thresholds) -> Numbers:
    """Of the paragraphs that lead, those that may come first."""
    if len(leading) <= by.candidates:
        return leading
    found = _candidates(store, terms, as_mask(leading, store.size), by)
    rest = difference(leading, np.sort(found))
    rest = rest[best_first(store, rest, np.zeros(len(rest)))]
    return np.concatenate([found, rest[: max(by.candidates - len(found), 0)]])


def candidate_terms(scored: Scored, terms: Terms, by: Thresholds = DEFAULT) -> list[Term]:
    """The terms of which a candidate contains at least one: the first stage ranks by them."""
    most = max(scored.count * by.common, by.rare_enough)
    frequency = scored.document_frequency
    # A word of two characters is a bigram, too, whose postings have all of its own.
    words = [
        Term("text", word, terms.words[word])
        for word in terms.informative_words()
        if len(word) > 2 or word.isascii()
    ]
    pairs = [
        Term("bigrams", pair, terms.bigrams[pair] + terms.words.get(pair, 0))
        for pair in terms.informative_bigrams()
    ]
    rare = [term for term in words + pairs if frequency(term.view, term.text) <= most]
    if len(terms.characters) > by.few_characters:
        rare += [
            Term("chars", character, count)
            for character, count in terms.characters.items()
            if not character.isascii()
            and frequency("chars", character) <= scored.count * by.common_character
        ]
    return rare or words + pairs


def _allowed(store: Store, query: Query, retrieval: Retrieval, exact: Docset) -> Mask:
    """The mask of what the query would find if its bare positive clauses were found everywhere."""
    filters = _without_texts(query)
    if filters is not None:
        allowed = as_mask(retrieval.evaluate(filters), store.size)
    else:
        allowed = np.ones(store.size, bool) if store.live is None else store.live.copy()
    allowed[exact] = False
    return allowed


def _without_texts(query: Query) -> Query | None:
    """The query with every bare positive clause taken as true; None where nothing else is left."""
    if isinstance(query, Text):
        return None
    if isinstance(query, (And, Filtered)):
        kept = [part for part in map(_without_texts, query.clauses) if part is not None]
        return conjunction(kept) if kept else None
    if isinstance(query, Or):
        parts = [_without_texts(clause) for clause in query.clauses]
        kept = [part for part in parts if part is not None]
        return Or(tuple(kept)) if len(kept) == len(parts) else None
    return query
