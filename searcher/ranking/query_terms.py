"""The terms of a query: its words, characters and bigrams, in folded form and without marks.

Words are cut with the words of the index as the dictionary. It is jieba's algorithm (the most
probable path through all words that the text could be made of, by unigram frequencies) without
jieba: answering a query never pays for loading its dictionary, and the words are ones that the
index knows.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from indexer.text.folding import HAN
from indexer.words.terms import bigrams, is_word
from searcher.ranking.interrogatives import without_interrogatives
from searcher.ranking.scored import Scored
from searcher.ranking.thresholds import DEFAULT

MAX_HAN_WORD = 16
"""The longest word of jieba's dictionary has 16 characters."""

_RUNS = re.compile(rf"(?P<han>[{HAN}]+)|[^\W_{HAN}]+")


class Dictionary(Protocol):
    """Words, and how often each occurs in a collection."""

    def prefixes(self, text: str, start: int, most: int) -> Iterable[tuple[int, int]]:
        """The words that `text` contains from `start` on: where each ends, and its frequency.

        No word has more than `most` characters.
        """


class Terms(NamedTuple):
    """The terms of a query in each view of the text, and how often the query contains each.

    Attributes:
        days: the first and the last day of each date that it names, as 20180420.
    """

    words: Mapping[str, int]
    characters: Mapping[str, int]
    bigrams: Mapping[str, int]
    days: tuple[tuple[int, int], ...] = ()

    def informative_words(self) -> tuple[str, ...]:
        """The words of several characters: two paragraphs that share one are related."""
        return tuple(word for word in self.words if len(word) > 1)

    def informative_bigrams(self) -> tuple[str, ...]:
        """The bigrams that are not just a part of a longer word in letters or of a number."""
        return tuple(pair for pair in self.bigrams if not pair.isascii())


def query_terms(scored: Scored, dictionary: Dictionary, folded: str) -> Terms:
    """The terms of a folded text, interrogatives left out.

    Args:
        dictionary: the words of the collection, by which the text is cut.
    """
    days = _named_days(folded)
    folded = without_interrogatives(folded)
    words = cut_words(folded, dictionary, scored.total_length("text"))
    return Terms(
        words=_rarest(scored, "text", words),
        characters=_rarest(scored, "chars", filter(is_word, folded)),
        bigrams=_rarest(
            scored, "bigrams", (pair for pair in bigrams(folded) if all(map(is_word, pair)))
        ),
        days=days,
    )


def _named_days(folded: str) -> tuple[tuple[int, int], ...]:
    """The dates that a folded text names; few do, and what knows dates is loaded for them alone."""
    if not any(map(str.isdecimal, folded)) and "年" not in folded:
        return ()
    from searcher.ranking.named_days import named_days  # noqa: PLC0415

    return named_days(folded)


def _rarest(scored: Scored, view: str, terms: Iterable[str]) -> Mapping[str, int]:
    """The rarest terms, and how often each occurs in the query."""
    counted = Counter(terms)
    if len(counted) <= DEFAULT.most_terms:
        return counted
    by_rarity = sorted(counted, key=lambda term: (scored.document_frequency(view, term), term))
    return {term: counted[term] for term in by_rarity[: DEFAULT.most_terms]}


def cut_words(folded: str, dictionary: Dictionary, total: int) -> list[str]:
    """The words of a folded text, in order. A run of letters or digits outside Han is one word.

    Args:
        dictionary: the words of the index.
        total: the number of words in the whole index.
    """
    words: list[str] = []
    for run in _RUNS.finditer(folded):
        words += _cut_han(run[0], dictionary, total) if run["han"] else [run[0]]
    return words


def _cut_han(run: str, dictionary: Dictionary, total: int) -> list[str]:
    """The most probable path, found from the end backwards; of equals, the one of longer words."""
    log_total = math.log(max(total, 1))
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(run) + 1)
    for start in range(len(run) - 1, -1, -1):
        single = (best[start + 1][0] - log_total, start + 1)
        best[start] = max(
            (
                (math.log(count) - log_total + best[end][0], end)
                for end, count in dictionary.prefixes(run, start, MAX_HAN_WORD)
            ),
            default=single,
        )
        best[start] = max(best[start], single)
    words, start = [], 0
    while start < len(run):
        end = best[start][1]
        words.append(run[start:end])
        start = end
    return words
