"""What agrees with the collection and is no quotation: set phrases, names, ends of sentences.

实现中华民族伟大复兴的中国梦 · 在网络安全和信息化工作座谈会上 · 中央网络安全和信息化委员会
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.records import Record
from indexer.text.marks import FOLDED_CLAUSE_ENDS
from searcher.results import Span
from searcher.tracing.letters import is_letter

_MANY = 3
"""A phrase that stands in so many speeches, or more, is everybody's."""

_LONGEST = 24
"""Folded characters; what is as long is quoted even where many speeches have it."""

_SURROUNDED = 5
"""Letters of a clause; where more of them stand beside what agrees, it is a part of another
sentence, such as a name."""

_MARK = re.compile(f"[{FOLDED_CLAUSE_ENDS}]")

_OCCASION = re.compile(
    rf"在?[^{FOLDED_CLAUSE_ENDS}]{{2,}}(?:会|会议|大会|讲话|仪式|活动|学习|考察|期间)(?:上|中|时)?"
)


def is_phrase(text: str, span: Span, records: Iterable[Record]) -> bool:
    """Whether what stands at `span` of a folded text, and in these paragraphs, is quoted from none.

    Only what is short can be.
    """
    start, end = span
    if end - start >= _LONGEST:
        return False
    return (
        _is_surrounded(text, span)
        or _in_title(text, span)
        or _OCCASION.fullmatch(text, start, end) is not None
        or _stands_in_many(records)
    )


def _is_surrounded(text: str, span: Span) -> bool:
    if _MARK.search(text, *span):  # it is more than a part of a clause
        return False
    before = text[max(0, span[0] - _SURROUNDED - 1) : span[0]]
    behind = text[span[1] : span[1] + _SURROUNDED + 1]
    return any(
        len(beside) > _SURROUNDED and all(map(is_letter, beside)) for beside in (before, behind)
    )


def _in_title(text: str, span: Span) -> bool:
    return text.rfind("《", 0, span[0]) > text.rfind("》", 0, span[0])


def _stands_in_many(records: Iterable[Record]) -> bool:
    speeches = {
        (record.speech, record.date) if record.speech is not None else (record.doc, None)
        for record in records
    }
    return len(speeches) >= _MANY
