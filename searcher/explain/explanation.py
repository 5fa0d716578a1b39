"""What `Searcher.explain` answers with: frozen values whose names are those of the JSON fields.

An explanation has the tree of the query, one `Clause` a node, and where the query finds nothing,
`reasons`: one dataclass for each thing that can be the matter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from indexer.text.dates import DateSpan
from searcher.answers.results import Suggestion

ClauseKind = Literal[
    "and", "or", "not", "near", "text", "phrase", "wildcard", "regex", "field", "chapter", "date"
]
RouteKind = Literal["character", "bigram", "candidates", "scan", "values", "number", "dates"]


@dataclass(frozen=True, slots=True)
class Counted:
    """A string or a value, and how many paragraphs have it.

    Attributes:
        text: the string or the value.
        total: the number of paragraphs that the string occurs in, or that have the value.
    """

    text: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """How the paragraphs of a clause are found, when all of the collection is asked for.

    Attributes:
        kind: `"character"` and `"bigram"`: the postings of one term are the answer.
            `"candidates"`: postings say where the clause may occur, and these texts are looked at.
            `"scan"`: all texts are gone through. `"values"`: the values of a field are looked
            through. `"number"`: the postings of a chapter's number. `"dates"`: the columns of days.
        terms: the terms whose postings are read, each with its document frequency, the rarest
            first. Of a regular expression there are only the first few.
        candidates: how many paragraphs the postings leave to be looked at; None where they are the
            answer or are not asked.
        values: the values that satisfy the clause, those of most paragraphs first, at most a few.
        value_count: the number of them in all.
    """

    kind: RouteKind
    terms: tuple[Counted, ...] = ()
    candidates: int | None = None
    values: tuple[Counted, ...] = ()
    value_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A node of the tree.

    Attributes:
        kind: what it is; `"text"` is a bare clause, `"phrase"` a quoted one, `"chapter"` a field
            clause that numbers a chapter.
        query: the clause in canonical form.
        filter: whether it is one of the filters beside the query.
        folded: the form that is looked for, None where the clause has none or is written in it.
        total: how many paragraphs of the collection satisfy it by itself, None where it took too
            long to find out.
        route: how they are found; None where that is said by `clauses`.
        words: the words that a bare clause was cut into, if related paragraphs are ranked by them.
        clauses: what it joins, in order; of a NEAR its two operands.
        omitted: how many more clauses it joins than are shown.
    """

    kind: ClauseKind
    query: str
    filter: bool
    folded: str | None
    total: int | None
    route: Route | None
    words: tuple[Counted, ...]
    clauses: tuple[Clause, ...]
    omitted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchString:
    """A string occurs nowhere.

    Attributes:
        clause: the clause in canonical form, here and below.
        parts: the longest parts of it that do occur somewhere.
        similar: strings of the collection that differ from it in one character.
        fields: queries of fields that contain it.
        complete: whether it was looked for to the end; a long text is not.
        kind: which of the reasons this is.
    """

    clause: str
    parts: tuple[Counted, ...]
    similar: tuple[Counted, ...]
    fields: tuple[Suggestion, ...]
    complete: bool
    kind: Literal["no such string"] = "no such string"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchPattern:
    """A wildcard or a regular expression matches nowhere.

    Attributes:
        clause: the clause in canonical form.
        pieces: strings that a text must contain to match; of a regular expression where that is
            known.
        together: how many paragraphs contain all of them; None where they are not known.
        kind: which of the reasons this is.
    """

    clause: str
    pieces: tuple[Counted, ...]
    together: int | None
    kind: Literal["no such pattern"] = "no such pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class TooFarApart:
    """Both sides of a NEAR or BEFORE occur somewhere, but nowhere within its distance.

    Attributes:
        clause: the clause in canonical form.
        together: how many paragraphs contain both.
        nearest: the same clause with the least distance that finds something, None where none does
            or it took too long to find out.
        swapped: the same clause in the other order, if that finds something; BEFORE only.
        kind: which of the reasons this is.
    """

    clause: str
    together: int
    nearest: Suggestion | None
    swapped: Suggestion | None
    kind: Literal["too far apart"] = "too far apart"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchValue:
    """No value of a field contains what was asked for.

    Attributes:
        clause: the clause in canonical form.
        field: the name of the field.
        parts: the longest parts of it that values of the field do contain.
        values: the values nearest to it.
        value_count: how many different values the field has.
        elsewhere: queries that find it in the text or in another field.
        kind: which of the reasons this is.
    """

    clause: str
    field: str
    parts: tuple[Counted, ...]
    values: tuple[Counted, ...]
    value_count: int
    elsewhere: tuple[Suggestion, ...]
    kind: Literal["no such value"] = "no such value"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchChapter:
    """No chapter has that number.

    Attributes:
        clause: the clause in canonical form.
        numbers: the numbers that chapters have.
        kind: which of the reasons this is.
    """

    clause: str
    numbers: tuple[int, ...]
    kind: Literal["no such chapter"] = "no such chapter"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoSuchDate:
    """No paragraph's date meets these days.

    Attributes:
        clause: the clause in canonical form.
        earliest: the earliest date of the collection, None where none is known.
        latest: the latest.
        before: the query of the last date before these days, None where there is none.
        after: the query of the first date after them.
        kind: which of the reasons this is.
    """

    clause: str
    earliest: DateSpan | None
    latest: DateSpan | None
    before: Suggestion | None
    after: Suggestion | None
    kind: Literal["no such date"] = "no such date"


@dataclass(frozen=True, slots=True, kw_only=True)
class Everywhere:
    """What a NOT excludes is satisfied by every paragraph.

    Attributes:
        clause: the clause in canonical form.
        kind: which of the reasons this is.
    """

    clause: str
    kind: Literal["everywhere"] = "everywhere"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Clauses that are satisfied somewhere, but not all by one paragraph.

    Attributes:
        clause: the AND that joins them.
        without: what is left out of it so that the rest finds something.
        filters: whether these are the filters beside the query, and nothing else.
        total: how many paragraphs satisfy the rest.
        kind: which of the reasons this is.
    """

    clause: str
    without: tuple[str, ...]
    filters: bool
    total: int
    kind: Literal["conflict"] = "conflict"


NoMatchReason: TypeAlias = (
    "NoSuchString | NoSuchPattern | TooFarApart | NoSuchValue | NoSuchChapter | NoSuchDate"
    " | Everywhere | Conflict"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What became of a query.

    Attributes:
        query: the query as given.
        canonical: what it means, with its filters, as a query.
        total: how many paragraphs satisfy it, as `Results.total`.
        paragraphs: how many the collection has.
        dropped_marks: the marks of notes that were left out, as `Results.dropped_marks`.
        as_text: the operator words that were read as text, as `Results.as_text`.
        tree: the query as it was understood.
        reasons: why it finds nothing, empty where it finds something.
        suggestions: other queries, each of which finds something; empty where it does itself.
        took_ms: milliseconds from the query string to this answer.
    """

    query: str
    canonical: str
    total: int
    paragraphs: int
    dropped_marks: tuple[str, ...] = ()
    as_text: tuple[str, ...] = ()
    tree: Clause
    reasons: tuple[NoMatchReason, ...]
    suggestions: tuple[Suggestion, ...]
    took_ms: float
