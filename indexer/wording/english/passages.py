"""Ids that name no passage, or more than one."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "no_id": "{id!r} is not an id; give one such as 002#12, as search shows it",
    "no_document": "{id}: no document begins with {prefix!r}; see: lunshu list documents",
    "many_documents": "{id}: {count} documents begin with {prefix!r} ({some}); give more of it",
    "no_passage": "{id}: {doc} has no passage {passage}; its passages run from {first} to {last}",
    "no_paragraph": (
        "{id}: passage {passage} has no paragraph {paragraph}; its paragraphs run from 1 to {last}"
    ),
    "many_passages": "{id}: the sources give this id to {count} passages; give one of {some}",
}
