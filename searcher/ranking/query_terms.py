"""The terms of a query: its words, characters and bigrams, in folded form and without marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.words.terms import bigrams, is_word
from searcher.ranking.query_words import Dictionary, cut_words
from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a query in each view of the text, and how often the query holds each."""

    words: Mapping[str, int]
    characters: Mapping[str, int]
    bigrams: Mapping[str, int]

    def telling_words(self) -> tuple[str, ...]:
        """The words of several characters: two paragraphs that share one are related."""
        return tuple(word for word in self.words if len(word) > 1)

    def telling_bigrams(self) -> tuple[str, ...]:
        """The bigrams that are not just a part of a longer word in letters or of a number."""
        return tuple(pair for pair in self.bigrams if not pair.isascii())


def query_terms(scored: Scored, dictionary: Dictionary, folded: str) -> Terms:
    """The terms of a folded text.

    Args:
        dictionary: the words of the collection, by which the text is cut.
    """
    words = cut_words(folded, dictionary, scored.total_length("text"))
    return Terms(
        words=_rarest(scored, "text", words),
        characters=_rarest(scored, "chars", filter(is_word, folded)),
        bigrams=_rarest(
            scored, "bigrams", (pair for pair in bigrams(folded) if all(map(is_word, pair)))
        ),
    )


def _rarest(scored: Scored, view: str, terms: Iterable[str]) -> Mapping[str, int]:
    """The terms that tell most, and how often each stands in the query."""
    counted = Counter(terms)
    if len(counted) <= DEFAULT.most_terms:
        return counted
    by_rarity = sorted(counted, key=lambda term: (scored.document_frequency(view, term), term))
    return {term: counted[term] for term in by_rarity[: DEFAULT.most_terms]}
