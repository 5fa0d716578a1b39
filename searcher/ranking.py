"""BM25 over the three views of the text, added: words, single characters and bigrams.

The formula is that of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
Beyond" (2009), with the idf that is never negative, log(1 + (N - n + 0.5) / (n + 0.5)). The sums
run over sorted terms, so that equal queries give equal scores to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.analysis import bigrams, is_word
from searcher.retrieval import union
from searcher.store import Numbers, Store
from searcher.words import cut_words

K1 = 1.2
B = 0.75

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a query in each view of the text: each once, sorted.

    The telling ones make two paragraphs related that share one: words of several characters, and
    bigrams that are not just two letters or digits of a longer word or number.
    """

    words: tuple[str, ...]
    characters: tuple[str, ...]
    bigrams: tuple[str, ...]

    @property
    def telling_words(self) -> tuple[str, ...]:
        """The words of several characters."""
        return tuple(word for word in self.words if len(word) > 1)

    @property
    def telling_bigrams(self) -> tuple[str, ...]:
        """The bigrams that hold a character outside ASCII."""
        return tuple(pair for pair in self.bigrams if not pair.isascii())

    def by_view(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each view by its name in the index, with its terms."""
        yield "text", self.words
        yield "chars", self.characters
        yield "bigrams", self.bigrams


def query_terms(store: Store, texts: Sequence[str]) -> Terms:
    """The terms of the clauses `texts`, which are in folded form."""
    total = int(store.lengths("text").sum())
    words: set[str] = set()
    for text in texts:
        words.update(cut_words(text, lambda word: store.frequency("text", word), total))
    pairs = {pair for text in texts for pair in bigrams(text)}
    return Terms(
        words=tuple(sorted(words)),
        characters=tuple(
            sorted({character for text in texts for character in text if is_word(character)})
        ),
        bigrams=tuple(sorted(pair for pair in pairs if all(map(is_word, pair)))),
    )


def score(store: Store, terms: Terms) -> Scores:
    """The score of every paragraph of the index for `terms`; 0 where none of them stands."""
    scores = np.zeros(store.size, np.float64)
    for view, view_terms in terms.by_view():
        lengths = store.lengths(view)
        damping = K1 * (1 - B + B * lengths / max(lengths.mean(), 1)) if lengths.size else lengths
        for term in view_terms:
            found = store.postings(view, term)
            if found.docs.size:
                idf = math.log1p((store.size - found.docs.size + 0.5) / (found.docs.size + 0.5))
                frequencies = found.frequencies
                scores[found.docs] += (
                    idf * frequencies * (K1 + 1) / (frequencies + damping[found.docs])
                )
    return scores


def resembling(store: Store, terms: Terms) -> Numbers:
    """The paragraphs in which a telling word or bigram of the query stands."""
    words = [store.postings("text", word).docs for word in terms.telling_words]
    pairs = [store.postings("bigrams", pair).docs for pair in terms.telling_bigrams]
    return union(words + pairs)
