"""Where somebody hands on what another person has said, somewhere else and on another day.

>>> words = "2021年10月10日，李建明说，习近平总书记强调，□□□□。"
>>> words[others_words(words, 0, len(words)) :]
'习近平总书记强调，□□□□。'
"""

from __future__ import annotations

import re
from functools import lru_cache

from indexer.text.marks import CLAUSE_ENDS, SENTENCE_ENDS
from searcher.claims.lexicon import listed, plain
from searcher.claims.persons import KEPT, LISTED, Persons, subjects
from searcher.claims.reporting import iter_statements, whole_report
from searcher.claims.thresholds import DEFAULT
from searcher.claims.wording import HIDDEN


@lru_cache(KEPT)
def _hands_on(persons: Persons) -> re.Pattern[str]:
    """A verb by which his words are repeated."""
    him = persons.named("persons.him", "offices.him")
    return re.compile(rf"{plain('verbs.hands_on')}[了起到]?(?=[^{CLAUSE_ENDS}]{{0,12}}{him})")


@lru_cache(KEPT)
def _him(persons: Persons) -> frozenset[str]:
    return frozenset((*listed("persons.him", "offices.him"), *persons.others, "他", "她"))


@lru_cache(KEPT)
def _his(persons: Persons) -> re.Pattern[str]:
    """A quotation beside his name (要落实总书记“…”的要求)."""
    him = persons.named("persons.him", "offices.alone")
    return re.compile(rf"{him}[^{SENTENCE_ENDS}]{{0,20}}?{HIDDEN}")


def others_words(words: str, start: int, end: int, persons: Persons = LISTED) -> int | None:
    """Where in a sentence words of another person than the one who speaks begin, with his name.

    Args:
        words: a paragraph as its author's `own_words`.
        start: where a sentence of it begins; `end` is where it ends.
        persons: whose words may be handed on.
    """
    report = whole_report(words, start, end, persons)
    verb = report.verb if report else end
    places = [cites.end() for cites in _hands_on(persons).finditer(words, start, verb)]
    if report is not None:
        places += [
            outer.said
            for outer in iter_statements(
                words, max(start, verb - DEFAULT.between_verbs), verb, persons
            )
            if subjects(words, outer.said, verb, persons)
        ]
    return max(places) if places else _his_in_a_statement(words, start, end, persons)


def _his_in_a_statement(words: str, start: int, end: int, persons: Persons) -> int | None:
    """Where his name stands in the first statement, beside a quotation, if another makes it."""
    first = next(iter_statements(words, start, end, persons), None)
    if first is None or _him(persons) & subjects(words, start, first.verb, persons):
        return None
    his = _his(persons).search(words, first.said, end)
    return his.start() if his else None
