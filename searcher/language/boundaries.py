"""Where the clauses of one query start and end.

Quotation marks and brackets are syntax only where they open at a clause's start and close at its
end; everywhere else they are text, so that 中国（上海）自贸区 needs no quoting.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from indexer.errors import QueryError
from indexer.model.fields import FIELD_OF
from indexer.text.marks import COLONS, MINUSES, ROUND_CLOSING, ROUND_OPENING
from indexer.wording import say
from searcher.language.query import QUOTES

BARS: Final = "|｜"

# Compiled where they are used: most queries have neither brackets nor slashes.
_BRACKETS: Final = ROUND_OPENING + ROUND_CLOSING
_BRACKET = f"[{_BRACKETS}]"
_SLASHED = r"(?s)/(?!\s)[^/\\]*(?:\\.[^/\\]*)*/"
_LANDMARK = (
    rf"(?<![^{MINUSES}{ROUND_OPENING}{BARS}\s])(?:(?i:{'|'.join(FIELD_OF)})[{COLONS}])?"
    f"[{''.join(QUOTES)}/]|{_BRACKET}"
)
_WORD_END = rf"[{ROUND_CLOSING}{BARS}\s]"
_AFTER_CLAUSE = rf"{_WORD_END}|\Z"


class Boundaries:
    """What the marks of `query` mean, asked from left to right.

    It remembers the groups opened so far, because a closing bracket ends a clause only if its
    partner has opened a group.

    Attributes:
        stray: the first bracket so far that ends a word but closes nothing.
    """

    def __init__(self, query: str) -> None:
        self.query = query
        self.pairs = Pairs(query)
        self.stray: int | None = None
        self._openings: dict[int, int] = {}

    def opens_group(self, position: int) -> bool:
        """Whether the bracket at a clause's start groups clauses; if not, it is text."""
        partner = self.pairs.bracket_partner(position)
        if partner is None:
            raise unclosed_bracket(self.query, position)
        if not self.ends_clause(partner + 1):
            return False
        self._openings[partner] = position
        return True

    def closes_group(self, position: int) -> bool:
        """Whether the closing bracket at `position` belongs to a group."""
        return position in self._openings

    def opening_of(self, position: int) -> int:
        """Where the group opens that the bracket at `position` closes."""
        return self._openings[position]

    def ends_clause(self, position: int) -> bool:
        """Whether a clause that reaches up to `position` ends there."""
        if position == len(self.query):
            return True
        character = self.query[position]
        if character in ROUND_CLOSING:
            return self.closes_group(position) or self.pairs.bracket_partner(position) is None
        return character.isspace() or character in BARS

    def closing_quote(self, position: int) -> int | None:
        """Where the quoted clause opened at `position` closes; None if the mark is text."""
        closing = self.pairs.closing_quote(position)
        if closing is not None:
            return closing if self.ends_clause(closing + 1) else None
        if self._is_unbalanced(position):
            mark = self.query[position]
            partner = QUOTES[mark]
            raise QueryError(
                self.query,
                position,
                say("query.unclosed_quote", mark=mark, partner=partner),
            )
        return None

    def _is_unbalanced(self, position: int) -> bool:
        """Whether a mark that closes nowhere is plainly a slip, and not part of some prose.

        In prose a straight mark may close what an earlier clause has opened, and two others end
        a quotation in a quotation (“他说“好””).
        """
        mark = self.query[position]
        if mark == QUOTES[mark]:
            return not self.pairs.closes_prose(position)
        return not self.pairs.has_partner(position)

    def word_end(self, start: int) -> int:
        """Where the bare word that begins at `start` ends."""
        position = start
        ends = re.compile(_WORD_END)
        while stop := ends.search(self.query, position):
            position = stop.start()
            if self.query[position] not in ROUND_CLOSING or self.closes_group(position):
                return position
            self._note_stray(position)
            position += 1
        return len(self.query)

    def _note_stray(self, position: int) -> None:
        if (
            self.stray is None
            and self.pairs.bracket_partner(position) is None
            and self.ends_clause(position + 1)
        ):
            self.stray = position


def unclosed_bracket(query: str, position: int) -> QueryError:
    """The error for a bracket that opens a group without an end."""
    bracket = query[position]
    return QueryError(query, position, say("query.unclosed_bracket", bracket=bracket))


def stray_bracket(query: str, position: int) -> QueryError:
    """The error for a bracket that ends a group without a start."""
    bracket = query[position]
    return QueryError(query, position, say("query.stray_bracket", bracket=bracket))


class Pairs:
    """Which mark closes which: the partners of the quotation marks and brackets of one query.

    They are a matter of the marks alone; whether a pair is syntax or text, `Boundaries` knows. They
    are worked out when first asked for, in a few passes over the query, so that a pasted page costs
    no more a character than a word does.

    >>> Pairs('"没有" 网络（安全）').closing_quote(0)
    3
    """

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
        """Whether the mark at `position` is a straight one whose partner comes before it.

        That is so after an odd number of them, if their number is even in all: feeds set
        blanks around such marks (要求 " 智联万物 "；), so that closing ones may start a clause.
        If it is odd, one is no quotation mark (5"屏) and counting decides nothing.
        """
        mark = self._query[position]
        if QUOTES[mark] != mark:
            return False
        places = self._places_of(mark)
        return len(places) % 2 == 0 and bisect_left(places, position) % 2 == 1

    def has_partner(self, position: int) -> bool:
        """Whether the partner of the mark at `position` comes after it, doubled or not."""
        places = self._places_of(QUOTES[self._query[position]])
        return bool(places) and places[-1] > position

    def closing_slash(self, position: int) -> int | None:
        """Where the regular expression opened at `position` closes.

        A slash before a blank opens none: documents separate names with it (新华社 / 人民日报).
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

        Which quotations are syntax depends on the brackets around them, so all that are where
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
            if self._query[last] in _BRACKETS:
                _pair(self._query, last, unclosed, partners)
            elif end := self._end_of_quoted(last):
                inner: list[int] = []
                for bracket in brackets.finditer(self._query, position, end):
                    _pair(self._query, bracket.start(), inner, partners)
                position = end
        return partners

    def _end_of_quoted(self, position: int) -> int | None:
        """The offset after the quotation or pattern opened here, if a clause could end there."""
        slashed = self._query[position] == "/"
        closing = self.closing_slash(position) if slashed else self.closing_quote(position)
        if closing is None or not re.compile(_AFTER_CLAUSE).match(self._query, closing + 1):
            return None
        return closing + 1


def _pair(query: str, position: int, unclosed: list[int], partners: dict[int, int]) -> None:
    if query[position] in ROUND_OPENING:
        unclosed.append(position)
    elif unclosed:
        opening = unclosed.pop()
        partners[opening] = position
        partners[position] = opening
