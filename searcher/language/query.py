"""The query tree: what a query means, free of how it was written.

Its nodes are values. Each prints itself in canonical form, with ASCII operators, and that form
parses to the same tree again; `escape` prints a text so that it means itself. Nothing here looks
anything up; `parser` makes trees from strings.

    >>> str(And((Text("核心技术"), Not(Phrase("突破")))))
    '核心技术 AND NOT "突破"'
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from datetime import date
from typing import Final, TypeAlias, TypeGuard

from indexer.model.arguments import TEXT, check
from indexer.text.folding import fold
from indexer.text.marks import QUOTE_PAIRS, STRAIGHT
from indexer.text.numerals import parse_numeral
from indexer.value import value
from searcher.language.operators import is_operator

QUOTES: Final = {STRAIGHT: STRAIGHT, **QUOTE_PAIRS}
"""The marks that quote a clause, and their partners."""

STAR_REACH: Final = 20
"""How many characters a `*` can stand for."""

_CHAPTER = r"第(\w+)章|(\w+)"
_PLAIN_VALUE = r"\w+"


def escape(text: str) -> str:
    """A query that finds `text` exactly as it is, whatever marks and operators it contains.

    The straight mark is used because a reader can type it on any keyboard.

    >>> escape('他说"好"了')
    '"他说""好""了"'

    Raises:
        ArgumentError: `text` is no text.
    """
    check({"text": TEXT}, text=text)
    return quote(text, '"')


def quote(text: str, opening: str) -> str:
    """`text` between the mark `opening` and its partner, which inside is written twice."""
    closing = QUOTES[opening]
    return opening + text.replace(closing, closing * 2) + closing


@value(frozen=True, slots=True)
class Text:
    """A bare clause: paragraphs with that string, then ones related by its words."""

    text: str

    def __str__(self) -> str:
        return f"({self.text})" if is_text_operator(self) else self.text


@value(frozen=True, slots=True)
class Phrase:
    """A quoted clause: that string and nothing related.

    `mark` is the one that opens it, and no part of what it means. It is kept because marks that
    are text beside it are distinguished from others by their number.
    """

    text: str
    mark: str = field(default='"', compare=False, repr=False)

    def __str__(self) -> str:
        return quote(self.text, self.mark)


@value(frozen=True, slots=True)
class Gap:
    """A place in a wildcard that stands for `least` to `most` characters.

    `?` is one character and `*` is none to twenty; neighbours add up, so that `?*` is one gap.
    """

    least: int
    most: int

    def __str__(self) -> str:
        return "?" * self.least + "*" * ((self.most - self.least) // STAR_REACH)


@value(frozen=True, slots=True)
class Wildcard:
    """A clause with gaps, such as 网络*安全.

    `pieces` are strings and gaps in turn, at least one of each. The last is a string, and so is
    the first unless the clause begins with `?`; then the first is a gap of fixed width.
    """

    pieces: tuple[str | Gap, ...]

    def __str__(self) -> str:
        return "".join(map(str, self.pieces))


@value(frozen=True, slots=True)
class Regex:
    """A regular expression over the folded text, without the slashes around it.

    `position` is its offset in the query; it is no part of what it means.
    """

    pattern: str
    position: int = field(default=0, compare=False, repr=False)

    def __str__(self) -> str:
        return f"/{self.pattern}/"


@value(frozen=True, slots=True)
class Field:
    """Paragraphs whose field `name` contains `value`.

    `mark` is the one that opens the value, or "" if none does, as in a `Phrase`; None leaves the
    choice to the value.
    """

    name: str
    value: str
    mark: str | None = field(default=None, compare=False, repr=False)

    @property
    def number(self) -> int | None:
        """The chapter that the value numbers, if it does no more than that: 六, 6, 第六章."""
        numeral = re.fullmatch(_CHAPTER, self.value)
        if self.name != "chapter" or numeral is None:
            return None
        try:
            return parse_numeral(numeral[1] or numeral[2])
        except ValueError:
            return None

    def __str__(self) -> str:
        mark = self.mark
        if mark is None:
            mark = "" if re.fullmatch(_PLAIN_VALUE, self.value) else '"'
        return f"{self.name}:{quote(self.value, mark) if mark else self.value}"


@value(frozen=True, slots=True)
class DateRange:
    """Paragraphs whose date span meets the days from `first` to `last`, both included.

    None leaves that side open; one of the two is always a day.
    """

    first: date | None
    last: date | None

    def __str__(self) -> str:
        if self.first == self.last:
            return f"date:{self.first}"
        return f"date:{self.first or ''}..{self.last or ''}"


@value(frozen=True, slots=True)
class AnyYear:
    """Paragraphs whose date span meets a day or, without one, a month in some year."""

    month: int
    day: int | None = None

    def __str__(self) -> str:
        return f"date:{self.month}月" + (f"{self.day}日" if self.day else "")


@value(frozen=True, slots=True)
class And:
    """All of two or more clauses, none of which is an `And` itself."""

    clauses: tuple[Query, ...]

    def __str__(self) -> str:
        return " AND ".join(_bracketed(clause, Or) for clause in self.clauses)


@value(frozen=True, slots=True)
class Filtered:
    """What `query` finds within one or more `filters` that were given beside it.

    It finds, and prints itself as, the `And` of both. The whole query alone is ever filtered.
    """

    query: Query
    filters: tuple[ColumnClause, ...]

    @property
    def clauses(self) -> tuple[Query, ...]:
        """The clauses of that `And`: the filters come last."""
        own = self.query.clauses if isinstance(self.query, And) else (self.query,)
        return (*own, *self.filters)

    def __str__(self) -> str:
        return str(And(self.clauses))


@value(frozen=True, slots=True)
class Or:
    """At least one of two or more clauses, none of which is an `Or` itself.

    Of no clauses it is what finds nothing, as a text does of which folding leaves nothing.
    """

    clauses: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.clauses))


NOTHING: Final = Or(())
"""What finds nothing."""


@value(frozen=True, slots=True)
class Not:
    """Every paragraph that `clause` does not find."""

    clause: Query

    def __str__(self) -> str:
        return f"NOT {_bracketed(self.clause, (And, Or, Near))}"


@value(frozen=True, slots=True)
class Near:
    """Two strings in one paragraph with at most `distance` folded characters between them.

    They do not overlap. `ordered` means that `left` comes first.
    """

    left: Operand
    right: Operand
    distance: int
    ordered: bool = False

    def __str__(self) -> str:
        operator = "BEFORE" if self.ordered else "NEAR"
        left, right = (_bracketed(operand, Or) for operand in (self.left, self.right))
        return f"{left} {operator}/{self.distance} {right}"


Dates: TypeAlias = "DateRange | AnyYear"
"""The clauses that stand for dates."""

ColumnClause: TypeAlias = "Field | Dates"
"""The clauses that are filters: what a paragraph is, not what it says."""

COLUMN_CLAUSES: Final = (Field, DateRange, AnyYear)

StringClause: TypeAlias = "Text | Phrase | Wildcard"
"""The clauses that stand for strings in the text of a paragraph."""

Operand: TypeAlias = "StringClause | Or"
"""What `Near` joins. An `Or` here joins clauses that stand for strings."""

Located: TypeAlias = "Operand | Near | Regex"
"""The clauses that have places in the text of a paragraph."""

Query: TypeAlias = "StringClause | Regex | ColumnClause | And | Or | Not | Near | Filtered"

Path: TypeAlias = "tuple[int, ...]"
"""The place of a clause in a tree: which child of the root, which child of that, and so on."""


def _bracketed(query: Query, looser: type | tuple[type, ...]) -> str:
    """The canonical form of a clause that needs brackets where it is one of `looser`."""
    return f"({query})" if isinstance(query, looser) else str(query)


def is_text_operator(query: Query) -> TypeGuard[Text]:
    """Whether a clause is the text of an operator word, which is written in brackets: `(或)`."""
    return isinstance(query, Text) and is_operator(query.text)


def filtered(query: Query, filters: tuple[ColumnClause, ...]) -> Query:
    """`query` within `filters`, of which there may be none."""
    return Filtered(query, filters) if filters else query


def conjunction(clauses: Sequence[Query]) -> Query:
    """All of `clauses`, of which there is at least one and none is an `And`."""
    return clauses[0] if len(clauses) == 1 else And(tuple(clauses))


def children(query: Query) -> tuple[Query, ...]:
    """The clauses that a clause joins, in order; none of a leaf."""
    if isinstance(query, (And, Or, Filtered)):
        return query.clauses
    if isinstance(query, Not):
        return (query.clause,)
    return (query.left, query.right) if isinstance(query, Near) else ()


def iter_positive(query: Query) -> Iterator[Query]:
    """The clauses that a found paragraph may satisfy: every leaf of the tree not under a `Not`.

    A `Near` counts as a leaf.
    """
    if isinstance(query, (And, Or, Filtered)):
        for clause in children(query):
            yield from iter_positive(clause)
    elif not isinstance(query, Not):
        yield query


def asks_for_notes(query: Query) -> bool:
    """Whether a clause asks for the role of notes, which else take no part in what is counted."""
    return any(
        isinstance(clause, Field) and clause.name == "role" and fold(clause.value) in "note"
        for clause in iter_positive(query)
    )


def positive_texts(query: Query) -> tuple[str, ...]:
    """The bare clauses whose words related paragraphs are ranked by, each once, in order."""
    texts: list[str] = []
    for clause in iter_positive(query):
        operands = (clause.left, clause.right) if isinstance(clause, Near) else (clause,)
        for operand in operands:
            texts += [one.text for one in iter_positive(operand) if isinstance(one, Text)]
    return tuple(dict.fromkeys(texts))


def positive_strings(query: Query) -> tuple[str, ...]:
    """What the bare and the quoted clauses ask for, each once, in order."""
    clauses = (one for one in iter_positive(query) if isinstance(one, (Text, Phrase)))
    return tuple(dict.fromkeys(clause.text for clause in clauses))


def positive_patterns(query: Query) -> tuple[Located, ...]:
    """The clauses whose places in a text are to be highlighted, each once, in order."""
    located = (
        clause
        for clause in iter_positive(query)
        if isinstance(clause, (Text, Phrase, Wildcard, Near, Regex))
    )
    return tuple(dict.fromkeys(located))
