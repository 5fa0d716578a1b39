"""The numbers that ranking goes by, each with its unit, what it decides and what measured it.

    >>> DEFAULT._replace(window=20).window       # an experiment passes it on: find_related(…, by=…)
    20

- **ranked**: `python benchmarks/relevance.py SETS/*/` measures nDCG@10, MRR@10 and recall@10 on
  public test sets; one setting for all of them. The recorded run,
  `benchmarks/runs/2026-11-22-relevance`, is of all numbers together; what a single one did is said
  where it is known.
- **first stage**: the recorded run `benchmarks/runs/2026-11-22-first-stage` measures how many of
  the ten paragraphs that the whole score puts first are among the candidates, with all numbers as
  they are: .95 to .995, on one set .93.
- **not measured**: no run that would measure it is recorded.

What fields and roles are worth is in their rows (`indexer.model.fields`).
A named tuple and not a dataclass: it takes a fifth of the time to make, and every search makes it.
"""

from __future__ import annotations

from typing import NamedTuple


class Thresholds(NamedTuple):
    """What ranking goes by."""

    # BM25
    k1: float = 1.2
    """How soon more occurrences of a term count for little. Not tuned: the textbook's value."""
    b: float = 0.75
    """How far a paragraph's length counts, from 0 to 1. Not tuned: the textbook's value."""

    # the whole score of a related paragraph
    window: int = 30
    """Characters of the stretch in which words of the query are close together, about a clause.
    Ranked with all others, not by itself."""
    window_weight: float = 2.0
    """What the best such stretch counts beside BM25. Ranked with all others, not by itself; weights
    other than 1 for words, characters and bigrams were tried and did not help."""

    field_weight: float = 2.5
    """What the evidence of titles, speeches and headings counts beside BM25 of the text, which has
    three views. `python benchmarks/occasions.py LAWS`: of 100 questions that name their occasion,
    half to choose by and half to confirm with, the right speech is among the first three in 21 and
    24 without it, in 37 and 37 with 1.25, in 47 and 46 with 2.5, in 49 and 48 with 3; the least
    that is enough leaves most to the text."""
    date_weight: float = 3.0
    """What a date of the query that the paragraph's date meets counts: as much as one that its text
    names, once in each view. Of 400 words of a paragraph with its year or month, half to choose by,
    MRR@10 rises from .199 and .197 without it to .279 and .251."""

    # the first stage, which chooses what gets the whole score
    candidates: int = 120
    """Paragraphs that the first stage leaves to the second. First stage; `benchmarks/run` measures
    what they cost."""
    common: float = 0.1
    """Share of all paragraphs. A word or bigram that occurs in more is common, and makes no
    candidate. First stage."""
    rare_enough: int = 5_000
    """Paragraphs. A term that occurs in no more is never common, however small the collection is.
    Not measured by itself: they are quick to look at."""
    common_character: float = 0.02
    """Share of all paragraphs. A character that occurs in more is common. Ranked: with rare
    characters and with blanks between clauses nDCG@10 rose from .7837 to .7851 on the mean."""
    few_characters: int = 4
    """Different characters of a query. In one of no more, a single one makes no paragraph related.
    Not measured."""
    named: float = 0.5
    """Share of the evidence of the best value of a field. The paragraphs under values that come as
    near to it are candidates, too."""
    probed: int = 4
    """The least score among the best is estimated from this many times the number of paragraphs
    that are wanted. It decides time alone, and no answer
    (`tests/searcher/ranking/test_ranking.py`). Not measured by itself."""

    # how much is shown and looked for
    most_related: int = 100
    """Related paragraphs that an answer goes on with, at most. Not measured."""
    most_terms: int = 200
    """Different terms of a view that are looked for: the rarest, of a query as long as a page. Not
    measured: it bounds time."""
    most_suggestions: int = 3
    """Queries that list the paragraphs whose fields contain a clause, at most. Not measured."""


DEFAULT = Thresholds()
