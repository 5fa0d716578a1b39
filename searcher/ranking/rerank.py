"""How much a paragraph resembles a query: BM25 over three views, and how close its words are.

    score(d)  = BM25 of words + BM25 of characters + BM25 of bigrams + 2 · window(d)
                + 2.5 · evidence of fields(d) + 3 · evidence of dates(d)      (see `evidence`)
    window(d) = the greatest sum, over all stretches of 30 characters of d, of idf² / greatest idf
                of the different words of the query that are in the stretch

A word that the query repeats counts again in BM25, and the greatest idf is that of its words.

The three views each see what the others miss: words are worth most, bigrams do not depend on how a
text was cut, characters relate 网信 to 网络信息. The window rewards words that are close together,
and many of them: proximity and coverage in one. A word of several characters counts wherever it
occurs in the text, however that was cut; one of a single character only where it was cut as a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from indexer.text.marks import BETWEEN_TEXTS
from searcher.ranking.bm25 import Scores, idf, length_norms, saturated
from searcher.ranking.evidence import date_scores, field_scores
from searcher.ranking.query_terms import Terms
from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT, Thresholds
from searcher.store import Numbers
from searcher.store.docsets import values_at


def rerank_scores(scored: Scored, terms: Terms, docs: Numbers, by: Thresholds = DEFAULT) -> Scores:
    """The whole score of each of the paragraphs `docs` for a query of these terms."""
    order = docs.argsort()
    scores = np.empty(len(docs))
    scores[order] = _of_sorted(scored, terms, docs[order], by)
    return scores


def _of_sorted(scored: Scored, terms: Terms, docs: Numbers, by: Thresholds) -> Scores:
    texts = list(scored.texts.read(docs))
    found = _Occurrences(texts, "".join([*terms.words, *terms.characters, *terms.bigrams]))
    scores = np.zeros(len(docs))
    for view, counted in (
        ("text", terms.words),
        ("chars", terms.characters),
        ("bigrams", terms.bigrams),
    ):
        norms = length_norms(scored, view).of(docs)
        weights = _weights(scored, view, counted)
        if view == "text":
            for term, weight in weights.items():
                cut_alone = len(term) == 1
                counts = _word_counts(scored, term, docs) if cut_alone else found.counts(term)
                scores += saturated(counts, norms, weight)
        else:
            each = np.fromiter(weights.values(), np.float64, len(weights))
            for worth in saturated(found.counts_of_each(list(weights)), norms, each[:, None]):
                scores += worth
    window = _window(found, _window_weights(scored, terms.words), by.window)
    scores += by.window_weight * window
    scores += by.field_weight * field_scores(scored, terms, docs)
    return scores + by.date_weight * date_scores(scored, terms, docs)


def _word_counts(scored: Scored, word: str, docs: Numbers) -> Numbers:
    """How often each of the paragraphs was cut into `word`."""
    postings = scored.postings("text", word)
    return values_at(docs, postings.docs, postings.frequencies)


def _weights(scored: Scored, view: str, counted: Mapping[str, int]) -> dict[str, float]:
    """What the terms of a view weigh, in one order; a term that occurs nowhere is left out."""
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


def _window(found: _Occurrences, weights: Mapping[str, float], characters: int) -> Scores:
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


class _Occurrences:
    """Where terms occur in a few texts, all of them looked through at once.

    The texts are reduced to those of their characters that the terms are made of.

    Args:
        texts: folded texts.
        characters: all characters of all terms that will be asked for.
    """

    def __init__(self, texts: Sequence[str], characters: Iterable[str]) -> None:
        self.size = len(texts)
        joined = BETWEEN_TEXTS.join([*texts, ""])
        self._symbols = {char: at for at, char in enumerate(dict.fromkeys(characters), 1)}
        table = np.zeros(0x110000, np.min_scalar_type(len(self._symbols)))
        table[[ord(character) for character in self._symbols]] = list(self._symbols.values())
        codes = table[np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4")]
        lengths = np.fromiter(map(len, texts), np.int64, self.size) + len(BETWEEN_TEXTS)
        self.starts = np.cumsum(lengths) - lengths
        self._places = np.flatnonzero(codes)
        self._kept = codes[self._places]
        self._found: dict[str, Numbers] = {}

    def of(self, term: str) -> Numbers:
        """Where `term` begins in all texts joined, overlapping occurrences included."""
        found = self._found.get(term)
        if found is None:
            found = self._found[term] = self._places[self._beginnings(term)]
        return found

    def texts_of(self, places: Numbers) -> Numbers:
        """Which texts these places are in."""
        return self.starts.searchsorted(places, "right") - 1

    def counts(self, term: str) -> Numbers:
        """How often `term` occurs in each text, overlapping occurrences included."""
        return np.bincount(self.texts_of(self.of(term)), minlength=self.size)

    def counts_of_each(self, terms: Sequence[str]) -> Numbers:
        """How often each of `terms`, all of one character or all of two, occurs in each text: a
        row for each term."""
        symbols = [[self._symbols[character] for character in term] for term in terms]
        kept, at = self._kept.astype(np.int64), np.arange(len(self._kept))
        if terms and len(terms[0]) > 1:
            at = np.flatnonzero(np.diff(self._places) == 1)
            kept = kept[at] * (len(self._symbols) + 1) + kept[at + 1]
        asked = np.array([self._code(one) for one in symbols], np.int64)
        order = asked.argsort()
        which = np.minimum(asked[order].searchsorted(kept), max(len(asked) - 1, 0))
        fits = np.flatnonzero(asked[order][which] == kept) if terms else at[:0]
        cells = order[which[fits]] * self.size + self.texts_of(self._places[at[fits]])
        return np.bincount(cells, minlength=len(terms) * self.size).reshape(len(terms), self.size)

    def _code(self, symbols: Sequence[int]) -> int:
        """A number for one or two symbols."""
        return (
            symbols[0] if len(symbols) == 1 else symbols[0] * (len(self._symbols) + 1) + symbols[1]
        )

    def _beginnings(self, term: str) -> Numbers:
        first = np.flatnonzero(self._kept == self._symbols[term[0]])
        for ahead, character in enumerate(term[1:], 1):
            first = first[first + ahead < len(self._kept)]
            here = first + ahead
            fits = self._kept[here] == self._symbols[character]
            first = first[fits & (self._places[here] - self._places[first] == ahead)]
        return first
