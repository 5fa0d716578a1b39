"""Which mark closes which: the partners of the quotation marks and brackets of one query.

Partners are a matter of the marks alone. Whether a pair is syntax or text also depends on what
stands around it, which `boundaries` knows. Everything is found in a few passes over the query, so
that a pasted page costs no more a character than a word does.

    >>> Pairs('"没有" 网络（安全）').closing_quote(0)
    3
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from indexer.model.fields import FIELD_OF
from searcher.language.escaping import QUOTES

OPENING_BRACKETS: Final = "(（"
CLOSING_BRACKETS: Final = ")）"
BARS: Final = "|｜"

# Compiled where they are used: most queries have neither brackets nor slashes.
_BRACKET = r"[()（）]"
_SLASHED = r"(?s)/(?!\s)[^/\\]*(?:\\.[^/\\]*)*/"
_LANDMARK = rf'(?<![^\s(（|｜\-－])(?:(?i:{"|".join(FIELD_OF)})[:：])?["“「『/]|[()（）]'
_AFTER_CLAUSE = r"[\s|｜)）]|\Z"


class Pairs:
    """The partners in one query. They are worked out when first asked for."""

    def __init__(self, query: str) -> None:
        self._query = query
        self._places: dict[str, list[int]] = {}
        self._odd_runs: dict[str, list[int]] = {}
        self._partners: dict[int, int] | None = None

    def closing_quote(self, position: int) -> int | None:
        """Where the quotation opened at `position` closes: its partner mark, not doubled."""
        if self.closes_prose(position):
            return None
        mark = QUOTES[self._query[position]]
        start = position + 1
        end = start
        while self._query.startswith(mark, end):
            end += 1
        if (end - start) % 2:
            return end - 1
        ends = self._ends_of_odd_runs(mark)
        index = bisect_right(ends, end - 1)
        return ends[index] if index < len(ends) else None

    def closes_prose(self, position: int) -> bool:
        """Whether the mark at `position` is a straight one whose partner stands before it.

        That is so behind an odd number of them, if their number is even in all: feeds set
        blanks around such marks (要求 " 智联万物 "；), so that closing ones may start a clause.
        If it is odd, one is no quotation mark (5"屏) and counting tells nothing.
        """
        mark = self._query[position]
        if QUOTES[mark] != mark:
            return False
        places = self._places_of(mark)
        return len(places) % 2 == 0 and bisect_left(places, position) % 2 == 1

    def has_partner(self, position: int) -> bool:
        """Whether the partner of the mark at `position` stands behind it, doubled or not."""
        places = self._places_of(QUOTES[self._query[position]])
        return bool(places) and places[-1] > position

    def closing_slash(self, position: int) -> int | None:
        """Where the regular expression opened at `position` closes.

        A slash before a blank opens none: documents part names with it (新华社 / 人民日报).
        """
        slashed = re.compile(_SLASHED).match(self._query, position)
        return slashed.end() - 1 if slashed and slashed.end() - position > 2 else None

    def bracket_partner(self, position: int) -> int | None:
        """The bracket that belongs to the one at `position`, opening or closing."""
        if self._partners is None:
            self._partners = self._match_brackets()
        return self._partners.get(position)

    def _places_of(self, mark: str) -> list[int]:
        if mark not in self._places:
            self._places[mark] = [found.start() for found in re.finditer(mark, self._query)]
        return self._places[mark]

    def _ends_of_odd_runs(self, mark: str) -> list[int]:
        """The last mark of every run of odd length; in a run of even length all are doubled."""
        if mark not in self._odd_runs:
            runs = re.finditer(f"{mark}+", self._query)
            self._odd_runs[mark] = [run.end() - 1 for run in runs if (run.end() - run.start()) % 2]
        return self._odd_runs[mark]

    def _match_brackets(self) -> dict[int, int]:
        """Each bracket's partner. Brackets inside what looks quoted pair among themselves.

        Which quotations are syntax depends on the brackets around them, so all that stand where
        a clause could start and end are taken for syntax here. A bracket may close one of the
        other width, as it does in scanned books.
        """
        partners: dict[int, int] = {}
        unclosed: list[int] = []
        position = 0
        brackets, landmarks = re.compile(_BRACKET), re.compile(_LANDMARK)
        while landmark := landmarks.search(self._query, position):
            position = landmark.end()
            last = position - 1
            if self._query[last] in "()（）":
                _pair(self._query, last, unclosed, partners)
            elif end := self._end_of_quoted(last):
                inner: list[int] = []
                for bracket in brackets.finditer(self._query, position, end):
                    _pair(self._query, bracket.start(), inner, partners)
                position = end
        return partners

    def _end_of_quoted(self, position: int) -> int | None:
        """The offset behind the quotation or pattern opened here, if a clause could end there."""
        slashed = self._query[position] == "/"
        closing = self.closing_slash(position) if slashed else self.closing_quote(position)
        if closing is None or not re.compile(_AFTER_CLAUSE).match(self._query, closing + 1):
            return None
        return closing + 1


def _pair(query: str, position: int, unclosed: list[int], partners: dict[int, int]) -> None:
    if query[position] in OPENING_BRACKETS:
        unclosed.append(position)
    elif unclosed:
        opening = unclosed.pop()
        partners[opening] = position
        partners[position] = opening
