"""What an index is built with: each part of it is compared, and none is forgotten."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from indexer import Limits, Reason
from indexer.folding import fold
from indexer.limits import DEFAULT
from indexer.reading import read_source
from indexer.recipe import READING
from indexer.sources import find_sources
from indexer.zones import parse_zone
from tests.support.answers import MANIFEST

_READ_SO = "d434093a4c13454aac749dfa17a06659083645b4c267bb36d93f24fb5f820b3d"
"""How version `READING` reads and folds the seeds."""


def test_a_recipe_names_what_differs() -> None:
    recipe = MANIFEST.recipe
    assert recipe.differences(recipe) == ()
    other = replace(recipe, timezone="UTC", limits=Limits(pieces=7), reading=3)
    assert other.differences(recipe) == (
        Reason("reading", "1", "3"),
        Reason("timezone", "+08:00", "UTC"),
        Reason("limits.pieces", str(Limits().pieces), "7"),
    )


def test_who_changes_what_is_read_says_so(seeds: Path) -> None:
    """Where this fails the readers or the folding have changed: raise READING and pin the new sum.

    Indexes that were built before are then rebuilt, instead of being mixed with what is read now.
    """
    digest = hashlib.sha256()
    for source in find_sources(seeds).files:
        for document in read_source(source, parse_zone("+08:00"), DEFAULT).documents:
            digest.update(repr(document).encode())
            for paragraph in document.paragraphs:
                digest.update(fold(paragraph.text).encode())
    assert (READING, digest.hexdigest()) == (1, _READ_SO)
