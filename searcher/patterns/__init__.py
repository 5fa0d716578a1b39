"""Where a clause occurs in a paragraph: the one question that everything exact is built on.

Patterns are compared with folded text. Each has

    matches(folded)   the spans of the folded text that match, leftmost, without overlap
    alternatives      what a text must contain to match: all strings of at least one of these
                      tuples; `((),)` where that is not known

and the modules say how:

literal        a string; and what all patterns share: spans, alternatives
gapped         a wildcard: strings with gaps
near           two strings or wildcards, or one of several, within a distance
regular        a regular expression
time_budget    how long regular expressions may take
making         the pattern of a clause
in_bulk        how often a pattern occurs in each of many texts

Of these a search loads what its clauses need.
"""

from searcher.patterns.literal import Literal, spans_of
from searcher.patterns.making import Pattern, pattern_of
from searcher.patterns.time_budget import TimeBudget

__all__ = ["Literal", "Pattern", "TimeBudget", "pattern_of", "spans_of"]
