"""What the index contains, as tables."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "document": "doc",
    "date": "date",
    "kind": "kind",
    "speeches": "speeches",
    "passages": "passages",
    "paragraphs": "paras",
    "title": "title",
    "chapter": "chapter",
    "speech": "speech",
    "speech_of": "speech ({speaker})",
    "speaker": "speaker",
    "kind.compendium": "excerpts",
    "kind.feed": "feed item",
    "kind.web-page": "web page",
    "kind.newspaper": "newspaper",
    "kind.text": "plain text",
    "kind.markdown": "Markdown",
    "kind.html": "web page",
    "kind.json-lines": "JSON Lines",
    "no_documents": "no documents",
    "no_chapters": "no chapters",
    "no_speeches": "no speeches",
    "no_speakers": "no speakers",
}
