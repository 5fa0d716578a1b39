"""A regular expression in a text, within a time.

The engine is the `regex` package, which can be stopped: Python's own `re` cannot, and RE2, which
needs no stopping, knows neither \\1, the way to find 高高兴兴, nor lookaround. The package is
loaded when the first regular expression is compiled.

    tree ─ source_of ─► the expression that is compiled ─► Regular
         ─ required_of ─► the strings that a text must contain to match
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, filterfalse, groupby
from typing import Any, Final

from indexer.errors import QueryError, QueryTimeoutError
from indexer.text.folding import changed_by_folding, fold, is_invisible
from indexer.text.span import Span
from indexer.wording import say
from searcher.language import query
from searcher.language.regex.parser import parse_regex
from searcher.language.regex.tree import (
    Backreference,
    Character,
    Choice,
    Group,
    OneOf,
    RegexNode,
    Repeat,
    Sequence,
    Special,
)
from searcher.patterns.literal import UNKNOWN, Alternatives, all_of, any_of
from searcher.patterns.time_budget import TimeBudget

_OPTIONAL_BLANK: Final = "(?: ?)"

_PLAIN_GROUPS: Final = ("(", "(?:", "(?>")


@dataclass(frozen=True, slots=True)
class Regular:
    """A regular expression, ready to run."""

    clause: query.Regex
    alternatives: Alternatives
    compiled: Any = field(compare=False, repr=False)
    budget: TimeBudget = field(compare=False, repr=False)

    def matches(self, folded: str) -> Iterator[Span]:
        """The spans of `folded` that match. An empty match is none.

        Raises:
            QueryTimeoutError: the time of the query is used up.
        """
        position = 0
        while span := self._next(folded, position):
            yield span
            position = span[1]

    def _next(self, folded: str, position: int) -> Span | None:
        """The first match from `position` on. The engine's timeout is for each match it yields."""
        try:
            with self.budget.spending() as seconds:
                for match in self.compiled.finditer(folded, position, timeout=seconds):
                    start, end = match.span()
                    if start < end:
                        return start, end
                return None
        except TimeoutError as exc:
            raise self._too_slow() from exc

    def _too_slow(self) -> QueryTimeoutError:
        asked, seconds = self.budget.query, self.budget.seconds
        if asked is None:
            return QueryTimeoutError(str(self.clause), 0, seconds=seconds)
        return QueryTimeoutError(asked, self.clause.position, seconds=seconds)


def regular(clause: query.Regex, budget: TimeBudget) -> Regular:
    """The pattern of a regular expression.

    Raises:
        QueryError: it is malformed.
    """
    import regex  # noqa: PLC0415 (only a query with a regular expression pays for it)

    written = str(clause)
    tree = parse_regex(written, 1, len(written) - 1)
    source = source_of(tree)
    try:
        compiled = regex.compile(source, regex.VERSION0, cache_pattern=False)
    except (regex.error, OverflowError, MemoryError, RecursionError) as exc:
        reason = say("regex.unusable", foreign=" ".join(str(exc).split()))
        raise QueryError(written, 0, reason) from exc
    return Regular(clause, required_of(tree), compiled, budget)


def source_of(tree: RegexNode) -> str:
    """The regular expression, for the engine, that finds in folded text what `tree` means.

    Plain characters are folded, and nothing else: a run of them as a whole, so that blanks go where
    folding drops them; a repeated one, and those of a class, one by one. A blank beside anything
    but a plain character becomes optional, because what is there decides whether folded text keeps
    it.

    >>> source_of(parse_regex("/規 则[Ａ-Ｃ].＊/", 1, 11))
    '规则(?:[abcＡ-Ｃ]).\\\\*'
    """
    return _branches(tree, outermost=True)


def strings_of(sequence: RegexNode, *, outermost: bool = False) -> list[RegexNode | str]:
    """The parts of `sequence`, with every run of plain characters folded to one string.

    Blanks at the edge of a run become a string of one optional blank, which is "" here; at the
    edge of the whole expression they are dropped, as folding does at the edge of a text.
    """
    parts = sequence.parts if isinstance(sequence, Sequence) else (sequence,)
    found: list[RegexNode | str] = []
    for plain, group in groupby(parts, lambda part: isinstance(part, Character)):
        if not plain:
            found += group
            continue
        text = "".join(part.text for part in group if isinstance(part, Character))
        text = "".join(filterfalse(is_invisible, text))
        if not text:
            continue
        inner = fold(text)
        found += [""] if _compatible(text[0])[0].isspace() else []
        found += [inner] if inner else []
        found += [""] if inner and _compatible(text[-1])[-1].isspace() else []
    if outermost:
        found = found[1:] if found[:1] == [""] else found
        found = found[:-1] if found[-1:] == [""] else found
    return found


