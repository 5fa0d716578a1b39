"""The quotation marks of a paragraph as its author means them: with those that he never closes.

    >>> quoted = read_marks("他说：“要加快网络立法进程。", "")
    >>> quoted.pairs
    ((3, 14),)

A mark that is never closed means something in two cases: where the next paragraph takes it up, and
where a quotation begins at it, right behind a reporting verb. Such a quotation, whose closing mark
was lost, goes on to the end of its paragraph, to a mark of another kind that may stand for the lost
one, or to where the author of the article plainly speaks himself again.
A mark behind which others open and close leaves too much doubt.
"""

from __future__ import annotations

import re

from indexer.text.marks import DOUBLE_QUOTES, SENTENCE_ENDS, SINGLE_OPENING
from searcher.claims.marks import Marks, pair_marks, with_continued
from searcher.claims.persons import LISTED, Persons
from searcher.claims.reported import end_of_speech
from searcher.claims.reporting import find_report
from searcher.claims.wording import own_words

_ANY = re.compile(f"[{DOUBLE_QUOTES}]")


def read_marks(text: str, following: str, persons: Persons = LISTED) -> Marks:
    """The marks of a paragraph, in time linear in its length.

    Args:
        text: the paragraph.
        following: the next paragraph, empty without one.
        persons: who can speak.
    """
    marks = with_continued(text, pair_marks(text), following)
    mark = marks.unclosed
    if mark is None:
        return marks
    before = tuple(pair for pair in marks.pairs if pair[1] <= mark)
    behind = marks.pairs[len(before) :]
    if any(text[start] not in SINGLE_OPENING for start, _ in behind):
        return marks
    shown = own_words(text, Marks((*before, (mark, len(text))), None))
    sentence = max(shown.rfind(end, 0, mark) for end in SENTENCE_ENDS) + 1
    if find_report(shown, sentence, len(text), persons) != mark:
        return marks
    end = end_of_speech(own_words(text, marks), mark, persons)
    other = _ANY.search(text, mark + 1, end)
    return Marks((*before, (mark, other.start() if other else end)), None)
