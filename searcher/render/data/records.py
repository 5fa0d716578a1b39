"""The JSON that programs read: names and order of the fields are a promise.

A record has the names of the dataclass that it is made of. `RULES` says what is otherwise: what
comes first, what is hidden, what has another name or another form. A fact that is not
known is null. Dates are ISO 8601, spans and lines are pairs.

    >>> record_of(Snippet("核心技术", ((0, 2),)))               # doctest: +SKIP
    {'text': '核心技术', 'spans': ((0, 2),)}
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import orjson

from indexer.model.records import Record, record_names
from indexer.text.controls import escaped_in_json
from searcher.render.text.provenance import lines_of

if TYPE_CHECKING:
    from searcher.articles.article import Attribution
    from searcher.browse.contents import Passage

FORMAT_VERSION = 2
"""Rises when a field is renamed, removed or changes its meaning; a new one does not count."""


def json_text(value: object) -> str:
    """A dataclass, a record, or a tuple or list of them, as JSON in one line."""
    text = orjson.dumps(value, default=record_of, option=orjson.OPT_PASSTHROUGH_DATACLASS).decode()
    return escaped_in_json(text)


def json_document(value: object) -> Iterator[str]:
    """An answer as one JSON document."""
    yield json_text(value) + "\n"


def json_lines(values: Iterable[object]) -> Iterator[str]:
    """The parts of an answer as JSON Lines."""
    return (json_text(value) + "\n" for value in values)


def record_of(value: Any) -> dict[str, Any]:
    """The record of a dataclass or named tuple; what it contains stays as it is.

    Raises:
        TypeError: it is neither.
    """
    return {name: get(value) for name, get in _plan(type(value))}


def names_of(kind: type) -> tuple[str, ...]:
    """The names of the records of the dataclass or named tuple `kind`, in their order."""
    return tuple(name for name, _ in _plan(kind))


_Getter: TypeAlias = Callable[[Any], object]


class _Rule(NamedTuple):
    """How the records of a class depart from its fields.

    Attributes:
        first: the fields that come first; the others follow in their own order.
        last: those that come last.
        hidden: the fields that no record has.
        renamed: from the name of a field to that in the record.
        converted: from the name of a field to what the record has in its place.
        added: names that are no field, with their values.
        is_answer: whether it is a whole answer, and so begins with `format_version`.
    """

    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    renamed: Mapping[str, str] = {}
    converted: Mapping[str, _Getter] = {}
    added: Mapping[str, _Getter] = {}
    is_answer: bool = False


_OF_PARAGRAPHS = frozenset(
    {"rank", "score", "match", "paragraph", "text", "marks", "alias", "spans", "snippet"}
)
"""What each paragraph of a passage has to itself."""


def _first_id(similar: Any) -> str | None:
    return similar.first.id if similar.first else None


def _last_day(attribution: Attribution) -> object:
    return attribution.date.last if attribution.date else None


def _passage_facts(passage: Passage) -> dict[str, Any]:
    """What the paragraphs of a passage share, and the ids of its neighbours."""
    first = passage.paragraphs[0]
    facts = {
        **{name: fact for name, fact in record_of(first).items() if name not in _OF_PARAGRAPHS},
        "id": f"{first.doc}#{first.passage}",
        "lines": lines_of(passage),
    }
    neighbours = {"before": passage.before, "after": passage.after}
    return {
        "id": facts.pop("id"),
        "doc": facts.pop("doc"),
        "path": passage.path,
        **facts,
        **{name: hit.id if hit else None for name, hit in neighbours.items()},
    }


_REASONS = (
    "NoSuchString",
    "NoSuchPattern",
    "TooFarApart",
    "NoSuchValue",
    "NoSuchChapter",
    "NoSuchDate",
    "Everywhere",
    "Conflict",
)

RULES: Mapping[str, _Rule] = {
    "Results": _Rule(last=("took_ms", "hits"), is_answer=True),
    "Hit": _Rule(first=("rank", "score", "match")),
    "Passage": _Rule(
        hidden=frozenset({"path", "before", "after"}),
        first=("passage",),
        added={"passage": _passage_facts},
        is_answer=True,
    ),
    "Explanation": _Rule(is_answer=True),
    **dict.fromkeys(_REASONS, _Rule(first=("kind",))),
    "Similar": _Rule(
        first=("min_length", "unattributed", "total", "took_ms", "first"),
        converted={"first": _first_id},
        is_answer=True,
    ),
    "Repetitions": _Rule(
        first=("min_length", "within", "unattributed", "total", "took_ms"),
        renamed={"within": "in"},
        is_answer=True,
    ),
    "FirstUse": _Rule(
        first=("query", "total", "undated", "dropped_marks", "as_text", "took_ms"), is_answer=True
    ),
    "Trace": _Rule(
        first=("text", "marks", "within", "unattributed", "took_ms"),
        renamed={"within": "in"},
        added={"is_faithful": attrgetter("is_faithful")},
        is_answer=True,
    ),
    "Source": _Rule(
        first=("id", "doc", "title", "role", "match", "similarity", "agrees", "speaker", "speech"),
        renamed={"agrees": "attribution_agrees"},
    ),
    "Attribution": _Rule(
        converted={"date": lambda claim: claim.date.first if claim.date else None},
        added={
            "date_end": _last_day,
            "dates": lambda claim: claim.date.days if claim.date else (),
        },
    ),
    "Inspection": _Rule(
        converted={"ignored": lambda inspection: dict(inspection.ignored)},
        last=("ignored", "problems", "documents"),
        is_answer=True,
    ),
    "InspectedDocument": _Rule(last=("blocks",)),
    "Understood": _Rule(converted={"facts": lambda block: dict(block.facts)}),
    "IndexReport": _Rule(last=("state", "action", "reasons", "skipped")),
    "Status": _Rule(
        first=(
            "index",
            "format_version",
            "generation",
            "created",
            "lunshu_version",
            "analyzer",
            "timezone",
            "seeds",
            "source_files",
            "documents",
            "paragraphs",
            "understood",
        ),
        hidden=frozenset({"manifest", "catalogue", "plan"}),
        added={
            "format_version": attrgetter("manifest.format_version"),
            "generation": attrgetter("manifest.generation"),
            "created": attrgetter("manifest.created"),
            "lunshu_version": attrgetter("manifest.recipe.lunshu"),
            "analyzer": attrgetter("manifest.recipe.analyzer"),
            "timezone": attrgetter("manifest.recipe.timezone"),
            "seeds": attrgetter("manifest.seeds"),
            "source_files": lambda status: len(status.catalogue.sources),
            "documents": lambda status: len(status.catalogue.documents),
            "paragraphs": attrgetter("manifest.paragraphs"),
            "failed": attrgetter("catalogue.failed"),
            "state": lambda status: status.plan.state if status.plan else None,
            "reasons": lambda status: status.plan.reasons if status.plan else None,
        },
        last=("skipped", "verified"),
    ),
}
"""By the name of the class, so that nothing is loaded for the answers of other commands."""

_PLAIN = _Rule()


_Plan: TypeAlias = tuple[tuple[str, _Getter], ...]
_PLANS: dict[type, _Plan] = {}


def _plan(kind: type) -> _Plan:
    """The names of the records of a class, each with how to get its value."""
    plan = _PLANS.get(kind)
    if plan is None:
        plan = _PLANS[kind] = _make_plan(kind)
    return plan


def _make_plan(kind: type) -> _Plan:
    fields = getattr(kind, "__dataclass_fields__", None) or getattr(kind, "_fields", None)
    if fields is None:
        raise TypeError(f"{kind.__name__} has no record")
    if issubclass(kind, Record):
        fields = record_names(kind)
    rule = RULES.get(kind.__name__, _PLAIN)
    getters: dict[str, _Getter] = {
        name: attrgetter(name) for name in fields if name not in rule.hidden
    }
    getters |= {**rule.converted, **rule.added}
    middle = [name for name in getters if name not in (*rule.first, *rule.last)]
    version = [("format_version", _format_version)] if rule.is_answer else []
    return (
        *version,
        *(
            (rule.renamed.get(name, name), getters[name])
            for name in (*rule.first, *middle, *rule.last)
        ),
    )


def _format_version(_answer: object) -> int:
    return FORMAT_VERSION
