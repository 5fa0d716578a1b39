"""One file, read as an index reads it, with all that was understood of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from indexer.errors import SourceError
from indexer.facts import understood
from indexer.facts.finishing import finished
from indexer.facts.heads.file_names import read_file_name
from indexer.facts.inspecting.accounting import accounts
from indexer.facts.records.fields import RECORD_NAMES
from indexer.facts.records.whole import summary
from indexer.formats import read_content
from indexer.formats.blocks import NOTHING_STATED, Content, Stated, Statement
from indexer.formats.records import Records, SourceRecord
from indexer.model.arguments import PATH, ArgumentKind, check
from indexer.model.build_options import DEFAULT_OPTIONS, BuildOptions
from indexer.model.catalogue import describe, known_part
from indexer.model.documents import Document, Problem, Understood
from indexer.model.inspection import FoundFact, InspectedDocument, Inspection
from indexer.sources.decoding import decode
from indexer.sources.source_text import SourceText
from indexer.sources.walk import SourceFile
from indexer.text import zones
from indexer.wording.said import said

_KINDS: Final = {
    "path": PATH,
    "options": ArgumentKind("BuildOptions", lambda value: isinstance(value, BuildOptions)),
}

_HEAD: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "subtitle": ("subtitle",),
    "speaker": ("speaker",),
    "date": ("date", "published"),
    "occasion": ("occasion",),
    "publisher": ("publisher", "publication"),
}
"""The facts about a whole document, each with the names that it has where a block gave it, and with
what a block became that is it."""

_STATED: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("spoken", "date", "published"),
    "speaker": ("speaker", "author"),
    "publisher": ("publisher", "source", "author"),
}
"""The names that a fact has among those that a file states about itself, where not its own."""

_IN_HEAD: Final = ("title", "subtitle", "speaker", "date", "occasion", "publication")
"""What blocks became that are head."""


def inspect_file(
    path: str | os.PathLike[str], *, options: BuildOptions = DEFAULT_OPTIONS
) -> Inspection:
    """Read the file at `path` as `build_index` reads it, and return what was understood of it.

    It needs no index, and need not lie in the folder of one.

    Args:
        path: the file; a symbolic link is followed.
        options: with what it would be indexed.

    Raises:
        SourceError: it cannot be read, or there is no text in it.
        ArgumentError: an argument is of another type.
    """
    check(_KINDS, path=path, options=options)
    file = Path(path)
    name = os.fsencode(file).decode("utf-8", "replace")
    if file.is_dir():
        raise SourceError(name, said("inspection.folder"))
    if not file.exists():
        raise SourceError(name, said("inspection.missing"))
    if not file.is_file():
        raise SourceError(name, said("inspection.no_file"))
    data = SourceFile(name, file, 0, 0, linked=True).read_bytes(options.limits)
    zone = zones.parse_zone(options.timezone)
    try:
        decoded = decode(data)
    except ValueError as exc:
        raise SourceError(name, str(exc)) from exc
    try:
        source = SourceText.from_text(name, decoded.text, zone, options.limits)
        inspection = inspect_text(source)
        return replace(inspection, problems=(*decoded.problems, *inspection.problems))
    except MemoryError as exc:
        raise SourceError(name, said("reading.memory")) from exc


def inspect_text(source: SourceText) -> Inspection:
    """What is understood of the text of a file.

    Raises:
        SourceError: it cannot be read, or there is no text in it.
    """
    content = read_content(source)
    ignored: Counter[str] = Counter()
    if isinstance(content, Records):
        content = replace(content, records=_counted(content.records, ignored))
    documents = finished(understood(content), source.limits)
    problems = [problem for document in documents for problem in document.problems]
    if not any(document.paragraphs for document in documents):
        problems.append(Problem(said("reading.no_text", kind=content.format), 1))
    blocks, stated = tuple(map(_of_records, documents)), NOTHING_STATED
    if isinstance(content, Content):
        blocks, stated = accounts(content, documents), content.stated
    return Inspection(
        path=source.path,
        format=content.format,
        documents=tuple(
            _inspected(document, of_document, stated, source.path)
            for document, of_document in zip(documents, blocks, strict=True)
        ),
        ignored=tuple(sorted(ignored.items())),
        problems=tuple(problems),
    )


def _counted(records: Iterator[SourceRecord], ignored: Counter[str]) -> Iterator[SourceRecord]:
    """The records, while the names of their fields that nobody reads are counted."""
    for record in records:
        ignored.update(name for name in record.fields if name not in RECORD_NAMES)
        yield record


def _of_records(document: Document) -> tuple[Understood, ...]:
    """What became of the records of a document."""
    if document.understood or not document.paragraphs:
        return document.understood
    lines = [one.lines for one in document.paragraphs if one.lines]
    whole = (min(one[0] for one in lines), max(one[1] for one in lines)) if lines else None
    records = len({paragraph.passage for paragraph in document.paragraphs})
    return tuple(summary(document, whole, records))


def _inspected(
    document: Document, blocks: tuple[Understood, ...], stated: Stated, path: str
) -> InspectedDocument:
    counts = describe("", "", document)
    return InspectedDocument(
        group=document.group,
        kind=document.kind,
        title=document.title,
        speaker=document.speaker,
        date=document.date,
        publisher=document.publisher,
        ground=document.ground,
        found=tuple(_found(document, blocks, stated, path)),
        paragraphs=len(document.paragraphs),
        speeches=counts.speeches,
        passages=counts.passages,
        unread=document.unread,
        doubt=document.doubt,
        blocks=blocks,
    )


def _found(
    document: Document, blocks: Sequence[Understood], stated: Stated, path: str
) -> Iterator[FoundFact]:
    """The facts about the whole document, each where it was found first."""
    known: dict[str, str | None] = {
        "title": document.title,
        "speaker": document.speaker,
        "date": None if document.date is None else known_part(document.date),
        "publisher": document.publisher,
    }
    for name in _HEAD:
        value = known.get(name)
        if name in known and value is None:
            continue
        for given, lines in _places(name, blocks, stated):
            if value is None or _agree(given, value):
                yield FoundFact(name, value or given, lines)
                break
        else:
            if value is not None and _is_in_name(document, name, path):
                yield FoundFact(name, value, None)


def _places(
    name: str, blocks: Sequence[Understood], stated: Stated
) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """What may be the fact of that name, with its lines: in the head first."""
    for block in blocks:
        given = _given(block, name) if block.became in _IN_HEAD else None
        if given is not None:
            yield given, block.lines
    for attribute in _STATED.get(name, (name,)):
        statement: Statement | None = getattr(stated, attribute, None)
        if statement is not None:
            yield "", (statement.line, statement.line)


def _agree(given: str, known: str) -> bool:
    """Whether a place in a file gave what is known: a part of it, or more than it."""
    given = "".join(given.split())
    known = "".join(known.split())
    return given in known or known in given


def _is_in_name(document: Document, name: str, path: str) -> bool:
    """Whether the name of the file says the title, or the date, of the document."""
    says = read_file_name(path)
    if name == "title":
        return document.title == says.title
    return name == "date" and document.date == says.date


def _given(block: Understood, name: str) -> str | None:
    """The fact of that name that a block gave, None where it gave none."""
    facts = dict(block.facts)
    for one in _HEAD[name]:
        if one in facts:
            return facts[one]
    return block.text if block.became in _HEAD[name] else None
