"""What an indexing run would do or did, and why."""

from __future__ import annotations

from typing import Final

MESSAGES: Final[dict[str, str]] = {
    "state.missing": "there is no index yet",
    "state.corrupt": "the index was damaged",
    "state.version": "the index was built by another version",
    "state.options": "options have changed",
    "state.content": "source files have changed",
    "state.current": "the index matches the source files",
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
    "what.index": "index",
    "reason": "{what}: {before} → {now}",
    "reason.index": "index: {before}",
    "none": "none",
    "yes": "yes",
    "no": "no",
    "plan": (
        "{state}; {action}: {added:,} added · {changed:,} changed · {removed:,} removed · "
        "{unchanged:,} unchanged"
    ),
    "plan.new": "it would be built",
    "plan.build": "the index would be rebuilt",
    "plan.update": "the index would be updated",
    "plan.nothing": "nothing is to be done",
    "skipped": "passed over {path}: {reason}",
    "report": (
        "{done}: {added:,} added · {changed:,} changed · {removed:,} removed · {unchanged:,} "
        "unchanged"
    ),
    "report.faulty": (
        "{done}: {added:,} added · {changed:,} changed · {removed:,} removed · {unchanged:,} "
        "unchanged · {faulty:,} with problems"
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
