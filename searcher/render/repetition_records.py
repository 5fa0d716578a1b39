"""The JSON of what was said again: names and order of the fields are a promise, as in `records`.

PARAGRAPH is a hit (see `records`) without `rank`, `score`, `match`, `spans` and `snippet`. Spans
are in characters of `text`; in a STRETCH `input` is a span of the paragraph that it belongs to,
`source` one of the paragraph that this is compared with.

    STRETCH   {"input":[s,e],"source":[s,e],"diff":[{"op":"equal"|"insert"|"delete"|"replace",
              "input":[s,e],"source":[s,e]}…]}
    similar   {"format_version","min_length","total","took_ms","first":ID|null,
              "paragraphs":[PARAGRAPH…],"variants":[VARIANT…]}
    VARIANT   PARAGRAPH + {"of":ID,"similarity","shared","runs":[{"input":[s,e],"source":[s,e],
              "letters"}…],"stretches":[STRETCH…]}; compared with the paragraph `of`
    dupes     {"format_version","min_length","in":"speech"|"all","total","took_ms",
              "groups":[GROUP…]}
    GROUP     {"text","letters","first":ID|null,"members":[MEMBER…]}
    MEMBER    PARAGRAPH + {"spans":[[s,e]…],"stretches":[STRETCH…]}; compared with the first member
    first     {"format_version","query","total","undated","took_ms","hits":[HIT…]}
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from searcher.hits import plain_hit
from searcher.render.records import FORMAT_VERSION, hit_record

if TYPE_CHECKING:
    from indexer.records import Record
    from searcher.repetition.results import (
        FirstUse,
        Member,
        Repetition,
        Repetitions,
        Similar,
        Stretch,
        Variant,
    )

_OF_HITS_ALONE = frozenset({"rank", "score", "match", "spans", "snippet"})


def similar_record(similar: Similar) -> dict[str, Any]:
    """What resembles a passage."""
    return {
        "format_version": FORMAT_VERSION,
        "min_length": similar.min_length,
        "total": similar.total,
        "took_ms": similar.took_ms,
        "first": similar.first.id if similar.first else None,
        "paragraphs": [_paragraph(record) for record in similar.paragraphs],
        "variants": [variant_record(variant) for variant in similar.variants],
    }


def variant_record(variant: Variant) -> dict[str, Any]:
    """One paragraph that resembles another."""
    return {
        **_paragraph(variant),
        "of": variant.of,
        "similarity": variant.similarity,
        "shared": variant.shared,
        "runs": [run._asdict() for run in variant.runs],
        "stretches": [_stretch(stretch) for stretch in variant.stretches],
    }


def repetitions_record(repetitions: Repetitions) -> dict[str, Any]:
    """What is repeated in a collection."""
    return {
        "format_version": FORMAT_VERSION,
        "min_length": repetitions.min_length,
        "in": repetitions.within,
        "total": repetitions.total,
        "took_ms": repetitions.took_ms,
        "groups": [repetition_record(group) for group in repetitions.groups],
    }


def repetition_record(group: Repetition) -> dict[str, Any]:
    """One repeated stretch."""
    return {
        "text": group.text,
        "letters": group.letters,
        "first": group.first,
        "members": [_member(member) for member in group.members],
    }


def first_use_record(first: FirstUse) -> dict[str, Any]:
    """Who said it first, and who after him."""
    return {
        "format_version": FORMAT_VERSION,
        "query": first.query,
        "total": first.total,
        "undated": first.undated,
        "took_ms": first.took_ms,
        "hits": [hit_record(hit) for hit in first.hits],
    }


def _paragraph(record: Record) -> dict[str, Any]:
    facts = hit_record(plain_hit(record))
    return {name: fact for name, fact in facts.items() if name not in _OF_HITS_ALONE}


def _member(member: Member) -> dict[str, Any]:
    return {
        **_paragraph(member),
        "spans": member.spans,
        "stretches": [_stretch(stretch) for stretch in member.stretches],
    }


def _stretch(stretch: Stretch) -> dict[str, Any]:
    return {
        "input": stretch.input,
        "source": stretch.source,
        "diff": [edit._asdict() for edit in stretch.diff],
    }
