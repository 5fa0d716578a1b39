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
from searcher.explanation import (
    Clause,
    Conflict,
    Counted,
    Everywhere,
    Explanation,
    NoSuchChapter,
    NoSuchDate,
    NoSuchPattern,
    NoSuchString,
    NoSuchValue,
    Reason,
    Route,
    TooFarApart,
)
from searcher.language.escaping import QUOTES
from searcher.render.dates import known_range
from searcher.render.page import Page, paint
from searcher.render.visible import visible
from searcher.render.wrapping import wrapped
from searcher.results import Suggestion

_JOINED: Final = {"and": "同时满足（AND）", "or": "满足其一（OR）", "not": "排除（NOT）"}
_KINDS: Final = {
    "text": "文字",
    "phrase": "原文",
    "wildcard": "通配",
    "regex": "正则",
    "near": "邻近",
    "field": "字段",
    "chapter": "章次",
    "date": "日期",
}
_FIELD: Final = re.compile(rf"(?P<not>NOT )?(?P<name>{'|'.join(row.name for row in CLAUSES)}):")

_SIZES: Final = {1: "单字", 2: "双字"}

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
        yield from _painted(f"理解为：{_short(explanation.canonical)}", page, page.palette.faint)
    yield ""
    width = max(3, *(len(str(total)) for total in _totals(explanation)))
    yield from _tree_lines(explanation.tree, page, width, "", "")
    related = _related(explanation)
    if related:
        yield ""
        yield from _painted(related, page, page.palette.faint)
    if not explanation.total:
        yield ""
        yield paint("为什么没有结果", page.palette.heading)
        for text in _reason_texts(explanation.reasons):
            yield from _item(text, page)
    if explanation.suggestions:
        yield ""
        yield paint("可以改查", page.palette.heading)
        for suggestion in explanation.suggestions:
            number = paint(str(suggestion.total).rjust(width), page.palette.heading)
            yield f"{number}  {visible(f'{command} {quote(suggestion.query)}')}"


def _summary(explanation: Explanation) -> str:
    return f"{explanation.total} 段（全库 {explanation.paragraphs} 段）"


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
        yield " " * (width + 2) + others + f"└ 另有 {clause.omitted} 个，从略"


def _label(clause: Clause) -> str:
    if clause.kind in _JOINED:
        return _JOINED[clause.kind]
    tag = _KINDS[clause.kind] + ("，筛选条件" if clause.filter else "")
    return f"{_shown(clause.query)}  {tag}"


def _facts(clause: Clause) -> Iterator[str]:
    if clause.folded is not None:
        yield f"规范形式：{_short(clause.folded)}"
    if clause.route is not None:
        yield f"查法：{_route_text(clause, clause.route)}"
    if clause.words:
        more = f" 等 {len(clause.words)} 个词" if len(clause.words) > _MOST_WORDS else ""
        yield f"切词（段数）：{_listed(clause.words[:_MOST_WORDS], '')}{more}"


def _route_text(clause: Clause, route: Route) -> str:
    if route.kind == "values":
        return _values_text(clause, route)
    if route.kind == "number":
        return "直接查章号索引"
    if route.kind == "dates":
        return "比对各段日期，与之有交集的都算"
    if route.kind in ("character", "bigram"):
        return f"直接查{_index_of(route.terms)}"
    return _candidates_text(clause, route)


def _candidates_text(clause: Clause, route: Route) -> str:
    missing = [term.text for term in route.terms if not term.total]
    found = "用时过长，没有数完" if clause.total is None else f"{clause.total} 段确有"
    if missing and not route.candidates:
        return f"{_index_of(route.terms)}里没有 {visible(missing[0])}，不必核对原文"
    if not route.terms:
        return f"索引不能缩小范围，逐段核对全部 {route.candidates} 段，{found}"
    terms = _listed(route.terms, "")
    candidates = f"由{_index_of(route.terms)}（{terms}）得候选 {route.candidates} 段"
    if route.kind == "scan":
        return f"{candidates}；通读全文更快，故通读，{found}"
    return f"{candidates}，核对原文，{found}"


def _index_of(terms: Sequence[Counted]) -> str:
    sizes = sorted({min(len(term.text), 2) for term in terms})
    return "、".join(_SIZES[size] for size in sizes) + "索引"


def _values_text(clause: Clause, route: Route) -> str:
    name = ROWS[clause.query.partition(":")[0]].title
    if not route.value_count:
        return f"比对各个{name}，没有一个含有"
    more = "等" if route.value_count > len(route.values) else ""
    return f"比对各个{name}，{route.value_count} 个含有：{_listed(route.values)}{more}"


def _related(explanation: Explanation) -> str:
    """What related paragraphs are ranked by."""
    if any(clause.words for clause in _leaves(explanation.tree)):
        return "相关段落按切出的词排序。"
    return ""


def _leaves(clause: Clause) -> Iterator[Clause]:
    yield clause
    for part in clause.clauses:
        yield from _leaves(part)


