"""What the fields of a paragraph and the values of its role are called."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "speaker": "speaker",
    "speech": "speech title",
    "chapter": "chapter",
    "doc": "document id",
    "source": "source",
    "role": "role",
    "title": "title",
    "section": "section heading",
    "role.article": "article",
    "role.quotation": "quotation",
    "role.note": "note",
}
