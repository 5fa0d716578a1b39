"""What an indexing run would do or did, and why."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "state.missing": "no index yet",
    "state.corrupt": "the index was damaged",
    "state.version": "built by another version",
    "state.options": "options changed",
    "state.content": "source files changed",
    "state.current": "up to date",
    "what.lunshu": "lunshu version",
    "what.reading": "version of the readers",
    "what.python": "Python version",
    "what.analyzer": "analyzer",
    "what.terms": "terms.txt",
    "what.speakers": "speakers.txt",
    "what.timezone": "time zone",
    "what.limits.file_bytes": "most bytes of a file",
    "what.limits.paragraph_characters": "most characters of a paragraph",
    "what.limits.pieces": "most lines, tags or records of a file",
    "what.limits.field_characters": "most characters of a title or another field",
    "what.limits.front_matter_characters": "most characters of YAML front matter",
    "what.limits.problems": "most problems reported one by one",
    "what.follow_links": "symbolic links are followed",
    "what.seeds": "seeds folder",
    "reason": "{what}: {before} → {now}",
    "reason.index": "index: {before}",
    "none": "none",
    "yes": "yes",
    "no": "no",
    "plan": (
        "{state}; {action}: {added:,} added · {changed:,} changed · {removed:,} removed · "
        "{unchanged:,} unchanged"
    ),
    "plan.new": "would be built",
    "plan.build": "would be rebuilt",
    "plan.update": "would be updated",
    "plan.nothing": "nothing to do",
    "skipped": "passed over {path}: {reason}",
    "report": (
        "{done}: {added:,} added · {changed:,} changed · {removed:,} removed · {unchanged:,} "
        "unchanged"
    ),
    "report.faulty": (
        "{done}: {added:,} added · {changed:,} changed · {removed:,} removed · {unchanged:,} "
        "unchanged · {faulty:,} with problems"
    ),
    "understood": (
        "{documents:#, document|#, documents}: {dated:,} dated, {with_speaker:,} with a speaker, "
        "{speeches:#, speech|#, speeches}, {passages:#, passage|#, passages}; "
        "{unread:#, note|#, notes} not read, {skipped:#, file|#, files} skipped"
    ),
    "totals": (
        "{files:#, source file|#, source files} · {documents:#, document|#, documents} · "
        "{paragraphs:#, paragraph|#, paragraphs} · {seconds:.1f} s"
    ),
    "done.nothing": "the index is up to date",
    "done.new": "index built",
    "done.build": "index rebuilt",
    "done.update": "index updated",
    "done.because": "{state}; {done}",
}