def _compatible(character: str) -> str:
    return unicodedata.normalize("NFKC", character)


def _branches(node: RegexNode, *, outermost: bool = False) -> str:
    branches = node.branches if isinstance(node, Choice) else (node,)
    return "|".join(_sequence(branch, outermost=outermost) for branch in branches)


def _sequence(node: RegexNode, *, outermost: bool) -> str:
    return "".join(
        _plain(part) if isinstance(part, str) else _source(part)
        for part in strings_of(node, outermost=outermost)
    )


def _plain(folded: str) -> str:
    return re.escape(folded) if folded else _OPTIONAL_BLANK


def _source(node: RegexNode) -> str:
    if isinstance(node, Special):
        return node.code
    if isinstance(node, OneOf):
        return _one_of(node)
    if isinstance(node, Backreference):
        return f"(?:\\{node.number})"
    if isinstance(node, Repeat):
        return _repeat(node)
    if isinstance(node, Group):
        return f"{node.opening}{_branches(node.inner)})"
    return _branches(node)


def _repeat(node: Repeat) -> str:
    if isinstance(node.inner, Character) and not fold(node.inner.text):
        if is_invisible(node.inner.text):
            return ""  # no folded text has it
        return _OPTIONAL_BLANK  # folded text never has two blanks in a row
    most = "" if node.most is None else node.most
    return f"(?:{_source(node.inner)}){{{node.least},{most}}}{node.style}"


def _one_of(node: OneOf) -> str:
    """A class; characters that fold to several ones are branches beside it."""
    kinds = [item.code for item in node.items if isinstance(item, Special)]
    ranges = [item for item in node.items if isinstance(item, tuple)]
    seen = (item for item in node.items if isinstance(item, str) and not is_invisible(item))
    folded = {fold(item) or " " for item in seen}
    folded.update(chain.from_iterable(_folded_range(*ends) for ends in ranges))
    several = {text for text in folded if len(text) > 1}
    if node.excluded:
        # None of these is in folded text; one that is a run of one mark (…) still means that.
        folded |= {text[0] for text in several if len(set(text)) == 1}
    inside = "".join(
        [
            *(re.escape(character) for character in sorted(folded - several)),
            *("-".join(map(re.escape, ends)) for ends in ranges),
            *kinds,
        ]
    )
    if node.excluded:
        return f"[^{inside}]" if inside else "."
    if not several and not inside:
        return "(?:)"  # nobody sees what it is of
    branches = [re.escape(text) for text in sorted(several, key=lambda text: (-len(text), text))]
    return f"(?:{'|'.join([*branches, f'[{inside}]'] if inside else branches)})"


def _folded_range(first: str, last: str) -> Iterator[str]:
    """What the characters from `first` to `last` fold to, where it lies outside of them.

    What they are themselves may stay in the class: if it folds, no folded text contains it.
    """
    for character in filterfalse(is_invisible, changed_by_folding(first, last)):
        folded = fold(character) or " "
        if not (len(folded) == 1 and first <= folded <= last):
            yield folded


def required_of(tree: RegexNode) -> Alternatives:
    """The strings that a text must contain for `tree` to match it.

    Only what is simple and certain: runs of plain characters that are not optional, the branches of
    a choice, what is repeated at least once. Of everything else nothing is known.

    >>> required_of(parse_regex("/核心.*(技术|科技)+x?/", 1, 15))
    (('核心', '技术'), ('核心', '科技'))
    """
    if isinstance(tree, Character):
        folded = fold(tree.text)
        return ((folded,),) if folded else UNKNOWN
    if isinstance(tree, Choice):
        return any_of([required_of(branch) for branch in tree.branches])
    if isinstance(tree, Group) and tree.opening in _PLAIN_GROUPS:
        return required_of(tree.inner)
    if isinstance(tree, Repeat) and tree.least > 0:
        return required_of(tree.inner)
    if isinstance(tree, Sequence):
        return _required_of_all(tree)
    return UNKNOWN


def _required_of_all(sequence: Sequence) -> Alternatives:
    parts: list[Alternatives] = []
    for part in strings_of(sequence):
        if isinstance(part, str):
            parts.append(((part,),) if part else UNKNOWN)
        else:
            parts.append(required_of(part))
    return all_of(parts)
