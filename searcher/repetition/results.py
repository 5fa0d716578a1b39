"""What is returned of repetitions: frozen values whose names are those of the JSON fields.

A span is a pair `(start, end)`, half-open, in characters of a paragraph's text. In a comparison
`input` is a span of the paragraph that is returned, `source` one of the paragraph that it is
compared with: the one that was asked about, or the first that said it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from indexer.model.records import Record
from indexer.value import value
from searcher.answers.results import Listing

if TYPE_CHECKING:
    from indexer.text.span import Span
    from searcher.language.filters import Within
    from searcher.textmatch.alignment import Edit


class SharedRun(NamedTuple):
    """Letters that both paragraphs contain, one after the other; marks between them may differ.

    Attributes:
        input: the span of the paragraph that is returned.
        source: the span of the one that it is compared with.
        letters: the number of letters.
    """

    input: Span
    source: Span
    letters: int


class Stretch(NamedTuple):
    """What two paragraphs say alike around one or more runs: it begins and ends with letters that
    are the same. Those of one paragraph do not overlap.

    Attributes:
        input: the span of the paragraph that is returned.
        source: the span of the one that it is compared with.
        diff: letter by letter how it differs, in order, equal parts included.
    """

    input: Span
    source: Span
    diff: tuple[Edit, ...]


@value(frozen=True, slots=True, kw_only=True)
class Variant(Record):
    """A paragraph that shares long runs with another.

    Attributes:
        of: the id of the paragraph that it is compared with.
        similarity: the share of the letters of both that are in shared runs; from 0 to 1, rounded
            to 3 digits.
        shared: the number of letters of this paragraph that are in shared runs.
        runs: these, in the order of this paragraph.
        stretches: what is said alike around them, in the same order.
    """

    of: str
    similarity: float
    shared: int
    runs: tuple[SharedRun, ...]
    stretches: tuple[Stretch, ...]


@value(frozen=True, slots=True, kw_only=True)
class Similar(Listing[Variant]):
    """The passages that share long runs with one: the sequence of `variants`, falsy without any.

    Attributes:
        min_length: the fewest letters of a run.
        unattributed: whether the collection has no attributed words, so that none of it is said to
            be anybody's.
        paragraphs: what was asked about: a paragraph, or all those of a passage.
        first: the earliest of these and of all variants by date; None where none has a date, and
            where there is no variant.
        total: the number of variants.
        variants: those that were wanted: most shared letters first, then by date.
        took_ms: milliseconds from the question to this answer.
    """

    min_length: int
    unattributed: bool = False
    paragraphs: tuple[Record, ...]
    first: Record | None
    total: int
    variants: tuple[Variant, ...]
    took_ms: float

    _listed = "variants"


@value(frozen=True, slots=True, kw_only=True)
class Member(Record):
    """A paragraph that contains a repeated stretch.

    Attributes:
        spans: where the letters of the stretch are in it, in order.
        stretches: what it says there and how that differs from the first; one for each span of the
            first that has something alike here, none for the first itself.
    """

    spans: tuple[Span, ...]
    stretches: tuple[Stretch, ...]


@value(frozen=True, slots=True, kw_only=True)
class Repetition:
    """A repeated stretch and the paragraphs that contain it, or the greater part of it.

    Attributes:
        text: the longest run of letters that most of its members share, as the first of these
            writes it; where it would begin or end inside a clause, with what is missing of that,
            or without the scrap, as long as that is little.
        letters: the number of letters of that run.
        first: the id of the member that said it first by date; None where none has a date.
        members: its paragraphs, by date; those without a date come last.
    """

    text: str
    letters: int
    first: str | None
    members: tuple[Member, ...]


@value(frozen=True, slots=True, kw_only=True)
class Repetitions(Listing[Repetition]):
    """What is repeated in a collection: the sequence of `groups`, falsy where there are none.

    Attributes:
        min_length: the fewest letters of a run.
        within: which paragraphs were looked in.
        unattributed: whether these are all but notes because the collection has no attributed
            words, and not because somebody asked for them.
        total: the number of groups.
        groups: those that were wanted: most members first, then the longest run (`letters`), then
            those that were first used earlier.
        took_ms: milliseconds from the question to this answer.
    """

    min_length: int
    within: Within
    unattributed: bool = False
    total: int
    groups: tuple[Repetition, ...]
    took_ms: float

    _listed = "groups"
