"""What an index is built with: each part of it is compared, and none is forgotten."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, replace
from pathlib import Path

from indexer import Limits, Reason
from indexer.facts.reading import read_source
from indexer.model.limits import DEFAULT
from indexer.model.recipe import READING
from indexer.sources.walk import find_sources
from indexer.text.folding import fold
from indexer.text.zones import parse_zone
from tests.support.answers import MANIFEST

_READ_SO = "6ddb0e805f57e44cf3c5cbba7e5fd8b6226746ef030bc0c7d1948c96e80c000c"
"""How version `READING` reads and folds the seeds."""


def test_a_recipe_names_what_differs() -> None:
    recipe = MANIFEST.recipe
    assert recipe.differences(recipe) == ()
    other = replace(recipe, timezone="UTC", limits=Limits(pieces=7), reading=9)
    assert other.differences(recipe) == (
        Reason("reading", "1", "9"),
        Reason("timezone", "+08:00", "UTC"),
        Reason("limits.pieces", str(Limits().pieces), "7"),
    )


def content_of(value: object) -> object:
    """The content of a value, whatever its classes are and in whatever order they list it."""
    if isinstance(value, dict):
        return {name: content_of(value[name]) for name in sorted(value) if value[name] is not None}
    return [content_of(one) for one in value] if isinstance(value, (list, tuple)) else value


def test_who_changes_what_is_read_says_so(seeds: Path) -> None:
    """Where this fails reading or folding has changed: raise READING and pin the new sum.

    Indexes that were built before are then rebuilt, instead of being mixed with what is read now.
    """
    digest = hashlib.sha256()
    for source in find_sources(seeds).files:
        for document in read_source(source, parse_zone("+08:00"), DEFAULT).documents:
            digest.update(repr(content_of(asdict(document))).encode())
            for paragraph in document.paragraphs:
                digest.update(fold(paragraph.text).encode())
    assert (READING, digest.hexdigest()) == (3, _READ_SO)
