"""Why a query finds nothing, for people, and how its clauses are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from indexer.model.fields import CLAUSES, ROWS
from indexer.wording import language, listed, say
from searcher.answers.results import Suggestion
from searcher.explain.explanation import (
    Conflict,
    Counted,
    Everywhere,
    NoMatchReason,
    NoSuchChapter,
    NoSuchDate,
    NoSuchPattern,
    NoSuchString,
    NoSuchValue,
    TooFarApart,
)
from searcher.language.query import QUOTES
from searcher.render.text.dates import known_range
from searcher.render.text.messages import clauses_apart, field_label, sentences, with_and
from searcher.render.typeset.characters import visible

_FIELD: Final = re.compile(rf"(?P<not>NOT )?(?P<name>{'|'.join(row.name for row in CLAUSES)}):")

_LONGEST: Final = 80
"""Of a longer text only the beginning is shown."""

_MOST_NAMED: Final = 4


def reason_texts(reasons: Sequence[NoMatchReason]) -> Iterator[str]:
    """The reasons, each in a few sentences."""
    if not reasons:
        yield say("explanation.complex")
    conflicts = [reason for reason in reasons if isinstance(reason, Conflict)]
    for reason in reasons:
        if not isinstance(reason, Conflict):
            yield sentences(_TEXTS[type(reason)](reason))
    alone = len(conflicts) == len(reasons)
    key = "explanation.conflict" if alone else "explanation.conflict_besides"
    for clause in dict.fromkeys(conflict.clause for conflict in conflicts):
        ways = [_way_text(conflict) for conflict in conflicts if conflict.clause == clause]
        yield say(key, ways=clauses_apart(ways))


def _way_text(conflict: Conflict) -> str:
    key = "explanation.without_filters" if conflict.filters else "explanation.without"
    return say(key, clauses=_all_quoted(conflict.without), count=conflict.total)


def _string_texts(reason: NoSuchString) -> Iterator[str]:
    yield say("explanation.string", clause=_quoted(reason.clause))
    if reason.parts:
        yield say("explanation.string_parts", parts=counted_texts(reason.parts))
    if reason.similar:
        yield say("explanation.string_similar", similar=counted_texts(reason.similar))
    if reason.fields:
        yield say("explanation.string_fields", fields=_suggestion_texts(*reason.fields))
    if not reason.complete:
        yield say("explanation.string_unfinished")


def _pattern_texts(reason: NoSuchPattern) -> Iterator[str]:
    yield say("explanation.pattern", clause=_quoted(reason.clause))
    if reason.pieces:
        yield say("explanation.pattern_pieces", pieces=counted_texts(reason.pieces))
    if reason.together and len(reason.pieces) > 1:
        yield say("explanation.pattern_together", count=reason.together)


def _near_texts(reason: TooFarApart) -> Iterator[str]:
    clause = _quoted(reason.clause)
    if not reason.together:
        yield say("explanation.near_neither", clause=clause)
        return
    yield say("explanation.near", clause=clause, count=reason.together)
    if reason.nearest:
        yield say("explanation.near_wider", clause=_suggestion_texts(reason.nearest))
    if reason.swapped:
        yield say("explanation.near_swapped", clause=_suggestion_texts(reason.swapped))


def _value_texts(reason: NoSuchValue) -> Iterator[str]:
    field, value = field_label(reason.field), _quoted(_value(reason.clause))
    if reason.value_count:
        yield say("explanation.value", field=field, count=reason.value_count, value=value)
    else:
        yield say("explanation.value_of_none", field=field, value=value)
    if reason.parts:
        yield say("explanation.value_parts", parts=counted_texts(reason.parts))
    if reason.values:
        yield say("explanation.value_nearest", values=counted_texts(reason.values))
    if reason.elsewhere:
        yield say("explanation.value_elsewhere", elsewhere=_suggestion_texts(*reason.elsewhere))


def _chapter_texts(reason: NoSuchChapter) -> Iterator[str]:
    clause = _quoted(reason.clause)
    if reason.numbers:
        yield say("explanation.chapter", clause=clause, numbers=_ranges(reason.numbers))
    else:
        yield say("explanation.chapter_unnumbered", clause=clause)


def _date_texts(reason: NoSuchDate) -> Iterator[str]:
    known = known_range(reason.earliest, reason.latest)
    if not known:
        yield say("explanation.undated")
        return
    yield say("explanation.date", days=_value(reason.clause), known=known)
    if reason.before:
        yield say("explanation.date_before", clause=_suggestion_texts(reason.before))
    if reason.after:
        yield say("explanation.date_after", clause=_suggestion_texts(reason.after))


def _everywhere_texts(reason: Everywhere) -> Iterator[str]:
    yield say("explanation.everywhere", clause=_quoted(reason.clause))


def _value(clause: str) -> str:
    """The value of a clause that names a field."""
    return short_text(clause.partition(":")[2])


_TEXTS: Final[dict[type, Callable[[Any], Iterator[str]]]] = {
    NoSuchString: _string_texts,
    NoSuchPattern: _pattern_texts,
    TooFarApart: _near_texts,
    NoSuchValue: _value_texts,
    NoSuchChapter: _chapter_texts,
    NoSuchDate: _date_texts,
    Everywhere: _everywhere_texts,
}


def _all_quoted(clauses: Sequence[str]) -> str:
    named = list(map(_quoted, clauses[:_MOST_NAMED]))
    if len(clauses) > _MOST_NAMED:
        first = listed(named)
        return say("explanation.clauses_first", clauses=first, count=len(clauses))
    return with_and(named)


def _quoted(clause: str) -> str:
    shown = shown_clause(clause)
    return shown if shown[0] in QUOTES else f"“{shown}”"


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers with neighbours joined: `1–9、12`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return listed(str(low) if low == high else f"{low}–{high}" for low, high in runs)


def counted_texts(counted: Sequence[Counted]) -> str:
    """`核心（63 段）、技术（127 段）`."""
    return listed(
        say("explanation.counted", text=short_text(one.text), count=one.total) for one in counted
    )


def _suggestion_texts(*suggestions: Suggestion) -> str:
    return listed(
        say("explanation.counted", text=shown_clause(one.query), count=one.total)
        for one in suggestions
    )


def shown_clause(query: str) -> str:
    """The beginning of a clause, in Chinese messages with the Chinese name of its field."""
    prefix = _FIELD.match(query) if language() == "zh" else None
    if prefix:
        query = f"{prefix['not'] or ''}{ROWS[prefix['name']].alias}：{query[prefix.end() :]}"
    return short_text(query)


def short_text(text: str) -> str:
    """A text, or the beginning of a long one, safe to show."""
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")
