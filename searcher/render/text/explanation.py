"""Explanations for people.

20 段（全库 505 段）

 20  同时满足（AND）
 41  ├ 核心技术  文字
     │ 查法：由双字索引（心技 41、核心 63）得候选 41 段，核对原文，41 段确有
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from shlex import quote
from typing import Any, Final

from indexer.model.fields import CLAUSES, ROWS
from indexer.wording import language, listed, say
from searcher.answers.results import Suggestion
from searcher.explain.explanation import (
    Clause,
    Conflict,
    Counted,
    Everywhere,
    Explanation,
    NoMatchReason,
    NoSuchChapter,
    NoSuchDate,
    NoSuchPattern,
    NoSuchString,
    NoSuchValue,
    Route,
    TooFarApart,
)
from searcher.language.escaping import QUOTES
from searcher.render.json.lists import clauses_apart, sentences, with_and
from searcher.render.text.dates import known_range
from searcher.render.text.messages import field_label
from searcher.render.typeset.page import Page, paint
from searcher.render.typeset.visible import visible
from searcher.render.typeset.wrapping import wrapped

_JOINING: Final = frozenset(("and", "or", "not"))
_FIELD: Final = re.compile(rf"(?P<not>NOT )?(?P<name>{'|'.join(row.name for row in CLAUSES)}):")

_LONGEST: Final = 80
"""Of a longer text only the beginning is shown."""

_MOST_WORDS: Final = 20
_MOST_NAMED: Final = 4
_STEP: Final = "  "
"""How far the facts about a clause are indented below it."""

_NARROWEST: Final = 20
"""So many columns are left to a clause, however deep it stands."""


def explanation_lines(explanation: Explanation, page: Page, command: str) -> Iterator[str]:
    """The lines of an explanation.

    Args:
        explanation: what to show.
        page: where it is shown.
        command: the command that asks the same index, to which a query is added. Such lines alone
            may be wider than the page, so that they can be copied.
    """
    yield from _painted(_summary(explanation), page, page.palette.heading)
    if explanation.canonical != explanation.query:
        read_as = say("explanation.read_as", query=_short(explanation.canonical))
        yield from _painted(read_as, page, page.palette.faint)
    yield ""
    width = max(3, *(len(str(total)) for total in _totals(explanation)))
    yield from _tree_lines(explanation.tree, page, width, "", "")
    related = _related(explanation)
    if related:
        yield ""
        yield from _painted(related, page, page.palette.faint)
    if not explanation.total:
        yield ""
        yield from _painted(say("explanation.why"), page, page.palette.heading)
        for text in _reason_texts(explanation.reasons):
            yield from _item(text, page)
    if explanation.suggestions:
        yield ""
        yield from _painted(say("explanation.instead"), page, page.palette.heading)
        for suggestion in explanation.suggestions:
            number = paint(str(suggestion.total).rjust(width), page.palette.heading)
            yield f"{number}  {visible(f'{command} {quote(suggestion.query)}')}"


def _summary(explanation: Explanation) -> str:
    found, every = explanation.total, explanation.paragraphs
    return say("explanation.summary", count=found, paragraphs=every)


def _totals(explanation: Explanation) -> Iterator[int]:
    yield from (suggestion.total for suggestion in explanation.suggestions)
    yield from _clause_totals(explanation.tree)


def _clause_totals(clause: Clause) -> Iterator[int]:
    yield clause.total or 0
    for part in clause.clauses:
        yield from _clause_totals(part)


def _tree_lines(clause: Clause, page: Page, width: int, first: str, others: str) -> Iterator[str]:
    """The lines of a clause and of what it joins.

    Args:
        width: of the column of numbers.
        first: the lines of the tree before the clause; `others`: before what follows it.
    """
    most = max(0, page.width - width - 2 - _NARROWEST)
    first, others = first[-most:] if most else "", others[-most:] if most else ""
    room = page.width - width - 2 - len(first)
    number = "?" if clause.total is None else str(clause.total)
    colour = page.palette.heading if clause.total else page.palette.found
    margin = paint(number.rjust(width), colour) + "  " + first
    for line in wrapped(_label(clause), room):
        yield margin + paint(line, page.palette.id)
        margin = " " * (width + 2) + others
    parts = clause.clauses
    margin = " " * (width + 2) + others + ("│ " if parts else _STEP)
    for fact in _facts(clause):
        for line in wrapped(visible(fact), page.width - width - 2 - len(others) - len(_STEP)):
            yield margin + paint(line, page.palette.faint)
    for at, part in enumerate(parts):
        last = at == len(parts) - 1 and not clause.omitted
        tick, bar = ("└ ", "  ") if last else ("├ ", "│ ")
        yield from _tree_lines(part, page, width, others + tick, others + bar)
    if clause.omitted:
        omitted = say("explanation.omitted", count=clause.omitted)
        yield f"{' ' * (width + 2)}{others}└ {omitted}"


def _label(clause: Clause) -> str:
    kind = say(f"explanation.kind.{clause.kind}")
    if clause.kind in _JOINING:
        return kind
    tag = say("explanation.filter", kind=kind) if clause.filter else kind
    return f"{_shown(clause.query)}  {tag}"


def _facts(clause: Clause) -> Iterator[str]:
    if clause.folded is not None:
        yield say("explanation.folded", folded=_short(clause.folded))
    if clause.route is not None:
        yield say("explanation.route", route=_route_text(clause, clause.route))
    if clause.words:
        words = _with_totals(clause.words[:_MOST_WORDS])
        if len(clause.words) > _MOST_WORDS:
            yield say("explanation.words_first", words=words, count=len(clause.words))
        else:
            yield say("explanation.words", words=words)


def _route_text(clause: Clause, route: Route) -> str:
    if route.kind == "values":
        return _values_text(clause, route)
    if route.kind == "number":
        return say("explanation.by_number")
    if route.kind == "dates":
        return say("explanation.by_date")
    if route.kind in ("character", "bigram"):
        return say("explanation.by_term", index=_index_of(route.terms))
    return _candidates_text(clause, route)


def _candidates_text(clause: Clause, route: Route) -> str:
    missing = [term.text for term in route.terms if not term.total]
    if missing and not route.candidates:
        term = visible(missing[0])
        return say("explanation.absent", index=_index_of(route.terms), term=term)
    if clause.total is None:
        found = say("explanation.uncounted")
    else:
        found = say("explanation.found", count=clause.total)
    candidates = route.candidates
    if not route.terms:
        return say("explanation.all", candidates=candidates, found=found)
    index, terms = _index_of(route.terms), _with_totals(route.terms)
    how = "explanation.scan" if route.kind == "scan" else "explanation.candidates"
    return say(how, index=index, terms=terms, candidates=candidates, found=found)


def _index_of(terms: Sequence[Counted]) -> str:
    """What the index of terms of one character, of two, or of both is called."""
    sizes = sorted({min(len(term.text), 2) for term in terms})
    return say(f"explanation.index.{'.'.join(map(str, sizes))}")


def _values_text(clause: Clause, route: Route) -> str:
    field = field_label(clause.query.partition(":")[0])
    if not route.value_count:
        return say("explanation.no_value", field=field)
    how = "values_first" if route.value_count > len(route.values) else "values"
    values = _counted(route.values)
    return say(f"explanation.{how}", field=field, count=route.value_count, values=values)


def _related(explanation: Explanation) -> str:
    """What related paragraphs are ranked by."""
    if any(clause.words for clause in _leaves(explanation.tree)):
        return say("explanation.ranked")
    return ""


def _leaves(clause: Clause) -> Iterator[Clause]:
    yield clause
    for part in clause.clauses:
        yield from _leaves(part)


def _reason_texts(reasons: Sequence[NoMatchReason]) -> Iterator[str]:
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
        yield say("explanation.string_parts", parts=_counted(reason.parts))
    if reason.similar:
        yield say("explanation.string_similar", similar=_counted(reason.similar))
    if reason.fields:
        yield say("explanation.string_fields", fields=_suggested(*reason.fields))
    if not reason.complete:
        yield say("explanation.string_unfinished")


def _pattern_texts(reason: NoSuchPattern) -> Iterator[str]:
    yield say("explanation.pattern", clause=_quoted(reason.clause))
    if reason.pieces:
        yield say("explanation.pattern_pieces", pieces=_counted(reason.pieces))
    if reason.together and len(reason.pieces) > 1:
        yield say("explanation.pattern_together", count=reason.together)


def _near_texts(reason: TooFarApart) -> Iterator[str]:
    clause = _quoted(reason.clause)
    if not reason.together:
        yield say("explanation.near_neither", clause=clause)
        return
    yield say("explanation.near", clause=clause, count=reason.together)
    if reason.nearest:
        yield say("explanation.near_wider", clause=_suggested(reason.nearest))
    if reason.swapped:
        yield say("explanation.near_swapped", clause=_suggested(reason.swapped))


def _value_texts(reason: NoSuchValue) -> Iterator[str]:
    field, value = field_label(reason.field), _quoted(_value(reason.clause))
    if reason.value_count:
        yield say("explanation.value", field=field, count=reason.value_count, value=value)
    else:
        yield say("explanation.value_of_none", field=field, value=value)
    if reason.parts:
        yield say("explanation.value_parts", parts=_counted(reason.parts))
    if reason.values:
        yield say("explanation.value_nearest", values=_counted(reason.values))
    if reason.elsewhere:
        yield say("explanation.value_elsewhere", elsewhere=_suggested(*reason.elsewhere))


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
        yield say("explanation.date_before", clause=_suggested(reason.before))
    if reason.after:
        yield say("explanation.date_after", clause=_suggested(reason.after))


def _everywhere_texts(reason: Everywhere) -> Iterator[str]:
    yield say("explanation.everywhere", clause=_quoted(reason.clause))


def _value(clause: str) -> str:
    """The value of a clause that names a field."""
    return _short(clause.partition(":")[2])


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
    shown = _shown(clause)
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


def _with_totals(counted: Sequence[Counted]) -> str:
    """`核心 63、技术 127`."""
    return listed(f"{_short(one.text)} {one.total}" for one in counted)


def _counted(counted: Sequence[Counted]) -> str:
    """`核心（63 段）、技术（127 段）`."""
    return listed(
        say("explanation.counted", text=_short(one.text), count=one.total) for one in counted
    )


def _suggested(*suggestions: Suggestion) -> str:
    return listed(
        say("explanation.counted", text=_shown(one.query), count=one.total) for one in suggestions
    )


def _shown(query: str) -> str:
    """The beginning of a clause, in Chinese messages with the Chinese name of its field."""
    prefix = _FIELD.match(query) if language() == "zh" else None
    if prefix:
        query = f"{prefix['not'] or ''}{ROWS[prefix['name']].alias}：{query[prefix.end() :]}"
    return _short(query)


def _short(text: str) -> str:
    return visible(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…")


def _painted(text: str, page: Page, colour: str) -> Iterator[str]:
    for line in wrapped(text, page.width):
        yield paint(line, colour)


def _item(text: str, page: Page) -> Iterator[str]:
    """The lines of a text behind a dot."""
    margin = "· "
    for line in wrapped(visible(text), page.width - 2):
        yield margin + line
        margin = "  "
