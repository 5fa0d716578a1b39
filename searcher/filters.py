"""Filter options as clauses: `--speech 座谈会` asks for what `speech:座谈会` asks for."""

from __future__ import annotations

from datetime import date
from typing import get_args

from indexer.dates import parse_date
from indexer.errors import OptionError
from indexer.facts import Role
from indexer.wording import say
from searcher.language.field_names import FieldName
from searcher.language.query import And, DateRange, Field, Query


def filter_clauses(
    *,
    chapter: str | None,
    speech: str | None,
    doc: str | None,
    role: str | None,
    since: str | date | None,
    until: str | date | None,
) -> tuple[Query, ...]:
    """The clauses that the options stand for; those that are None stand for nothing.

    Raises:
        OptionError: `role` is not a role, or a date is not a date.
    """
    if role is not None and role not in get_args(Role):
        raise OptionError(say("options.role", role=role, roles=", ".join(get_args(Role))))
    values: dict[FieldName, str | None] = {
        "chapter": chapter,
        "speech": speech,
        "doc": doc,
        "role": role,
    }
    clauses: list[Query] = [
        _field(name, value) for name, value in values.items() if value is not None
    ]
    if since is not None or until is not None:
        clauses.append(_days(since, until))
    return tuple(clauses)


def with_clauses(query: Query, clauses: tuple[Query, ...]) -> Query:
    """`query` and all of `clauses`."""
    if not clauses:
        return query
    own = query.clauses if isinstance(query, And) else (query,)
    return And((*own, *clauses))


def _field(name: FieldName, value: str) -> Field:
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
    if isinstance(value, date):
        return value
    try:
        span = parse_date(value)
    except ValueError as exc:
        raise OptionError(say("options.no_date", option=option, value=value)) from exc
    return span.last if last else span.first
