"""Filters beside a query: `Filters(speech="座谈会")` asks for what `speech:座谈会` asks for.

>>> Filters(chapter="六", since="2016").clauses
(Field(name='chapter', value='六'), DateRange(first=datetime.date(2016, 1, 1), last=None))
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeVar, get_args

from indexer.errors import OptionError
from indexer.model.arguments import TEXT, ArgumentKind, check
from indexer.model.fields import FILTERS, known_value, value_fault
from indexer.text.folding import without_unseen
from indexer.wording import listed, say
from searcher.language.query import DateRange, Field

if TYPE_CHECKING:
    from collections.abc import Collection

_DAY: Final = ArgumentKind("str | date", TEXT.fits)
"""What a date may be besides a date."""

Made = TypeVar("Made")


def _with_fields(made: type[Made]) -> type[Made]:
    """`made` with an attribute for each field that can be filtered by."""
    made.__annotations__ = {row.name: "str | None" for row in FILTERS} | made.__annotations__
    for row in FILTERS:
        setattr(made, row.name, None)
    return made


@dataclass(frozen=True, kw_only=True)
@_with_fields
class Filters:
    """Which paragraphs count: those that satisfy all that is given, and every one where nothing is.

    A value of `chapter`, `speech`, `speaker`, `doc`, `role` or `source` stands for the field clause
    of a query with that value: the paragraph's chapter contains it, or has this number, and so on.

    Attributes:
        chapter: what their chapter's heading contains, or its number.
        speech: what the title of the speech contains.
        speaker: what the name of the speaker contains.
        doc: what the id of the document contains.
        role: their role: `"speech"`, `"quotation"`, `"article"` or `"note"`.
        source: what the publication that the attribution names contains.
        since: their dates do not end before this day, month or year.
        until: their dates do not begin after it.

    Raises:
        OptionError: a value is empty or no text, a role is not one, or a date is not a date.
    """

    if TYPE_CHECKING:  # the fields that are filters, for type checkers; a test compares them
        chapter: str | None = None
        speech: str | None = None
        speaker: str | None = None
        doc: str | None = None
        role: str | None = None
        source: str | None = None

    since: str | date | None = None
    until: str | date | None = None

    def __post_init__(self) -> None:
        """See that the values can be used."""
        _ = self.clauses

    @property
    def clauses(self) -> tuple[Field | DateRange, ...]:
        """The clauses that they stand for, in the order of options."""
        values = [(row.name, getattr(self, row.name)) for row in FILTERS]
        fields = tuple(_field(name, value) for name, value in values if value is not None)
        if self.since is None and self.until is None:
            return fields
        return (*fields, _days(self.since, self.until))


def _field(name: str, value: str) -> Field:
    check({name: TEXT}, **{name: value})
    value = known_value(name, without_unseen(value))
    reason = value_fault(name, value)
    if reason:
        raise OptionError(reason)
    if not value.strip():
        raise OptionError(say("options.empty_field", name=name))
    return Field(name, value)


def _days(since: str | date | None, until: str | date | None) -> DateRange:
    first = None if since is None else _day(since, "since", last=False)
    last = None if until is None else _day(until, "until", last=True)
    if first and last and first > last:
        raise OptionError(say("options.since_until", since=first, until=last))
    return DateRange(first, last)


def _day(value: str | date, option: str, *, last: bool) -> date:
    """The first or the last day of a date that may be a month or a year."""
    if isinstance(value, datetime):  # which is a date, and compares with none
        return value.date()
    if isinstance(value, date):
        return value
    check({option: _DAY}, **{option: value})
    value = without_unseen(value)
    try:
        from indexer.text.date_forms import parse_date  # noqa: PLC0415 (most searches name none)

        span = parse_date(unicodedata.normalize("NFKC", value))  # as `date:` of a query reads it
    except ValueError as exc:
        raise OptionError(say("options.no_date", option=option, value=value)) from exc
    return span.last if last else span.first


Within = Literal["speech", "all"]
"""Where a comparison looks: in paragraphs of role `speech` alone, or in those of every role but
`note`, which are nobody's words."""


class Scope(NamedTuple):
    """Where a comparison looks in a collection.

    Attributes:
        within: in which paragraphs.
        unattributed: whether these are all but notes because nobody said which, and no paragraph of
            the collection is attributed to a speech.
    """

    within: Within
    unattributed: bool


def find_scope(within: Within | None, filters: Filters | None, roles: Collection[str]) -> Scope:
    """Where a comparison looks that was asked to look `within`.

    Args:
        within: None looks in attributed words where there are any, else in everything but notes.
        filters: those of the comparison.
        roles: the roles that the paragraphs of the collection have.

    Raises:
        OptionError: `within` is not one of the two, or has nothing of the role that `filters` ask
            for.
    """
    unattributed = within is None and "speech" not in roles
    chosen: Within = within if within is not None else "all" if unattributed else "speech"
    if chosen not in get_args(Within):
        raise OptionError(say("options.within", within=chosen, known=listed(get_args(Within))))
    if chosen == "speech" and filters and filters.role not in (None, "speech"):
        raise OptionError(say("options.role_within", role=filters.role, within=chosen, all="all"))
    return Scope(chosen, unattributed)
