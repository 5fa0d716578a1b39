"""What agrees with the collection and is no quotation: set phrases, names, ends of sentences.

实现中华民族伟大复兴的中国梦 · 在网络安全和信息化工作座谈会上 · 中央网络安全和信息化委员会
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from indexer.model.records import Record
from indexer.text.marks import FOLDED_CLAUSE_ENDS
from indexer.text.span import Span
from searcher.textmatch.letters import is_letter
from searcher.tracing.thresholds import DEFAULT, Thresholds

_MARK = re.compile(f"[{FOLDED_CLAUSE_ENDS}]")

_OCCASION = re.compile(
    rf"在?[^{FOLDED_CLAUSE_ENDS}]{{2,}}(?:会|会议|大会|讲话|仪式|活动|学习|考察|期间)(?:上|中|时)?"
)


def is_phrase(text: str, span: Span, records: Iterable[Record], by: Thresholds = DEFAULT) -> bool:
    """Whether `text[start:end]`, which occurs in these paragraphs, is quoted from none of them.

    Only what is short can be.

    Args:
        text: folded; `span` is where in it.
        records: the paragraphs.
    """
    start, end = span
    if end - start >= by.longest_phrase:
        return False
    return (
        _is_surrounded(text, span, by.surrounded)
        or _in_title(text, span)
        or _OCCASION.fullmatch(text, start, end) is not None
        or len(_speeches(records)) >= by.speeches_of_a_phrase
    )


def _is_surrounded(text: str, span: Span, most: int) -> bool:
    if _MARK.search(text, *span):  # it is more than a part of a clause
        return False
    before = text[max(0, span[0] - most - 1) : span[0]]
    after = text[span[1] : span[1] + most + 1]
    return any(len(beside) > most and all(map(is_letter, beside)) for beside in (before, after))


def _in_title(text: str, span: Span) -> bool:
    return text.rfind("《", 0, span[0]) > text.rfind("》", 0, span[0])


def _speeches(records: Iterable[Record]) -> set[object]:
    """The speeches, or where there are none the documents, that paragraphs are of."""
    return {
        (record.speech, record.date) if record.speech is not None else (record.doc, None)
        for record in records
    }
