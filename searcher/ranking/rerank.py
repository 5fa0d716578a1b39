"""How much a paragraph resembles a query: BM25 over three views, and how close its words stand.

    score(d)  = BM25 of words + BM25 of characters + BM25 of bigrams + 2 · window(d)
    window(d) = the greatest sum, over all stretches of 30 characters of d, of idf² / greatest idf
                of the different words of the query that stand in the stretch

A word that the query repeats counts again in BM25, and the greatest idf is that of its words.

The three views each see what the others miss: words tell most, bigrams do not depend on how a text
was cut, characters relate 网信 to 网络信息. The window rewards words that stand together, and many
of them: proximity and coverage in one. A word of several characters counts wherever it stands in
the text, however that was cut; one of a single character only where it was cut as a word.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from searcher.ranking.bm25 import Scores, dampings, idf, saturated
from searcher.ranking.occurrences import Occurrences
from searcher.ranking.query_terms import Terms
from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT, Thresholds
from searcher.store import Numbers
from searcher.store.docsets import values_at


def resemblance(scored: Scored, terms: Terms, docs: Numbers, by: Thresholds = DEFAULT) -> Scores:
    """How much each of the paragraphs `docs` resembles a query of these terms."""
    order = docs.argsort()
    scores = np.empty(len(docs))
    scores[order] = _of_sorted(scored, terms, docs[order], by)
    return scores


def _of_sorted(scored: Scored, terms: Terms, docs: Numbers, by: Thresholds) -> Scores:
    texts = list(scored.texts.read(docs))
    found = Occurrences(texts, "".join([*terms.words, *terms.characters, *terms.bigrams]))
    scores = np.zeros(len(docs))
    for view, counted in (
        ("text", terms.words),
        ("chars", terms.characters),
        ("bigrams", terms.bigrams),
    ):
        damped = dampings(scored, view).of(docs)
        for term, weight in _weights(scored, view, counted).items():
            cut_alone = view == "text" and len(term) == 1
            counts = _word_counts(scored, term, docs) if cut_alone else found.counts(term)
            scores += saturated(counts, damped, weight)
    window = _window(found, _window_weights(scored, terms.words), by.window)
    return scores + by.window_weight * window


def _word_counts(scored: Scored, word: str, docs: Numbers) -> Numbers:
    """How often each of the paragraphs was cut into `word`."""
    postings = scored.postings("text", word)
    return values_at(docs, postings.docs, postings.frequencies)


def _weights(scored: Scored, view: str, counted: Mapping[str, int]) -> dict[str, float]:
    """What the terms of a view weigh, in one order; what stands nowhere is left out."""
    frequencies = ((term, scored.document_frequency(view, term)) for term in sorted(counted))
    return {
        term: counted[term] * idf(frequency, scored.count)
        for term, frequency in frequencies
        if frequency
    }


def _window_weights(scored: Scored, words: Mapping[str, int]) -> dict[str, float]:
    weights = _weights(scored, "text", dict.fromkeys(words, 1))
    greatest = max(weights.values(), default=1.0)
    return {word: weight * weight / greatest for word, weight in weights.items()}


def _window(found: Occurrences, weights: Mapping[str, float], characters: int) -> Scores:
    """The weight of the different words in the best stretch of each text."""
    best = np.zeros(found.size)
    places = [found.of(word) for word in weights]
    owners = np.repeat(np.arange(len(places)), list(map(len, places)))
    if not len(owners):
        return best
    starts = np.concatenate(places)
    ends = starts + np.array([len(word) for word in weights])[owners]
    order = np.lexsort((owners, ends))
    owners, starts, ends = owners[order], starts[order], ends[order]
    # For each word (row) and each end of an occurrence (column): where the word began last.
    began = np.where(owners == np.arange(len(places))[:, None], starts, -1)
    np.maximum.accumulate(began, axis=1, out=began)
    texts = found.texts_of(starts)
    earliest = np.maximum(ends - characters, found.starts[texts])
    inside = np.zeros(len(texts))
    for weight, word_began in zip(weights.values(), began, strict=True):
        inside += weight * (word_began >= earliest)
    np.maximum.at(best, texts, inside)
    return best
