"""The state of an index."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "label.doubt": "in doubt",
    "label.index": "index",
    "label.built": "built",
    "label.analyzer": "analyzer",
    "label.timezone": "time zone",
    "label.contents": "contents",
    "label.sources": "sources",
    "label.changes": "changes",
    "label.update": "update",
    "label.check": "check",
    "label.reason": "reason",
    "label.files": "files",
    "label.failed": "problem",
    "index": "{index} (format {format}, generation {generation})",
    "built": "{time} (lunshu {version})",
    "contents": "{documents:#, document|#, documents} · {paragraphs:#, paragraph|#, paragraphs}",
    "sources": "{seeds} ({count:#, file|#, files})",
    "sound": "read from end to end and found sound",
    "to_update": "{state}; it is to be updated",
    "not_compared": "the seeds folder cannot be read, so nothing was compared",
    "no_changes": "none",
    "changes_first": "{paths} and others, {count:,} in all",
}
