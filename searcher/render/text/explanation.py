"""Explanations for people: what each clause finds and how, as a tree.

20 段（全库 505 段）

 20  同时满足（AND）
 41  ├ 核心技术  文字
     │ 查法：由双字索引（心技 41、核心 63）得候选 41 段，核对原文，41 段确有
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from shlex import quote
from typing import Final

from indexer.wording import listed, say
from searcher.explain.explanation import Clause, Counted, Explanation, Route
from searcher.render.text.messages import as_text_text, dropped_marks_text, field_label
from searcher.render.text.reasons import counted_texts, reason_texts, short_text, shown_clause
from searcher.render.typeset.characters import visible
from searcher.render.typeset.page import Page, paint, painted_lines
from searcher.render.typeset.wrapping import wrapped

_JOINING: Final = frozenset(("and", "or", "not"))

_MOST_WORDS: Final = 20
_STEP: Final = "  "
"""How far the facts about a clause are indented below it."""

_NARROWEST: Final = 20
"""At least as many columns are left to a clause, however deep it is."""


def explanation_lines(explanation: Explanation, page: Page, command: str) -> Iterator[str]:
    """The lines of an explanation.

    Args:
        explanation: what to show.
        page: where it is shown.
        command: the command that asks the same index, to which a query is added. Such lines alone
            may be wider than the page, so that they can be copied.
    """
    yield from painted_lines(_summary(explanation), page, page.palette.heading)
    if explanation.canonical != explanation.query:
        read_as = say("explanation.read_as", query=short_text(explanation.canonical))
        yield from painted_lines(read_as, page, page.palette.faint)
    if explanation.as_text:
        words = as_text_text(explanation.as_text)
        yield from painted_lines(words, page, page.palette.faint)
    if explanation.dropped_marks:
        dropped = dropped_marks_text(explanation.dropped_marks)
        yield from painted_lines(dropped, page, page.palette.faint)
    yield ""
    width = max(3, *(len(str(total)) for total in _totals(explanation)))
    yield from _tree_lines(explanation.tree, page, width, "", "")
    related = _related(explanation)
    if related:
        yield ""
        yield from painted_lines(related, page, page.palette.faint)
    if not explanation.total:
        yield ""
        yield from painted_lines(say("explanation.why"), page, page.palette.heading)
        for text in reason_texts(explanation.reasons):
            yield from _item(text, page)
    if explanation.suggestions:
        yield ""
        yield from painted_lines(say("explanation.instead"), page, page.palette.heading)
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
    return f"{shown_clause(clause.query)}  {tag}"


def _facts(clause: Clause) -> Iterator[str]:
    if clause.folded is not None:
        yield say("explanation.folded", folded=short_text(clause.folded))
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
    values = counted_texts(route.values)
    return say(f"explanation.{how}", field=field, count=route.value_count, values=values)


def _with_totals(counted: Sequence[Counted]) -> str:
    """`核心 63、技术 127`."""
    return listed(f"{short_text(one.text)} {one.total}" for one in counted)


def _related(explanation: Explanation) -> str:
    """What related paragraphs are ranked by."""
    if any(clause.words for clause in _leaves(explanation.tree)):
        return say("explanation.ranked")
    return ""


def _leaves(clause: Clause) -> Iterator[Clause]:
    yield clause
    for part in clause.clauses:
        yield from _leaves(part)


def _item(text: str, page: Page) -> Iterator[str]:
    """The lines of a text after a dot."""
    margin = "· "
    for line in wrapped(visible(text), page.width - 2):
        yield margin + line
        margin = "  "
