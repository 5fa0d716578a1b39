"""Where does a clause stand in a paragraph? The one question that everything exact is built on.

Patterns are compared with folded text. Each has

    matches(folded)   the spans of the folded text that match, leftmost, without overlap
    alternatives      what a text must hold to match: all strings of at least one of these tuples;
                      `((),)` where that is not known

and the modules say how:

literal           a string
gapped            a wildcard: strings with gaps
either            one of several strings or wildcards
near              two of these within a distance
regular, regex_source, required, time_budget     a regular expression
making            the pattern of a clause
alternatives      what a text must hold, put together
spans             spans of the original text, which is what is highlighted
"""

from typing import TYPE_CHECKING, Any

from searcher.patterns.literal import Literal
from searcher.patterns.making import Pattern, pattern_of
from searcher.patterns.spans import spans_of
from searcher.patterns.time_budget import TimeBudget

if TYPE_CHECKING:
    from searcher.patterns.either import Either
    from searcher.patterns.gapped import Gapped
    from searcher.patterns.near import Near

__all__ = [
    "Either",
    "Gapped",
    "Literal",
    "Near",
    "Pattern",
    "TimeBudget",
    "pattern_of",
    "spans_of",
]

_RARE = {
    "Either": "searcher.patterns.either",
    "Gapped": "searcher.patterns.gapped",
    "Near": "searcher.patterns.near",
}
"""Where the patterns live that most queries have none of, and are loaded only for those that do."""


def __getattr__(name: str) -> Any:
    if name in _RARE:
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(_RARE[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