def _reason_texts(reasons: Sequence[Reason]) -> Iterator[str]:
    if not reasons:
        yield "查询过于复杂，没有查明。"
    conflicts = [reason for reason in reasons if isinstance(reason, Conflict)]
    for reason in reasons:
        if not isinstance(reason, Conflict):
            yield _TEXTS[type(reason)](reason)
    for clause in dict.fromkeys(conflict.clause for conflict in conflicts):
        ways = [conflict for conflict in conflicts if conflict.clause == clause]
        alone = len(conflicts) == len(reasons)
        opening = "各项条件分开都有，但没有一段全部符合。" if alone else ""
        yield opening + "；".join(map(_way_text, ways)) + "。"


def _way_text(conflict: Conflict) -> str:
    kind = "筛选条件" if conflict.filters else ""
    return f"去掉{kind}{_all_quoted(conflict.without)}，有 {conflict.total} 段"


def _string_text(reason: NoSuchString) -> str:
    return "".join(
        (
            f"没有一段含有{_quoted(reason.clause)}。",
            f"其中库里有的：{_listed(reason.parts)}。" if reason.parts else "",
            f"只差一个字的：{_listed(reason.similar)}。" if reason.similar else "",
            f"见于字段：{_suggested(*reason.fields)}。" if reason.fields else "",
            "" if reason.complete else "文字太长，没有逐一查完。",
        )
    )


def _pattern_text(reason: NoSuchPattern) -> str:
    pieces = f"其中必有的文字：{_listed(reason.pieces)}。" if reason.pieces else ""
    together = ""
    if reason.together and len(reason.pieces) > 1:
        together = f"这些文字都有的有 {reason.together} 段，但都不匹配。"
    return f"没有一段与{_quoted(reason.clause)}匹配。{pieces}{together}"


def _near_text(reason: TooFarApart) -> str:
    if not reason.together:
        return f"{_quoted(reason.clause)}：没有一段两边都有。"
    nearest = f"放宽到 {_suggested(reason.nearest)}就有。" if reason.nearest else ""
    swapped = f"倒过来有：{_suggested(reason.swapped)}。" if reason.swapped else ""
    both = f"{reason.together} 段两边都有，但次序或距离不合。"
    return f"{_quoted(reason.clause)}：{both}{nearest}{swapped}"


def _value_text(reason: NoSuchValue) -> str:
    values = f"最接近的：{_listed(reason.values)}。" if reason.values else ""
    elsewhere = f"别处有：{_suggested(*reason.elsewhere)}。" if reason.elsewhere else ""
    parts = f"含有其中一部分的：{_listed(reason.parts)}。" if reason.parts else ""
    missing = f"{ROWS[reason.field].title}共 {reason.value_count} 个，没有一个含"
    return f"{missing}{_quoted(_value(reason.clause))}。{parts}{values}{elsewhere}"


def _chapter_text(reason: NoSuchChapter) -> str:
    numbers = f"现有第 {_ranges(reason.numbers)} 章" if reason.numbers else "全库没有编号的章"
    return f"{_quoted(reason.clause)}不存在，{numbers}。"


def _date_text(reason: NoSuchDate) -> str:
    known = known_range(reason.earliest, reason.latest)
    if not known:
        return "全库没有一段注明日期。"
    before = f"此前最近的：{_suggested(reason.before)}。" if reason.before else ""
    after = f"此后最近的：{_suggested(reason.after)}。" if reason.after else ""
    return f"没有一段的日期在 {_value(reason.clause)}。全库日期：{known}。{before}{after}"


def _everywhere_text(reason: Everywhere) -> str:
    return f"{_quoted(reason.clause)}把每一段都排除了。"


def _value(clause: str) -> str:
    """The value of a clause that names a field."""
    return _short(clause.partition(":")[2])


_TEXTS: Final[dict[type, Callable[[Any], str]]] = {
    NoSuchString: _string_text,
    NoSuchPattern: _pattern_text,
    TooFarApart: _near_text,
    NoSuchValue: _value_text,
    NoSuchChapter: _chapter_text,
    NoSuchDate: _date_text,
    Everywhere: _everywhere_text,
}


def _all_quoted(clauses: Sequence[str]) -> str:
    *most, last = map(_quoted, clauses[:_MOST_NAMED])
    if len(clauses) > _MOST_NAMED:
        return f"{'、'.join([*most, last])}等 {len(clauses)} 项"
    return f"{'、'.join(most)}和{last}" if most else last


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
    texts = (str(low) if low == high else f"{low}–{high}" for low, high in runs)
    return "、".join(texts)


def _listed(counted: Sequence[Counted], unit: str = " 段") -> str:
    """`核心（63 段）、技术（127 段）`, or without a unit `核心 63、技术 127`."""
    if not unit:
        return "、".join(f"{_short(one.text)} {one.total}" for one in counted)
    return "、".join(f"{_short(one.text)}（{one.total}{unit}）" for one in counted)


def _suggested(*suggestions: Suggestion) -> str:
    return "、".join(f"{_shown(one.query)}（{one.total} 段）" for one in suggestions)


def _shown(query: str) -> str:
    """A clause with the Chinese name of its field, and only its beginning if it is long."""
    prefix = _FIELD.match(query)
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
