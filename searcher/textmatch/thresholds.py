"""The numbers that decide what tracing tells, each with its unit and with what measured it.

    >>> from dataclasses import replace
    >>> replace(DEFAULT, near=0.7).near        # an experiment passes it on: trace(…, by=…)
    0.7

What measured them:

- **judged**: `python benchmarks/judged.py INDEX` traces the articles that were judged by hand with
  each number halved and doubled, and counts the lines that are then told otherwise than judged; as
  they are there are 20. `Judged +3 +0` means three more where the number is halved and none where
  it is doubled; `+0 +0` that these articles do not need it, and no more than that.
- **timed**: it bounds time or memory, which `python benchmarks/tracing.py` and `benchmarks/guard`
  measure with all numbers as they are.
- **not measured**: nobody has; what is said is the reason for which it was chosen.

What bounds memory alone (how much is held or remembered at once) stands beside the code that holds
it, and so do the six letters of an n-gram, for which the hash of `grams` is written.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DEFAULT", "Thresholds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What tracing goes by. Characters are those of folded texts."""

    # what is traced at all
    shortest_in_text: int = 12
    """Characters of a quotation that is not shown as one, at least. Judged +55 +46."""
    shortest_in_marks: int = 6
    """Characters of one that is, at least. Judged +58 +14."""
    longest_portion: int = 4000
    """Characters of a region that are compared at once: time grows with the square. Timed."""
    shortest_between_ellipses: int = 6
    """Characters between two ellipses of a quotation that are told. Not measured: what is shorter
    stands everywhere."""
    beside_inner_marks: int = 10
    """Characters beside a claim that must stand in the source with it for its marks to be the
    source's own. Judged +0 +0."""
    letters_beside_inner_marks: int = 6
    """How many of these must be letters. Judged +0 +0."""

    # seeds and chains
    common: int = 1000
    """Places of the collection. An n-gram that stands in more tells nothing by itself; what is
    quoted has others beside it. Timed; `tracing.py --times 1,10` shows what it costs: at ten times
    the laws 27 quotations of 35 are found."""
    most_pairs: int = 50_000
    """Pairs of a place here and a place there that an n-gram makes at most. Timed."""
    widest_gap: int = 32
    """Letters between two runs of a chain, on either side. Judged +3 +0."""
    bridged: float = 0.6
    """Such a gap by the letters on both of its sides that agree, at most: with wider ones a stretch
    would be nearer to chance than to a quotation. Judged +3 +5."""
    slip: int = 3
    """Letters between two runs that are one part of a stitched quotation. Judged +0 +6."""
    flank: int = 40
    """Characters beyond a chain that are compared, on either side. Judged +3 +3."""

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
    gaps of so many in all are found. Timed. Judged +2 +0."""
    island: int = 2
    """Characters that agree between two changes by chance, at most. Judged +0 +0."""
    sea: int = 4
    """Characters of each of these changes, at least. Judged +0 +0."""

    # edges
    scrap: int = 2
    """Letters of a clause that agree by chance: the 的 or 我们 with which it begins. Judged +0
    +3."""
    near_by: int = 4
    """Characters between what agrees and the edge of its clause, for all of the clause to be
    compared. Judged +0 +0."""
    by_chance: int = 2
    """Characters at an edge that agree by chance, at most. Judged +0 +0."""
    completed_same: float = 1 / 2
    """Share of the rest of a clause that must agree for a stretch to take it in, of one that stands
    in its source word for word. Judged +0 +0."""
    completed_changed: float = 1 / 3
    """The same, of a stretch that was changed already. Judged +0 +2."""

    # candidates
    looked_at: int = 40
    """Paragraphs that are compared with a text: those that share most with it. Timed."""
    as_much: float = 0.6
    """Share of what the best candidate has in common with a text: what has less is not as near to
    it. Judged +0 +27."""
    long_enough: float = 0.3
    """Share of a text. A place that is shorter cannot resemble it: nothing is compared. Timed."""
    as_near: float = 0.1
    """Similarity. A source that is less near than the nearest by more is another sentence. Judged
    +0 +0."""
    bigrams_looked_up: int = 32
    """The rarest bigrams of a text by which paragraphs are looked for that share no n-gram with it.
    Timed."""
    most_postings: int = 200_000
    """Postings of these bigrams in all, at most. Timed."""
    likeliest: int = 4
    """Of the paragraphs that resemble a text, so many are compared with it. Timed."""

    # verdicts
    near: float = 0.6
    """Similarity. What is so similar to a passage was made of it. Judged +8 +66."""
    near_if_short: float = 0.9
    """Similarity that a text of no length would need: a short one must be more similar. Judged +5
    +54."""
    less_a_character: float = 1 / 80
    """By how much less, for each character, down to `near`. Judged +4 +5."""
    longest_edit: int = 22
    """Characters. Where more in a row were changed, added or left out, what stands on both sides
    are two quotations. Judged +20 +10."""
    resembling: float = 0.3
    """Similarity. What is less similar is not worth being named as the nearest. Judged +0 +0."""
    wholly: float = 0.9
    """Share of a quotation that must stand in several passages for it to be stitched of them, where
    it also resembles a single passage. Judged +0 +3."""
    mostly: float = 0.4
    """The same, where it does not. Judged +0 -2."""
    part: int = 12
    """Characters. A shorter part of a quotation says nothing about where it is from. Judged +20
    +12."""

    # set phrases
    speeches_of_a_phrase: int = 3
    """A phrase that stands in so many speeches is everybody's. Judged +31 +3."""
    longest_phrase: int = 24
    """Characters; what is as long is quoted even where many speeches have it. Judged +26 +0."""
    surrounded: int = 5
    """Letters of a clause; where more stand beside what agrees, it is a part of another sentence,
    such as a name. Judged +1 +4."""


DEFAULT = Thresholds()
