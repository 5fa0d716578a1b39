"""The numbers that decide what tracing finds, each with its unit and with what measured it.

    >>> from dataclasses import replace
    >>> replace(DEFAULT, near=0.7).near        # an experiment passes it on: trace(…, by=…)
    0.7

How texts are compared is decided by the numbers of `searcher.textmatch.thresholds`, which these
extend; there it is said what "judged" and "timed" mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from searcher.textmatch import thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds(thresholds.Thresholds):
    """What tracing goes by. Characters are those of folded texts."""

    # what is traced at all
    shortest_in_text: int = 12
    """Characters of a quotation that is not shown as one, at least. Judged +55 +46."""
    shortest_in_marks: int = 6
    """Characters of one that is, at least. Judged +58 +14."""
    longest_portion: int = 4000
    """Characters of a region that are compared at once: time grows with the square. Timed."""
    shortest_between_ellipses: int = 6
    """Characters between two ellipses of a quotation for them to be traced, at least. Not measured:
    what is shorter occurs everywhere."""
    beside_inner_marks: int = 10
    """Characters beside a claim that the source must contain with it for its marks to be the
    source's own. Judged +0 +0."""
    letters_beside_inner_marks: int = 6
    """How many of these must be letters. Judged +0 +0."""

    beside_mark: int = 8
    """Characters on each side of what may be the mark of a note by which the source is asked
    whether it is its own. Not measured."""

    # stretches
    flank: int = 40
    """Characters beyond a chain that are compared, on either side. Judged +3 +3."""

    # clauses that are completed
    near_by: int = 4
    """Characters between what agrees and the edge of its clause, for all of the clause to be
    compared. Judged +0 +0."""
    by_chance: int = 2
    """Characters at an edge that agree by chance, at most. Judged +0 +0."""
    completed_same: float = 1 / 2
    """Share of the rest of a clause that must agree for a stretch to take it in, of one that occurs
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
    likeliest: int = 4
    """Of the paragraphs that resemble a text, how many are compared with it. Timed."""

    # verdicts
    near: float = 0.6
    """Similarity. What is at least as similar to a passage was made of it. Judged +8 +66."""
    near_if_short: float = 0.9
    """Similarity that a text of no length would need: a short one must be more similar. Judged +5
    +54."""
    less_a_character: float = 1 / 80
    """By how much less, for each character, down to `near`. Judged +4 +5."""
    longest_edit: int = 22
    """Characters. Where more in a row were changed, added or left out, what is on both sides
    is two quotations. Judged +20 +10."""
    resembling: float = 0.3
    """Similarity. What is less similar is not worth being named as the nearest. Judged +0 +0."""
    wholly: float = 0.9
    """Share of a quotation that several passages must contain for it to be stitched of them, where
    it also resembles a single passage. Judged +0 +3."""
    mostly: float = 0.4
    """The same, where it does not. Judged +0 -2."""
    part: int = 12
    """Characters. A shorter part of a quotation says nothing about where it is from. Judged +20
    +12."""

    # set phrases
    speeches_of_a_phrase: int = 3
    """A phrase that occurs in at least this number of speeches is everybody's. Judged +31 +3."""
    longest_phrase: int = 24
    """Characters; what is as long is quoted even where many speeches have it. Judged +26 +0."""
    surrounded: int = 5
    """Letters of a clause; where more are beside what agrees, it is a part of another sentence,
    such as a name. Judged +1 +4."""


DEFAULT = Thresholds()
