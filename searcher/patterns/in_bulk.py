"""How often a pattern occurs in each of many texts, which are looked through as one.

For a single text `matches` costs some microseconds of calls and objects. A query for
two common strings has tens of thousands of texts to look at; so these are joined, and
strings are looked for in all of them at once. The counts are those of `matches`.

    >>> from searcher.patterns.literal import Literal
    >>> from searcher.patterns.near import NearPattern
    >>> near = NearPattern(Literal("甲"), Literal("乙"), 2, ordered=True)
    >>> count_each(near, "甲一乙\\n甲\\n乙甲乙乙\\n").tolist()
    [2, 0, 3]
"""

from __future__ import annotations

import re
from math import prod
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from indexer.segments.paged import Numbers
from indexer.text.marks import BETWEEN_TEXTS
from searcher.language.query import Gap
from searcher.patterns.gapped import STOPS, Gapped
from searcher.patterns.literal import Literal
from searcher.patterns.near import Either, NearOperand, NearPattern

if TYPE_CHECKING:
    from searcher.patterns.making import Pattern

_Codes = NDArray[np.uint32]

_SEPARATOR = ord(BETWEEN_TEXTS)

_MOST_WAYS = 500
"""In how many ways an expression may try the gaps from one place on; `Gapped` never tries any."""


class _Spans(NamedTuple):
    """Where something occurs in the joined texts, sorted by starts."""

    starts: Numbers
    ends: Numbers


def count_each(pattern: Pattern, joined: str) -> Numbers:
    """How often `pattern` occurs in each of the texts.

    Args:
        joined: folded texts; a line feed, which folding never yields, ends every one.

    Raises:
        QueryTimeoutError: the time of a regular expression is used up.
    """
    codes = np.frombuffer(joined.encode("utf-32-le"), "<u4")
    firsts = np.concatenate([[0], np.flatnonzero(codes == _SEPARATOR) + 1])[:-1]
    if isinstance(pattern, NearPattern):
        sides = _strings(pattern.left), _strings(pattern.right)
        if sides[0] and sides[1]:
            left, right = (_occurrences(codes, side) for side in sides)
            return _by_text(_near(pattern, left, right, firsts), firsts)
    elif isinstance(pattern, Gapped):
        expression = _expression(pattern)
        if expression is not None:
            found = (match.start() for match in expression.finditer(joined))
            return _by_text(np.fromiter(found, np.int64), firsts)
    texts = joined.split(BETWEEN_TEXTS)[:-1]
    return np.array([sum(1 for _ in pattern.matches(text)) for text in texts], np.int64)


def _by_text(places: Numbers, firsts: Numbers) -> Numbers:
    """The number of `places` in each of the texts that begin at `firsts`."""
    return np.bincount(firsts.searchsorted(places, "right") - 1, minlength=len(firsts))


def _strings(operand: NearOperand) -> tuple[str, ...]:
    """The strings of which an operand is one; none where it is something else."""
    members = operand.members if isinstance(operand, Either) else (operand,)
    strings = tuple(member.text for member in members if isinstance(member, Literal))
    return strings if len(strings) == len(members) else ()


def _occurrences(codes: _Codes, strings: tuple[str, ...]) -> _Spans:
    """All occurrences of all `strings`, by their starts, also those that overlap."""
    parts = [_starts(codes, string) for string in strings]
    starts = np.concatenate(parts)
    lengths = np.repeat([len(string) for string in strings], [len(part) for part in parts])
    order = np.argsort(starts, kind="stable")
    return _Spans(starts[order], (starts + lengths)[order])


def _starts(codes: _Codes, string: str) -> Numbers:
    """Every place where `string` begins."""
    starts = np.flatnonzero(codes[: max(len(codes) - len(string) + 1, 0)] == ord(string[0]))
    for ahead, character in enumerate(string[1:], 1):
        starts = starts[codes[starts + ahead] == ord(character)]
    return starts


def _near(pattern: NearPattern, left: _Spans, right: _Spans, firsts: Numbers) -> Numbers:
    """Where the spans begin that `NearPattern.matches` yields."""
    found = _pairs(left, right, pattern.distance, firsts)
    if not pattern.ordered and pattern.left != pattern.right:
        found += _pairs(right, left, pattern.distance, firsts)
    starts = np.concatenate([spans.starts for spans in found])
    ends = np.concatenate([spans.ends for spans in found])
    order = np.argsort(starts, kind="stable")
    starts, reached = starts[order], np.maximum.accumulate(ends[order])
    separate = np.ones(len(starts), bool)
    separate[1:] = starts[1:] >= reached[:-1]  # those that overlap are one; equal ones are, too
    return starts[separate]


def _pairs(before: _Spans, after: _Spans, distance: int, firsts: Numbers) -> list[_Spans]:
    """Those of `before` that one of `after` follows in its text within `distance`; and these."""
    stops = np.append(firsts, np.iinfo(np.int64).max)[firsts.searchsorted(before.ends, "right")]
    latest = np.minimum(before.ends + distance, stops - 1)
    follows = after.starts.searchsorted(before.ends) < after.starts.searchsorted(latest, "right")
    ends = np.sort(before.ends)
    begun = firsts[firsts.searchsorted(after.starts, "right") - 1]
    earliest = np.maximum(after.starts - distance, begun)
    precedes = ends.searchsorted(earliest) < ends.searchsorted(after.starts, "right")
    return [
        _Spans(*(side[follows] for side in before)),
        _Spans(*(side[precedes] for side in after)),
    ]


def _expression(pattern: Gapped) -> re.Pattern[str] | None:
    """An expression that matches what the pattern does; None where it might take long."""
    gaps = [piece for piece in pattern.pieces if isinstance(piece, Gap)]
    if prod(gap.most - gap.least + 1 for gap in gaps) > _MOST_WAYS:
        return None
    return re.compile("".join(map(_piece, pattern.pieces)))


def _piece(piece: str | Gap) -> str:
    if isinstance(piece, str):
        return re.escape(piece)
    width = f"{{{piece.least},{piece.most}}}?" if piece.least < piece.most else f"{{{piece.least}}}"
    return f"[^{STOPS[piece.least == piece.most]}\n]{width}"
