"""From a clause of a query to the pattern that it stands for.

>>> from searcher.language.query import Text
>>> pattern_of(Text("核心 技術"))
Literal(text='核心技术')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, cast

from indexer.errors import QueryError
from indexer.text.folding import fold
from indexer.wording import say
from searcher.language import query
from searcher.patterns.literal import Literal
from searcher.patterns.time_budget import TimeBudget

if TYPE_CHECKING:
    from searcher.patterns.gapped import Gapped
    from searcher.patterns.near import Either, NearOperand, NearPattern
    from searcher.patterns.regular import Regular

Pattern: TypeAlias = "Literal | Gapped | Either | NearPattern | Regular"


def pattern_of(clause: query.Located, budget: TimeBudget | None = None) -> Pattern:
    """The pattern that a clause of a query stands for.

    Args:
        clause: a clause that has a place in a text.
        budget: the time that all regular expressions of the query share; each has its own
            without.

    Raises:
        QueryError: nothing of the clause is left to look for.
    """
    if isinstance(clause, query.Regex):
        # Most queries have none, and each pays at the shell for every module it loads.
        from searcher.patterns.regular import regular  # noqa: PLC0415

        return regular(clause, budget or TimeBudget())
    if isinstance(clause, query.Near):
        from searcher.patterns.near import NearPattern  # noqa: PLC0415 (for queries that have one)

        left, right = _operand(clause.left), _operand(clause.right)
        return NearPattern(left, right, clause.distance, clause.ordered)
    return _operand(clause)


def _operand(clause: query.Operand) -> NearOperand:
    if isinstance(clause, query.Or):
        from searcher.patterns.near import Either  # noqa: PLC0415 (for queries that have one)

        members = cast("tuple[query.StringClause, ...]", clause.clauses)  # the parser sees to that
        return Either(tuple(map(_single, members)))
    return _single(clause)


def _single(clause: query.StringClause) -> Literal | Gapped:
    if isinstance(clause, query.Wildcard):
        from searcher.patterns.gapped import Gapped  # noqa: PLC0415 (for queries that have one)

        pieces = (fold(piece) if isinstance(piece, str) else piece for piece in clause.pieces)
        return Gapped(tuple(piece for piece in pieces if piece != ""))
    folded = fold(clause.text)
    if not folded:
        raise QueryError(str(clause), 0, say("query.blank_clause"))
    return Literal(folded)
