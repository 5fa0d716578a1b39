"""Where the clauses of one query start and end.

Quotation marks and brackets are syntax only where they open at a clause's start and close at its
end; everywhere else they are text, so that 中国（上海）自贸区 needs no quoting.
"""

from __future__ import annotations

import re

from indexer.errors import QueryError
from indexer.wording import say
from searcher.language.escaping import QUOTES
from searcher.language.pairs import BARS, CLOSING_BRACKETS, Pairs

_WORD_END = r"[\s|｜)）]"


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
        if character in CLOSING_BRACKETS:
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
            if self.query[position] not in CLOSING_BRACKETS or self.closes_group(position):
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
    return QueryError(
        query,
        position,
        say("query.unclosed_bracket", bracket=bracket),
    )


def stray_bracket(query: str, position: int) -> QueryError:
    """The error for a bracket that ends a group without a start."""
    bracket = query[position]
    return QueryError(
        query,
        position,
        say("query.stray_bracket", bracket=bracket),
    )
