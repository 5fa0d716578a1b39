"""The numbers that decide where two texts agree, each with its unit and with what measured it.

What measured them:

- **judged**: `python benchmarks/judged.py INDEX` traces the articles that were judged by hand with
  each number halved and doubled, and counts the lines that the trace then has otherwise; with
  all numbers as they are there are 20. `Judged +3 +0` means three more where the number is halved
  and none where it is doubled; `+0 +0` that these articles do not need it, and no more than that.
- **timed**: it bounds time or memory, which `python benchmarks/tracing.py` and `benchmarks/guard`
  measure with all numbers as they are.
- **not measured**: nobody has; the reason is given for which it was chosen.

Whoever compares texts may pass on a value that extends this one, as `searcher.tracing` does.

What bounds memory alone (how much is kept or remembered at once) is beside the code that keeps it,
and so is the number of letters of an n-gram, for which the hash of `ngrams` is written.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What comparing texts goes by. Characters are those of folded texts."""

    # seeds and chains
    common: int = 1000
    """Places of the collection. An n-gram that occurs in more says nothing by itself; what is
    quoted has others beside it. Timed; at ten times the laws 27 quotations of 35 are found."""
    most_pairs: int = 50_000
    """Pairs of a place in the article and a place in the collection that an n-gram makes at most.
    Timed."""
    widest_gap: int = 32
    """Letters between two runs of a chain, on either side. Judged +3 +0."""
    bridged: float = 0.6
    """The length of such a gap divided by the number of letters that agree on both of its sides, at
    most: with wider ones a stretch would be nearer to chance than to a quotation. Judged +3 +5."""
    slip: int = 3
    """Letters between two runs that are one part of a stitched quotation. Judged +0 +6."""

    # alignment
    agreeing: int = 4
    """Score of a character that agrees. Judged +7 +10."""
    substituted: int = -4
    """Score of one that was substituted. Judged -1 +1."""
    gap: int = -5
    """Score of each gap, however long: what was put in or left out together is one change. Judged
    +0 +5."""
    put_in: int = -2
    """Score of each character in a gap that was put in. Judged +2 +5."""
    left_out: int = -1
    """Score of each that was left out, which changes a quotation least. Judged +2 +0."""
    slack: int = 40
    """Characters by which a band is wider, on either side, than the lengths of the texts ask for:
    gaps of this length in all are found. Timed. Judged +2 +0."""
    island: int = 2
    """Characters that agree between two changes by chance, at most. Judged +0 +0."""
    sea: int = 4
    """Characters of each of these changes, at least. Judged +0 +0."""

    # edges
    scrap: int = 2
    """Letters of a clause that agree by chance: the 的 or 我们 with which it begins. Judged +0
    +3."""

    # paragraphs that share no n-gram
    bigrams_looked_up: int = 32
    """The rarest bigrams of a text by which paragraphs are looked for that share no n-gram with it.
    Timed."""
    most_postings: int = 200_000
    """Postings of these bigrams in all, at most. Timed."""


DEFAULT = Thresholds()
