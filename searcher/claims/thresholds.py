"""The numbers that decide how far the rules about an article look, each with its unit.

None of them was measured by itself. What all rules together give is compared with what editors
have judged: `python -m pytest tests/searcher/tracing/test_judged.py` shows which attributions are
as they were judged, and `tests/searcher/claims` pins single sentences. A pattern takes its
numbers when it is made, so an experiment changes them here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """What the rules go by. Characters are those of the article. Not measured: see above."""

    before_a_quotation: int = 200
    """Characters of a sentence that are looked at for what it says of a quotation."""
    beside_a_date: int = 48
    """Characters beside a date that are looked at for a paper."""
    longest_clause: int = 100
    """Characters before a verb that are looked at for its subject."""
    longest_statement: int = 200
    """Characters after a verb that decide whether a statement follows."""
    clauses_back: int = 4
    """Clauses between a subject and its verb, at most (在听取汇报后，强调)."""
    between_verbs: int = 200
    """Characters between the verb of who hands words on and of whose they are, at most."""
    longest_occasion: int = 60
    """Characters of the name of an occasion, at most."""
    frames_kept: int = 8
    """Frames of an article that an occasion without a name can point back to."""
    shortest_core: int = 4
    """Characters of a name that say more than which kind of occasion it was; twice as many are
    compared with gaps."""
    reported_after: timedelta = timedelta(days=1)
    """The time after which a newspaper reports a speech; some give the date of the report."""
    event: timedelta = timedelta(days=3)
    """The days of one event are no farther apart; its words may be dated by any of them."""


DEFAULT = Thresholds()
