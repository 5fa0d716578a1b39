"""Where somebody hands on what another person has said, somewhere else and on another day.

>>> words = "2021年10月10日，李建明说，习近平总书记强调，□□□□。"
>>> words[others_words(words, 0, len(words)) :]
'习近平总书记强调，□□□□。'
"""

from __future__ import annotations

import re

from searcher.claims.persons import subjects
from searcher.claims.reporting import iter_statements, whole_report
from searcher.claims.wording import CLAUSE_END, HIDDEN, SENTENCE_END

_BETWEEN = 200
"""So many characters lie at most between the verbs of the one and of the other."""

_CITES = re.compile(
    r"(?:引用|援引|引述|重温|转述|复述|回忆|想起|记得)[了起到]?"
    rf"(?=[^{CLAUSE_END}]{{0,12}}(?:习近平|总书记|主席))"
)
_HIM = frozenset(("习近平", "总书记", "主席", "他", "她"))
_HIS = re.compile(rf"(?:习近平|总书记)[^{SENTENCE_END}]{{0,20}}?{HIDDEN}")
"""A quotation beside his name (要落实总书记“…”的要求)."""


def others_words(words: str, start: int, end: int) -> int | None:
    """Where in a sentence words of another person than the one who speaks begin, with his name.

    Args:
        words: a paragraph as its author's `own_words`.
        start: where a sentence of it begins; `end` is where it ends.
    """
    report = whole_report(words, start, end)
    verb = report.verb if report else end
    places = [cites.end() for cites in _CITES.finditer(words, start, verb)]
    if report is not None:
        places += [
            outer.said
            for outer in iter_statements(words, max(start, verb - _BETWEEN), verb)
            if subjects(words, outer.said, verb)
        ]
    return max(places) if places else _his_in_a_statement(words, start, end)


def _his_in_a_statement(words: str, start: int, end: int) -> int | None:
    """Where his name stands in the first statement, beside a quotation, if another makes it."""
    first = next(iter_statements(words, start, end), None)
    if first is None or _HIM & subjects(words, start, first.verb):
        return None
    his = _HIS.search(words, first.said, end)
    return his.start() if his else None
